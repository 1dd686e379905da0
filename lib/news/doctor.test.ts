import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '@/lib/base/cli/command';
import { error } from '@/lib/base/diagnostic';
import { doctor } from '@/lib/news/doctor';
import { isExampleHost } from '@/lib/news/doctor/check-site';
import { toRepository } from '@/lib/news/doctor/code-host';
import { openRepository, type SiteSettings } from '@/lib/news/doctor/repository';
import { steps } from '@/lib/news/doctor/steps';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

beforeEach(() => {
  vi.stubEnv('NEWS_NOW', '2026-11-28T12:00:00Z');
  // The settings of the person who runs the tests are not looked at.
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const project =
  'projects:\n  - { id: anvil, name: Anvil, about: A, repository: "https://example.org/a", color: "#334155" }\n';

/** The repository of another community, as it was cloned. */
const original = {
  'lib/site.ts':
    "export const site = {\n  origin: 'https://old.example',\n  shortName: 'Old',\n  security: { contact: 'mailto:old@old.example' },\n};\n",
  'content/projects.yaml': project.replaceAll('nvil', 'xe'),
  'content/blog/2022/03/old.md': postText({ body: 'Old.\n' }),
  'content/published/2022-03.txt': '/blog/2022/03/old/\n',
  'public/favicon.svg': '<svg/>',
  'public/favicon.ico': 'old',
  'public/apple-touch-icon.png': 'old',
  'README.md': '# Old\n',
  'CODE_OF_CONDUCT.md': '# Old\n',
  '.github/CODEOWNERS': '* @smiths/old-team\n',
  '.github/workflows/test.yml': 'on: push\npermissions: {}\njobs: {}\n',
  '.github/workflows/form.yml': "permissions: {}\njobs: { a: { if: github.event.label.name == 'accepted' } }\n",
  '.github/ISSUE_TEMPLATE/event.yml': 'name: Event\nlabels: [event]\n',
  '.github/ISSUE_TEMPLATE/config.yml': 'blank_issues_enabled: true\n',
};

/** What makes it a site of its own; undefined deletes a file. */
const own: Record<string, string | undefined> = {
  'lib/site.ts': "export const site = {\n  origin: 'https://news.smiths.org',\n  shortName: 'Old',\n};\n",
  'content/projects.yaml': project,
  'content/blog/2022/03/old.md': undefined,
  'content/blog/2026/11/new.md': postText({ body: 'New.\n' }),
  'content/published/2022-03.txt': undefined,
  'content/published/2026-11.txt': '/blog/2026/11/new/\n',
  'public/favicon.svg': '<svg width="1"/>',
  'public/favicon.ico': 'new',
  'public/apple-touch-icon.png': 'new',
  'README.md': '# New\n',
  'CODE_OF_CONDUCT.md': '# New\n',
  '.github/CODEOWNERS': '# @old/team in a comment\n* @Smiths/new-team @alone\n',
};

const url = 'https://github.com/smiths/news';
const settings: SiteSettings = {
  name: 'Anvil News',
  shortName: 'Anvil',
  docsOrigin: 'https://smiths.org',
  docsUrl: 'https://smiths.org/docs/',
  origin: 'https://news.smiths.org',
  sections: { events: {} },
  repository: { url, editUrl: `${url}/edit/main/`, newFileUrl: `${url}/new/main`, issuesUrl: `${url}/issues` },
  security: { contact: `${url}/security/advisories/new`, policy: `${url}/security`, expires: '2027-10-01T00:00:00Z' },
};

interface Changes {
  /** Files that differ from a site that is ready. */
  readonly files?: Readonly<Record<string, string | undefined>>;
  readonly site?: Partial<SiteSettings>;
  readonly remotes?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

const ownRemotes = { upstream: 'https://github.com/old/news.git', origin: 'git@github.com:smiths/news.git' };

/** A repository that began as the original one and then was changed. */
async function makeRepository({ files = {}, remotes = ownRemotes }: Changes) {
  const { dir } = await writeContent(original);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: dir, stdio: 'pipe' });
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=a', '-c', 'user.email=a@b.example', 'commit', '--quiet', '--message', 'a');
  for (const [name, address] of Object.entries(remotes)) git('remote', 'add', name, address);
  if (remotes.upstream) git('update-ref', 'refs/remotes/upstream/main', 'HEAD');
  for (const [path, text] of Object.entries({ ...own, ...files })) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await (text === undefined ? rm(join(dir, path), { force: true }) : writeFile(join(dir, path), text));
  }
  return dir;
}

/** What is left in each step, by its number; steps without a problem are left out. */
async function problemsWith(changes: Changes = {}) {
  const terminal = testTerminal({ root: await makeRepository(changes), env: changes.env ?? {} });
  const repository = await openRepository(terminal, { ...settings, ...changes.site });
  const left: Record<number, string[]> = {};
  for (const [index, { check }] of steps.entries()) {
    const { problems } = await check(repository);
    if (problems.length > 0) left[index + 1] = problems.map(({ place, message }) => `${place}: ${message}`);
  }
  return left;
}

