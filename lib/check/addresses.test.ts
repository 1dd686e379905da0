import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '@/lib/check/check';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

/** What is reported of files, each `code path:line:col`. */
async function problemsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { dir } = await writeContent(files);
  const { problems } = await check(dir);
  return problems.map(({ code, file, line, column }) => `${code} ${relative(dir, file)}:${line}:${column}`);
}

const path = 'blog/2022/03/a.mdx';
const withAlias = (alias: string) => ({ [path]: postText({ fields: ['aliases:', `  - ${JSON.stringify(alias)}`] }) });

describe('an alias', () => {
  it.each([
    ...['/*', '/old/:name/', '/(old)/', '/old/[...slug]/', '/{a}/', '/"><b>/', '/a|b/', '/a^/', '/a`b/', '/a b/'],
    ...['/a?b/', '/a#b/', '/a%2Fb/', '//evil.example/', 'https://example.org/', '/'],
  ])('%s is refused', async (alias) => {
    expect(await problemsOf(withAlias(alias))).toEqual([`address/form ${path}:5:5`]);
  });

  it.each([
    ...['/404/', '/500', '/404.html', '/_error/', '/_Error/', '/_not-found/', '/_next/', '/_next/static/x/', '/api/x/'],
    ...['/_redirects', '/_headers/', '/index.html', '/.netlify/functions/x/', '/cdn-cgi/x/', '/.nojekyll'],
    ...['/blog/index.html', '/feed.xml', '/feed.xml/old/', '/robots.txt', '/blog/2022/03/a/index.md'],
    ...['/events/', '/blog/2022/', '/Search/'],
  ])('%s hides what the site, the framework or hosts have there', async (alias) => {
    const found = await problemsOf(withAlias(alias));
    expect(new Set(found.map((problem) => problem.split(' ')[0]))).toEqual(new Set(['post/alias-hides-page']));
    expect(found).toContain(`post/alias-hides-page ${path}:5:5`);
  });

  it.each([
    ...['/2021/10/moved/', '/über/uns/', '/notes-v1.2/', '/c++/moved/', '/~old/Moved', "/it's/", '/a,b;c=d&e@f!/'],
    ...['/error/404/', '/old/404', '/old/index.html', '/next/x/', '/blog/feed.xml.old/', '/apis/', '/旧/'],
  ])('%s is accepted', async (alias) => expect(await problemsOf(withAlias(alias))).toEqual([]));

  it.each([
    ['old', '/blog/2022/03/old/'],
    ['../04/old', '/blog/2022/04/old/'],
    ['./old/', '/blog/2022/03/old/'],
    ['/../a/./b/', '/a/b/'],
    ['caf%C3%A9', '/blog/2022/03/café/'],
    ['old.html', '/blog/2022/03/old.html/'],
  ])('%s is next to the post, %s', async (alias, meant) => {
    const { dir } = await writeContent(withAlias(alias));
    const { problems, content } = await check(dir);
    expect(problems).toEqual([]);
    expect(content.posts[0]?.aliases).toEqual([meant]);
  });

  it.each(['/*', '/a b/', '/old/:name/', 'https://example.org/old/'])(
    '%s is left out of a Markdown post, with a warning',
    async (alias) => {
      const { dir } = await writeContent({
        'blog/2022/03/a.md': postText({ fields: [`aliases: [/old/, "${alias}"]`] }),
      });
      const { problems, content } = await check(dir);
      expect(problems).toMatchObject([{ severity: 'warning', code: 'address/form', line: 4, column: 18 }]);
      expect(content.posts[0]?.aliases).toEqual(['/old/']);
    },
  );

  it('has its own place, in a list as in a single text', async () => {
    const list = { [path]: postText({ fields: ['aliases: [/old, /old/, /events]'] }) };
    expect(await problemsOf(list)).toContain(`post/alias-hides-page ${path}:4:24`);
    const single = { [path]: postText({ fields: ['aliases: /_next/x'] }) };
    expect(await problemsOf(single)).toEqual([`post/alias-hides-page ${path}:4:10`]);
  });
});

describe('an address', () => {
  const long = 'o'.repeat(201);
  const fits = 'o'.repeat(200);
  const post = (...fields: string[]) => ({ [path]: postText({ fields }) });

  it.each([
    ['a part of an alias', post(`aliases: [/x, /old/${long}]`), `${path}:4:15`],
    ['an alias of 31 parts', post(`aliases: [/${'o/'.repeat(31)}]`), `${path}:4:11`],
    ['an alias of 1,001 bytes', post(`aliases: [/${`${'o'.repeat(199)}/`.repeat(5)}]`), `${path}:4:11`],
    ['a tag', post('tags:', '  - x', `  - ${long}`), `${path}:6:5`],
    ['a tag in two-byte letters', post(`tags: [${'é'.repeat(101)}]`), `${path}:4:8`],
    ['a category', post('tags: [x]', `categories: [${long}]`), `${path}:5:14`],
    ['a url', post(`url: /blog/2022/03/${long}/`), `${path}:4:6`],
    ['a slug', { 'blog/a.md': postText({ fields: [`slug: ${long}`] }) }, 'blog/a.md:4:7'],
    ['a title and a file', { [`blog/${long}.md`]: postText().replace('A post', long) }, `blog/${long}.md:2:8`],
    ['a file', { [`blog/2022/03/${long}.md`]: postText() }, `blog/2022/03/${long}.md:1:1`],
    ['an event', { [`events/${long}.yaml`]: 'title: A\nkind: talk\nstart: 2022-03-03\n' }, `events/${long}.yaml:1:1`],
  ])('is refused where it is too long: %s', async (_, files, place) => {
    expect(await problemsOf(files)).toEqual([`address/long ${place}`]);
  });

  it.each([
    ['an alias of 30 parts', post(`aliases: [/${'o/'.repeat(30)}]`)],
    ['a part of 200 bytes', post(`aliases: [/old/${fits}]`, `tags: [${fits}]`)],
    ['200 bytes in two-byte letters', post(`tags: [${'é'.repeat(100)}]`)],
    ['a long title, where there is a slug', { 'blog/a.md': postText({ fields: ['slug: a'] }).replace('A post', long) }],
    ['a long title, where the file gives the address', { [path]: postText().replace('A post', long) }],
    ['a file', { [`blog/2022/03/${fits}.md`]: postText() }],
  ])('is accepted where it fits: %s', async (_, files) => expect(await problemsOf(files)).toEqual([]));
});
