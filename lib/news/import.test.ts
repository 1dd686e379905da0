import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exit } from '@/lib/base/cli/command';
import { check } from '@/lib/check/check';
import { loadPosts } from '@/lib/content/load-posts';
import { importSite } from '@/lib/news/import';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

const projects =
  'projects:\n  - { id: tool, name: Tool, about: x, repository: https://example.org/a, color: "#1d4fd8" }\n' +
  '  - { id: tool-legacy, name: Tool (legacy), about: x, repository: https://example.org/b, color: "#1d4fd8" }\n';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0h1"/></svg>';

const post = (...lines: readonly string[]) => `---\n${lines.join('\n')}\n---\n\nWords of the post.\n`;

/** A Jekyll site: posts with everything that front matter may have. */
const jekyllSite = {
  '_config.yml': 'title: Kites\nurl: https://kites.example\npermalink: /:year/:title\n',
  '_data/authors.yml': 'ann:\n  name: Ann Bee\n  github: annbee\n  company: Kite Works\nbob:\n  name: Bob Cee\n',
  '_posts/2024-03-09-first-flight.md': post(
    'title: "First flight &amp; landing"',
    'author: ann',
    'excerpt: How it went',
    'categories: [News]',
    'tags: [kites, news]',
    'wind: 3.10',
    'layout: post',
    'last_modified_at: 2024-04-01',
  ),
  '_posts/2024-03-09-FIRST-flight.md': post(
    'title: Again',
    'author: { name: Cid Dee, link: "https://cid.example/", company: Strings }',
  ),
  '_posts/2024-05-01-later.markdown':
    '# A heading as title\n\nSee [the first](/2024/first-flight) and [it](2024-03-09-first-flight.md#x).\n',
  '_posts/2024-06-01-paper.textile': 'h1. No',
  '_drafts/idea.md': post('title: Idea', 'date: 2024-07-01'),
};

const hugoSite = {
  'hugo.toml': 'baseURL = "https://kites.example/"',
  'content/blog/_index.md': '---\ntitle: Kite news\ndescription: What flies.\nmenu: main\n---\n',
  'content/blog/2022/_index.md': '---\ntitle: 2022\n---\n',
  'content/blog/README.md': '# How we write\n',
  'content/blog/a.md': post('title: A', 'date: 2022-03-01'),
  'data/adopters/1.yaml':
    'adopters:\n  project: Tool\n  companies:\n' +
    '    - { name: Media&shy;Markt &amp; Sons, url: "http://mm.example/", logo: logos/mm.svg }\n' +
    '    - { name: Acme, url: "https://acme.example/", logo: logos/none.png }\n',
  'data/adopters/2.yaml':
    'adopters:\n  project: Tool Legacy\n  companies:\n    - { name: Acme, url: "https://acme.example/" }\n' +
    '    - { name: MM, url: "https://www.mm.example" }\n',
  'data/adopters/3.yaml': 'adopters:\n  project: Unknown\n  companies: []\n',
  'static/img/logos/mm.svg': svg,
};

async function makeRoot() {
  const { dir: root } = await writeContent({ 'content/projects.yaml': projects });
  return root;
}

async function run(root: string, ...args: string[]) {
  const terminal = testTerminal({ root });
  const code = await importSite.run(args, terminal);
  return { code, out: terminal.outLines.join('\n'), err: terminal.errLines.join('\n') };
}

const below = async (dir: string) => (await readdir(dir, { recursive: true })).map(String).sort();

