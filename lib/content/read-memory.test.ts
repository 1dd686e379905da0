import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { loadContent } from '@/lib/content/load';
import { ReadMemory } from '@/lib/content/read-memory';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const event = 'title: A talk\nkind: talk\nstart: 2022-03-03\n';

/** A folder that is loaded again and again, as dev does. */
async function open(files: Readonly<Record<string, string>>) {
  const { dir } = await writeContent(files);
  const memory = new ReadMemory();
  const load = async () => {
    const { posts, problems, community } = await loadContent(dir, memory);
    // What is remembered must be what a first reading gives.
    const afresh = await loadContent(dir);
    expect({ posts, problems, community }).toEqual({
      posts: afresh.posts,
      problems: afresh.problems,
      community: afresh.community,
    });
    return { posts, problems, events: community.events, readAnew: [...memory.readAnew].sort() };
  };
  const save = async (path: string, text: string) => {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  };
  return { dir, load, save };
}

const files = {
  'blog/2022/03/a.md': postText({ body: 'One.\n' }),
  'blog/2022/03/b/index.md': postText({ body: '![Graph](graph.png)\n' }),
  'blog/2022/03/b/graph.png': 'no picture, but a file',
  'events/talk.yaml': event,
};

it('reads everything once, and nothing again without a change', async () => {
  const { load } = await open(files);
  const first = await load();
  expect(first.readAnew).toEqual(['blog/2022/03/a.md', 'blog/2022/03/b/index.md', 'events/talk.yaml']);
  const second = await load();
  expect(second.readAnew).toEqual([]);
  expect(second.posts[0]).toBe(first.posts[0]);
});

it('reads only changed files again', async () => {
  const { load, save } = await open(files);
  const before = await load();
  await save('blog/2022/03/a.md', postText({ body: 'Two, and longer.\n' }));
  const after = await load();
  expect(after.readAnew).toEqual(['blog/2022/03/a.md']);
  expect(after.posts.find(({ slug }) => slug === 'a')?.body).toContain('Two, and longer.');
  expect(after.posts.find(({ slug }) => slug === 'b')).toBe(before.posts.find(({ slug }) => slug === 'b'));
});

it('notices a change within a second that keeps the size, and a file that an editor replaces', async () => {
  const { dir, load, save } = await open(files);
  const path = join(dir, 'blog/2022/03/a.md');
  const second = 1_700_000_000;
  await utimes(path, second, second + 0.1);
  await load();
  await save('blog/2022/03/a.md', postText({ body: 'Two.\n' }));
  await utimes(path, second, second + 0.2);
  expect((await load()).posts.find(({ slug }) => slug === 'a')?.body).toContain('Two.');

  const { atime, mtime } = await stat(path);
  await save('blog/2022/03/a.md.new', postText({ body: 'Six.\n' }));
  await utimes(`${path}.new`, atime, mtime);
  await rename(`${path}.new`, path);
  expect((await load()).posts.find(({ slug }) => slug === 'a')?.body).toContain('Six.');
});

it('notices files that were added, removed, renamed or moved to another kind', async () => {
  const { dir, load, save } = await open(files);
  await load();
  await save('blog/2022/04/c.md', postText());
  expect((await load()).posts.map(({ slug }) => slug).sort()).toEqual(['a', 'b', 'c']);
  await rename(join(dir, 'blog/2022/04/c.md'), join(dir, 'blog/2022/04/d.md'));
  const renamed = await load();
  expect(renamed.posts.map(({ slug }) => slug).sort()).toEqual(['a', 'b', 'd']);
  expect(renamed.readAnew).toEqual(['blog/2022/04/d.md']);
  await rm(join(dir, 'blog/2022/03/a.md'));
  expect((await load()).posts.map(({ slug }) => slug).sort()).toEqual(['b', 'd']);
  await mkdir(join(dir, 'people'));
  await rename(join(dir, 'events/talk.yaml'), join(dir, 'people/talk.yaml'));
  const moved = await load();
  expect(moved.events).toEqual([]);
  expect(moved.problems.length).toBeGreaterThan(0);
});

it('reads a post again when a file next to it comes or goes', async () => {
  const { dir, load, save } = await open(files);
  await load();
  await rm(join(dir, 'blog/2022/03/b/graph.png'));
  const without = await load();
  expect(without.readAnew).toEqual(['blog/2022/03/b/index.md']);
  expect(without.posts.find(({ slug }) => slug === 'b')?.files).toEqual([]);
  await save('blog/2022/03/b/graph.png', 'again');
  expect((await load()).posts.find(({ slug }) => slug === 'b')?.files).toHaveLength(1);
});

it('reports an invalid file each time until it is fixed', async () => {
  const { load, save } = await open({ ...files, 'blog/2022/03/a.md': '---\ntitle: [\n---\n' });
  const { problems } = await load();
  expect(problems.length).toBeGreaterThan(0);
  expect((await load()).problems).toEqual(problems);
  await save('blog/2022/03/a.md', postText());
  expect((await load()).problems).toEqual([]);
});

it('updates references to a post whose address has changed', async () => {
  const { dir, load } = await open({
    'blog/2022/03/a.md': postText({ body: '[b]({{< ref "b" >}})\n' }),
    'blog/2022/03/b.md': postText(),
  });
  await load();
  await mkdir(join(dir, 'blog/2022/05'));
  await rename(join(dir, 'blog/2022/03/b.md'), join(dir, 'blog/2022/05/b.md'));
  const { posts, readAnew } = await load();
  expect(posts.find(({ slug }) => slug === 'a')?.context?.refs).toEqual({ b: '/blog/2022/05/b/' });
  expect(readAnew).toEqual(['blog/2022/05/b.md']);
});
