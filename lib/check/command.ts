// `npm run check`: reads its arguments, checks, prints every problem one a line, and says whether the content is sound.
import { existsSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { exit, type Program, type Terminal, UsageError } from '@/lib/base/cli/command';
import { parseOptions, suggest } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { errorsOf, formatAnnotation, formatDiagnostic, sortDiagnostics } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { type CheckResult, check, toLenient } from '@/lib/check/check';
import { codes, explainCode, listCodes, renderExplanation } from '@/lib/check/explain';
import type { ExternalSettings } from '@/lib/check/external/external';
import type { ExternalCounts } from '@/lib/check/external/report';
import { type Change, fixContent } from '@/lib/check/fix';
import { contentDir } from '@/lib/content/files';
import { loadContent } from '@/lib/content/load';
import { visibleAddresses } from '@/lib/content/published';
import { recordAddresses } from '@/lib/content/record-addresses';

const usage = `usage: npm run check [-- OPTIONS] [FILE…]

Checks the content and prints every problem as path:line:col, with what to do about it. Nothing is written,
save with --fix or --record. With files, only their problems are shown.

  --content DIR               the content folder, by default content (or CONTENT_DIR)
  --format text|json|github   how to print; github annotates the lines of a pull request
  --strict                    warnings count as errors
  --lenient                   unknown shortcodes of Hugo are warnings; their pages show a box
  --fix                       repairs line ends, byte-order marks, wrong decoding, and trailing spaces in front matter
  --record                    adds the addresses that are visible now to content/published/YYYY-MM.txt
  --external                  asks every link to another site as well whether it still leads there, which takes minutes
  --explain CODE              explains a problem, with an example of what is wrong and of what is right; without CODE, lists all
  --help                      prints this

examples:
  npm run check
  npm run check -- --strict content/blog/2022/03
  npm run check -- --explain link/http
  npm run -s check -- --external --format json > links.json

exit codes: 0 sound · 1 problems · 2 called wrongly · 3 there is no network for --external`;

const options = {
  content: { takes: 'value', example: '../website/content/en' },
  format: { takes: 'value', example: 'json' },
  strict: { takes: 'nothing' },
  lenient: { takes: 'nothing' },
  fix: { takes: 'nothing' },
  record: { takes: 'nothing' },
  external: { takes: 'nothing' },
  explain: { takes: 'nothing' },
} as const;

/** How it ends where no link elsewhere could be asked. */
const offline = 3;

const formats = { text: toText, json: toJson, github: toGitHub } as const;

interface Wanted {
  readonly dir: string;
  readonly format: keyof typeof formats;
  readonly strict: boolean;
  readonly lenient: boolean;
  readonly fix: boolean;
  readonly record: boolean;
  readonly external: boolean;
  /** Paths as problems name them, of files and folders; none means all. */
  readonly files: readonly string[];
}

/**
 * The command.
 *
 * @param external how links elsewhere are asked, where a test has servers of its own.
 */
export function makeCheck(external?: Partial<ExternalSettings>): Program {
  return { name: 'check', usage, run: (args, terminal) => runCheck(args, terminal, external) };
}

async function runCheck(
  args: readonly string[],
  terminal: Terminal,
  external?: Partial<ExternalSettings>,
): Promise<number> {
  const wanted = readArguments(args, [terminal.root, terminal.cwd]);
  if ('explain' in wanted) return explain(wanted.explain, terminal);
  const { dir, format, files } = wanted;
  // What is printed for programs stays whole: the story of what was done goes elsewhere.
  const tell = (text: string) => (format === 'text' ? terminal.out(text) : terminal.err(text));
  if (wanted.fix) {
    const changes = await fixContent(dir, (file) => isWanted(file, files));
    if (changes.length > 0) tell(describeChanges(changes));
  }
  const result = await check(dir, { isWanted: (file) => isWanted(file, files) });
  const shown = wanted.lenient ? result.problems.map(toLenient) : result.problems;
  const here = shown.filter(({ file }) => isWanted(file, files));
  // Loaded here, for nothing else has a use for it.
  const elsewhere = wanted.external
    ? await (await import('@/lib/check/external/external')).checkExternal(
        result.content,
        (file) => isWanted(file, files),
        (text) => terminal.err(text),
        external,
      )
    : undefined;
  const problems = elsewhere ? sortDiagnostics([...here, ...elsewhere.problems]) : here;
  const errors = errorsOf(problems).length;
  if (wanted.record) {
    if (errors > 0) tell(`Nothing was recorded: ${count(errors, 'error')} in the content.`);
    else await record(dir, tell);
  }
  terminal.out(formats[format]({ ...result, problems, external: elsewhere?.counts }));
  if (errors > 0 || (wanted.strict && problems.length > 0)) return exit.failed;
  return elsewhere?.offline ? offline : exit.done;
}

async function record(dir: string, tell: (text: string) => void): Promise<void> {
  const { posts, community } = await loadContent(dir);
  const instant = now();
  const { file, added } = await recordAddresses(dir, visibleAddresses(posts, community, instant), instant);
  tell(
    added.length === 0
      ? 'Nothing new to record.'
      : `Recorded ${count(added.length, 'address', 'addresses')} in ${file}.`,
  );
}

/** Prints what some codes mean, or all codes. @throws {UsageError} where there is no such code. */
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
 * @returns what is wanted, or codes to explain.
 * @throws {UsageError} where the arguments are wrong.
 */
function readArguments(
  args: readonly string[],
  from: readonly string[],
): Wanted | { readonly explain: readonly string[] } {
  const { values, words } = parseOptions('check', args, options);
  if (values.explain) return { explain: words };

  const { content, format = 'text' } = values;
  if (!Object.hasOwn(formats, format)) {
    throw new UsageError(`There is no format “${format}”. ${suggest(format, Object.keys(formats))}`);
  }
  const find = (path: string) => from.map((folder) => resolve(folder, path)).find((found) => existsSync(found));
  const dir = content === undefined ? contentDir() : find(content);
  if (dir === undefined || !existsSync(dir) || !statSync(dir).isDirectory()) {
    throw new UsageError(`There is no folder “${content ?? process.env.CONTENT_DIR ?? dir}”.`);
  }
  const files: string[] = [];
  for (const path of words) {
    const found = find(path);
    if (!found) throw new UsageError(`There is no file “${path}”.`);
    if (relative(dir, found).startsWith('..')) throw new UsageError(`“${path}” is not in the content folder.`);
    files.push(relative(process.cwd(), found));
  }
  if (values.record && files.length > 0) {
    throw new UsageError('--record takes no files: it records all that is visible.');
  }
  return {
    dir,
    format: format as keyof typeof formats,
    strict: values.strict === true,
    lenient: values.lenient === true,
    fix: values.fix === true,
    record: values.record === true,
    external: values.external === true,
    files,
  };
}

function isWanted(file: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((path) => file === path || file.startsWith(`${path}/`));
}

function describeChanges(changes: readonly Change[]): string {
  const lines = changes.map(({ file, line, what }) => `${file}:${line}: fixed: ${what}`);
  const files = new Set(changes.map(({ file }) => file)).size;
  return [...lines, `${count(changes.length, 'repair')} in ${count(files, 'file')}`].join('\n');
}

/** What is printed. */
type Printed = CheckResult & { readonly external?: ExternalCounts | undefined };

function toText(result: Printed): string {
  return [...result.problems.map(formatDiagnostic), counts(result)].join('\n');
}

function toJson({ posts, entries, problems, external }: Printed): string {
  const errors = errorsOf(problems).length;
  return JSON.stringify({ posts, entries, errors, warnings: problems.length - errors, problems, external }, null, 2);
}

/** GitHub's workflow commands, which annotate the lines of a pull request. */
function toGitHub(result: CheckResult): string {
  return [...result.problems.map(formatAnnotation), counts(result)].join('\n');
}

function counts({ problems, posts, entries }: CheckResult): string {
  const errors = errorsOf(problems).length;
  const checked = `${count(posts, 'post')} and ${count(entries, 'entry', 'entries')} checked`;
  return `${checked}: ${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
