// The old addresses of posts, by the rules of each generator: tiny sites of our own, one a rule.
import { describe, expect, it } from 'vitest';
import { loadContent } from '@/lib/content/load';
import { Checkout } from '@/lib/news/import/checkout';
import { detectGenerator } from '@/lib/news/import/generators/index';
import { planSite, readSite } from '@/lib/news/import/plan-site';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

type Files = Readonly<Record<string, string>>;

/** A post's text. */
const post = (...fields: readonly string[]) => `---\n${['title: A Fine Day', ...fields].join('\n')}\n---\n\nWords.\n`;
const dated = (...fields: readonly string[]) => post('date: 2024-03-09', ...fields);

/** Reads a site. @returns what it was taken for, and of each post the addresses, by its file. */
async function addressesOf(files: Files, options: { posts?: string; permalink?: string } = {}) {
  const { dir } = await writeContent(files);
  const checkout = new Checkout(dir);
  const detected = await detectGenerator(checkout);
  if (!detected) throw new Error('no generator');
  const { generator, file } = detected;
  const rules = await generator.read(checkout, options.posts);
  const existing = await loadContent(`${dir}/no-content`);
  const source = {
    checkout,
    generator,
    rules,
    permalink: options.permalink,
    existing,
    signal: new AbortController().signal,
  };
  const plan = await planSite(source, await readSite(source), {
    refused: new Map(),
    asText: new Map(),
    converted: new Map(),
  });
  return {
    taken: `${generator.name} by ${file}`,
    old: Object.fromEntries(plan.posts.map((each) => [each.post.file, each.post.oldAddress])),
    aliases: Object.fromEntries(plan.posts.map((each) => [each.post.file, [...each.aliases]])),
    addresses: Object.fromEntries(plan.posts.map((each) => [each.post.file, each.post.address])),
    left: plan.left.map((each) => `${each.file}: ${each.message}`),
    notes: plan.notes.map((each) => `${each.file}: ${each.message}`),
    guess: rules.guess,
    plan,
    rules,
  };
}

/** The old address of the only post. */
async function onlyAddress(files: Files, options: { posts?: string; permalink?: string } = {}) {
  const { old } = await addressesOf(files, options);
  const addresses = Object.values(old);
  expect(addresses).toHaveLength(1);
  return addresses[0];
}

