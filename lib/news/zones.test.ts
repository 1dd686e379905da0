import { describe, expect, it, vi } from 'vitest';
import { UsageError } from '@/lib/base/cli/command';
import { zoneDataRelease } from '@/lib/base/zone-data';
import { zones } from '@/lib/news/zones';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

// A Node that is right about all zones but one, and does not know another.
vi.mock('@/lib/base/zones', async (importOriginal) => {
  const actual = await importOriginal<typeof import('@/lib/base/zones')>();
  const nodeOffset = (zone: string, instant: Date) => {
    if (zone === 'Asia/Almaty') return undefined;
    const offset = actual.localTimeAt(instant, zone).offset ?? 0;
    return zone === 'America/Vancouver' && instant >= new Date('2031-11-20') ? offset - 60 : offset;
  };
  const knownZones = () => ['America/Vancouver', 'Asia/Almaty', 'Europe/Berlin'];
  return { ...actual, nodeOffset, knownZones };
});

describe('news zones', () => {
  it('lists the zones for which this Node has different rules, and those of events', async () => {
    vi.stubEnv('NEWS_NOW', '2026-11-27T12:00:00Z');
    const event = ['title: A', 'kind: meeting', 'start: 2026-12-03T10:00', 'zone: America/Vancouver', ''].join('\n');
    const { dir } = await writeContent({ 'events/a.yaml': event });
    const terminal = testTerminal({ root: dir, env: { CONTENT_DIR: '.' } });
    expect(await zones.run([], terminal)).toBe(0);
    expect(terminal.outLines).toEqual([
      `The site uses release ${zoneDataRelease} of the tz database; Node.js has ${process.versions.tz}.`,
      'In the next 5 years, they differ for 2 of 3 zones:',
      expect.stringMatching(/^\* America\/Vancouver +2031-11-20 GMT-7, in Node.js GMT-8; \d days in total$/),
      expect.stringMatching(/^ {2}Asia\/Almaty +2026-11-27 GMT\+5, unknown to Node.js; 1825 days in total$/),
    ]);
    vi.unstubAllEnvs();
  });

  it('accepts no arguments', async () => {
    await expect(zones.run(['Europe/Berlin'], testTerminal({}))).rejects.toThrow(UsageError);
  });
});
