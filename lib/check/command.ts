// `npm run check`: reads its arguments, checks, prints every problem one a line, and says whether the content is sound.
import { existsSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { now } from '@/lib/base/clock';
import { nearest } from '@/lib/base/nearest';
import { errorsOf, formatProblem, type Problem, sortProblems } from '@/lib/base/problems';
import { type CheckResult, check, toLenient } from '@/lib/check/check';
import { codes, explainCode, listCodes, renderExplanation } from '@/lib/check/explain';
import type { ExternalCounts, ExternalSettings } from '@/lib/check/external/external';
import { type Change, fixContent } from '@/lib/check/fix';
import { contentDir } from '@/lib/content/files';
import { loadContent } from '@/lib/content/load';
import { visibleAddresses } from '@/lib/content/published';
import { recordAddresses } from '@/lib/content/record-addresses';

export const usage = `usage: npm run check [-- OPTIONS] [FILE…]

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

Exit codes: 0 sound, 1 problems, 2 wrong usage, 3 there is no network for --external.`;

const options = {
  content: { type: 'string' },
  format: { type: 'string' },
  strict: { type: 'boolean' },
  lenient: { type: 'boolean' },
  fix: { type: 'boolean' },
  record: { type: 'boolean' },
  external: { type: 'boolean' },
  explain: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const formats = { text: toText, json: toJson, github: toGitHub } as const;

/** Where the command prints, and the folders that paths in arguments may start from. */
export interface Surface {
  out(text: string): void;
  err(text: string): void;
  /** Absolute; the first in which a path exists counts. */
  readonly from: readonly string[];
  /** How links elsewhere are asked, where a test has servers of its own. */
  readonly external?: Partial<ExternalSettings> | undefined;
}

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
 * Runs the check.
 *
 * @param args what stands after `npm run check --`.
 * @returns 0 where the content is sound, 1 where it is not, 2 for wrong usage, 3 where no link elsewhere could be asked.
 */
export async function runCheck(args: readonly string[], surface: Surface): Promise<number> {
  const wanted = readArguments(args, surface.from);
  if (wanted === 'help') {
    surface.out(usage);
    return 0;
  }
  if (typeof wanted === 'string') return refuse(wanted, surface);
  if ('explain' in wanted) return explain(wanted.explain, surface);
  const { dir, format, files } = wanted;
  // What is printed for programs stays whole: the story of what was done goes elsewhere.
  const tell = (text: string) => (format === 'text' ? surface.out(text) : surface.err(text));
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
        (text) => surface.err(text),
        surface.external,
      )
    : undefined;
  const problems = elsewhere ? sortProblems([...here, ...elsewhere.problems]) : here;
  const errors = errorsOf(problems).length;
  if (wanted.record) {
    if (errors > 0) tell(`Nothing was recorded: ${count(errors, 'error')} in the content.`);
    else await record(dir, tell);
  }
  surface.out(formats[format]({ ...result, problems, external: elsewhere?.counts }));
  if (errors > 0 || (wanted.strict && problems.length > 0)) return 1;
  return elsewhere?.offline ? 3 : 0;
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

/** @returns the exit code. */
function refuse(message: string, { err }: Surface): number {
  err(`${message}\n${usage.slice(0, usage.indexOf('\n'))}`);
  return 2;
}

/** Prints what some codes mean, or all codes. @returns the exit code. */
async function explain(asked: readonly string[], surface: Surface): Promise<number> {
  const explanations: string[] = [];
  for (const code of asked) {
    const explanation = await explainCode(code);
    const near = explanation ? undefined : nearest(code, await codes());
    if (!explanation) return refuse(`there is no code "${code}"${near ? `: did you mean ${near}?` : ''}`, surface);
    explanations.push(renderExplanation(explanation));
  }
  surface.out(asked.length > 0 ? explanations.join('\n\n') : await listCodes());
  return 0;
}

/** @returns what is wanted, `help`, codes to explain, or what is wrong with the arguments. */
function readArguments(
  args: readonly string[],
  from: readonly string[],
): Wanted | { readonly explain: readonly string[] } | string {
  const names = Object.keys(options).map((name) => `--${name}`);
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const values: Partial<Record<keyof typeof options, string>> = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(options, token.name)) {
      const near = nearest(token.rawName, names);
      return `there is no option ${token.rawName}${near ? `: did you mean ${near}?` : ''}`;
    }
    const name = token.name as keyof typeof options;
    const takesValue = options[name].type === 'string';
    if (takesValue && (token.value === undefined || token.value === '')) return `--${name} needs a value`;
    if (!takesValue && token.value !== undefined) return `--${name} takes no value`;
    values[name] = token.value ?? 'yes';
  }
  if (values.help) return 'help';
  if (values.explain) return { explain: positionals };

  const { content, format = 'text' } = values;
  if (!Object.hasOwn(formats, format)) {
    const near = nearest(format, Object.keys(formats));
    return `there is no format "${format}"${near ? `: did you mean ${near}?` : `: use ${Object.keys(formats).join(', ')}`}`;
  }
  const find = (path: string) => from.map((folder) => resolve(folder, path)).find((found) => existsSync(found));
  const dir = content === undefined ? contentDir() : find(content);
  if (dir === undefined || !existsSync(dir) || !statSync(dir).isDirectory()) {
    return `there is no folder "${content ?? process.env.CONTENT_DIR ?? dir}"`;
  }
  const files: string[] = [];
  for (const path of positionals) {
    const found = find(path);
    if (!found) return `there is no file "${path}"`;
    if (relative(dir, found).startsWith('..')) return `"${path}" does not lie in the content folder`;
    files.push(relative(process.cwd(), found));
  }
  if (values.record && files.length > 0) return '--record takes no files: it records all that is visible';
  return {
    dir,
    format: format as keyof typeof formats,
    strict: values.strict !== undefined,
    lenient: values.lenient !== undefined,
    fix: values.fix !== undefined,
    record: values.record !== undefined,
    external: values.external !== undefined,
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
  return [...result.problems.map(formatProblem), counts(result)].join('\n');
}

function toJson({ posts, entries, problems, external }: Printed): string {
  const errors = errorsOf(problems).length;
  return JSON.stringify({ posts, entries, errors, warnings: problems.length - errors, problems, external }, null, 2);
}

/** GitHub's workflow commands, which annotate the lines of a pull request. */
function toGitHub(result: CheckResult): string {
  const escaped = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  const annotation = ({ severity, file, line, column, code, message, fix }: Problem) =>
    `::${severity} file=${property(file)},line=${line},col=${column},title=${property(code)}::${escaped(`${message} (fix: ${fix})`)}`;
  return [...result.problems.map(annotation), counts(result)].join('\n');
}

function counts({ problems, posts, entries }: CheckResult): string {
  const errors = errorsOf(problems).length;
  const checked = `${count(posts, 'post')} and ${count(entries, 'entry', 'entries')} checked`;
  return `${checked}: ${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