describe('old addresses of Hugo', () => {
  const file = 'content/blog/2024/My First_Post.md';
  it.each<[string, Files, string]>([
    ['the path in small letters', { 'hugo.toml': '', [file]: dated() }, '/blog/2024/my-first_post/'],
    [
      'the slug in the last place',
      { 'hugo.yaml': 'title: x', [file]: dated('slug: Über uns') },
      '/blog/2024/über-uns/',
    ],
    ['url unchanged', { 'config.toml': 'baseURL = "/"', [file]: dated('url: /Else/Where.html') }, '/Else/Where.html'],
    ['url with places', { 'hugo.toml': '', [file]: dated('url: "/:year/:slug/"', 'slug: x') }, '/2024/x/'],
    [
      'capital letters where they stay',
      { 'hugo.toml': 'disablePathToLower = true', 'content/blog/Go/index.md': dated() },
      '/blog/Go/',
    ],
    ['files', { 'hugo.toml': 'uglyURLs = true', 'content/post/a.md': dated() }, '/post/a.html'],
    [
      'a pattern',
      { 'hugo.toml': '[permalinks]\nblog = "/:section/:year/:month/:day/:title/"', [file]: dated() },
      '/blog/2024/03/09/a-fine-day/',
    ],
    [
      'a pattern of pages',
      { 'hugo.toml': '[permalinks.page]\nblog = "/:sections/:slug"', [file]: dated() },
      '/blog/2024/a-fine-day/',
    ],
    [
      'names of days and months',
      {
        'hugo.yaml': 'permalinks:\n  news: /:yearday/:monthname/:slugorcontentbasename/',
        'content/news/b.md': dated(),
      },
      '/69/March/b/',
    ],
    [
      'file names in a pattern',
      { 'hugo.json': '{"permalinks": {"posts": "/p/:filename/"}}', 'content/posts/b_c.md': dated() },
      '/p/b_c/',
    ],
    [
      'a language below its code',
      { 'hugo.toml': 'defaultContentLanguageInSubdir = true', 'content/blog/a.md': dated() },
      '/en/blog/a/',
    ],
    [
      'a folder of content of its own',
      { 'hugo.toml': '[languages.en]\ncontentDir = "content/english"', 'content/english/blog/a.md': dated() },
      '/blog/a/',
    ],
    [
      'a mount',
      {
        'config/_default/hugo.toml': '',
        'config/_default/module.toml': '[[mounts]]\nsource = "site/pages"\ntarget = "content"',
        'site/pages/blog/a.md': dated(),
      },
      '/blog/a/',
    ],
    [
      'slugs from dated names',
      { 'hugo.toml': '[frontmatter]\ndate = [":filename", ":default"]', 'content/blog/2023-01-02-a-b.md': dated() },
      '/blog/a-b/',
    ],
    [
      'the main sections',
      {
        'hugo.toml': '[params]\nmainSections = ["weekly"]',
        'content/weekly/1.md': dated(),
        'content/docs/x.md': dated(),
      },
      '/weekly/1/',
    ],
    [
      'sections with other names',
      { 'hugo.toml': '', 'content/field-reports/1.md': dated(), 'content/docs/x.md': post() },
      '/field-reports/1/',
    ],
    [
      'the folder of a bundle',
      { 'hugo.toml': '', 'content/blog/Big Day/index.md': dated(), 'content/blog/Big Day/aside.md': 'x' },
      '/blog/big-day/',
    ],
  ])('are %s', async (_, files, address) => {
    const { old, taken } = await addressesOf(files);
    expect(taken).toMatch(/^hugo by /);
    expect(Object.values(old)).toEqual([address]);
  });

  it('include aliases, relative to the page if they have no leading slash', async () => {
    const { aliases } = await addressesOf({
      'hugo.toml': '',
      'content/blog/2024/a.md': dated('aliases: [older, /oldest.html, ../up]'),
    });
    expect(aliases['content/blog/2024/a.md']).toEqual([
      '/blog/2024/a/',
      '/blog/2024/older/',
      '/oldest.html/',
      '/blog/up/',
    ]);
  });

  it('of translations redirect to the original post', async () => {
    const site = await addressesOf({
      'hugo.toml': '[languages.en]\nweight = 1\n[languages.fr]\nweight = 2',
      'content/blog/a.md': dated(),
      'content/blog/a.fr.md': dated(),
      'content/blog/seul.fr.md': dated(),
    });
    expect(site.aliases).toEqual({
      'content/blog/a.md': ['/blog/a/', '/fr/blog/a/'],
      'content/blog/seul.fr.md': ['/fr/blog/seul/'],
    });
    expect(site.plan.translations).toBe(1);
  });

  it('include translations in the folder of a post', async () => {
    const site = await addressesOf({
      'hugo.toml': '[languages.en]\nweight = 1\n[languages.fr]\nweight = 2',
      'content/blog/a/index.md': dated(),
      'content/blog/a/index.fr.md': dated(),
      'content/blog/b/index.fr.md': dated(),
    });
    expect(site.aliases).toEqual({
      'content/blog/a/index.md': ['/blog/a/', '/fr/blog/a/'],
      'content/blog/b/index.fr.md': ['/fr/blog/b/'],
    });
  });

  it('are kept if they are already right', async () => {
    const { aliases, addresses } = await addressesOf({
      'hugo.toml': '[permalinks]\nblog = "/blog/:year/:month/:slug/"',
      'content/blog/a.md': dated('slug: a'),
    });
    expect(addresses).toEqual({ 'content/blog/a.md': '/blog/2024/03/a/' });
    expect(aliases).toEqual({ 'content/blog/a.md': [] });
  });
});

