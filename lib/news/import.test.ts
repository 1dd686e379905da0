import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exit } from '@/lib/base/cli/command';
import { check } from '@/lib/check/check';
import { loadPosts } from '@/lib/content/load-posts';
import { importSite } from '@/lib/news/import';
import { addAliases } from '@/lib/news/import/redirects';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

const projects =
  'projects:\n  - { id: flux, name: Flux, about: x, repository: https://example.org/a, color: "#1d4fd8" }\n' +
  '  - { id: flux-legacy, name: Flux (legacy), about: x, repository: https://example.org/b, color: "#1d4fd8" }\n';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0h1"/></svg>';

const site = {
  'content/en/blog/_index.md': '---\ntitle: Blog\n---\n',
  'content/en/blog/2022-03-01-a.md': postText({ fields: ['url: /blog/2022/03/a/'] }),
  'content/en/blog/b/index.md': postText({ fields: ['url: /blog/2022/03/b/'], body: '![B](images/b.svg)\n' }),
  'content/en/blog/b/images/b.svg': svg,
  'data/adopters/1.yaml':
    'adopters:\n  project: Flux\n  companies:\n' +
    '    - { name: Media&shy;Markt &amp; Sons, url: "http://mm.example/", logo: logos/mm.svg }\n' +
    '    - { name: Acme, url: "https://acme.example/", logo: logos/none.png }\n',
  'data/adopters/2.yaml':
    'adopters:\n  project: Flux Legacy\n  companies:\n    - { name: Acme, url: "https://acme.example/" }\n' +
    '    - { name: MM, url: "https://www.mm.example" }\n',
  'data/adopters/3.yaml': 'adopters:\n  project: Unknown\n  companies: []\n',
  'static/img/logos/mm.svg': svg,
};

async function makeRoot() {
  const { dir: root } = await writeContent({ 'content/projects.yaml': projects });
  return root;
}

async function run(root: string, hugo: string, ...more: string[]) {
  const terminal = testTerminal({ root });
  const code = await importSite.run(['hugo', hugo, ...more], terminal);
  return { code, outLines: terminal.outLines, errLines: terminal.errLines };
}

const below = async (dir: string) => (await readdir(dir, { recursive: true })).map(String).sort();