describe('news import', () => {
  it('creates a content folder without errors, and reports the result for each post', async () => {
    const { dir } = await writeContent(jekyllSite);
    const root = await makeRoot();
    const { code, out, err } = await run(root, dir);
    expect(code).toBe(exit.done);
    const content = join(root, 'content');
    expect(await below(content)).toEqual([
      'blog',
      ...['blog/2024', 'blog/2024/03', 'blog/2024/03/first-flight-2.md', 'blog/2024/03/first-flight.md'],
      ...['blog/2024/05', 'blog/2024/05/later.md', 'blog/2024/07', 'blog/2024/07/idea.md'],
      ...['people', 'people/ann.yaml', 'projects.yaml'],
    ]);
    expect(await readFile(join(content, 'blog/2024/03/first-flight-2.md'), 'utf8')).toBe(
      [
        '---',
        'title: First flight & landing',
        'date: 2024-03-09',
        'description: How it went',
        'authors:\n  - ann\ntags:\n  - kites\n  - news',
        'lastmod: 2024-04-01\nlayout: post',
        'params:\n  wind: "3.10"',
        '---\n\nWords of the post.\n',
      ].join('\n'),
    );
    expect(await readFile(join(content, 'blog/2024/03/first-flight.md'), 'utf8')).toContain(
      'authors:\n  - "[Cid Dee](https://cid.example/) (Strings)"\naliases:\n  - /2024/FIRST-flight/\n',
    );
    expect(await readFile(join(content, 'blog/2024/05/later.md'), 'utf8')).toMatch(
      /^---\ntitle: A heading as title\n[\s\S]*\n---\n\nSee \[the first\]\(\/blog\/2024\/03\/first-flight-2\/\) and /,
    );
    expect(await readFile(join(content, 'blog/2024/07/idea.md'), 'utf8')).toContain('draft: true\n');
    expect(await readFile(join(content, 'people/ann.yaml'), 'utf8')).toContain(
      'affiliation: Kite Works\nlinks:\n  - title: GitHub\n    url: https://github.com/annbee\n',
    );
    expect(out).toMatch(/^Jekyll, by _config\.yml\. Posts in _drafts and _posts\.\n/);
    expect(out).toContain('- kept under "params:", because this site does not use them: wind (1)\n');
    expect(out).toContain(
      '_posts/2024-06-01-paper.textile:1:1: warning import/left-out: files that end in .textile cannot',
    );
    expect(out).toMatch(
      /\n5 files written, 0 already exist unchanged, 0 already exist and differ\.\n5 posts found, 4 taken, 1 left out\.$/,
    );
    expect(err).toMatch(/^Check the result with “npm run check”\.$/);
    expect((await check(content)).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { posts } = await loadPosts(content);
    // GitHub Pages answers both forms. The other post called “first-flight” has the same address in another case.
    expect(posts.flatMap(({ aliases }) => aliases).sort()).toEqual(
      ['FIRST-flight', 'idea', 'later'].flatMap((name) => [`/2024/${name}.html/`, `/2024/${name}/`]),
    );
  });

  it('changes nothing when it is run again, and overwrites nothing', async () => {
    const { dir } = await writeContent(jekyllSite);
    const root = await makeRoot();
    await run(root, dir);
    const again = await run(root, dir);
    expect(again.code).toBe(exit.done);
    expect(again.out).toContain('0 files written, 5 already exist unchanged, 0 already exist and differ.');
    const later = join(root, 'content/blog/2024/05/later.md');
    await writeFile(later, '---\ntitle: Other\ndate: 2024-05-01\n---\n\nMine.\n');
    const third = await run(root, dir);
    expect(third.code).toBe(exit.failed);
    expect(third.out).toContain('blog/2024/05/later.md:1:1: error import/exists: the file already exists and differs');
    expect(await readFile(later, 'utf8')).toContain('Mine.');
  });

  it('writes nothing with --dry-run, and reports as JSON with --json', async () => {
    const { dir } = await writeContent(jekyllSite);
    const root = await makeRoot();
    const before = await below(root);
    const { code, out } = await run(root, dir, '--dry-run', '--json');
    expect(code).toBe(exit.done);
    expect(await below(root)).toEqual(before);
    expect(JSON.parse(out)).toMatchObject({
      ...{ generator: 'Jekyll', by: '_config.yml', dryRun: true, found: 5, taken: 4, leftOut: 1 },
      files: { written: 5, same: 0, refused: 0 },
      left: [{ file: '_posts/2024-06-01-paper.textile', code: 'import/left-out' }],
    });
    expect(JSON.parse(out).posts[0]).toMatchObject({ oldAddress: '/2024/idea', address: '/blog/2024/07/idea/' });
  });

  it('imports into another folder, with the given generator', async () => {
    const { dir } = await writeContent({ 'words/2024-03-09-a.md': post('title: A') });
    const root = await makeRoot();
    const to = join(root, 'elsewhere');
    const { code, out } = await run(
      root,
      dir,
      '--to',
      to,
      '--from',
      'markdown',
      '--posts',
      'words',
      '--permalink',
      '/w/:filename',
    );
    expect(code).toBe(exit.done);
    expect(out).toMatch(/^plain Markdown, by words\/2024-03-09-a\.md\. Posts in words\./);
    expect(await readFile(join(to, 'blog/2024/03/a.md'), 'utf8')).toContain('aliases:\n  - /w/a/\n');
  });

  it('keeps as text what the check rejects in a body, so that the site builds', async () => {
    const bad = `${post('title: Bad', 'date: 2024-03-01')}\nSee {{< no-such-shortcode >}}\n\nAfter.\n`;
    const { dir } = await writeContent({
      'hugo.toml': '',
      'content/blog/bad.md': bad,
      'content/blog/good.md': post('title: Good', 'date: 2024-03-01'),
    });
    const root = await makeRoot();
    const { out } = await run(root, dir);
    expect((await check(join(root, 'content'))).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await readFile(join(root, 'content/blog/2024/03/good.md'), 'utf8')).toContain('title: Good');
    expect(await readFile(join(root, 'content/blog/2024/03/bad.md'), 'utf8')).toMatch(
      /no-such-shortcode[\s\S]*\nAfter\.\n/,
    );
    expect(out).toContain('2 posts found, 2 taken, 0 left out.');
  });

  it('imports the adopters of a Hugo site, each company once', async () => {
    const { dir } = await writeContent(hugoSite);
    const root = await makeRoot();
    const { code, out } = await run(root, 'hugo', dir);
    expect(code).toBe(exit.done);
    const content = join(root, 'content');
    expect(await below(join(content, 'adopters'))).toEqual([
      'acme.yaml',
      'mediamarkt-and-sons.svg',
      'mediamarkt-and-sons.yaml',
    ]);
    expect(await readFile(join(content, 'adopters/acme.yaml'), 'utf8')).toContain('  - tool\n  - tool-legacy\n');
    expect(out).toContain(
      'data/adopters/1.yaml:1:1: warning import/item-changed: "Media&shy;Markt &amp; Sons" is written "MediaMarkt & Sons"',
    );
    expect(out).toContain(
      'data/adopters/3.yaml:1:1: error import/list: there is no project "unknown" in projects.yaml',
    );
    expect(out).toContain('2 adopters; 5 files written');
    expect(out).toContain('- not imported, because they describe folders: README.md (1), _index.md (1)');
    expect(await readFile(join(content, 'blog/_index.md'), 'utf8')).toBe(
      '---\ntitle: Kite news\ndescription: What flies.\n---\n',
    );
    await writeFile(join(content, 'blog/_index.md'), '---\ntitle: Our own\n---\n');
    const again = await run(root, 'hugo', dir);
    expect(again.code).toBe(exit.done);
    expect(again.out).toContain('; 0 files written');
    expect(await readFile(join(content, 'blog/_index.md'), 'utf8')).toContain('Our own');
    expect((await check(content)).problems).toEqual([]);
  });

  it('finds the site inside a repository of another project', async () => {
    const { dir } = await writeContent({
      'blog/notes.md': 'No post.\n',
      'website/docusaurus.config.ts': 'export default { url: "https://w.example", baseUrl: "/" };',
      'website/blog/2024-03-09-a.md': post('title: A'),
    });
    const root = await makeRoot();
    const { out } = await run(root, dir);
    expect(out).toMatch(/^Docusaurus, by website\/docusaurus\.config\.ts\./);
  });

  it('reports wrong usage', async () => {
    const { dir } = await writeContent({ 'readme.md': 'x' });
    const jekyll = await writeContent({ '_config.yml': 'title: x' });
    const root = await makeRoot();
    await expect(run(root, dir)).rejects.toThrow('was not recognized');
    await expect(run(root)).rejects.toThrow('What do you want to import?');
    await expect(run(root, join(dir, 'none'))).rejects.toThrow('There is no folder');
    await expect(run(root, jekyll.dir)).rejects.toThrow(
      'is a site of Jekyll (_config.yml), but no posts were found. Give their folder',
    );
    await expect(run(root, jekyll.dir, '--from', 'jekyl')).rejects.toThrow(
      'There is no generator “jekyl”. Did you mean “jekyll”?',
    );
    await expect(run(root, jekyll.dir, '--posts', '../x')).rejects.toThrow('is not a folder of the site');
    const { dir: whole } = await writeContent(jekyllSite);
    await expect(run(root, whole, '--permalink', '/:yaer/:slug/')).rejects.toThrow(
      '--permalink has no :yaer. Did you mean “year”?',
    );
    await expect(run(root, whole, '--permalink', '/:year/:month/')).rejects.toThrow(
      'gives all posts of a month one address',
    );
  });

  it.skipIf(process.getuid?.() === 0)('says that it may not write', async () => {
    const { dir } = await writeContent(jekyllSite);
    const root = await makeRoot();
    await chmod(join(root, 'content'), 0o555);
    const { code, err } = await run(root, dir);
    await chmod(join(root, 'content'), 0o755);
    expect(code).toBe(exit.failed);
    expect(err).toContain('“content” is not writable');
  });

  it('leaves no partial files when it is stopped', async () => {
    const { dir } = await writeContent(jekyllSite);
    const root = await makeRoot();
    const stop = new AbortController();
    stop.abort();
    const terminal = testTerminal({ root, signal: stop.signal });
    expect(await importSite.run([dir], terminal)).toBe(exit.stopped);
    expect(await below(join(root, 'content'))).toEqual(['projects.yaml']);
    expect((await run(root, dir)).code).toBe(exit.done);
  });
});
