import { describe, expect, it } from 'vitest';
import { errorsOf } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { leaveOut } from '@/lib/check/leave-out';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

async function leave(files: Readonly<Record<string, string>>) {
  const { dir, shown } = await writeContent({ 'blog/2022/03/good.md': postText(), ...files });
  const { problems, content } = await check(dir);
  const { content: kept, leftOut, errors } = leaveOut(content, errorsOf(problems), dir);
  return {
    posts: kept.posts.map(({ slug }) => slug).sort(),
    leftOut: leftOut.map((file) => file.slice(shown('').length + 1)),
    errors: errors.map(({ code }) => code),
    problems: errorsOf(kept.problems),
  };
}

const good = { posts: ['good'], errors: [], problems: [] };

describe('leaveOut', () => {
  it.each([
    ['front matter', 'blog/2022/03/bad.md', '---\ntitle: A\n---\n'],
    ['a body', 'blog/2022/03/bad.md', postText({ body: '[a](javascript:b)' })],
    ['a key', 'blog/2022/03/bad.md', postText({ fields: ['titel: x'] })],
    ['an address', 'blog/z.md', postText({ fields: ['url: /blog/2022/03/good/'] })],
  ])('leaves out a post with an error in %s', async (_, path, text) => {
    expect(await leave({ [path]: text })).toEqual({ ...good, leftOut: [path] });
  });

  it('leaves out a post whose picture has an error, and names both', async () => {
    const files = {
      'blog/2022/03/b/index.md': postText(),
      'blog/2022/03/b/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    };
    expect(await leave(files)).toEqual({ ...good, leftOut: ['blog/2022/03/b/a.svg', 'blog/2022/03/b/index.md'] });
  });

  it('leaves nothing out of valid content, and keeps the text of the list', async () => {
    expect(await leave({ 'blog/2022/03/next.md': postText() })).toEqual({
      ...good,
      posts: ['good', 'next'],
      leftOut: [],
    });
  });

  it('accepts that the addresses of a post that is left out do not exist', async () => {
    const files = { 'blog/2022/03/bad.md': '---\ntitle: A\n---\n', 'published/2022-03.txt': '/blog/2022/03/bad/\n' };
    expect(await leave(files)).toEqual({ ...good, leftOut: ['blog/2022/03/bad.md'] });
  });

  it('does not leave out entries', async () => {
    expect((await leave({ 'people/ann.yaml': 'nam: Ann\n' })).errors).not.toEqual([]);
  });
});
