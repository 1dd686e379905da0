import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { loadPosts } from '@/lib/content/load-posts';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

/** A post, and its problems as `severity code line:column`. */
async function load(frontMatter: string, path = 'blog/a.md', body = 'Hello.\n') {
  const { dir } = await writeContent({ [path]: `---\n${frontMatter}\n---\n${body}` });
  const { posts, problems } = await loadPosts(dir);
  return {
    post: posts[0],
    found: problems.map(({ severity, code, line, column }) => `${severity} ${code} ${line}:${column}`),
    lines: problems.map(formatDiagnostic),
  };
}

const base = 'title: A post\ndate: 2022-03-01';

describe('keys', () => {
  it('are read in any case', async () => {
    const { post, found } = await load(
      'Title: A post\nDATE: 2022-03-01\nlinktitle: Short\npublishdate: 2022-03-02\nLastMod: 2022-03-03\nTags: [x]\nDraft: true',
    );
    expect(found).toEqual([]);
    expect(post).toMatchObject({ title: 'A post', linkTitle: 'Short', tags: ['x'], draft: true });
    expect(post).toMatchObject({ publishDate: new Date('2022-03-02'), lastmod: new Date('2022-03-03') });
  });

  it('with a wrong value are reported at their place', async () => {
    expect((await load('Title: A post\nDate: 2022-02-30')).found).toEqual(['error date/calendar 3:7']);
    expect((await load('Title: A post\nDate: 2022-02-28')).found).toEqual([]);
  });

  it('that mean the same field are rejected if their values differ', async () => {
    expect((await load(`${base}\nTags: [a]\ntags: [b]`)).found).toEqual(['error post/key-twice 5:1']);
    expect((await load(`${base}\nTags: [a]\ntags: [a]`)).found).toEqual([]);
  });

  it.each(['titel', 'tilte', 'auther', 'autor', 'descripton', 'drat', 'publish_date', 'aliasses', 'contributers'])(
    'with a typo are rejected: %s',
    async (key) => {
      const { found, lines } = await load(`${base}\n${key}: x`);
      expect(found).toEqual(['error post/unknown-key 4:1']);
      expect(lines[0]).toContain('did you mean');
    },
  );

  it.each([
    ...[
      'sig',
      'path',
      'name',
      'wat',
      'spelling',
      'cSpell:ignore',
      'canonical_url',
      'thumbnail',
      'data',
      'ports',
      'tag',
    ],
    ...[
      'link',
      'event',
      'author2',
      'height',
      'subtitle',
      'excerpt',
      'person',
      'category',
      'time',
      'alias',
      'constructor',
    ],
  ])('that are similar but real words cause a warning: %s', async (key) => {
    const { post, found } = await load(`${base}\n${key}: x`);
    expect(found).toEqual(['warning post/unknown-key 4:1']);
    expect(post?.title).toBe('A post');
  });

  it('are not suggested if they are not similar', async () => {
    for (const key of ['sig', 'path', 'name', 'wat']) {
      expect((await load(`${base}\n${key}: x`)).lines[0]).not.toContain('did you mean');
    }
    expect((await load(`${base}\ntag: x`)).lines[0]).toContain('did you mean "tags"?');
  });

  it('can be shown with `param`, whether known or unknown', async () => {
    const fields = `${base}\nsig: Wombats\nCover:\n  image: a.png\nparams:\n  Version: 2`;
    const { post } = await load(fields, 'blog/a.md', '{{< param sig >}}');
    expect(post?.context?.params).toMatchObject({
      sig: 'Wombats',
      'cover.image': 'a.png',
      version: '2',
      title: 'A post',
    });
  });
});

