import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { check } from '@/lib/check/check';
import { makeEntries } from '@/lib/tooling/bench/make-entries';

it('writes as many sound entries as are asked for', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'news-entries-'));
  try {
    await makeEntries(dir, { adopters: 60, events: 60, releases: 90 });
    expect(await check(dir)).toMatchObject({ problems: [], posts: 0, entries: 210 });
    await readFile(join(dir, 'projects.yaml'), 'utf8');
    await makeEntries(dir, { adopters: 60, events: 60, releases: 90, aliases: 130 });
    const { problems, content } = await check(dir);
    expect(problems).toEqual([]);
    expect(content.community.events.flatMap(({ aliases = [] }) => aliases)).toHaveLength(130);
  } finally {
    await rm(dir, { recursive: true });
  }
});
