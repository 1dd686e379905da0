// Hugo posts: their fields, the files next to them, and the data that their shortcodes need.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { check } from '@/lib/check/check';
import { loadPosts } from '@/lib/content/load-posts';
import { getContent, getPost, getPosts } from '@/lib/content/queries';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function load(files: Readonly<Record<string, string>>) {
  const { dir } = await writeContent(files);
  return loadPosts(dir);
}

describe('a Hugo post', () => {
  it('can have every field of Hugo', async () => {
    const fields = [
      'lastmod: 2022-03-02',
      'publishDate: 2022-03-01T12:00:00Z',
      'expiryDate: "2032-03-01 14:30:00+00:00"',
      'author: [ann, bob]',
      'tags: [a]',
      'categories: b',
      'keywords: [c]',
      'weight: 10',
      'type: blog',
      'layout: wide',
      'menu: { main: { weight: 1 } }',
      'slug: the-slug',
      'linkTitle: Short',
      'images: [/img/card.png]',
      'toc: false',
      'params: { a: 1 }',
    ];
    const { posts, problems } = await load({ 'blog/a.md': postText({ fields }) });
    expect(problems).toEqual([]);
    expect(posts).toMatchObject([
      { url: '/blog/2022/03/the-slug/', authors: [{ name: 'ann' }, { name: 'bob' }], tags: ['a', 'b'] },
    ]);
    const wrong = await load({ 'blog/a.md': postText({ fields: ['wieght: 10'] }) });
    expect(wrong.problems).toMatchObject([{ code: 'post/unknown-key', severity: 'warning' }]);
    expect(wrong.problems[0]?.fix).toContain('did you mean "weight"?');
  });

  it.each([
    ['YAML', '---\ntitle: "One: two!"\ndate: 2022-03-01 14:30:00+00:00\n---\n'],
    ['YAML with one-digit hours', '---\ntitle: "One: two!"\ndate: "2022-03-01 8:30:00+00:00"\n---\n'],
    ['TOML', '+++\ntitle = "One: two!"\ndate = 2022-03-01T14:30:00Z\n+++\n'],
    ['TOML with a day', '+++\ntitle = "One: two!"\ndate = 2022-03-01\n+++\n'],
    ['JSON', '{\n  "title": "One: two!",\n  "date": "2022-03-01"\n}\n'],
  ])('without "url:" has the address of its permalink, in %s', async (_, text) => {
    const { posts, problems } = await load({ 'blog/any-name/index.md': `${text}\nHello.\n` });
    expect(problems).toEqual([]);
    expect(posts).toMatchObject([{ url: '/blog/2022/03/one-two/', body: expect.stringContaining('Hello.') }]);
  });

  it('is shown according to Hugo’s fields', async () => {
    const fields = ['linkTitle: Short', 'summary: In a sentence.', 'toc: false'];
    const { posts } = await load({
      'blog/a.md': postText({ fields }),
      'blog/b.md': postText({ fields: ['slug: b', 'description: D.', 'summary: S.', 'toc: true'] }),
    });
    expect(posts[0]).toMatchObject({ linkTitle: 'Short', description: 'In a sentence.', withoutContents: true });
    expect(posts[1]).toMatchObject({ description: 'D.' });
    expect(posts[1]).not.toHaveProperty('withoutContents');
  });

  it('is in a list whose title is in `_index.md`', async () => {
    const index =
      '---\ntitle: Our blog\ntype: section\ncascade: { type: blog }\n---\n\nWelcome to [it](/blog/2022/04/no/).\n';
    const { dir } = await writeContent({
      'blog/_index.md': index,
      'blog/2022/_index.md': '---\ntitle: 2022\n---\n',
      'blog/_index.fr.md': '---\ntitle: Notre blog\n---\n',
      'blog/a.md': postText(),
    });
    const { posts, section, problems } = await loadPosts(dir);
    expect(problems).toEqual([]);
    expect(posts).toHaveLength(1);
    expect(section).toMatchObject({ title: 'Our blog', page: { url: '/blog/' } });
    expect((await check(dir)).problems.map(({ code, line, file }) => `${file.slice(-9)} ${line} ${code}`)).toEqual([
      '_index.md 7 link/unknown-page',
    ]);
    const broken = await load({ 'blog/_index.md': '---\ntitle: [\n---\n' });
    expect(broken.problems).toMatchObject([{ file: expect.stringContaining('_index.md'), severity: 'error' }]);
    expect((await load({ 'blog/a.md': postText() })).section).toBeUndefined();
  });

  it('is reported if it shares its "url:" or has an alias that is a live page', async () => {
    const twice = ['url: /blog/2022/03/x/'];
    const first = await load({ 'blog/a.md': postText({ fields: twice }), 'blog/b.md': postText({ fields: twice }) });
    expect(first.problems).toMatchObject([{ code: 'post/duplicate-address' }]);
    const hidden = ['slug: y', 'aliases: [/blog/2022/03/x/]'];
    const second = await load({ 'blog/a.md': postText({ fields: twice }), 'blog/b.md': postText({ fields: hidden }) });
    expect(second.problems).toMatchObject([{ code: 'post/alias-hides-page' }]);
    const sound = ['slug: y', 'aliases: [/2022/old/]'];
    const third = await load({ 'blog/a.md': postText({ fields: twice }), 'blog/b.md': postText({ fields: sound }) });
    expect(third.problems).toEqual([]);
  });

  it('leaves the lists when it expires, but keeps its address', async () => {
    const { dir } = await writeContent({
      'blog/a.md': postText({ fields: ['slug: a', 'expiryDate: 2022-04-01'] }),
      'blog/b.md': postText({ fields: ['slug: b', 'publishDate: 2022-05-01'] }),
    });
    vi.stubEnv('CONTENT_DIR', dir);
    vi.stubEnv('NEWS_NOW', '2022-04-02T00:00:00Z');
    vi.stubEnv('NEWS_PREVIEW', '0');
    expect((await getPosts()).map(({ slug }) => slug)).toEqual([]);
    expect(await getPost('/blog/2022/03/a/')).toBeDefined();
    expect(await getPost('/blog/2022/03/b/')).toBeUndefined();
    expect((await getContent()).archive.size).toBe(0);
  });
});

