import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '@/lib/check/check';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const event = 'title: A talk\nkind: talk\nstart: 2022-03-03\n';
const post = postText();

/** What is reported of files, each `severity code path:line:col`. */
async function problemsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { dir } = await writeContent(files);
  const { problems } = await check(dir);
  return problems.map(
    ({ severity, code, file, line, column }) => `${severity} ${code} ${relative(dir, file)}:${line}:${column}`,
  );
}

describe('folders and files at the top level', () => {
  it.each([
    ['blogs/2022/03/a.md', post],
    ['Blog/2022/03/a.mdx', post],
    ['bolg/2022/03/a.mdx', post],
    ['event/talk.yaml', event],
    ['EVENTS/talk.yaml', event],
    ['evnets/talk.yml', event],
    ['relases/tool-1.0.0.yaml', 'project: tool\n'],
    ['person/ann.yaml', 'name: Ann\n'],
    ['contributers/2022-03.yaml', 'people: []\n'],
    ['articles/2022/03/a.mdx', post],
    ['2022/03/a.md', post],
    ['content/blog/2022/03/a.md', post],
    ['posts/a.md', post],
    ['a.mdx', post],
    ['project.yaml', 'projects: []\n'],
    ['projects.yml', 'projects: []\n'],
    ['events.yaml', event],
  ])('%s is an error, because it would not be published', async (path, text) => {
    expect(await problemsOf({ [path]: text })).toEqual([`error file/unknown-folder ${path}:1:1`]);
  });

  it.each(['event/talk.md', 'blogs/logo.svg', 'template/readme.txt'])('%s is a warning', async (path) => {
    expect(await problemsOf({ [path]: 'Text.\n' })).toEqual([`warning file/unknown-folder ${path}:1:1`]);
  });

  it.each([
    ...['docs/install.md', 'about/index.md', 'en/_index.md', 'community/team.yaml', 'news/a.md', 'search.md'],
    ...['_index.html', 'config.yaml', 'blogs/.gitkeep', '.blog/a.mdx', 'templates/a.mdx', 'published/2022-03.txt'],
  ])('%s is accepted', async (path) => {
    expect(await problemsOf({ [path]: path.endsWith('.txt') ? '' : post })).toEqual([]);
  });
});

describe('posts in the folders of other posts', () => {
  it.each(['blog/2022/index.md', 'blog/2022/03/index.mdx'])('%s is an error', async (path) => {
    const files = { [path]: post, 'blog/2022/03/a.md': post, 'blog/2022/03/b/index.md': post };
    expect(await problemsOf(files)).toEqual([`error post/owns-period ${path}:1:1`]);
  });

  const owner = 'blog/2022/03/a/index.md';
  it.each([
    ['next to index.md', { [owner]: post, 'blog/2022/03/a/b.md': post }, 'post/inside-post blog/2022/03/a/b.md'],
    ['in a deeper folder', { [owner]: post, 'blog/2022/03/a/c/b.MD': post }, 'post/inside-post blog/2022/03/a/c/b.MD'],
    ['that is called _index.md', { 'blog/2022/03/a/_index.md': post }, 'post/section blog/2022/03/a/_index.md'],
    [
      'whose front matter is TOML',
      { [owner]: post, 'blog/2022/03/a/b.md': '+++\ntitle = "B"\n+++\n' },
      'post/inside-post blog/2022/03/a/b.md',
    ],
  ])('a post %s is reported', async (_, files, problem) => {
    expect(await problemsOf(files)).toEqual([`warning ${problem}:1:1`]);
  });

  it.each([
    ['a text that it shows', { [owner]: `${post}{{< readfile "b.md" >}}\n`, 'blog/2022/03/a/b.md': post }],
    ['a text without front matter', { [owner]: post, 'blog/2022/03/a/README.md': 'Read me.\n' }],
    ['an introduction to posts', { 'blog/2022/03/a/_index.md': post, 'blog/2022/03/a/b.md': post }],
    ['an introduction to a month', { 'blog/2022/03/_index.md': post, 'blog/2022/_index.md': post }],
  ])('%s is accepted', async (_, files) => expect(await problemsOf(files)).toEqual([]));
});

