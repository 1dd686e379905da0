import { describe, expect, it } from 'vitest';
import { type ListedPost, postListJsonSchema, postListSchema, toPostList } from '@/lib/output/data/post-list';

const post: ListedPost = {
  path: '/blog/2022/03/a/',
  title: 'A post',
  description: 'What it says.',
  published: new Date('2022-03-01T00:00:00Z'),
  updated: new Date('2022-03-02T00:00:00Z'),
  lang: 'ar',
  authors: [
    { name: 'Ann', path: '/people/ann/' },
    { name: 'Ben', path: undefined },
  ],
  tags: ['发布'],
  period: '2022-02',
};
const bare = { ...post, description: undefined, lang: undefined, authors: [], tags: [], period: undefined };

describe('toPostList', () => {
  const written = (posts: readonly ListedPost[]) => JSON.parse(JSON.stringify(toPostList(posts)));

  it.each([
    ['nothing', []],
    ['a post', [post]],
    ['a post with what must be there alone', [bare]],
  ])('follows its schema with %s', (_, posts) => {
    expect(postListSchema.safeParse(written(posts)).error).toBeUndefined();
    const [entry] = posts;
    const spoilt = { ...written(posts), entries: [{ ...entry, date: 'yesterday' }] };
    expect(postListSchema.safeParse(spoilt).success).toBe(false);
  });

  it('has the addresses of the page and its Markdown', () => {
    expect(written([post]).entries[0]).toMatchObject({
      href: 'https://news.example/blog/2022/03/a/',
      markdown: 'https://news.example/blog/2022/03/a/index.md',
      authors: [{ name: 'Ann', href: 'https://news.example/people/ann/' }, { name: 'Ben' }],
    });
  });
});

it('has a JSON Schema with the names of all fields', () => {
  expect(postListJsonSchema()).toMatchObject({
    $id: 'https://news.example/schemas/posts.json',
    properties: { entries: { items: { required: expect.arrayContaining(['href', 'markdown', 'title', 'updated']) } } },
  });
});
