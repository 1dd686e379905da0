// Copies of posts differ only where they must.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseFrontMatter } from '@/lib/content/front-matter';
import { loadPosts } from '@/lib/content/load-posts';
import { makePosts, type SourcePost, toMadePost } from '@/lib/tooling/bench/make-posts';

const update: SourcePost = {
  url: '/blog/2022/03/february-update/',
  slug: 'february-update',
  format: 'md',
  aliases: ['/blog/2022-03-01-february-update/'],
  body: 'See ![a diagram](./diagram.png) and [ours](/blog/2024/05/tool-v2.3.0).\n\n{{< imgproc diagram Resize x700 >}}\nCaption\n{{< /imgproc >}}\n',
  frontMatter: {
    title: 'February 2022 update',
    date: '2022-03-01',
    url: '/blog/2022/03/february-update/',
    aliases: ['/blog/2022-03-01-february-update/'],
    image: 'diagram.png',
    tags: ['monthly-update', '1.10'],
  },
  files: [{ name: 'diagram.png', absolute: '/nowhere/diagram.png' }],
};

const release: SourcePost = {
  url: '/blog/2024/05/tool-v2.3.0/',
  slug: 'tool-v2.3.0',
  format: 'mdx',
  aliases: [],
  body: 'After [February](/blog/2022-03-01-february-update/#adopters), <Note>news</Note>.\n',
  frontMatter: { title: 'Tool 2.3', date: '2024-05-13', slug: 'tool-v2.3.0' },
  files: [],
};

const sources = [update, release];

function read(text: string) {
  const split = parseFrontMatter(text);
  if (Array.isArray(split)) throw new Error(split[0]?.message);
  return { ...split.frontMatter.data, body: split.body };
}

describe('toMadePost', () => {
  it('gives a copy a title, a date and an address of its own, and drops its aliases', () => {
    const { file, text } = toMadePost(sources, 0);
    expect(file).toBe('blog/2014/01/february-update-1/index.md');
    expect(read(text)).toMatchObject({
      title: 'February 2022 update 1',
      date: '2014-01-01',
      url: '/blog/2014/01/february-update-1/',
      tags: ['monthly-update', '1.10'],
    });
    expect(read(text)).not.toHaveProperty('aliases');
    expect(read(toMadePost(sources, 1).text)).not.toHaveProperty('slug');
  });

  it('keeps the format, and links to the first copy of the target', () => {
    const { file, text } = toMadePost(sources, 3);
    expect(file).toBe('blog/2014/04/tool-v2.3.0-4/index.mdx');
    expect(text).toContain('[February](/blog/2014/01/february-update-1/#adopters)');
    expect(toMadePost(sources, 2).text).toContain('[ours](/blog/2014/02/tool-v2.3.0-2/)');
  });

  it('keeps pictures only with the first copy', () => {
    const [first, later] = [toMadePost(sources, 0), toMadePost(sources, 2)];
    expect(first.files).toEqual(update.files);
    expect(read(first.text)).toMatchObject({ image: 'diagram.png' });
    expect(first.text).toContain('![a diagram](./diagram.png)');
    expect(first.text).toContain('imgproc diagram');
    expect(later.files).toEqual([]);
    expect(read(later.text)).not.toHaveProperty('image');
    expect(later.text).toContain('![a diagram](/favicon.svg)');
    expect(later.text).not.toContain('imgproc');
    expect(later.text).toContain('Caption');
  });

  it('gives 2,000 posts 2,000 addresses, evenly over twelve years', () => {
    const files = Array.from({ length: 2000 }, (_, index) => toMadePost(sources, index).file);
    expect(new Set(files).size).toBe(2000);
    const years = [...new Set(files.map((file) => file.slice(0, 'blog/2014/'.length)))];
    expect(years).toHaveLength(12);
    for (const year of years) {
      const inYear = files.filter((file) => file.startsWith(year)).length;
      expect(Math.abs(inYear - 2000 / 12)).toBeLessThanOrEqual(12);
    }
  });
});

describe('makePosts', () => {
  const from = 'e2e/fixtures/fork';
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'make-posts-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('writes a content folder that the site reads without a problem', async () => {
    const made = await makePosts(from, dir, 20);
    expect(made).toMatchObject({ posts: 20 });
    const { posts, problems } = await loadPosts(dir);
    expect(problems).toEqual([]);
    expect(posts).toHaveLength(20);
    const beside = await readdir(from);
    expect((await readdir(dir)).sort()).toEqual(beside.sort());
  });

  it('reports that there is nothing to copy', async () => {
    await expect(makePosts(dir, join(dir, 'to'), 1)).rejects.toThrow('There is no post in');
  });
});
