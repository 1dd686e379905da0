// `news new`: asks for an entry or a post, and writes its file.
import { lstat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { type Command, exit, type Terminal, UsageError } from '@/lib/base/cli/command';
import { type Option, type OptionValues, parseOptions, suggest } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { FileExistsError, writeWhole } from '@/lib/base/write-whole';
import { loadCommunity } from '@/lib/content/load-community';
import type { Answers, RecipeContext } from '@/lib/kinds/recipe';
import { checkPlanned } from '@/lib/news/check-planned';
import {
  answersOfFlags,
  completeByAsking,
  completeWithoutAsking,
  isComplete,
  problemsOf,
} from '@/lib/news/new/answers';
import { type Asker, Cancelled, terminalAsker } from '@/lib/news/new/asker';
import { type NewFile, newFiles } from '@/lib/news/new/new-files';

const names = newFiles.map(({ name }) => name);

function optionsOf({ questions }: NewFile): string {
  const rows = questions.map((question): [string, string] => {
    const { flag, type, ask, required, example, fallback } = question;
    const choices = question.choices?.(noContext) ?? [];
    return [
      `--${flag}${type === 'switch' ? '' : ' …'}`,
      [
        ask,
        choices.length > 0 ? `One of ${choices.join(', ')}.` : '',
        required && !fallback ? 'Needed.' : '',
        type === 'lines' ? 'May be given several times.' : '',
        example ? `Example: ${example}` : '',
      ]
        .filter(Boolean)
        .join(' '),
    ];
  });
  return [...rows, ...common].map(([flag, text]) => `  ${flag.padEnd(16)} ${text}`).join('\n');
}

/** What holds whatever the content is. */
const noContext: RecipeContext = { now: new Date(0), zone: 'UTC', projects: [] };

/** Options that all files have. */
const common: [string, string][] = [
  ['--id …', 'What is the file called? (without its ending; by default made from the answers)'],
  ['--json', 'Print what would be written, as JSON, and write nothing.'],
];

const exampleOf = ({ name, example }: NewFile) => `  npm run news -- new ${name} ${example}`;

const how = `Writes one new file below content/, checked as "npm run check" checks it. At a terminal it asks for what the options
leave open; where they say all that is needed, or nobody is there to answer, it asks nothing. An existing file is never
overwritten.`;

const exitCodes = `exit codes: 0 the file is written (with --json: it could be)
            1 there is such a file already, or the check would refuse it; nothing is written
            2 called wrongly: an option is unknown, missing or wrong; nothing is written
            130 stopped with Ctrl-C; nothing is written`;

const usage = `usage: npm run news -- new ${names.join('|')} [OPTION…]

${how}

${names.map((name) => `  npm run news -- help new ${name.padEnd(12)} its options`).join('\n')}

examples:
  npm run news -- new event
${newFiles.map(exampleOf).join('\n')}

${exitCodes}`;

const usages = Object.fromEntries(
  newFiles.map((file) => [
    file.name,
    `usage: npm run news -- new ${file.name} [OPTION…]

${how}

${optionsOf(file)}

examples:
  npm run news -- new ${file.name}
${exampleOf(file)}

${exitCodes}`,
  ]),
);

/** `news new`, with somebody to ask in place of the person at the terminal. */
export function makeNew(toAsker: (signal: AbortSignal) => Asker = terminalAsker): Command {
  return {
    name: 'new',
    summary: `writes a new file: ${names.join(', ')}`,
    usage,
    usages,
    async run(args, terminal) {
      const file = fileOf(args[0]);
      const known: Record<string, Option> = { id: { takes: 'value', example: 'a-name' }, json: { takes: 'nothing' } };
      for (const { flag, type, example = '…' } of file.questions) {
        known[flag] =
          type === 'switch' ? { takes: 'nothing' } : { takes: type === 'lines' ? 'values' : 'value', example };
      }
      const { values, words } = parseOptions(`new ${file.name}`, args.slice(1), known);
      if (words.length > 0) {
        throw new UsageError(`“${words[0]}” belongs to no option. Put values of several words in quotes.`);
      }
      try {
        return await create(file, values, terminal, toAsker);
      } catch (error) {
        if (!(error instanceof Cancelled) && !terminal.signal.aborted) throw error;
        terminal.err('Stopped. Nothing is written.');
        return exit.stopped;
      }
    },
  };
}

function fileOf(word: string | undefined): NewFile {
  const found = newFiles.find(({ name }) => name === word);
  if (found) return found;
  if (word === undefined || word.startsWith('-')) {
    throw new UsageError(`What do you want to add? (${names.join(', ')})`);
  }
  throw new UsageError(`“${word}” is no kind of file. ${suggest(word, names)}`);
}

async function create(
  file: NewFile,
  values: OptionValues,
  terminal: Terminal,
  toAsker: (signal: AbortSignal) => Asker,
): Promise<number> {
  const dir = resolve(terminal.root, terminal.env.CONTENT_DIR || 'content');
  const given = answersOfFlags(file, values);
  const { community } = await loadCommunity(dir);
  const zone = new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
  const context: RecipeContext = { now: now(), zone, projects: community.projects };
  const asking = terminal.interactive && !isComplete(file, given);
  const asker = toAsker(terminal.signal);
  const answers = asking
    ? await completeByAsking(file, given, context, asker)
    : completeWithoutAsking(file, given, context);
  const fields = file.toFields(answers);
  const [problem] = problemsOf(file, fields);
  if (problem) throw new UsageError(problem);

  const id = await chooseId(file, values.id, answers, asking ? asker : undefined);
  const planned = file.toFile(id, fields);
  const path = join(dir, planned.path);
  // The content folder is where a file belongs, whatever its name says.
  if (relative(dir, path).startsWith('..')) throw new UsageError(`“${id}” is not the name of a file.`);
  const shown = relative(terminal.cwd, path);
  if (await lstat(path).catch(() => undefined)) return refuse(terminal, shown);
  const problems = (await checkPlanned(dir, [planned])).get(planned.path) ?? [];
  for (const each of problems) terminal.err(formatDiagnostic(each));
  if (problems.length > 0) {
    terminal.err('Nothing is written.');
    return exit.failed;
  }
  if (values.json) {
    const data = { kind: file.name, path: relative(terminal.root, path), fields, text: planned.text };
    terminal.out(JSON.stringify(data, null, 2));
    return exit.done;
  }
  try {
    await writeWhole(path, planned.text, { signal: terminal.signal });
  } catch (error) {
    if (error instanceof FileExistsError) return refuse(terminal, shown);
    throw error;
  }
  terminal.out(shown);
  for (const step of file.next(id, answers)) terminal.err(step);
  return exit.done;
}

function refuse(terminal: Terminal, shown: string): number {
  terminal.err(`${shown} is there already and stays as it is. Choose another name with --id, or edit that file.`);
  return exit.failed;
}

/** The id from `--id`, else from the answers; a person may change it. */
async function chooseId(
  file: NewFile,
  given: OptionValues[string],
  answers: Answers,
  asker: Asker | undefined,
): Promise<string> {
  if (typeof given === 'string') {
    const problem = file.idProblem(given);
    if (problem) throw new UsageError(`--id “${given}”: ${problem}`);
    return given;
  }
  const made = file.toId(answers);
  if (asker) {
    const options = { initial: made, problem: file.idProblem };
    return asker.line('What is the file called? (without its ending)', options);
  }
  if (file.idProblem(made)) throw new UsageError('No file name can be made of this. Give one with --id.');
  return made;
}

/** `npm run news -- new`. */
export const newFile = makeNew();