it('has the steps of docs/going-live.md, with the same numbers and titles', () => {
  const headings = [...readFileSync('docs/going-live.md', 'utf8').matchAll(/^## (.+)$/gm)].map(([, text]) => text);
  expect(headings).toEqual(steps.map(({ title }, index) => `${index + 1}. ${title}`));
});

describe('a repository', () => {
  it('has nothing left when all that can be seen is its own', async () => {
    expect(await problemsWith()).toEqual({});
  });

  it('has everything left that is as it was cloned', async () => {
    const asCloned = Object.fromEntries(
      Object.keys(own).map((path) => [path, original[path as keyof typeof original]]),
    );
    const site = { origin: 'https://old.example' };
    expect(await problemsWith({ files: asCloned, site })).toEqual({
      2: [
        'lib/site.ts: this is still the original file',
        'lib/site.ts:2: the origin https://old.example is only an example',
      ],
      3: [
        'content: 3 files are still as in upstream/main: content/blog/2022/03/old.md, content/projects.yaml and content/published/2022-03.txt',
      ],
      4: [
        'public/favicon.svg: this is still the original file',
        'public/favicon.ico: this is still the original file',
        'public/apple-touch-icon.png: this is still the original file',
      ],
      5: ['.github/CODEOWNERS: this is still the original file'],
      7: ['CODE_OF_CONDUCT.md: this is still the original file', 'README.md: this is still the original file'],
      12: [expect.stringContaining('content/published: no published address has been recorded')],
    });
  });

  // Each is one change to a repository that has nothing left.
  it.each<[string, Changes, Record<number, string[]>]>([
    ['no upstream', { remotes: { origin: url } }, { 1: [': Git has no remote “upstream”, from which updates come'] }],
    ['no origin', { remotes: { upstream: 'x' } }, { 1: [': Git has no remote “origin”, to which you push'] }],
    [
      'one repository as both remotes',
      { remotes: { upstream: `${url}.git`, origin: 'git@github.com:smiths/news.git' } },
      { 1: [': the remotes “origin” and “upstream” are the same repository'] },
    ],
    [
      'the repository of others in lib/site.ts',
      { remotes: { ...ownRemotes, origin: 'https://token@github.com/forge/news' } },
      { 2: [`lib/site.ts: repository.url is ${url}, but the remote “origin” is github.com/forge/news`] },
    ],
    [
      'an address of another repository beside it',
      { site: { repository: { ...settings.repository, issuesUrl: 'https://github.com/old/news/issues' } } },
      { 2: ['lib/site.ts: repository.issuesUrl does not begin with repository.url'] },
    ],
    [
      'an origin without TLS',
      { site: { origin: 'http://news.smiths.org' } },
      { 2: ['lib/site.ts: the origin http://news.smiths.org does not use https'] },
    ],
    [
      'no post',
      { files: { 'content/blog/2026/11/new.md': undefined, 'content/published/2026-11.txt': undefined } },
      {
        3: ['content: there is no post'],
        12: [expect.stringContaining('no published address')],
      },
    ],
    ['no icon', { files: { 'public/favicon.ico': undefined } }, { 4: ['public/favicon.ico: there is no such file'] }],
    [
      'a team of others',
      { files: { '.github/CODEOWNERS': '* @alone\n/lib/ @old/one @smiths/two\n' } },
      { 5: ['.github/CODEOWNERS:2: @old/one is not a team of “smiths”'] },
    ],
    [
      'a name of others',
      { site: { shortName: 'Old' } },
      { 2: ['lib/site.ts:3: shortName is still “Old”, as in upstream/main'] },
    ],
    [
      'reports to others',
      { site: { security: { ...settings.security, contact: 'mailto:old@old.example' } } },
      { 6: ['lib/site.ts: contact is still “mailto:old@old.example”, as in upstream/main'] },
    ],
    [
      'a broken post',
      { files: { 'content/blog/2026/11/b.md': 'No front matter' } },
      { 8: [expect.stringMatching(/\/content\/blog\/2026\/11\/b\.md: 1 error; the first is .*\/b\.md:1:1: error /)] },
    ],
    [
      'a form without a label',
      { files: { '.github/ISSUE_TEMPLATE/event.yml': 'name: Event\n' } },
      { 9: ['.github/ISSUE_TEMPLATE/event.yml: this form gives its issues no label'] },
    ],
    [
      'a form of a section that the site does not have',
      { site: { sections: { adopters: {} } } },
      { 9: ['.github/ISSUE_TEMPLATE/event.yml: the site has no section “events” for this form'] },
    ],
    [
      'a workflow without permissions',
      { files: { '.github/workflows/own.yml': 'on: push\njobs: { a: { permissions: {} }, b: {} }\n' } },
      { 9: ['.github/workflows/own.yml: this workflow does not say which permissions it has'] },
    ],
    [
      'SITE_URL as an example',
      { env: { SITE_URL: 'https://news.example.org' } },
      {
        10: [': SITE_URL is https://news.example.org, which is only an example'],
      },
    ],
  ])('has something left with %s', async (_, changes, left) => {
    expect(await problemsWith(changes)).toEqual(left);
  });

  it.each<[string, Changes]>([
    ['a contact by mail', { site: { security: { ...settings.security, contact: 'mailto:security@smiths.org' } } }],
    ['permissions in each job', { files: { '.github/workflows/own.yml': 'jobs: { a: { permissions: {} } }\n' } }],
    ['labels in one text', { files: { '.github/ISSUE_TEMPLATE/event.yml': 'labels: event, new\n' } }],
    ['no CODEOWNERS', { files: { '.github/CODEOWNERS': undefined } }],
    ['an origin that is a folder', { remotes: { ...ownRemotes, origin: '/srv/news.git' } }],
    ['SITE_URL of its own', { env: { SITE_URL: 'https://news.smiths.org' } }],
  ])('has nothing left with %s', async (_, changes) => {
    expect(await problemsWith(changes)).toEqual({});
  });

  it('has something left in lib/site.ts, and not in the content, where an address there leads nowhere', async () => {
    const repository = await openRepository(testTerminal({ root: await makeRepository({}) }), settings);
    const problem = error('link/unknown-page', 'there is no page "/jobs/"', 'correct it', {
      file: 'lib/site.ts',
      line: 5,
    });
    const checked = { ...repository.checked, problems: [problem] };
    const results = await Promise.all(steps.map(({ check }) => check({ ...repository, checked })));
    expect(results.flatMap(({ problems }) => problems)).toEqual(results[1]?.problems);
    expect(results[1]?.problems).toEqual([
      { place: 'lib/site.ts:5', message: 'there is no page "/jobs/"', fix: 'correct it' },
    ]);
  });

  it('is to renew security.txt a month before it expires, and not earlier', async () => {
    const expiring = (expires: string) => problemsWith({ site: { security: { ...settings.security, expires } } });
    const message = 'lib/site.ts: security.txt expires in less than 30 days, on 2026-12-28T11:59:59Z';
    expect(await expiring('2026-12-28T11:59:59Z')).toEqual({ 6: [message] });
    expect(await expiring('2026-12-28T12:00:00Z')).toEqual({});
  });
});

describe('news doctor', () => {
  const run = async (changes: Changes, ...args: string[]) => {
    const terminal = testTerminal({ root: await makeRepository(changes) });
    return { code: await doctor.run(args, terminal), out: terminal.outLines };
  };

  it('marks each step, says what is next, and ends with 1 while something is left', async () => {
    const { code, out } = await run({ remotes: { upstream: 'https://github.com/old/news.git' } });
    expect(code).toBe(1);
    expect(out.slice(0, 2)).toEqual([
      '✗  1. Clone the code',
      '       Git has no remote “origin”, to which you push (fix: run git remote add origin with the address of your repository)',
    ]);
    expect(out).toContain('✓  3. Replace the content');
    expect(out).toContain('? 11. Publish scheduled posts');
    expect(out.at(-1)).toMatch(/^Next: step 1\. Clone .*See docs\/going-live\.md\.$/);
  });

  it('prints the same as JSON, with the labels that forms and workflows need', async () => {
    const { code, out } = await run({ remotes: {} }, '--json');
    expect(code).toBe(1);
    const { steps: printed, next } = JSON.parse(out.join('\n'));
    expect(next).toBe(1);
    expect(printed.map(({ number, title }: { number: number; title: string }) => [number, title])).toEqual(
      steps.map(({ title }, index) => [index + 1, title]),
    );
    expect(printed[8]).toMatchObject({
      state: 'unseen',
      unseen: expect.stringMatching(/labels accepted, event and links\?/),
    });
    expect(printed[3]).toMatchObject({ state: 'unseen', problems: [] });
  });

  it('takes no other argument', async () => {
    await expect(run({}, 'now')).rejects.toThrow(UsageError);
  });
});

it.each([
  ['news.example', true],
  ['example.com', true],
  ['news.example.org', true],
  ['localhost', true],
  ['notexample.com', false],
  ['example.com.smiths.org', false],
  ['example.dev', false],
])('takes %s as an example: %s', (host, expected) => {
  expect(isExampleHost(host)).toBe(expected);
});

it.each([
  ['https://github.com/Smiths/News.git', 'github.com/smiths/news'],
  ['https://user:secret@github.com/smiths/news/', 'github.com/smiths/news'],
  ['git@github.com:smiths/news.git', 'github.com/smiths/news'],
  ['ssh://git@gitlab.com:2222/group/sub/news.git', 'gitlab.com/group/sub/news'],
  ['/srv/git/news.git', undefined],
  ['../news', undefined],
  ['C:/news', undefined],
])('reads %s as the repository %s', (address, expected) => {
  expect(toRepository(address)).toBe(expected);
});
