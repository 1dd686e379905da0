import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { loadContent } from '@/lib/content/load';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

describe('posts that an edition names', () => {
  const other = '/blog/2022/02/other/';

  async function problemsOf(line: string) {
    const { dir } = await writeContent({
      'blog/2022/02/other.mdx': postText(),
      'blog/2022/03/edition.mdx': postText({ fields: [line] }),
    });
    return (await loadContent(dir)).problems.map(formatDiagnostic);
  }

  it.each([`posts: [${other}]`, 'posts: [/blog/2022/02/other]', 'posts: []'])('may be written as %s', async (line) => {
    expect(await problemsOf(line)).toEqual([]);
  });

  it.each([
    [
      'posts: [/blog/2022/02/othr/]',
      `:4:9: error edition/unknown-post: there is no post /blog/2022/02/othr/ (fix: did you mean ${other}?)`,
    ],
    [`posts: [${other}, ${other}]`, `:4:31: error edition/twice: "${other}" is in "posts:" twice`],
    ['posts: [/blog/2022/03/edition/]', ':4:9: error edition/names-itself'],
    ['posts: [other]', 'error post/address'],
  ])('may not be %s', async (line, message) => {
    const problems = await problemsOf(line);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });
});
