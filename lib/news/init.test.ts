import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { exit, UsageError } from '@/lib/base/cli/command';
import { check } from '@/lib/check/check';
import { init, makeInit } from '@/lib/news/init';
import { questions } from '@/lib/news/init/answers';
import { addressesOf, readRepository } from '@/lib/news/init/code-host';
import { type Changes, changesFor, toSiteFile } from '@/lib/news/init/site-file';
import type { Asker } from '@/lib/news/new/asker';
import { explainExpiry } from '@/lib/output/seo/security-text';
import { siteVariables } from '@/lib/tooling/testing/fixtures/site-variables.mjs';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

beforeEach(() => {
  vi.stubEnv('NEWS_NOW', '2026-11-28T12:00:00Z');
  // The settings of the person who runs the tests are not looked at.
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const given = {
  name: 'Anvil Community News',
  about: 'News from the "Anvil" project: it\'s all here.',
  origin: 'https://news.anvil.org/',
  repository: 'git@github.com:Anvil/news.git',
  colour: '#0F766E',
  lang: 'en',
};
const flags = Object.entries(given).flatMap(([flag, value]) => [`--${flag}`, value]);

const [template, post] = ['content/templates/monthly-update.mdx', 'content/blog/2026/11/welcome.md'];

/** A repository with the files that are changed, committed. */
function makeRepository() {
  const root = mkdtempSync(join(tmpdir(), 'news-init-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const path of ['README.md', '.github', 'public']) cpSync(path, join(root, path), { recursive: true });
  cpSync('e2e/fixtures/community', join(root, 'content'), { recursive: true });
  cpSync('public', join(root, 'docs/pictures'), { recursive: true });
  cpSync(siteVariables.NEWS_SITE_FILE, join(root, 'lib/site.ts'));
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@a.example'];
  const git = (...args: string[]) => execFileSync('git', [...identity, ...args], { cwd: root, encoding: 'utf8' });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'A');
  return { root, git, read: (path: string) => readFileSync(join(root, path), 'utf8') };
}

/** A person who gives these answers, and then says yes or no. */
function person(isSure: boolean): Asker {
  const answers = Object.values(given);
  const next = async () => answers.shift() ?? '';
  return { line: next, one: next, several: async () => [], yes: async () => isSure };
}

describe('init', () => {
  it('leaves a site with one project, one post and the template, without an error', async () => {
    const { root } = makeRepository();
    const terminal = testTerminal({ root });
    expect(await init.run([...flags, '--yes'], terminal)).toBe(exit.done);
    expect(terminal.errLines.join('\n')).toMatch(/It deletes \d+ files: content\/adopters \(\d+\), .*docs\/pictures/);
    expect(terminal.outLines.join('\n')).toContain('npm start');
    const files = readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    expect(paths.map((path) => path.slice(root.length + 1)).sort()).toEqual([post, 'content/projects.yaml', template]);
    expect(files.filter((file) => file.isDirectory()).map(({ name }) => name)).not.toContain('adopters');
    expect(existsSync(join(root, 'docs/pictures'))).toBe(false);
    const { problems, content } = await check(join(root, 'content'));
    expect(problems).toEqual([]);
    expect(content.community.projects).toMatchObject([
      { id: 'anvil', name: 'Anvil', repository: 'https://github.com/Anvil/news', color: '#0f766e' },
    ]);
  });

  it('changes the icons and the pages of the repository', async () => {
    const { root, read } = makeRepository();
    await init.run([...flags, '--yes'], testTerminal({ root }));
    expect(read('public/favicon.svg')).toContain('#0f766e');
    const apple = sharp(join(root, 'public/apple-touch-icon.png'));
    expect(await apple.metadata()).toMatchObject({ width: 180, height: 180, hasAlpha: false });
    const ico = readFileSync(join(root, 'public/favicon.ico'));
    expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 1, 0]);
    expect(await sharp(ico.subarray(ico.readUInt32LE(18))).metadata()).toMatchObject({ format: 'png', width: 48 });
    expect(ico.length).toBe(22 + ico.readUInt32LE(14));
    expect(read('README.md')).toMatch(
      /^# Anvil Community News\n\nNews from the "Anvil" project: it's all here\.\n\n```sh/,
    );
    expect(read('README.md')).not.toMatch(/<picture>|docs\/pictures/);
    expect(read('README.md')).toContain('npm run news');
    expect(read('.github/CODEOWNERS')).toMatch(/^\* @Anvil$/m);
  });

  it('says how to make the issue forms anew where it cannot: e2e/suites/fork.ts tests that it does', async () => {
    const { root } = makeRepository();
    const terminal = testTerminal({ root });
    await init.run([...flags, '--yes'], terminal);
    expect(terminal.outLines.join('\n')).toContain('npm run news -- form --write');
  });

  it('asks a person for what no option gives, and whether to do it', async () => {
    const { root, read } = makeRepository();
    const terminal = testTerminal({ root, interactive: true });
    expect(await makeInit(() => person(true)).run([], terminal)).toBe(exit.done);
    expect(read('lib/site.ts')).toContain("name: 'Anvil Community News'");
  });

  it.each([
    ['the person says no', flags, exit.stopped],
    ['nobody can say yes', flags, UsageError],
    ['an answer is missing', flags.slice(2), UsageError],
  ])('changes nothing if %s', async (_, args, outcome) => {
    const { root, git } = makeRepository();
    const terminal = testTerminal({ root, interactive: outcome === exit.stopped });
    const ended = makeInit(() => person(false)).run(args, terminal);
    if (typeof outcome === 'number') expect(await ended).toBe(outcome);
    else await expect(ended).rejects.toThrow(outcome);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('refuses a repository with changes that are not committed', async () => {
    const { root, read } = makeRepository();
    writeFileSync(join(root, 'new.txt'), 'a');
    const message = '1 file has changes that are not committed.';
    await expect(init.run([...flags, '--yes'], testTerminal({ root }))).rejects.toThrow(message);
    expect(read('README.md')).toBe(readFileSync('README.md', 'utf8'));
  });

  it('refuses files that Git does not have, unless somebody is sure', async () => {
    const { root } = makeRepository();
    await rm(join(root, '.git'), { recursive: true });
    const ask = makeInit(() => person(true));
    await expect(ask.run(flags, testTerminal({ root, interactive: true }))).rejects.toThrow('add --yes');
    expect(await ask.run([...flags, '--yes'], testTerminal({ root }))).toBe(exit.done);
  });

  it('can be undone after it was stopped in the middle', async () => {
    const { root, git } = makeRepository();
    const stop = new AbortController();
    const terminal = testTerminal({ root, signal: stop.signal });
    const stopping = {
      ...terminal,
      err: (text: string) => {
        terminal.err(text);
        // The description is the last thing that is shown before.
        setTimeout(() => stop.abort(), 5);
      },
    };
    await expect(init.run([...flags, '--yes'], stopping)).rejects.toThrow();
    const [, command = ''] = /To restore everything: (.+)/.exec(terminal.errLines.join('\n')) ?? [];
    execFileSync('sh', ['-c', command], { cwd: root });
    expect(git('status', '--porcelain')).toBe('');
  });
});

describe('an answer', () => {
  it.each([
    ['name', ' ', 'A'],
    ['name', 'a'.repeat(81), 'a'.repeat(80)],
    ['about', '', 'All about it.'],
    ['about', 'a'.repeat(201), 'a'.repeat(200)],
    ['origin', 'news.anvil.org', 'https://news.anvil.org'],
    ['origin', 'ftp://news.anvil.org', 'http://localhost:3000'],
    ['origin', 'https://anvil.org/news', 'https://anvil.org/'],
    ['origin', 'https://anvil.org/?a', 'https://anvil.org'],
    ['origin', 'https://a@anvil.org', 'https://münchen.example'],
    ['repository', 'https://github.com/anvil', 'https://github.com/anvil/news'],
    ['repository', 'https://github.com/anvil/news/tree/main', 'https://gitlab.com/anvil/site/news'],
    ['repository', '../news', 'ssh://git@codeberg.org/anvil/news.git'],
    ['colour', 'teal', '#0f766e'],
    ['colour', '#0f766', '#000000'],
    ['colour', '#ffff00', '#736D00'],
    ['lang', 'xx', 'en'],
    ['lang', 'fr', 'pt'],
    ['lang', 'zh-Hant', 'zh-Hans'],
    ['lang', 'English', 'en-GB'],
    ['lang', 'constructor', 'EN'],
    ['lang', '', 'en-us'],
  ] as const)('of %s that is %j is rejected, and %j accepted', (flag, wrong, right) => {
    const { problem } = questions.find((each) => each.flag === flag) ?? {};
    expect(problem?.(wrong)).toMatch(/\. (?:Write|Choose) /);
    expect(problem?.(right)).toBeUndefined();
  });

  it('that is too light names a colour that is dark enough', () => {
    const { problem } = questions.find(({ flag }) => flag === 'colour') ?? {};
    const [example = ''] = /#[0-9a-f]{6}/.exec(problem?.('#ff8800') ?? '') ?? [];
    expect(problem?.(example)).toBeUndefined();
  });

  it('in a language without words names the languages that have them', () => {
    const { problem } = questions.find(({ flag }) => flag === 'lang') ?? {};
    expect(problem?.('xx')).toMatch(/one of: .*\ben\b.*Posts may be in any language/);
  });
});

describe('the addresses of a repository', () => {
  it.each([
    ['https://github.com/Anvil/news/', '/edit/main/content/', '/new/main', '/issues', '/security/advisories/new'],
    [
      'git@gitlab.com:Anvil/site/news.git',
      '/-/edit/main/content/',
      '/-/new/main',
      '/-/issues',
      '/-/issues/new?issue%5Bconfidential%5D=true',
    ],
    [
      'https://codeberg.org/Anvil/news.git',
      '/_edit/main/content/',
      '/_new/main',
      '/issues',
      '/src/branch/main/SECURITY.md',
    ],
  ])('are those of its host: %s', (address, edit, add, issues, contact) => {
    const hosted = readRepository(address);
    if (!hosted) throw new Error('not read');
    expect(hosted.url).toMatch(/^https:\/\/[\w.]+\/Anvil\/(?:site\/)?news$/);
    expect(addressesOf(hosted)).toMatchObject({
      repository: {
        url: hosted.url,
        editUrl: hosted.url + edit,
        newFileUrl: hosted.url + add,
        issuesUrl: hosted.url + issues,
      },
      security: { contact: hosted.url + contact },
    });
  });
});

describe('lib/site.ts', () => {
  const text = readFileSync(siteVariables.NEWS_SITE_FILE, 'utf8').replace('  origin:', '  /** Where. */\n  origin:');
  const repository = readRepository(given.repository);
  if (!repository) throw new Error('not read');
  const changes = changesFor({ ...given, repository, colour: '#0f766e' }, new Date('2026-11-28T12:00:00Z'));

  /** What the file says. */
  function read(file: string): Record<string, unknown> {
    const [, literal = ''] = /= (\{\n.*^\});$/ms.exec(file) ?? [];
    const [, address = "''"] = /^const repository = (.*);$/m.exec(file) ?? [];
    return new Function('repository', `return ${literal};`)(address.slice(1, -1));
  }

  it('has every setting: its new value, its old one, or an example in a comment', () => {
    const file = toSiteFile(text, changes);
    const [before, after] = [read(text), read(file)];
    for (const [key, change] of Object.entries(changes)) {
      if (change === 'keep') expect(after[key], key).toEqual(before[key]);
      else if ('value' in change) expect(after[key], key).toEqual(change.value);
      else {
        expect(after, key).not.toHaveProperty(key);
        expect(file).toContain(`\n  // ${key}: `);
      }
    }
    expect(file).toContain("  /** Where. */\n  origin: 'https://news.anvil.org/',\n");
    expect(explainExpiry((after.security as { expires: string }).expires, new Date('2026-11-28'))).toBeUndefined();
  });

  it('is the same when it is written again, and takes an example’s place', () => {
    const file = toSiteFile(text, changes);
    expect(toSiteFile(file, changes)).toBe(file);
    const docsUrl: Changes['docsUrl'] = { value: 'https://docs.anvil.org/' };
    const documented = toSiteFile(file, { ...changes, docsUrl });
    expect(documented.match(/docsUrl/g)).toHaveLength(1);
    expect(read(documented)).toMatchObject({ docsUrl: 'https://docs.anvil.org/' });
  });

  it('gets a setting that it does not have', () => {
    const file = toSiteFile(text.replace(/^ {2}waysToJoin: \[\n.*?^ {2}\],\n/ms, ''), changes);
    expect(read(file)).toMatchObject({ waysToJoin: [], origin: 'https://news.anvil.org/' });
  });

  it.each(["a'b", 'a"b', '\'a\' "b"', 'a\\b', '$& $1 `a`', '</script>', 'a'.repeat(200)])('quotes %j', (name) => {
    expect(read(toSiteFile(text, { ...changes, name: { value: name } }))).toMatchObject({ name });
  });

  it('is refused in another form', () => {
    expect(() => toSiteFile('export const site = {};\n', changes)).toThrow('lib/site.ts has no');
  });
});