describe('old addresses of Jekyll', () => {
  const name = '_posts/2024-03-09-Release-1.2.md';
  it.each<[string, Files, string]>([
    ['day and name', { '_config.yml': 'title: x', [name]: post() }, '/2024/03/09/Release-1.2.html'],
    [
      'pretty',
      { '_config.yml': 'permalink: pretty', [name]: post('categories: [Go, Rust]') },
      '/go/rust/2024/03/09/Release-1.2/',
    ],
    ['ordinal', { '_config.yml': 'permalink: ordinal', [name]: post() }, '/2024/069/Release-1.2.html'],
    ['none', { '_config.yml': 'permalink: none', [name]: post('category: Tips') }, '/tips/Release-1.2.html'],
    ['weekdate', { '_config.yml': 'permalink: weekdate', [name]: post() }, '/2024/W10/Sat/Release-1.2.html'],
    ['a pattern', { '_config.yml': 'permalink: /articles/:title', [name]: post() }, '/articles/Release-1.2'],
    ['a pattern in small letters', { '_config.yml': 'permalink: /:slug/', [name]: post() }, '/release-1-2/'],
    [
      'the date of the front matter',
      { '_config.yml': 'permalink: /:year/:year:month:day', [name]: post('date: 2024-03-12 10:00:00 -0000') },
      '/2024/20240312',
    ],
    [
      'the date in the zone of the site',
      {
        '_config.yml': 'permalink: /:day/:title/\ntimezone: America/New_York',
        [name]: post('date: 2024-03-12 01:00:00 +0000'),
      },
      '/11/Release-1.2/',
    ],
    ['the permalink of the post', { '_config.yml': 'permalink: pretty', [name]: post('permalink: /here/') }, '/here/'],
    [
      'that of defaults',
      {
        '_config.yml':
          'defaults:\n  - scope: { path: "", type: posts }\n    values: { permalink: "/n/:title:output_ext" }',
        [name]: post(),
      },
      '/n/Release-1.2.html',
    ],
    [
      'that of the collection',
      { '_config.yml': 'collections:\n  posts:\n    permalink: /c/:year/:title/', [name]: post() },
      '/c/2024/Release-1.2/',
    ],
    [
      'folders as categories',
      { '_config.yml': 'permalink: pretty', [`blog/${name}`]: post() },
      '/blog/2024/03/09/Release-1.2/',
    ],
    ['a slug', { '_config.yml': 'permalink: /:title/', [name]: post('slug: other') }, '/other/'],
    [
      'a collection of another name',
      { '_config.yml': 'collections:\n  news:\n    output: true', '_news/first.md': dated() },
      '/news/first.html',
    ],
  ])('are %s', async (_, files, address) => {
    expect(await onlyAddress(files)).toBe(address);
  });

  it('include those of jekyll-redirect-from, and pages that redirect to posts', async () => {
    const { aliases, left } = await addressesOf({
      '_config.yml': 'permalink: /:title/\nurl: https://w.example\nbaseurl: /sub',
      '_posts/2024-03-09-a.md': post('redirect_from:\n  - /b/\n  - c.html'),
      '_posts/2024-03-10-gone.md': post('redirect_to: https://else.example/'),
      'old.md': '---\nredirect_to: https://w.example/sub/a/\n---\n',
    });
    expect(aliases).toEqual({ '_posts/2024-03-09-a.md': ['/a/', '/sub/a/', '/b/', '/c.html/', '/old/'] });
    expect(left).toEqual(['_posts/2024-03-10-gone.md: it only redirects to https://else.example/']);
  });

  it('use the date in the file name if the written one does not exist, with a warning', async () => {
    const { old, notes } = await addressesOf({
      '_config.yml': 'permalink: /:year/:month/:day/',
      '_posts/2022-02-27-a.md': post('date: 2022-02-29 07:10:00 -0000'),
      '_posts/2024-04-14-b.md': post('date: 2024-04-17 14:4g5:00 -0000'),
      '_posts/notes.md': post(),
    });
    expect(Object.values(old)).toEqual(['/2022/02/27/', '/2024/04/14/']);
    expect(notes).toEqual([
      '_posts/2022-02-27-a.md: its date "2022-02-29 07:10:00 -0000" does not exist; 2022-02-27 is taken from the file\'s name',
      '_posts/2024-04-14-b.md: its date "2024-04-17 14:4g5:00 -0000" does not exist; 2024-04-14 is taken from the file\'s name',
    ]);
  });
});

