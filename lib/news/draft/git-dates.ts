// The days on which files were added to the repository, from its history, for entries without `joined`.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { countedInFigures } from '@/lib/base/english';

const run = promisify(execFile);

/** A commit that adds more files to one folder is taken for an import, which does not say when each joined. */
const importedAbove = 20;

/**
 * Reads the days on which files were added. A file that was renamed keeps its first day.
 *
 * @param dir the content folder.
 * @param files paths below the content folder.
 * @returns days by path below the content folder, and what the editor should know: that there is no history, or which
 *   files were skipped.
 */
export async function readGitDates(dir: string, files: readonly string[], signal: AbortSignal) {
  const none = (note?: string) => ({ addedOn: new Map<string, string>(), note });
  if (files.length === 0) return none();
  const about = undated(files.length);
  /** Of a failed command, the output is empty. */
  const unlessStopped = (error: unknown) => {
    if (signal.aborted) throw error;
    return '';
  };
  const git = async (...args: string[]) => {
    const options = { cwd: dir, signal, maxBuffer: 256 * 1024 * 1024 };
    const { stdout } = await run('git', ['-c', 'core.quotePath=false', ...args], options);
    return stdout;
  };
  const shallow = await git('rev-parse', '--is-shallow-repository').catch(unlessStopped);
  if (shallow === '') {
    return none(
      `${about} and the content is not in a Git repository, so it is not known when they were added. They are skipped.`,
    );
  }
  if (shallow.trim() === 'true') {
    return none(
      `${about} and this clone is shallow, so it is not known when they were added. They are skipped. ` +
        'Fetch the rest with “git fetch --unshallow”, and run this command again.',
    );
  }
  const folders = [...new Set(files.map((file) => file.slice(0, file.indexOf('/'))))];
  // A repository without a commit has no log.
  const log = await git(
    ...['log', '--format=commit %ad', '--date=format:%Y-%m-%d', '--diff-filter=AR'],
    ...['--find-renames', '--name-status', '--relative'],
    '--',
    ...folders,
  ).catch(unlessStopped);
  const { addedOn, imported } = parseLog(log, new Set(files));
  const note =
    imported > 0
      ? `${undated(imported)} and were added in commits of more than ${importedAbove} files, which are treated as imports. ` +
        'They are skipped.'
      : undefined;
  return { addedOn, note };
}

/** The beginning of a sentence about entries. */
function undated(count: number): string {
  return `${countedInFigures(count, 'entry has', 'entries have')} no “joined”,`;
}

/** Reads `git log --name-status`, newest commit first. */
function parseLog(log: string, files: ReadonlySet<string>): { addedOn: Map<string, string>; imported: number } {
  const addedOn = new Map<string, string>();
  let imported = 0;
  /** From the name of a file at this point of the history to its name now. */
  const today = new Map([...files].map((file) => [file, file]));
  for (const commit of log.split(/^commit /m).slice(1)) {
    const [day = '', ...lines] = commit.split('\n');
    const changes = lines.filter((line) => line !== '').map((line) => line.split('\t'));
    const added = changes.flatMap(([kind, path = '']) => (kind === 'A' ? [path] : []));
    for (const path of added) {
      const file = today.get(path);
      if (file === undefined || addedOn.has(file)) continue;
      const folder = path.slice(0, path.indexOf('/') + 1);
      today.delete(path);
      if (added.filter((other) => other.startsWith(folder)).length > importedAbove) imported += 1;
      else addedOn.set(file, day);
    }
    for (const [kind = '', from = '', to = ''] of changes) {
      const file = kind.startsWith('R') ? today.get(to) : undefined;
      if (file === undefined) continue;
      today.delete(to);
      today.set(from, file);
    }
  }
  return { addedOn, imported };
}
