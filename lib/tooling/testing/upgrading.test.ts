// A fork merges a later version with the commands of docs/upgrading.md, and keeps what is its own. e2e/suites/fork.ts builds what
// such a merge results in.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { site } from '@/lib/site';
import { siteVariables } from '@/lib/tooling/testing/fixtures/site-variables.mjs';
import { gitVariables, upgradeCommands } from '@/lib/tooling/testing/upgrade-commands';

const { merging, finishing, connecting } = upgradeCommands();

/** Code and pages that a fork leaves as they are, and files that it changes. */
const code = [
  'lib/site.ts',
  'lib/kinds/own.ts',
  'lib/base/dates.ts',
  'public',
  'README.md',
  '.github',
  '.gitattributes',
];

const env = { ...process.env, ...gitVariables };

function openFolder(dir: string) {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: dir, env, encoding: 'utf8', stdio: 'pipe' });
  const read = (path: string) => readFileSync(join(dir, path), 'utf8');
  return {
    git,
    read,
    files: () => git('ls-files').trimEnd().split('\n'),
    write(path: string, text: string) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    },
    append: (path: string, text: string) => appendFileSync(join(dir, path), text),
    replaceContent(from: string) {
      rmSync(join(dir, 'content'), { recursive: true, force: true });
      cpSync(from, join(dir, 'content'), { recursive: true });
    },
    commit() {
      git('add', '--all');
      git('commit', '--quiet', '--message', 'A');
    },
  };
}

/** The original repository, and a fork of it in which a community has changed what is its own. */
async function makeFork() {
  const dir = await mkdtemp(join(tmpdir(), 'news-upgrade-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const [upstreamDir, forkDir] = [join(dir, 'upstream'), join(dir, 'fork')];
  for (const path of code) cpSync(path, join(upstreamDir, path), { recursive: true });
  const upstream = openFolder(upstreamDir);
  upstream.replaceContent('e2e/fixtures/site');
  cpSync(siteVariables.NEWS_SITE_FILE, join(upstreamDir, 'lib/site.ts'));
  upstream.write('CODE_OF_CONDUCT.md', 'Be kind.\n');
  upstream.git('init', '--quiet', '--initial-branch', 'main');
  upstream.commit();
  upstream.git('clone', '--quiet', '--origin', 'upstream', '.', forkDir);
  const fork = openFolder(forkDir);
  fork.replaceContent('e2e/fixtures/fork');
  fork.write('lib/site.ts', ownSettings(fork.read('lib/site.ts')));
  fork.write('lib/kinds/own.ts', 'export const ownKinds = [job] as const;\n');
  fork.write('public/favicon.svg', '<svg width="1"/>\n');
  fork.write('public/logo.svg', '<svg width="2"/>\n');
  fork.write('.github/CODEOWNERS', '* @anvil/team\n');
  fork.write('CODE_OF_CONDUCT.md', 'Be very kind.\n');
  fork.commit();
  return { upstream, fork, forkDir };
}

function ownSettings(text: string): string {
  return text.replaceAll(site.name, 'Anvil News').replaceAll(site.origin, 'https://anvil.example');
}

/** A later commit to everything that the fork has changed, and to code. */
function changeUpstream({ read, write, append, git, files, commit }: ReturnType<typeof openFolder>) {
  const settings = read('lib/site.ts');
  const end = settings.lastIndexOf('};');
  write('lib/site.ts', `${settings.slice(0, end)}  laterSetting: true,\n${settings.slice(end)}`);
  append('lib/base/dates.ts', '// Later.\n');
  append('lib/kinds/own.ts', '// Later.\n');
  append('.github/CODEOWNERS', '/later @a\n');
  append('CODE_OF_CONDUCT.md', 'Later.\n');
  append('content/projects.yaml', '# Later.\n');
  write('public/later.txt', 'Later.\n');
  write('public/favicon.svg', '<svg width="3"/>\n');
  write('content/blog/2026/12/later.md', 'Later.\n');
  const [changed = '', renamed = ''] = files().filter((path) => /^content\/events\//.test(path));
  append(changed, '# Later.\n');
  git('mv', renamed, 'content/events/later.yaml');
  commit();
}

it('has commands that keep what is the fork’s, and take everything else', async () => {
  const { upstream, fork, forkDir } = await makeFork();
  const before = new Map(fork.files().map((path) => [path, fork.read(path)]));
  changeUpstream(upstream);
  fork.write('content/blog/draft.md', 'Not committed.\n');
  const status = merging.map((line) => spawnSync('sh', ['-c', line], { cwd: forkDir, env }).status);
  // Git reports conflicts in content/, as the page says; nothing else fails.
  expect(merging.map((line, index) => [line.split(' ')[1], status[index]])).toEqual([
    ['fetch', 0],
    ['merge', 1],
    ['rm', 0],
    ['checkout', 0],
    ['status', 0],
  ]);
  expect(fork.git('diff', '--name-only', '--diff-filter=U')).toBe('');
  expect(finishing).toEqual(['git commit --no-edit']);
  expect(spawnSync('sh', ['-c', finishing.join('\n')], { cwd: forkDir, env }).status).toBe(0);

  const isOwn = (path: string) => /^content\/|icon|own\.ts|CODEOWNERS|CODE_OF|logo/.test(path);
  const ownBefore = [...before.keys()].filter(isOwn);
  const taken = upstream.files().filter((path) => !isOwn(path));
  expect(fork.files().sort()).toEqual([...ownBefore, ...taken].sort());
  for (const path of ownBefore) expect(fork.read(path), path).toBe(before.get(path));
  for (const path of taken) {
    const text = upstream.read(path);
    expect(fork.read(path), path).toBe(path === 'lib/site.ts' ? ownSettings(text) : text);
  }
  expect(fork.read('lib/site.ts')).toMatch(/Anvil News[\s\S]*laterSetting: true/);
  expect(fork.read('content/blog/draft.md')).toBe('Not committed.\n');
  expect(fork.git('log', '-1', '--format=%P').trim().split(' ')).toHaveLength(2);
});

it('is needed: without its commands, a fork gets conflicts and posts of others', async () => {
  const { upstream, fork, forkDir } = await makeFork();
  changeUpstream(upstream);
  for (const line of merging.slice(0, 2)) spawnSync('sh', ['-c', line], { cwd: forkDir, env });
  expect(fork.git('diff', '--name-only', '--diff-filter=U').split('\n')).toContain('content/projects.yaml');
  expect(readdirSync(join(forkDir, 'content/blog/2026'))).toContain('12');
});

it('connects a copy without history to the version that it was copied from', async () => {
  const { upstream, forkDir } = await makeFork();
  await rm(join(forkDir, '.git'), { recursive: true });
  const copy = openFolder(forkDir);
  copy.git('init', '--quiet', '--initial-branch', 'main');
  copy.commit();
  copy.git('remote', 'add', 'upstream', '../upstream');
  copy.git('fetch', '--quiet', 'upstream');
  const tree = copy.git('rev-parse', 'HEAD^{tree}');
  copy.git(...(connecting[0] ?? '').replace('COMMIT', 'upstream/main').split(' ').slice(1), '--no-edit');
  expect(copy.git('rev-parse', 'HEAD^{tree}')).toBe(tree);
  changeUpstream(upstream);
  for (const line of merging) spawnSync('sh', ['-c', line], { cwd: forkDir, env });
  expect(copy.git('diff', '--name-only', '--diff-filter=U')).toBe('');
  expect(copy.read('lib/site.ts')).toContain('laterSetting: true');
});
