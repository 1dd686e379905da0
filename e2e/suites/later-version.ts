// A later version of the original, which a fork merges with the commands of docs/upgrading.md.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gitVariables, upgradeCommands } from '@/lib/tooling/testing/upgrade-commands';

/** Files of the original that the later version changes: code, what a fork changes too, and what a fork has deleted. */
const changed: readonly (readonly [path: string, addition: string])[] = [
  ['lib/base/dates.ts', '// Later.\n'],
  ['components/layout/footer.tsx', '// Later.\n'],
  ['app/page.tsx', '// Later.\n'],
  ['lib/site.ts', '// Later.\n'],
  ['README.md', '\nLater.\n'],
  ['CHANGELOG.md', '\nLater.\n'],
  ['content/projects.yaml', '# Later.\n'],
];

/**
 * Makes a folder the original's repository, before anything is changed in it.
 *
 * @returns what to call once the fork has made its changes: commits them, merges the later version, and returns what went wrong.
 */
export function beginFork(dir: string): () => string[] {
  const env = { ...process.env, ...gitVariables };
  const git = (...args: string[]) => execFileSync('git', args, { cwd: dir, env, encoding: 'utf8', stdio: 'pipe' });
  const commit = (message: string) => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };
  git('init', '--quiet', '--initial-branch', 'main');
  commit('The original');
  // The fork's own branch; the original is fetched from this folder's main branch.
  git('checkout', '--quiet', '-b', 'fork');
  git('remote', 'add', 'upstream', '.');
  return () => {
    commit('The fork');
    git('checkout', '--quiet', 'main');
    for (const [path, addition] of changed) appendFileSync(join(dir, path), addition);
    for (const path of deletedEntry(dir)) appendFileSync(path, '# Later.\n');
    commit('A later version');
    git('checkout', '--quiet', 'fork');
    const { merging, finishing } = upgradeCommands();
    for (const line of [...merging, ...finishing]) spawnSync('sh', ['-c', line], { cwd: dir, env, stdio: 'pipe' });
    const problems = git('status', '--porcelain') === '' ? [] : ['the merge of a later version has conflicts'];
    for (const path of ['lib/base/dates.ts', 'lib/site.ts', 'CHANGELOG.md']) {
      const isThere = readFileSync(join(dir, path), 'utf8').includes('Later.');
      if (!isThere) problems.push(`the merge of a later version has lost its change of ${path}`);
    }
    // The bundler would take the folder for its root, and find no packages there.
    rmSync(join(dir, '.git'), { recursive: true });
    return problems;
  };
}

/** An entry of the original, which the fork has deleted; none where the original is a new site itself. */
function deletedEntry(dir: string): string[] {
  const folder = join(dir, 'content/adopters');
  const [name] = existsSync(folder) ? readdirSync(folder).filter((each) => each.endsWith('.yaml')) : [];
  return name === undefined ? [] : [join(folder, name)];
}
