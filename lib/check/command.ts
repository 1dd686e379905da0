// `npm run check`: reads its arguments, checks, prints a line for each problem, and sets the exit code.
import { existsSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { exit, type Program, type Terminal, UsageError } from '@/lib/base/cli/command';
import { parseOptions, suggest } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { errorsOf, formatAnnotation, formatDiagnostics, sortDiagnostics } from '@/lib/base/diagnostic';
import { countedInFigures as count } from '@/lib/base/english';
import { nearest } from '@/lib/base/nearest';
import { type CheckResult, check } from '@/lib/check/check';
import { codes, explainCode, listCodes, renderExplanation } from '@/lib/check/explain';
import type { ExternalSettings } from '@/lib/check/external/external';
import type { ExternalCounts } from '@/lib/check/external/report';
import { type Change, fixContent } from '@/lib/check/fix';
import { contentDir } from '@/lib/content/files';
import { loadContent } from '@/lib/content/load';
import { recordAddresses, visibleAddresses } from '@/lib/content/published';

const usage = `usage: npm run check [-- OPTIONS] [FILE…]

Checks the content and prints each problem as path:line:col, with a fix. Nothing is written, except with --fix or
--record. If you name files, only their problems are shown.

  --content DIR               the content folder (default: CONTENT_DIR, or else content)
  --format text|json|github   the output format; github annotates the lines of a pull request
  --strict                    warnings count as errors
  --verbose                   prints every warning; by default, more than ten with the same code are only counted
  --fix                       repairs line endings, byte-order marks, mojibake, and trailing spaces in front matter
  --record                    adds all addresses that are visible now to content/published/YYYY-MM.txt
  --external                  also checks every link to another site (takes minutes)
  --explain [CODE]            explains a code, with a wrong and a right example; without CODE, lists all codes
  --help                      shows this help

examples:
  npm run check
  npm run check -- --strict content/blog/2022/03
  npm run check -- --explain link/http
  npm run -s check -- --external --format json > links.json

exit codes: 0 no problems · 1 problems · 2 invalid command line · 3 no network for --external`;

const options = {
  content: { takes: 'value', example: '../website/content/en' },
  format: { takes: 'value', example: 'json' },
  strict: { takes: 'nothing' },
  verbose: { takes: 'nothing' },
  fix: { takes: 'nothing' },
  record: { takes: 'nothing' },
  external: { takes: 'nothing' },
  explain: { takes: 'nothing' },
} as const;

/** The exit code where no link to another site could be checked. */
const offline = 3;

const formats = { text: toText, json: toJson, github: toGitHub } as const;

/**
 * The command.
 *
 * @param external replaces settings of the external link check, for tests with servers of their own.
 */
export function makeCheck(external?: Partial<ExternalSettings>): Program {
  return { name: 'check', usage, run: (args, terminal) => runCheck(args, terminal, external) };
}

async function runCheck(
  args: readonly string[],
  terminal: Terminal,
  external?: Partial<ExternalSettings>,
): Promise<number> {
  const { values, words } = parseOptions('check', args, options);
  if (values.explain) return explain(words, terminal);
  const { dir, format, files } = readPaths(values, words, [terminal.root, terminal.cwd]);
  const isWanted = (file: string) =>
    files.length === 0 || files.some((path) => file === path || file.startsWith(`${path}/`));
  // JSON and annotations go to other programs: messages go to the error stream then.
  const report = (text: string) => (format === 'text' ? terminal.out(text) : terminal.err(text));
  if (values.fix) {
    const changes = await fixContent(dir, isWanted);
    if (changes.length > 0) report(describeChanges(changes));
  }
  const result = await check(dir, { isWanted });
  const own = result.problems.filter(({ file }) => isWanted(file));
  // Imported only here: nothing else needs it.
  const { checkExternal } = values.external ? await import('@/lib/check/external/external') : {};
  const links = await checkExternal?.(result.content, isWanted, (text) => terminal.err(text), external);
  const problems = links ? sortDiagnostics([...own, ...links.problems]) : own;
  const errors = errorsOf(problems).length;
  if (values.record) report(errors > 0 ? `Nothing was recorded: ${count(errors, 'error')}.` : await record(dir));
  const verbose = values.verbose === true || files.length > 0;
  terminal.out(formats[format]({ ...result, problems, verbose, external: links?.counts }));
  if (errors > 0 || (values.strict && problems.length > 0)) return exit.failed;
  return links?.offline ? offline : exit.done;
}

/** Adds the visible addresses to the ledger. @returns what was done. */
async function record(dir: string): Promise<string> {
  const { posts, community } = await loadContent(dir);
  const instant = now();
  const { file, added } = await recordAddresses(dir, visibleAddresses(posts, community, instant), instant);
  if (added.length === 0) return 'There is nothing new to record.';
  return `Recorded ${count(added.length, 'address', 'addresses')} in ${file}.`;
}

/** Prints what some codes mean, or lists all codes. @throws {UsageError} where there is no such code. */
async function explain(asked: readonly string[], terminal: Terminal): Promise<number> {
  const explanations: string[] = [];
  for (const code of asked) {
    const explanation = await explainCode(code);
    const near = explanation ? undefined : nearest(code, await codes());
    if (!explanation) throw new UsageError(`There is no code “${code}”.${near ? ` Did you mean “${near}”?` : ''}`);
    explanations.push(renderExplanation(explanation));
  }
  terminal.out(asked.length > 0 ? explanations.join('\n\n') : await listCodes());
  return exit.done;
}

/**
 * @param from the folders that paths in arguments may start from, absolute; the first in which a path exists counts.
 * @returns the content folder, the format, and files and folders by the paths of diagnostics; no files means all.
 * @throws {UsageError} where the arguments are wrong.
 */
function readPaths(
  { content, format = 'text', record }: { content?: string; format?: string; record?: boolean },
  words: readonly string[],
  from: readonly string[],
): { dir: string; format: keyof typeof formats; files: readonly string[] } {
  if (!Object.hasOwn(formats, format)) {
    throw new UsageError(`There is no format “${format}”. ${suggest(format, Object.keys(formats))}`);
  }
  const find = (path: string) => from.map((folder) => resolve(folder, path)).find((found) => existsSync(found));
  const dir = content === undefined ? contentDir() : find(content);
  if (dir === undefined || !existsSync(dir) || !statSync(dir).isDirectory()) {
    throw new UsageError(`There is no folder “${content ?? process.env.CONTENT_DIR ?? dir}”.`);
  }
  const files = words.map((path) => {
    const found = find(path);
    if (!found) throw new UsageError(`There is no file “${path}”.`);
    if (relative(dir, found).startsWith('..')) throw new UsageError(`“${path}” is not in the content folder.`);
    return relative(process.cwd(), found);
  });
  if (record && files.length > 0)
    throw new UsageError('--record does not take files: it records all visible addresses.');
  return { dir, format: format as keyof typeof formats, files };
}

function describeChanges(changes: readonly Change[]): string {
  const lines = changes.map(({ file, line, what }) => `${file}:${line}: fixed: ${what}`);
  const files = new Set(changes.map(({ file }) => file)).size;
  return [...lines, `${count(changes.length, 'repair')} in ${count(files, 'file')}`].join('\n');
}

/** What is printed. */
type Printed = CheckResult & { readonly verbose: boolean; readonly external?: ExternalCounts | undefined };

function toText(result: Printed): string {
  return [...formatDiagnostics(result.problems, result), counts(result)].join('\n');
}

function toJson({ posts, entries, problems, external }: Printed): string {
  const errors = errorsOf(problems).length;
  return JSON.stringify({ posts, entries, errors, warnings: problems.length - errors, problems, external }, null, 2);
}

function toGitHub(result: CheckResult): string {
  return [...result.problems.map(formatAnnotation), counts(result)].join('\n');
}

function counts({ problems, posts, entries }: CheckResult): string {
  const errors = errorsOf(problems).length;
  const checked = `${count(posts, 'post')} and ${count(entries, 'entry', 'entries')} checked`;
  return `${checked}: ${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`;
}