describe('a file next to a Hugo post', () => {
  it('has the title from the resources', async () => {
    const fields = [
      'resources:',
      '- { src: "**b.{png,jpg}", name: "pic-:counter", params: { byline: x } }',
      '- { src: "**.png", title: "Image #:counter" }',
    ];
    const { posts } = await load({
      'blog/x/index.md': postText({ fields }),
      'blog/x/a.png': '',
      'blog/x/b.png': '',
      'blog/x/images/c.png': '',
      'blog/x/d.svg': '',
    });
    expect(posts[0]?.files.map(({ name, title, resource, byline }) => [name, title, resource, byline])).toEqual([
      ['a.png', 'Image #1', undefined, undefined],
      ['b.png', 'Image #2', 'pic-1', 'x'],
      ['d.svg', undefined, undefined, undefined],
      ['images/c.png', 'Image #3', undefined, undefined],
    ]);
  });

  it('can be found by a shortcode, and must exist', async () => {
    const codesOf = async (body: string) => {
      const { dir } = await writeContent({
        'blog/x/index.md': postText({ body: `One.\n\n${body}\n` }),
        'blog/x/one-featured.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0h1"/></svg>',
      });
      return (await check(dir)).problems.map(({ code, line }) => `${line} ${code}`);
    };
    expect(await codesOf('{{< imgproc one Resize 700x />}}')).toEqual([]);
    expect(await codesOf('{{< imgproc two Resize 700x />}}')).toEqual(['8 shortcode/no-picture']);
    expect(await codesOf('{{< figure src="one-featured.svg" alt="One" >}}')).toEqual([]);
    expect(await codesOf('{{< figure src="two.svg" alt="Two" >}}')).toEqual(['8 picture/missing']);
    expect(await codesOf('{{< gallery match="*.{svg,png}" >}}')).toEqual([]);
    expect(await codesOf('{{< gallery match="images/*" >}}')).toEqual(['8 shortcode/no-picture']);
    expect(await codesOf('{{< gallery match="../y/*" >}}')).toEqual(['8 shortcode/outside']);
  });

  it('is available to shortcodes, like other posts', async () => {
    const { posts, problems } = await load({
      'blog/x/index.md': postText({
        fields: ['slug: x', 'params: { version: 1.5 }'],
        body: '{{< readfile "a.sh" >}} {{< param version >}} [y]({{< ref "y.md" >}}) [y]({{< relref "/blog/y#h" >}})',
      }),
      'blog/x/a.sh': 'ls\n',
      'blog/y.md': postText({ fields: ['slug: why'] }),
    });
    expect(problems).toEqual([]);
    expect(posts.find(({ slug }) => slug === 'x')?.context).toMatchObject({
      params: { version: '1.5' },
      texts: { 'a.sh': 'ls\n' },
      refs: { 'y.md': '/blog/2022/03/why/', '/blog/y#h': '/blog/2022/03/why/#h' },
    });
    expect(posts.find(({ slug }) => slug === 'why')?.context).toBeUndefined();
  });
});
