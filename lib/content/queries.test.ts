import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ContentError, type Diagnostic, formatDiagnostic } from '@/lib/base/diagnostic';
import { loadContent } from '@/lib/content/load';
import { writeSnapshot } from '@/lib/content/snapshot';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const now = '2022-03-02T09:00:00Z';

function post(date: string, fields: readonly string[] = []): string {
  return postText({ fields }).replace('date: 2022-03-01', `date: ${date}`);
}

/** The queries, as a process sees them that starts with this folder and environment. */
async function open(dir: string, env: Readonly<Record<string, string | undefined>> = {}) {
  for (const [name, value] of Object.entries({ CONTENT_DIR: dir, NEWS_NOW: now, ...env })) vi.stubEnv(name, value);
  vi.resetModules();
  return import('@/lib/content/queries');
}

beforeEach(() => {
  vi.stubEnv('NEWS_PREVIEW', undefined);
  vi.stubEnv('VERCEL_ENV', undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const hiddenAndShown = {
  'blog/2022/02/old.md': post('2022-02-01'),
  'blog/2022/03/just-now.md': post('2022-03-02T09:00:00Z'),
  'blog/2022/03/in-a-second.md': post('2022-03-02T09:00:01Z', ['aliases: [/soon/]']),
  'blog/2022/02/draft.md': post('2022-02-02', ['draft: true', 'aliases: [/draft/]']),
};

describe('visible content', () => {
  it('excludes drafts and later dates, and includes what is dated exactly now', async () => {
    const { getPosts } = await open((await writeContent(hiddenAndShown)).dir);
    expect((await getPosts()).map(({ slug }) => slug)).toEqual(['just-now', 'old']);
  });

  it('includes everything with NEWS_PREVIEW=1', async () => {
    const { getPosts } = await open((await writeContent(hiddenAndShown)).dir, { NEWS_PREVIEW: '1' });
    expect((await getPosts()).map(({ slug }) => slug)).toEqual(['in-a-second', 'just-now', 'draft', 'old']);
  });

  it('includes a scheduled post once its time has come', async () => {
    const { dir } = await writeContent(hiddenAndShown);
    const { getPosts } = await open(dir, { NEWS_NOW: '2022-03-02T09:00:01Z' });
    expect((await getPosts()).map(({ slug }) => slug)).toEqual(['in-a-second', 'just-now', 'old']);
  });

  it('leaks no hidden post by its address, its alias, the archive or a neighbour', async () => {
    const { getContent, getPost, getNeighbours } = await open((await writeContent(hiddenAndShown)).dir);
    const { aliases, archive, postByUrl, posts } = await getContent();
    expect(await getPost('/blog/2022/03/in-a-second/')).toBeUndefined();
    expect(await getPost('/blog/2022/02/draft/')).toBeUndefined();
    expect((await getPost('/blog/2022/03/just-now/'))?.slug).toBe('just-now');
    expect([...postByUrl.keys()]).toEqual(['/blog/2022/03/just-now/', '/blog/2022/02/old/']);
    expect([...aliases.keys()]).toEqual([]);
    expect([...(archive.get('2022')?.values() ?? [])].flat().map(({ slug }) => slug)).toEqual(['just-now', 'old']);
    const [newest, oldest] = posts;
    if (!newest || !oldest) throw new Error('two posts are visible');
    expect(await getNeighbours(newest)).toEqual({ newer: undefined, older: oldest });
    expect(await getNeighbours(oldest)).toEqual({ newer: newest, older: undefined });
  });

  it('is empty, without an error, for an empty content folder', async () => {
    const { getContent } = await open((await writeContent({})).dir);
    const { posts, archive, aliases } = await getContent();
    expect(posts).toEqual([]);
    expect([archive.size, aliases.size]).toEqual([0, 0]);
  });
});

describe('the queries', () => {
  const files = {
    'blog/2021/12/a.md': post('2021-12-31', ['aliases: [/a, /older/a/]']),
    'blog/2022/01/b.md': post('2022-01-01'),
    'blog/2022/03/c.md': post('2022-03-01'),
    'blog/2022/03/d.md': post('2022-03-02'),
  };

  it('find a post by its old addresses', async () => {
    const { getContent } = await open((await writeContent(files)).dir);
    const { aliases } = await getContent();
    expect([...aliases].map(([alias, { url }]) => [alias, url])).toEqual([
      ['/a/', '/blog/2021/12/a/'],
      ['/older/a/', '/blog/2021/12/a/'],
    ]);
  });

  it('sort the archive by the address: years, months and posts newest first', async () => {
    const { getContent } = await open((await writeContent(files)).dir);
    const { archive } = await getContent();
    const listed = [...archive].map(([year, months]) => [
      year,
      [...months].map(([month, posts]) => [month, posts.map(({ slug }) => slug)]),
    ]);
    expect(listed).toEqual([
      [
        '2022',
        [
          ['03', ['d', 'c']],
          ['01', ['b']],
        ],
      ],
      ['2021', [['12', ['a']]]],
    ]);
  });

  it('return the neighbours of each post, but none for an unknown post', async () => {
    const { getNeighbours, getPosts } = await open((await writeContent(files)).dir);
    const posts = await getPosts();
    const [d, c, b, a] = posts;
    if (!a || !b || !c || !d) throw new Error('four posts are visible');
    expect(await getNeighbours(c)).toEqual({ newer: d, older: b });
    expect(await getNeighbours(a)).toEqual({ newer: b, older: undefined });
    expect(await getNeighbours({ ...c })).toEqual({ newer: undefined, older: undefined });
  });

  it('return a frozen list', async () => {
    const { getPosts } = await open((await writeContent(files)).dir);
    const posts = await getPosts();
    expect(() => (posts as unknown[]).pop()).toThrow(TypeError);
    expect(posts).toHaveLength(4);
  });

  it('read the folder once per process', async () => {
    const { getContent } = await open((await writeContent(files)).dir);
    const first = await getContent();
    expect(await getContent()).toBe(first);
  });

  it('use the latest state of the folder in dev', async () => {
    const { dir } = await writeContent(files);
    const snapshot = join(dir, '.snapshot');
    const { getPosts } = await open(dir, { NODE_ENV: 'development', NEWS_SNAPSHOT: snapshot });
    const asked = getPosts();
    await writeSnapshot(snapshot, await loadContent(dir));
    expect((await asked).map(({ slug }) => slug)).toEqual(['d', 'c', 'b', 'a']);
    await rm(join(dir, 'blog/2022/03/d.md'));
    expect((await getPosts()).map(({ slug }) => slug)).toEqual(['d', 'c', 'b', 'a']);
    await writeSnapshot(snapshot, await loadContent(dir));
    expect((await getPosts()).map(({ slug }) => slug)).toEqual(['c', 'b', 'a']);
  });
});

describe('content with errors', () => {
  const bad = {
    'blog/2022/03/b.md': postText({ fields: ['titel: x'] }),
    'blog/2022/03/a.md': '---\ntitle: "x\n---\n',
    'blog/2022/03/c.md': postText(),
  };

  it('is not shown at all, and every error of every file is reported, sorted, with its place', async () => {
    const { dir, shown } = await writeContent(bad);
    const { getContent } = await open(dir);
    const error: unknown = await getContent().catch((reason: unknown) => reason);
    expect(error).toHaveProperty('name', ContentError.name);
    expect((error as Error).message.split('\n').slice(1)).toEqual([
      `${shown('blog/2022/03/a.md')}:2:10: error yaml/invalid: Missing closing "quote (fix: close the quote or the bracket)`,
      `${shown('blog/2022/03/b.md')}:4:1: error post/unknown-key: unknown field "titel" (fix: did you mean "title"?)`,
    ]);
    expect((error as ContentError).problems.map((problem: Diagnostic) => formatDiagnostic(problem))).toHaveLength(2);
  });

  it('fails again with every query', async () => {
    const { getContent, getPost, getPosts } = await open((await writeContent(bad)).dir);
    await expect(getContent()).rejects.toThrow('a.md:2:10');
    await expect(getContent()).rejects.toThrow('a.md:2:10');
    await expect(getPosts()).rejects.toThrow('b.md:4:1');
    await expect(getPost('/blog/2022/03/c/')).rejects.toThrow('b.md:4:1');
  });

  it('is not shown if NEWS_NOW is not an instant', async () => {
    const { getContent } = await open((await writeContent({})).dir, { NEWS_NOW: 'tomorrow' });
    await expect(getContent()).rejects.toThrow('NEWS_NOW is "tomorrow"');
  });
});