describe('old addresses of Docusaurus', () => {
  const config = (more = '') => `module.exports = { title: 'x', url: 'https://w.example', baseUrl: '/', ${more} };`;
  it.each<[string, Files, string]>([
    [
      'the date of the name',
      { 'docusaurus.config.js': config(), 'blog/2024-03-09-big-day.md': post() },
      '/blog/2024/03/09/big-day',
    ],
    [
      'that of folders',
      { 'docusaurus.config.ts': config(), 'blog/2024/03/09/big/index.mdx': post() },
      '/blog/2024/03/09/big',
    ],
    ['the slug', { 'docusaurus.config.js': config(), 'blog/2024-03-09-a.md': post('slug: fine') }, '/blog/fine'],
    [
      'an absolute slug',
      { 'docusaurus.config.js': config(), 'blog/2024-03-09-a.md': post('slug: /deep/fine') },
      '/blog/deep/fine',
    ],
    ['the path', { 'docusaurus.config.mjs': config(), 'blog/x/y.md': dated() }, '/blog/x/y'],
    [
      'another folder and route',
      {
        'docusaurus.config.js': config(
          "presets: [['classic', { blog: { path: './news', routeBasePath: 'updates', // {\n showReadingTime: true } }]]",
        ),
        'news/2024-03-09-a.md': post(),
      },
      '/updates/2024/03/09/a',
    ],
    [
      'the root',
      {
        'docusaurus.config.js': config("presets: [['classic', { docs: false, blog: { routeBasePath: '/' } }]]"),
        'blog/2024-03-09-a.md': post('slug: a'),
      },
      '/a',
    ],
    [
      'with a slash',
      { 'docusaurus.config.js': config('trailingSlash: true'), 'blog/2024-03-09-a.md': post('slug: a') },
      '/blog/a/',
    ],
  ])('are %s', async (_, files, address) => {
    expect(await onlyAddress(files)).toBe(address);
  });

  it('do not depend on the file format, which the configuration sets', async () => {
    const syntaxOf = async (more: string) => {
      const { plan } = await addressesOf({ 'docusaurus.config.js': config(more), 'blog/2024-03-09-a.md': post() });
      return plan.posts[0]?.post.syntax;
    };
    expect(await syntaxOf('')).toBe('mdx');
    expect(await syntaxOf("markdown: { format: 'detect' }")).toBe('markdown');
  });

  it('include several blogs, translations and redirects, but no partials', async () => {
    const site = await addressesOf({
      'docusaurus.config.js': `
        const base = '/project/';
        export default { url: "https://w.example", baseUrl: base, presets: [['classic', { blog: {} }]], plugins: [
          ['@docusaurus/plugin-content-blog', { id: 'releases', path: 'releases', routeBasePath: 'r' }],
          ['@docusaurus/plugin-client-redirects', { redirects: [ { to: '/blog/a', from: ['/a', '/aa'] }, { from: '/b', to: '/r/b' } ] }],
        ] };`,
      'blog/2024-03-09-a.md': post('slug: a'),
      'blog/_part.md': 'x',
      'releases/b.mdx': dated('slug: b'),
      'i18n/fr/docusaurus-plugin-content-blog/2024-03-09-a.md': post('slug: a'),
    });
    expect(site.aliases).toEqual({
      'blog/2024-03-09-a.md': ['/blog/a/', '/project/blog/a/', '/fr/blog/a/', '/a/', '/aa/'],
      'releases/b.mdx': ['/r/b/', '/project/r/b/', '/b/'],
    });
  });
});

describe('old addresses of Zola', () => {
  const config = 'base_url = "https://w.example"\n';
  const toml = (...lines: readonly string[]) => `+++\ntitle = "A Fine Day"\n${lines.join('\n')}\n+++\nWords.\n`;
  it.each<[string, Files, string]>([
    [
      'section and name',
      { 'config.toml': config, 'content/blog/Big Day!.md': toml('date = 2024-03-09') },
      '/blog/big-day/',
    ],
    ['the name without its date', { 'config.toml': config, 'content/blog/2024-03-09_big.md': toml() }, '/blog/big/'],
    [
      'the folder without its date',
      { 'zola.toml': config, 'content/blog/2024-03-09-big/index.md': toml() },
      '/blog/big/',
    ],
    ['the slug', { 'config.toml': config, 'content/blog/a.md': toml('date = "2024-03-09"', 'slug = "b"') }, '/blog/b/'],
    [
      'the path',
      { 'config.toml': config, 'content/news-1/a.md': toml('date = 2024-03-09T10:00:00Z', 'path = "2024/03/News-1"') },
      '/2024/03/News-1/',
    ],
    [
      'names as they are',
      { 'config.toml': `${config}[slugify]\npaths = "off"`, 'content/posts/A_B.md': toml('date = 2024-03-09') },
      '/posts/A_B/',
    ],
  ])('are %s', async (_, files, address) => {
    const { old, taken } = await addressesOf(files);
    expect(taken).toMatch(/^zola by /);
    expect(Object.values(old)).toEqual([address]);
  });
});