describe('values', () => {
  it('that are empty are treated as missing', async () => {
    const { post, found } = await load(
      `${base}\ndescription:\ntags:\nimages: [""]\nauthor: ""\nimage: ~\nresources:\n  - src: "*.png"\n    title:\ncategories: [a, ""]`,
    );
    expect(found).toEqual([]);
    expect(post).toMatchObject({ tags: ['a'], authors: [] });
    expect(post?.description).toBeUndefined();
    expect((await load('title: ""\ndate: 2022-03-01')).found).toEqual(['error post/missing-field 2:8']);
  });

  it('that are numbers are read as the written text', async () => {
    const { post, found } = await load('title: 2.30\ndate: 2022-03-01\ntags: [1.10, 2024, true]\nslug: 007');
    expect(found).toEqual([]);
    expect(post).toMatchObject({ title: '2.30', tags: ['1.10', '2024', 'true'], slug: '007' });
  });

  it('of an optional field are ignored in Markdown but rejected in MDX if they are invalid', async () => {
    const fields = `${base}\nimage: { src: a.png }\nlang: English`;
    const { post, found } = await load(fields);
    expect(found).toEqual(['warning post/type 4:8', 'warning post/value 5:7']);
    expect(post?.image).toBeUndefined();
    expect((await load(fields, 'blog/a.mdx')).found).toEqual(['error post/type 4:8', 'error post/value 5:7']);
  });

  it('that decide whether a post is published are rejected if they are unclear', async () => {
    expect((await load(`${base}\ndraft: maybe`)).found).toEqual(['error post/type 4:8']);
    expect((await load(`${base}\nexpiryDate: soon`)).found).toEqual(['error date/form 4:13']);
    expect((await load(`${base}\ndraft: "true"`)).post?.draft).toBe(true);
    expect((await load(`${base}\npublished: false`)).post?.draft).toBe(true);
    expect((await load(`${base}\npublished: true`)).post?.draft).toBe(false);
  });

  it('of groups are kept, without unknown keys', async () => {
    const { found } = await load(`${base}\nresources:\n  - src: a.png\n    weight: 1`);
    expect(found).toEqual(['warning post/unknown-key 6:5']);
    expect((await load(`${base}\nresources:\n  - src: a.png\n    titel: x`)).found).toEqual([
      'error post/unknown-key 6:5',
    ]);
  });
});

describe('authors', () => {
  it('are read in every form', async () => {
    const { post, found } = await load(
      `${base}\nauthor:\n  Name: Ann Bee\n  link: https://ann.example\nauthors:\n  - "[Bob Cat](https://bob.example) (Wombats)"\n  - name: Cy Dee\n    company: Cats`,
    );
    expect(found).toEqual([]);
    expect(post?.authors).toEqual([
      { name: 'Ann Bee', href: 'https://ann.example' },
      { name: 'Bob Cat', href: 'https://bob.example', affiliation: 'Wombats' },
      { name: 'Cy Dee', affiliation: 'Cats' },
    ]);
  });

  it('without a name are left out', async () => {
    expect((await load(`${base}\nauthor:\n  link: https://ann.example`)).found).toEqual(['warning post/type 5:3']);
  });
});

describe('the date', () => {
  it('without a zone is in UTC', async () => {
    const { post, found } = await load('title: A post\ndate: 2022-03-01 15:00:00');
    expect(found).toEqual(['warning date/zone 3:7']);
    expect(post?.date).toEqual(new Date('2022-03-01T15:00:00Z'));
  });

  it.each([
    ['the file’s name', 'blog/2022-03-04-news.md', 'title: A post', '2022-03-04', '/blog/2022/03/news/'],
    ['the folder’s name', 'blog/2022-03-04-news/index.md', 'title: A post', '2022-03-04', '/blog/2022/03/news/'],
    ['the name, its own slug kept', 'blog/2022-03-04-news.md', 'title: A\nslug: b', '2022-03-04', '/blog/2022/03/b/'],
    ['publishDate', 'blog/news.md', 'title: A post\npublishDate: 2022-03-05', '2022-03-05', '/blog/2022/03/a-post/'],
    ['lastmod', 'blog/news.md', 'title: A post\nlastmod: 2022-03-06', '2022-03-06', '/blog/2022/03/a-post/'],
  ])('falls back to %s if it is missing', async (_, path, fields, date, url) => {
    const { post, found } = await load(fields, path);
    expect(found).toEqual([]);
    expect(post).toMatchObject({ date: new Date(date), url });
  });

  it('is reported as missing if no field has one', async () => {
    expect((await load('title: A post', 'blog/2022-13-04-news.md')).found).toEqual(['error date/calendar 2:1']);
    expect((await load('title: A post', 'blog/news.md')).found).toEqual(['error post/missing-field 2:1']);
  });
});

describe('an address of another site', () => {
  it('becomes an alias, in Markdown', async () => {
    const { post, found } = await load(`${base}\nurl: /2019/04/the-news.html`);
    expect(found).toEqual(['warning post/address 4:6']);
    expect(post).toMatchObject({ url: '/blog/2022/03/the-news/', aliases: ['/2019/04/the-news.html/'] });
    expect((await load(`${base}\nurl: /2019/04/x/`, 'blog/a.mdx')).found).toEqual(['error post/address 4:6']);
  });

  it('does not change that aliases without a slash are relative to the post', async () => {
    expect((await load(`${base}\naliases: [old]`, 'blog/2021/News Folder/x.md')).post?.aliases).toEqual([
      '/blog/2021/news-folder/old/',
    ]);
    expect((await load(`${base}\naliases: old`, 'blog/x/index.md')).post?.aliases).toEqual(['/blog/old/']);
    expect((await load(`${base}\nurl: /blog/2022/05/x/\naliases: old`)).post?.aliases).toEqual(['/blog/2022/05/old/']);
  });
});