describe('news import hugo', () => {
  it('brings posts as they are, and each company once', async () => {
    const { dir } = await writeContent(site);
    const root = await makeRoot();
    const { code, outLines, errLines } = await run(root, dir);
    expect(code).toBe(exit.done);
    expect(outLines).toEqual([
      'imported blog/2022-03-01-a.md',
      'imported blog/_index.md',
      'imported blog/b/images/b.svg',
      'imported blog/b/index.md',
      'imported adopters/mediamarkt-and-sons.svg',
      'imported adopters/mediamarkt-and-sons.yaml',
      'imported adopters/acme.yaml',
    ]);
    expect(errLines).toEqual([
      'changed data/adopters/1.yaml: "Media&shy;Markt &amp; Sons" is written "MediaMarkt & Sons"',
      'changed data/adopters/1.yaml: the address of "MediaMarkt & Sons" begins with https:',
      'changed data/adopters/2.yaml: "MM" is "MediaMarkt & Sons", which has the same address',
      'data/adopters/3.yaml:1:1: error import/list: there is no project "unknown" in projects.yaml (fix: add it there, and run this again)',
      expect.stringMatching(/^static\/img\/logos\/none\.png:1:1: warning import\/picture: .* of up to 50 kB\)$/),
      '7 files imported, 0 unchanged, 2 not imported.',
    ]);
    const content = join(root, 'content');
    expect(await readFile(join(content, 'blog/2022-03-01-a.md'), 'utf8')).toBe(site['content/en/blog/2022-03-01-a.md']);
    expect(await readFile(join(content, 'adopters/acme.yaml'), 'utf8')).toContain('  - flux\n  - flux-legacy\n');
    expect((await check(content)).problems).toEqual([]);
  });

  it('changes nothing when it is run again, and overwrites nothing', async () => {
    const { dir } = await writeContent(site);
    const root = await makeRoot();
    await run(root, dir);
    const again = await run(root, dir);
    expect(again).toMatchObject({ code: exit.done, outLines: [] });
    expect(again.errLines.filter((line) => line.startsWith('changed'))).toEqual([]);
    const acme = join(root, 'content/adopters/acme.yaml');
    await writeFile(acme, 'name: Other\n');
    const third = await run(root, dir);
    expect(third.code).toBe(exit.failed);
    expect(third.errLines).toContainEqual(expect.stringMatching(/^adopters\/acme\.yaml:1:1: error import\/exists: /));
    expect(await readFile(acme, 'utf8')).toBe('name: Other\n');
  });

  it('makes aliases of redirects that lead to posts', async () => {
    const { dir } = await writeContent({
      ...site,
      'content/en/blog/c.md': postText({ fields: ['url: /blog/2022/03/c/', 'aliases:', '  - /c/'] }),
      'static/_redirects': [
        '# the blog',
        '/old-a /blog/2022/03/a',
        '/older-a/  https://flux.example/old-a/ 301!',
        '/blog/c-was-here /c/ 302',
        '/c /blog/2022/03/c/',
        '/blog/* /news/:splat',
        '/blog/x /blog/2022/03/gone/',
        '/blog/2022/03/b/ /blog/2022/03/a/',
        '/blog/y /blog/2022/03/a/ 200',
        '/blog/ /blog/2022/03/a/',
        '/docs/* https://docs.example/:splat',
      ].join('\n'),
    });
    const root = await makeRoot();
    const { code, errLines } = await run(root, dir);
    expect(code).toBe(exit.done);
    expect(
      errLines.filter((line) => /_redirects|redirects to/.test(line)).map((line) => line.replace(/ \(fix: .*/, '')),
    ).toEqual([
      'changed blog/2022-03-01-a.md: /old-a/ redirects to it',
      'changed blog/2022-03-01-a.md: /older-a/ redirects to it',
      'changed blog/c.md: /blog/c-was-here/ redirects to it',
      'static/_redirects:6:1: warning import/redirect: "/blog/*" matches many addresses, but an alias is a single address',
      'static/_redirects:9:1: warning import/redirect: its status 200 is not a redirect',
      'static/_redirects:7:1: warning import/redirect: there is no post at "/blog/2022/03/gone/"',
      'static/_redirects:8:1: warning import/redirect: "/blog/2022/03/b/" is a page of this site',
      'static/_redirects:10:1: warning import/redirect: "/blog/" is a page of this site',
    ]);
    const content = join(root, 'content');
    expect(await readFile(join(content, 'blog/c.md'), 'utf8')).toContain(
      'aliases:\n  - /c/\n  - /blog/c-was-here/\n---\n',
    );
    const { posts } = await loadPosts(content);
    expect(posts.find(({ slug }) => slug === 'a')?.aliases).toEqual(['/old-a/', '/older-a/']);
    expect((await check(content)).problems).toEqual([]);
    expect(await run(root, dir)).toMatchObject({ code: exit.done, outLines: [] });
  });

  it.each([
    ['---\ntitle: A\n---\nx', '---\ntitle: A\naliases: [/x/]\n---\nx'],
    ['---\r\ntitle: A\r\n---\r\nx', '---\r\ntitle: A\r\naliases: [/x/]\r\n---\r\nx'],
    ['---\naliases: [/a/]\n---\nx', '---\naliases: [/a/, /x/]\n---\nx'],
    ['---\naliases: /a/\n---\nx', '---\naliases: [/a/, /x/]\n---\nx'],
    ['---\naliases:\n- /a/\ntitle: A\n---\nx', '---\naliases:\n- /a/\n- /x/\ntitle: A\n---\nx'],
    ['+++\ntitle = "A"\n[params]\na = 1\n+++\nx', '+++\naliases = ["/x/"]\ntitle = "A"\n[params]\na = 1\n+++\nx'],
    ['+++\naliases = ["/a/"]\n+++\nx', '+++\naliases = ["/a/", "/x/"]\n+++\nx'],
    ['{\n  "title": "A"\n}\nx', '{\n  "aliases": ["/x/"],\n  "title": "A"\n}\nx'],
    ['---\naliases: [\n  /a/ ]\n---\nx', undefined],
    ['no front matter', undefined],
  ])('adds an alias to %j', (text, result) => {
    expect(addAliases(text, ['/x/'])).toBe(result);
  });

  it('leaves out what is not allowed next to a post', async () => {
    const { dir } = await writeContent({
      ...site,
      'content/en/blog/b/demo.mp4': 'x',
      'content/en/blog/b/run.sh': 'ls\n',
    });
    const root = await makeRoot();
    const { errLines, outLines } = await run(root, dir);
    expect(errLines).toContainEqual(
      expect.stringMatching(/^blog\/b\/demo\.mp4:1:1: warning import\/type: .* \(fix: use PNG, /),
    );
    expect(outLines).toContain('imported blog/b/run.sh');
    expect((await check(join(root, 'content'))).problems).toEqual([]);
  });

  it('writes nothing with --dry-run, and says what it would', async () => {
    const { dir } = await writeContent(site);
    const root = await makeRoot();
    const before = await below(root);
    const { code, outLines } = await run(root, dir, '--dry-run');
    expect(code).toBe(exit.done);
    expect(outLines).toHaveLength(7);
    expect(outLines[0]).toBe('would import blog/2022-03-01-a.md');
    expect(await below(root)).toEqual(before);
  });

  it('refuses a folder that is not a Hugo site, and a call without one', async () => {
    const { dir } = await writeContent({ 'readme.md': 'x' });
    const root = await makeRoot();
    await expect(run(root, dir)).rejects.toThrow('is not a Hugo site: it has neither content/en/blog nor content/blog');
    await expect(importSite.run(['hugo'], testTerminal({ root }))).rejects.toThrow('What do you want to import?');
    const plain = await writeContent({ 'content/blog/a.md': postText() });
    expect(await run(root, plain.dir)).toMatchObject({ code: exit.done, outLines: ['imported blog/a.md'] });
  });

  it.skipIf(process.getuid?.() === 0)('says that it may not write', async () => {
    const { dir } = await writeContent(site);
    const root = await makeRoot();
    await chmod(join(root, 'content'), 0o555);
    const { code, errLines } = await run(root, dir);
    await chmod(join(root, 'content'), 0o755);
    expect(code).toBe(exit.failed);
    expect(errLines.join('\n')).toContain('“content” is not writable');
    expect(await below(join(root, 'content'))).toEqual(['projects.yaml']);
    expect((await run(root, dir)).code).toBe(exit.done);
  });

  it('leaves whole files when it is stopped', async () => {
    const { dir } = await writeContent(site);
    const root = await makeRoot();
    const stop = new AbortController();
    const terminal = testTerminal({ root, signal: stop.signal });
    const out = (text: string) => {
      terminal.out(text);
      if (terminal.outLines.length === 2) stop.abort();
    };
    expect(await importSite.run(['hugo', dir], { ...terminal, out })).toBe(130);
    expect(await below(join(root, 'content/blog'))).toEqual(['2022-03-01-a.md', '_index.md']);
    expect((await run(root, dir)).code).toBe(exit.done);
  });
});