describe('posts with a wrong file extension', () => {
  it.each([
    ['blog/2022/03/a.MD', 'rename it to a.md'],
    ['blog/2022/03/a.Mdx', 'rename it to a.mdx'],
    ['blog/2022/03/a.MARKDOWN', 'rename it to a.md'],
    ['blog/2022/03/a.html', 'rewrite it as Markdown, in a file that ends in .md, if it is a post'],
  ])('%s: %s', async (path, fix) => {
    const { dir } = await writeContent({ [path]: post });
    expect((await check(dir)).problems.map((problem) => problem.fix)).toEqual([fix]);
  });

  it('are reported once in the folder of a post', async () => {
    for (const owner of ['index.md', 'index.mdx']) {
      const files = { [`blog/2022/03/a/${owner}`]: post, 'blog/2022/03/a/b.mdx': post };
      expect(await problemsOf(files)).toEqual(['error post/inside-post blog/2022/03/a/b.mdx:1:1']);
    }
  });

  it('reports a conflict in a file that readfile shows, and does not call the file missing', async () => {
    const conflict = '<<<<<<< HEAD\na\n';
    const files = { 'blog/2022/03/a/index.md': `${post}{{< readfile "b.txt" >}}\n`, 'blog/2022/03/a/b.txt': conflict };
    expect(await problemsOf(files)).toEqual(['error text/conflict blog/2022/03/a/b.txt:1:1']);
  });
});

describe('leftovers of editors and other programs', () => {
  it.each([
    ...['blog/2022/03/a.md~', 'blog/2022/03/#a.md#', 'blog/2022/03/a.md.orig', 'blog/2022/03/a.mdx.rej'],
    ...['blog/2022/03/b/a.png.bak', 'blog/2022/03/a.md.swp', 'blog/2022/03/a_BACKUP_1234.md', 'events/talk.yaml~'],
    ...['events/talk_LOCAL_12.yaml', 'events/talk.yaml.r12', 'blog/Thumbs.db', 'blog/2022/03/a.sync-conflict-2022.md'],
    ...['blog/2022/03/~$a.docx', 'events/talk.yaml.BAK', 'events/talk.yaml.save.1', 'blog/2022/03/4913'],
    ...['blog/2022/03/a (conflicted copy 2022-03-01).md', 'projects.yaml.orig', 'blog/2022/03/a.md___jb_tmp___'],
    ...['blog/2022/03/merge_file_a1B2c3', 'events/desktop.ini', 'events/talk.yaml.tmp'],
  ])('%s is ignored with a warning', async (path) => {
    const files = { 'blog/2022/03/b/index.mdx': post, [path]: post };
    expect(await problemsOf(files)).toEqual([`warning file/leftover ${path}:1:1`]);
  });

  it('are ignored without a warning if the name begins with a dot', async () => {
    const names = ['blog/2022/03/.#a.md', 'blog/2022/03/.a.md.swp', 'events/.DS_Store', '.projects.yaml.swp'];
    names.push('blog/2022/03/.nfs0123', 'events/.fuse_hidden0123');
    expect(await problemsOf(Object.fromEntries(names.map((name) => [name, 'x'])))).toEqual([]);
  });

  it('do not include valid names of posts', async () => {
    expect(
      await problemsOf({
        'blog/2022/03/what-is.orig.md': post,
        'blog/2022/03/base-1.md': post,
        'blog/2022/03/merge_file_names.md': post,
      }),
    ).toEqual([]);
  });
});

describe('a section of a Hugo site that has the name of a kind', () => {
  it('causes a warning, and its entries are still read', async () => {
    const { dir } = await writeContent({
      'ecosystem/_index.md': post,
      'ecosystem/registry/a.md': post,
      'ecosystem/logo.png': 'x',
      'people/ann.yaml': 'name: Ann\n',
    });
    const { problems, content } = await check(dir);
    expect(new Set(problems.map(({ severity, code }) => `${severity} ${code}`))).toEqual(
      new Set(['warning file/type']),
    );
    expect(content.community.people).toHaveLength(1);
  });

  it('is an error if it is not such a section', async () => {
    const { dir } = await writeContent({ 'ecosystem/a.md': post });
    expect((await check(dir)).problems).toMatchObject([{ severity: 'error', code: 'file/type' }]);
  });

  it('causes only a warning next to a blog folder with a similar name', async () => {
    const found = async (files: Readonly<Record<string, string>>) =>
      (await check((await writeContent(files)).dir)).problems.map(({ severity, code }) => `${severity} ${code}`);
    expect(await found({ 'posts/a.md': post, 'blog/2022/03/a.md': post })).toEqual(['warning file/unknown-folder']);
    expect(await found({ 'posts/a.md': post })).toEqual(['error file/unknown-folder']);
    expect(await found({ 'posts/a.mdx': post, 'blog/2022/03/a.md': post })).toEqual(['error file/unknown-folder']);
  });
});