describe('old addresses of Pelican', () => {
  const text = 'Title: A Fine Day, Isn’t It?\nDate: 2024-03-9 10:00\nCategory: Field Notes\n\nWords.\n';
  it.each<[string, Files, string]>([
    ['the slug with .html', { 'pelicanconf.py': 'PATH = "content"', 'content/a.md': text }, '/a-fine-day-isnt-it.html'],
    [
      'a pattern',
      { 'pelicanconf.py': "ARTICLE_URL = 'blog/{date:%Y}/{date:%b}/{date:%-d}/{slug}/'", 'content/a.md': text },
      '/blog/2024/Mar/9/a-fine-day-isnt-it/',
    ],
    [
      'a pattern with the category',
      { 'pelicanconf.py': "# ARTICLE_URL = 'x'\nARTICLE_URL = '{category}/{slug}'", 'content/x/a.markdown': text },
      '/field-notes/a-fine-day-isnt-it',
    ],
    ['a slug of its own', { 'pelicanconf.py': '', 'content/a.md': `Slug: Own.1\n${text}` }, '/Own.1.html'],
    [
      'the name of the file',
      { 'pelicanconf.py': 'SLUGIFY_SOURCE = "basename"', 'content/my_file.md': text },
      '/my_file.html',
    ],
    [
      'those of reStructuredText',
      {
        'pelicanconf.py': '',
        'content/a.rst': 'Big *Day*\n=========\n\n:date: 2024-03-09 10:20\n:tags: a, b\n\nWords.\n',
      },
      '/big-day.html',
    ],
    [
      'other folders of articles',
      { 'pelicanconf.py': "PATH = 'src'\nARTICLE_PATHS = ['blog']", 'src/blog/a.md': text, 'src/pages/b.md': text },
      '/a-fine-day-isnt-it.html',
    ],
  ])('are %s', async (_, files, address) => {
    expect(await onlyAddress(files)).toBe(address);
  });
});

describe('old addresses of MkDocs', () => {
  const config =
    'site_url: https://w.example/sub/\ntheme: { name: material }\nmarkdown_extensions:\n  - x: { a: !!python/name:b.c }\nplugins:\n';
  const created = post('date:\n  created: 2024-03-09\n  updated: 2024-04-01', 'categories: [Field Notes]');
  it.each<[string, Files, string]>([
    [
      'date and title',
      { 'mkdocs.yml': `${config}  - blog`, 'docs/blog/posts/a.md': created },
      '/blog/2024/03/09/a-fine-day/',
    ],
    [
      'a slug',
      { 'mkdocs.yml': `${config}  - blog:\n      enabled: true`, 'docs/blog/posts/x/a.md': dated('slug: b') },
      '/blog/2024/03/09/b/',
    ],
    [
      'another pattern',
      {
        'mkdocs.yml': `${config}  - material/blog: { blog_dir: news, post_url_format: "{categories}/{file}", post_dir: "{blog}/p" }`,
        'docs/news/p/a.md': created,
      },
      '/news/field-notes/a/',
    ],
    [
      'another form of dates',
      { 'mkdocs.yml': `${config}  blog: { post_url_date_format: yyyy-M }`, 'docs/blog/posts/a.md': created },
      '/blog/2024-3/a-fine-day/',
    ],
    ['files', { 'mkdocs.yml': 'site_name: x\nuse_directory_urls: false', 'docs/news/a.md': dated() }, '/news/a.html'],
  ])('are %s', async (_, files, address) => {
    expect(await onlyAddress(files)).toBe(address);
  });

  it('include those of the plugin for redirects', async () => {
    const { aliases } = await addressesOf({
      'mkdocs.yml': 'plugins:\n  - blog\n  - redirects: { redirect_maps: { old/a.md: blog/posts/a.md } }',
      'docs/blog/posts/a.md': created,
    });
    expect(aliases['docs/blog/posts/a.md']).toEqual(['/blog/2024/03/09/a-fine-day/', '/old/a/']);
  });
});

