import { expect, it } from 'vitest';
import { nearPathFrom } from '@/lib/check/near-path';
import type { Post } from '@/lib/content/posts';

const posts = [
  { slug: 'big-news', file: 'blog/2023/2023-04-01-news.md', url: '/blog/2023/04/big-news/' },
  { slug: 'twice', file: 'blog/2023/a/index.md', url: '/blog/2023/04/twice/' },
  { slug: 'twice', file: 'blog/2024/b.mdx', url: '/blog/2024/05/twice/' },
] as Post[];
const near = nearPathFrom(posts, ['/blog/', '/events/', ...posts.map(({ url }) => url)], 4);

it.each([
  ['its slug', '/blog/Big-News/', '/blog/2023/04/big-news/'],
  ['its old address', '/blog/2023/big-news/', '/blog/2023/04/big-news/'],
  ['its file', '/blog/2024/01/x/news.md', '/blog/2023/04/big-news/'],
  ['its file with a date', '/2023-04-01-news.html', '/blog/2023/04/big-news/'],
  ['its folder', '/posts/a/index.md', '/blog/2023/04/twice/'],
  ['a spelling of an address', '/event/', '/events/'],
])('suggests the intended post: %s', (_, path, url) => {
  expect(near(path)).toBe(url);
});

it('makes no suggestion among several posts of one name, or if no address is similar', () => {
  expect(near('/a/very/different/twice/')).toBeUndefined();
  expect(near('/')).toBeUndefined();
});

it('compares a limited number of addresses with all paths, but any number with posts', () => {
  expect(near('/blg/')).toBe('/blog/');
  expect(near('/eventz/')).toBeUndefined();
  expect(near('/c/news/')).toBe('/blog/2023/04/big-news/');
});
