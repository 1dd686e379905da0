import { describe, expect, it } from 'vitest';
import { fakeGitHub } from '@/lib/tooling/testing/fixtures/fake-github';
import { askForBuild, callHook, lastGoodRun, parseDueStatus, renderSchedule } from '@/lib/tooling/workflows/schedule';

const now = new Date('2026-11-22T12:00:00Z');
const post = { title: 'A post', date: '2026-11-22T09:00:00Z', url: '/blog/2026/11/a-post/' };

describe('lastGoodRun', () => {
  const ask = async (starts: [id: number, start: string][]) => {
    const { github } = await fakeGitHub(() => ({
      json: { workflow_runs: starts.map(([id, created_at]) => ({ id, created_at })) },
    }));
    return (await lastGoodRun(github, 'schedule.yml', 9, now)).toISOString();
  };

  it('is the start of the newest, and never this run', async () => {
    expect(
      await ask([
        [9, '2026-11-22T11:59:00Z'],
        [8, '2026-11-22T11:00:00Z'],
        [7, '2026-11-22T10:00:00Z'],
      ]),
    ).toBe('2026-11-22T11:00:00.000Z');
  });

  it('reaches back over runs that were missed, but for 35 days at most', async () => {
    expect(await ask([[8, '2026-11-19T00:00:00Z']])).toBe('2026-11-19T00:00:00.000Z');
    expect(await ask([[8, '2025-01-01T00:00:00Z']])).toBe('2026-10-18T12:00:00.000Z');
    expect(await ask([])).toBe('2026-10-18T12:00:00.000Z');
  });

  it('does not believe a run from the future', async () => {
    expect(await ask([[8, '2027-01-01T00:00:00Z']])).toBe('2026-10-18T12:00:00.000Z');
  });
});

describe('parseDueStatus', () => {
  it('reads what is due, and one or several that are next', () => {
    expect(parseDueStatus(JSON.stringify({ due: [post], next: post }))).toEqual({
      due: [post],
      ended: [],
      next: [post],
    });
    expect(parseDueStatus(JSON.stringify({ due: [], next: [post, post] })).next).toHaveLength(2);
    expect(parseDueStatus('{"due":[],"next":null}')).toEqual({ due: [], ended: [], next: [] });
    expect(parseDueStatus('{"due":[]}')).toEqual({ due: [], ended: [], next: [] });
  });

  it('refuses anything else: a build must not wait for a report that is misread', () => {
    for (const text of ['', '{}', '{"due":7}', 'nothing is due']) expect(() => parseDueStatus(text)).toThrow();
  });
});

describe('the deploy hook', () => {
  it('is called once, and anything but success is a failure', async () => {
    let status = 201;
    const { hook, asked } = await fakeGitHub(() => ({ status }));
    await callHook(hook);
    expect(asked.map(({ method }) => method)).toEqual(['POST']);
    status = 404;
    await expect(callHook(hook)).rejects.toThrow('answered with status 404');
  });

  it('must be set, and https', async () => {
    await expect(askForBuild('')).rejects.toThrow('DEPLOY_HOOK_URL is not set');
    await expect(askForBuild('http://a.example/secret')).rejects.toThrow('not an https address');
  });

  it('is never named in a message', async () => {
    const refused = callHook('http://127.0.0.1:1/secret');
    await expect(refused).rejects.toThrow('The deploy hook did not answer');
    await expect(refused).rejects.not.toThrow('secret');
  });
});

describe('renderSchedule', () => {
  it('says what was published and what is next', () => {
    expect(renderSchedule({ due: [post], ended: [], next: [{ ...post, title: 'B' }] }, now)).toBe(
      '### Schedule\n\nDue since 2026-11-22T12:00:00.000Z; the host is building now:\n\n- `2026-11-22T09:00:00Z` `A post` `/blog/2026/11/a-post/`\n\nNext:\n\n- `2026-11-22T09:00:00Z` `B` `/blog/2026/11/a-post/`\n',
    );
  });

  it('says that nothing was due', () => {
    const text = renderSchedule({ due: [], ended: [], next: [] }, now);
    expect(text).toContain('so nothing was built');
    expect(text).toContain('Nothing else is scheduled.');
  });
});