describe('old addresses of Astro and of plain Markdown', () => {
  it.each<[string, Files, string]>([
    [
      'the collection and the name',
      { 'astro.config.mjs': 'export default defineConfig({})', 'src/content/blog/Big Day.md': dated() },
      '/blog/big-day/',
    ],
    [
      'the folder of the page',
      {
        'astro.config.ts': 'export default defineConfig({ trailingSlash: "never" })',
        'src/content/posts/a/index.mdx': dated(),
        'src/pages/words/[...slug].astro': "getCollection('posts')",
      },
      '/words/a',
    ],
    ['a slug', { 'astro.config.mjs': '', 'src/content/blog/a.md': dated('slug: b') }, '/blog/b/'],
    ['pages', { 'astro.config.mjs': '', 'src/pages/blog/a-b.md': dated() }, '/blog/a-b/'],
    [
      'a collection elsewhere',
      {
        'astro.config.mjs': '',
        'src/content.config.ts': "glob({ pattern: '**/*.md', base: './writing/blog' })",
        'writing/blog/a.md': dated(),
      },
      '/blog/a/',
    ],
    [
      'Hexo’s pattern',
      { '_config.yml': 'permalink: :year/:month/:day/:title/', 'source/_posts/big.md': dated() },
      '/2024/03/09/big/',
    ],
    ['a path without its date', { 'posts/2024-03-09-big.md': post() }, '/posts/big/'],
    ['a permalink', { 'src/posts/a.md': dated('permalink: /x/') }, '/x/'],
  ])('are %s', async (_, files, address) => {
    expect(await onlyAddress(files)).toBe(address);
  });

  it('are reported as a guess if only code defines them, and can be given', async () => {
    const files = { 'astro.config.mjs': '', 'src/content/blog/Kit-1.9-Out/index.md': dated() };
    expect((await addressesOf(files)).guess).toContain('/blog and the file');
    expect(await onlyAddress(files, { permalink: '/blog/:year/:month/:day/:filename/' })).toBe(
      '/blog/2024/03/09/Kit-1.9-Out/',
    );
    expect(await onlyAddress(files, { permalink: '/:path.html' })).toBe('/Kit-1.9-Out.html');
    expect((await addressesOf({ 'hugo.toml': '', 'content/blog/a.md': dated() })).guess).toBeUndefined();
  });

  it('include redirects of the configuration', async () => {
    const { aliases } = await addressesOf({
      'astro.config.mjs':
        "defineConfig({ redirects: { '/old': '/blog/a', '/n/[slug]': { status: 302, destination: '/blog/[slug]' } } })",
      'src/content/blog/a.md': dated(),
    });
    expect(aliases['src/content/blog/a.md']).toEqual(['/blog/a/', '/old/', '/n/a/']);
  });
});

describe('redirects', () => {
  const site = {
    'hugo.toml': 'baseURL = "https://w.example"',
    'content/blog/a.md': dated(),
    'content/blog/b.md': dated(),
  };
  it('become aliases, through other redirects and with placeholders filled in', async () => {
    const { aliases } = await addressesOf({
      ...site,
      'static/_redirects':
        '/x /y\n/y https://w.example/blog/a#top 302\n/posts/* /blog/:splat\n/a-old* /blog/a\n# /no /blog/a\n/z /blog/a 200\n/docs /docs/\n',
      'netlify.toml':
        '[[redirects]]\nfrom = "/n/:name/:year"\nto = "/blog/:name"\n[[redirects]]\nfrom = "/toml"\nto = "/blog/b/"\n',
      'vercel.json': '{ "redirects": [{ "source": "/v/:path*", "destination": "/blog/:path*" }] }',
      'static/.htaccess': 'Redirect 301 /h /blog/b/\n',
    });
    const sorted = Object.fromEntries(Object.entries(aliases).map(([file, all]) => [file, all.sort()]));
    expect(sorted).toEqual({
      'content/blog/a.md': ['/a-old/', '/blog/a/', '/posts/a/', '/v/a/', '/x/', '/y/'],
      'content/blog/b.md': ['/blog/b/', '/h/', '/posts/b/', '/toml/', '/v/b/'],
    });
  });

  it('are reported if they cannot be aliases', async () => {
    const { aliases, notes } = await addressesOf({
      ...site,
      'static/_redirects': '/events/ /blog/a/\n/(x) /blog/a/\n/blog/2024/ /blog/b/\n',
    });
    expect(aliases['content/blog/a.md']).toEqual(['/blog/a/']);
    expect(notes).toEqual([
      'static/_redirects: the old address "/events/" cannot redirect to /blog/2024/03/a/: it is a page of this site',
      'static/_redirects: the old address "/(x)/" cannot redirect to /blog/2024/03/a/: it contains characters that are not allowed in an alias',
      'static/_redirects: the old address "/blog/2024/" cannot redirect to /blog/2024/03/b/: it is a page of this site',
    ]);
  });
});
