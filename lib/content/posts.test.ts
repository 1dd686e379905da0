import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { loadPosts } from '@/lib/content/load-posts';
import type { Post } from '@/lib/content/posts';
import { byFolder } from '@/lib/kinds/index';
import { type ContentFolder, postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

/** The posts, and the problems as `path:line:column code`, paths as they are below the content folder. */
async function load({ dir, shown }: ContentFolder) {
  const { posts, problems } = await loadPosts(dir);
  const root = shown('');
  const places = problems.map(
    ({ file, line, column, code }) => `${file.slice(root.length + 1)}:${line}:${column} ${code}`,
  );
  return { posts, problems, places: places.sort() };
}

async function loadFiles(files: Readonly<Record<string, string | Uint8Array>>) {
  return load(await writeContent(files));
}

async function loadOne(text: string, path = 'blog/2022/03/x.mdx'): Promise<Post> {
  const { posts, problems } = await loadFiles({ [path]: text });
  expect(problems).toEqual([]);
  expect(posts).toHaveLength(1);
  return posts[0] as Post;
}

const sound = postText();

describe('a valid post', () => {
  it('has the values of its front matter, and defaults for the rest', async () => {
    const { dir, shown } = await writeContent({ 'blog/2022/03/x.mdx': sound });
    const { posts, problems } = await loadPosts(dir);
    expect(problems).toEqual([]);
    expect(posts).toEqual([
      {
        title: 'A post',
        date: new Date('2022-03-01'),
        url: '/blog/2022/03/x/',
        year: '2022',
        month: '03',
        slug: 'x',
        file: 'blog/2022/03/x.mdx',
        shownFile: shown('blog/2022/03/x.mdx'),
        format: 'mdx',
        coverage: {
          period: undefined,
          ahead: undefined,
          releases: [],
          events: [],
          adopters: [],
          ecosystem: [],
          links: [],
          people: [],
          contributors: [],
          posts: [],
          omit: [],
          fromText: byFolder(() => []),
        },
        authors: [],
        tags: [],
        aliases: [],
        draft: false,
        evergreen: false,
        body: '\nHello.\n',
        bodyLine: 5,
        files: [],
      },
    ]);
  });

  it('leads with its headline, and keeps the title as the line above it and for its address', async () => {
    const fields = ['headline: Tool 2 is out', 'linkTitle: Short'];
    const post = await loadOne(postText({ fields }), 'blog/x.md');
    expect(post).toMatchObject({ title: 'Tool 2 is out', kicker: 'A post', linkTitle: undefined });
    expect(post.url).toBe('/blog/2022/03/a-post/');
    const plain = await loadOne(postText({ fields: ['linkTitle: Short'] }));
    expect(plain).toMatchObject({ title: 'A post', linkTitle: 'Short' });
    expect(plain.kicker).toBeUndefined();
  });

  it('merges `author` and `authors`, and removes duplicate authors, tags and aliases', async () => {
    const fields = ['author: a', 'authors: [b, a, c]', 'tags: [x, y, x]', 'aliases: [/old, /old/]'];
    const post = await loadOne(postText({ fields }));
    expect(post.authors).toEqual([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    expect(post.tags).toEqual(['x', 'y']);
    expect(post.aliases).toEqual(['/old/']);
  });

  it('drops an alias that is its own address', async () => {
    const post = await loadOne(postText({ fields: ['aliases: [/blog/2022/03/x, /old/]'] }));
    expect(post.aliases).toEqual(['/old/']);
  });

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte-order mark', (text: string) => `\ufeff${text}`],
    ['both', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ])('is the same with %s as with LF', async (_, change) => {
    const text = postText({ fields: ['tags: [a]', 'description: >-', '  two', '  lines'], body: 'One.\n\n- two\n' });
    expect(change(text)).not.toBe(text);
    const { shownFile: _shown, ...changed } = await loadOne(change(text));
    const { shownFile: _other, ...plain } = await loadOne(text);
    expect(changed).toEqual(plain);
  });
});

describe('the address of a post', () => {
  it.each([
    ['its `url:` before all', 'blog/2022/03/x.mdx', ['url: /blog/2020/01/y/', 'slug: z'], '/blog/2020/01/y/'],
    ['its `url:`, the final slash added', 'blog/2022/03/x.mdx', ['url: /blog/2020/01/y'], '/blog/2020/01/y/'],
    ['its `url:` with dots', 'blog/x.md', ['url: /blog/2024/05/tool-v2.3.0/'], '/blog/2024/05/tool-v2.3.0/'],
    ['its file where that spells one', 'blog/2020/01/y.md', [], '/blog/2020/01/y/'],
    ['its folder where that spells one', 'blog/2020/01/y/index.md', [], '/blog/2020/01/y/'],
    ['its date and title', 'blog/2020-01-01-y.md', [], '/blog/2022/03/a-post/'],
    ['its date and title, in a folder', 'blog/2020-01-01-y/index.md', [], '/blog/2022/03/a-post/'],
    ['its date and `slug:`', 'blog/y.md', ['slug: Z z'], '/blog/2022/03/z-z/'],
  ])('is that of %s', async (_, path, fields, url) => {
    expect((await loadOne(postText({ fields }), path)).url).toBe(url);
  });

  it('uses the year and month of the date in UTC', async () => {
    const text = (date: string) => `---\ntitle: X\ndate: ${date}\n---\n`;
    expect((await loadOne(text('2022-12-31T23:30:00-05:00'), 'blog/x.md')).url).toBe('/blog/2023/01/x/');
    expect((await loadOne(text('2023-01-01T00:30:00+01:00'), 'blog/x.md')).url).toBe('/blog/2022/12/x/');
  });

  it.each([
    ['a `url:` elsewhere', 'blog/x.mdx', ['url: /news/2022/03/x/'], ['url: /blog/2022/03/x/'], '4:6'],
    [
      'a `url:` in a month that does not exist',
      'blog/x.mdx',
      ['url: /blog/2022/13/x/'],
      ['url: /blog/2022/12/x/'],
      '4:6',
    ],
    ['a file in a month that does not exist', 'blog/2022/13/x.md', [], ['url: /blog/2022/12/x/'], '2:8'],
    ['a file whose name is no slug', 'blog/2022/03/a b.md', [], ['url: /blog/2022/03/a-b/'], '2:8'],
    ['a `slug:` without a letter', 'blog/x.md', ['slug: "💖"'], ['slug: heart'], '4:7'],
  ])('is rejected if it is not /blog/YYYY/MM/slug/: %s', async (_, path, bad, good, place) => {
    const refused = await loadFiles({ [path]: postText({ fields: bad }) });
    expect(refused.places).toEqual([`${path}:${place} post/address`]);
    expect(refused.posts).toEqual([]);
    expect((await loadFiles({ [path]: postText({ fields: good }) })).places).toEqual([]);
  });

  it('comes from the file name if the title makes no slug', async () => {
    const text = (title: string) => `---\ntitle: "${title}"\ndate: 2022-03-01\n---\n`;
    expect((await loadOne(text('💖'), 'blog/x.md')).url).toBe('/blog/2022/03/x/');
    expect((await loadOne(text('新'.repeat(70)), 'blog/x/index.md')).url).toBe('/blog/2022/03/x/');
    expect((await loadOne(text('💖 y'), 'blog/x.md')).url).toBe('/blog/2022/03/y/');
    expect((await loadFiles({ 'blog/💖.md': text('💖') })).places).toEqual(['blog/💖.md:2:8 post/address']);
  });
});

describe('duplicate addresses', () => {
  it('are reported with both files', async () => {
    const { dir, shown } = await writeContent({
      'blog/2022/03/x.mdx': sound,
      'blog/other.md': postText({ fields: ['url: /blog/2022/03/x/'] }),
    });
    const { problems } = await loadPosts(dir);
    expect(problems.map(formatDiagnostic)).toEqual([
      `${shown('blog/other.md')}:4:6: error post/duplicate-address: "/blog/2022/03/x/" is also the address of ` +
        `${shown('blog/2022/03/x.mdx')} (fix: give one of the two another address)`,
    ]);
  });

  it.each([
    ['the same', '/blog/2022/03/x/', '/blog/2022/03/y/'],
    ['capital letters only', '/blog/2022/03/X/', '/blog/2022/03/XX/'],
  ])('include those that look the same: %s', async (_, bad, good) => {
    const files = (url: string) => ({
      'blog/2022/03/x.mdx': sound,
      'blog/z.md': postText({ fields: [`url: ${url}`] }),
    });
    expect((await loadFiles(files(bad))).places).toEqual(['blog/z.md:4:6 post/duplicate-address']);
    expect((await loadFiles(files(good))).places).toEqual([]);
  });

  it('include those that differ only in the Unicode form of accents', async () => {
    const { places } = await loadFiles({
      'blog/a.md': postText({ fields: ['url: /blog/2022/03/caf\u00e9/'] }),
      'blog/b.md': postText({ fields: ['url: /blog/2022/03/cafe\u0301/'] }),
    });
    expect(places).toEqual(['blog/b.md:4:6 post/duplicate-address']);
  });

  it('are reported for each post after the first', async () => {
    const fields = ['url: /blog/2022/03/x/'];
    const { places } = await loadFiles({
      'blog/a.md': postText({ fields }),
      'blog/b.md': postText({ fields }),
      'blog/c.md': postText({ fields }),
    });
    expect(places).toEqual(['blog/b.md:4:6 post/duplicate-address', 'blog/c.md:4:6 post/duplicate-address']);
  });

  it('include an alias that hides a post', async () => {
    const files = (alias: string) => ({
      'blog/2022/03/x.mdx': sound,
      'blog/2022/03/y.mdx': postText({ fields: [`aliases: [${alias}]`] }),
    });
    expect((await loadFiles(files('/blog/2022/03/x'))).places).toEqual([
      'blog/2022/03/y.mdx:4:11 post/alias-hides-page',
    ]);
    expect((await loadFiles(files('/blog/2022/03/old'))).places).toEqual([]);
  });

  it('include an alias that two posts have', async () => {
    const files = (alias: string) => ({
      'blog/2022/03/x.mdx': postText({ fields: ['aliases: [/old/]'] }),
      'blog/2022/03/y.mdx': postText({ fields: [`aliases: [${alias}]`] }),
    });
    const { problems, places } = await loadFiles(files('/OLD'));
    expect(places).toHaveLength(1);
    expect(places[0]).toMatch(/ post\/alias-twice$/);
    expect(problems[0]?.message).toContain('blog/2022/03/');
    expect((await loadFiles(files('/older'))).places).toEqual([]);
  });

  // The list is what is served there; the alias would lead nowhere, without a word.
  it.each(['/blog/', '/blog/2022/', '/blog/2022/03/'])('are those of an alias that is a list: %s', async (alias) => {
    const files = (path: string) => ({ 'blog/2022/03/x.mdx': postText({ fields: [`aliases: [${path}]`] }) });
    expect((await loadFiles(files(alias))).places).toHaveLength(1);
    expect((await loadFiles(files(`${alias}old/`))).places).toEqual([]);
  });
});

describe('rejects, next to a similar file that is accepted', () => {
  it.each([
    ['no front matter', 'title: A post\n', sound, '1:1 front-matter/missing'],
    ['no closing line', '---\ntitle: A post\ndate: 2022-03-01\n', sound, '1:1 front-matter/unclosed'],
    ['front matter that would run', sound.replace('---', '---js'), sound, '1:1 front-matter/opener'],
    ['invalid YAML', postText({ fields: ['tags: [a'] }), postText({ fields: ['tags: [a]'] }), '4:9 yaml/invalid'],
    ['an unknown key', postText({ fields: ['titel: x'] }), postText({ fields: ['slug: x'] }), '4:1 post/unknown-key'],
    ['a day that does not exist', sound.replace('03-01', '02-30'), sound, '3:7 date/calendar'],
    [
      'a draft that is unclear',
      postText({ fields: ['draft: maybe'] }),
      postText({ fields: ['draft: no'] }),
      '4:8 post/type',
    ],
    [
      'Latin-1',
      Buffer.from(sound.replace('Hello', 'Caf\xff'), 'latin1'),
      sound.replace('Hello', 'Cafÿ'),
      '6:4 file/encoding',
    ],
  ])('%s', async (_, bad, good, place) => {
    const refused = await loadFiles({ 'blog/2022/03/x.md': bad, 'blog/2022/03/y.md': sound });
    expect(refused.places).toContain(`blog/2022/03/x.md:${place}`);
    expect(refused.posts.map(({ slug }) => slug)).toEqual(['y']);
    expect((await loadFiles({ 'blog/2022/03/x.md': good })).places).toEqual([]);
  });

  it.each(['x.js', 'x.html', 'x.mjs', 'x.svgz', 'x.txt', 'LICENSE', 'sub/x.js'])('%s next to a post', async (name) => {
    const folder = 'blog/2022/03/x';
    const { places, posts } = await loadFiles({ [`${folder}/index.mdx`]: sound, [`${folder}/${name}`]: 'x' });
    expect(places).toEqual([`${folder}/${name}:1:1 file/type`]);
    expect(posts[0]?.files).toEqual([]);
    const allowed = await loadFiles({ [`${folder}/index.mdx`]: sound, [`${folder}/${name}.png`]: 'x' });
    expect(allowed.places).toEqual([]);
    expect(allowed.posts[0]?.files.map((file) => file.name)).toEqual([`${name}.png`]);
  });

  it('both index.md and index.mdx', async () => {
    const folder = 'blog/2022/03/x';
    const both = await loadFiles({ [`${folder}/index.md`]: sound, [`${folder}/index.mdx`]: sound });
    expect(both.places).toEqual([`${folder}/index.mdx:1:1 post/two-files`]);
    expect((await loadFiles({ [`${folder}/index.mdx`]: sound })).places).toEqual([]);
  });

  it('a post as file and as folder of the same name', async () => {
    const both = await loadFiles({ 'blog/2022/03/x.md': sound, 'blog/2022/03/x/index.md': sound });
    expect(both.places).toEqual(['blog/2022/03/x/index.md:1:1 post/duplicate-address']);
  });

  it('a picture that belongs to no post', async () => {
    const stray = await loadFiles({ 'blog/2022/03/x.mdx': sound, 'blog/2022/03/x.png': 'x' });
    expect(stray.places).toEqual(['blog/2022/03/x.png:1:1 file/stray']);
    const owned = await loadFiles({ 'blog/2022/03/x/index.mdx': sound, 'blog/2022/03/x/x.png': 'x' });
    expect(owned.places).toEqual([]);
  });

  it('a file that is not a post', async () => {
    const { places } = await loadFiles({ 'blog/2022/03/x.txt': sound, 'blog/2022/03/y.mdx': sound });
    expect(places).toEqual(['blog/2022/03/x.txt:1:1 file/type']);
  });

  it('a link out of the content folder', async () => {
    const elsewhere = await writeContent({ 'secret.md': sound });
    const folder = await writeContent({ 'shared/in.md': sound, 'blog/2022/03/y.md': sound });
    await symlink(join(elsewhere.dir, 'secret.md'), join(folder.dir, 'blog/2022/03/out.md'));
    await symlink('../../../shared/in.md', join(folder.dir, 'blog/2022/03/in.md'));
    const { places, posts } = await load(folder);
    expect(places).toEqual(['blog/2022/03/out.md:1:1 file/kind']);
    expect(posts.map(({ slug }) => slug)).toEqual(['in', 'y']);
  });
});

describe('files next to a post', () => {
  it('have their relative name and type, in subfolders too', async () => {
    const folder = await writeContent({
      'blog/2022/03/x/index.mdx': sound,
      'blog/2022/03/x/A.PNG': 'x',
      'blog/2022/03/x/images/b.svg': 'xy',
      'blog/2022/03/x/c.pdf': 'xyz',
    });
    const { posts, places } = await load(folder);
    expect(places).toEqual([]);
    expect(posts[0]?.files).toEqual(
      [
        ['A.PNG', 'image/png', 1],
        ['c.pdf', 'application/pdf', 3],
        ['images/b.svg', 'image/svg+xml', 2],
      ].map(([name, type, size]) => ({
        name,
        type,
        size,
        absolute: join(folder.dir, 'blog/2022/03/x', String(name)),
        version: expect.any(String),
      })),
    );
  });

  it('stay with a post inside the folder of another, or that post is rejected', async () => {
    const { posts, problems } = await loadFiles({
      'blog/2022/03/x/index.mdx': sound,
      'blog/2022/03/x/a.png': '',
      'blog/2022/03/x/y/index.mdx': postText({ fields: ['url: /blog/2022/03/y/'] }),
      'blog/2022/03/x/y/b.png': '',
    });
    const inner = posts.find(({ slug }) => slug === 'y');
    if (inner) expect(inner.files.map(({ name }) => name)).toEqual(['b.png']);
    else expect(problems).toHaveLength(1);
  });
});

describe('the list of posts', () => {
  it('is empty, without problems, for an empty content folder', async () => {
    expect(await loadFiles({})).toMatchObject({ posts: [], problems: [] });
    expect(await loadFiles({ 'blog/.gitkeep': '' })).toMatchObject({ posts: [], problems: [] });
    expect((await loadFiles({ 'blog/2022/03/x.md': sound })).posts).toHaveLength(1);
  });

  it('ignores the section files of Hugo', async () => {
    const { posts, places } = await loadFiles({
      'blog/_index.md': 'no post',
      'blog/2022/_index.fr.md': 'no post',
      'blog/2022/03/x.md': sound,
    });
    expect(places).toEqual([]);
    expect(posts).toHaveLength(1);
  });

  it('is sorted by date, newest first, then by address', async () => {
    const dated = (date: string) => sound.replace('2022-03-01', date);
    const { posts } = await loadFiles({
      'blog/2022/03/b.md': dated('2022-03-01'),
      'blog/2022/03/a.md': dated('2022-03-01T00:00:00Z'),
      'blog/2022/03/c.md': dated('2022-03-01T01:00:00+02:00'),
      'blog/2022/03/d.md': dated('2022-03-02'),
    });
    expect(posts.map(({ slug }) => slug)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('includes drafts and scheduled posts for the check', async () => {
    const { posts } = await loadFiles({
      'blog/2022/03/a.md': postText({ fields: ['draft: true'] }),
      'blog/2999/03/b.md': sound.replace('2022', '2999'),
    });
    expect(posts.map(({ slug, draft }) => [slug, draft])).toEqual([
      ['b', false],
      ['a', true],
    ]);
  });

  it('has the place of each front matter value', async () => {
    const { dir } = await writeContent({ 'blog/2022/03/a.md': postText({ fields: ['tags: [x, y]'] }) });
    const { posts, places } = await loadPosts(dir);
    expect(places.get(posts[0] as Post)?.placeOf(['tags', 1])).toEqual({ line: 4, column: 11 });
  });

  it('has the problems of every file', async () => {
    const { places } = await loadFiles({
      'blog/2022/03/a.md': postText({ fields: ['titel: x', 'draft: maybe'] }),
      'blog/2022/03/b.md': '---\ntitle: x\n',
      'blog/2022/03/c/index.md': sound,
      'blog/2022/03/c/x.js': '',
      'blog/2022/03/d.md': sound,
    });
    expect(places).toEqual([
      'blog/2022/03/a.md:4:1 post/unknown-key',
      'blog/2022/03/a.md:5:8 post/type',
      'blog/2022/03/b.md:1:1 front-matter/unclosed',
      'blog/2022/03/c/x.js:1:1 file/type',
    ]);
  });

  it('fails again when the same invalid file is read again', async () => {
    const folder = await writeContent({ 'blog/2022/03/a.md': '---\ntitle: "x\n---\n' });
    const first = await load(folder);
    expect(first.places).toEqual(['blog/2022/03/a.md:2:10 yaml/invalid']);
    expect(await load(folder)).toEqual(first);
  });

  it('reads more files than may be open at once', async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`blog/2022/03/p${index}.md`, sound]));
    const { posts } = await loadFiles(files);
    expect(new Set(posts.map(({ url }) => url)).size).toBe(100);
  });
});
