// `news new`: asks for an event, a release, an adopter, an ecosystem entry, a person or a post, and writes its file.
import { lstat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { now } from '@/lib/clock';
import { loadCommunity } from '@/lib/content/community';
import { entryId } from '@/lib/content/fields';
import { formatProblem } from '@/lib/content/problems';
import { nearest } from '@/lib/content/validate';
import { type Command, exit, type Terminal, UsageError } from '@/lib/news/command';
import { judge, type PlannedFile } from '@/lib/news/judge';
import {
  answersOfFlags,
  completeByAsking,
  completeWithoutAsking,
  isComplete,
  problemsOf,
} from '@/lib/news/new/answers';
import { type Asker, Cancelled, terminalAsker } from '@/lib/news/new/asker';
import { type Answers, type NewKind, type Recipe, recipes, type Surroundings } from '@/lib/news/new/questions';
import { type Flags, type FlagType, readFlags } from '@/lib/news/read-flags';
import { FileExistsError, writeWhole } from '@/lib/news/write-whole';

const kinds = Object.keys(recipes) as NewKind[];

/** As a shell reports a program that Ctrl-C ended. */
const interrupted = 130;

function usageOf(kind: NewKind): string {
  const rows = recipes[kind].questions.map(({ flag, type, ask, required, example, fallback }): [string, string] => [
    `--${flag}${type === 'switch' ? '' : ' …'}`,
    [
      ask,
      required && !fallback ? 'Needed.' : '',
      type === 'lines' ? 'May be given several times.' : '',
      example ? `Example: ${example}` : '',
    ]
      .filter(Boolean)
      .join(' '),
  ]);
  return rows.map(([flag, text]) => `  ${flag.padEnd(16)} ${text}`).join('\n');
}

const usage = `news new ${kinds.join('|')} [options]

Writes one new file below content/, checked as "npm run check" checks it. At a terminal it asks for what the options
leave open; where they say all that is needed, or nobody is there to answer, it asks nothing. An existing file is never
overwritten.

  --id …           The name of the file, without its ending. By default made from the answers.
  --json           Prints what it would write, as JSON, and writes nothing.

${kinds.map((kind) => `news new ${kind}\n${usageOf(kind)}`).join('\n\n')}

Examples
  npm run news -- new event
  npm run news -- new event --title "Flux Bug Scrub" --kind bug-scrub --start 2022-03-03T10:00 --zone America/Los_Angeles
  npm run news -- new release --project flux --version 0.27.0 --date 2022-02 --breaking "Names must be labels => Rename"
  npm run news -- new adopter --name "Volvo Cars" --url https://www.volvocars.com/ --project flux --json
  npm run news -- new post --title "How signing works" --author dholbach

Exit codes
  0  the file is written (with --json: it could be)
  1  there is such a file already, or the check would refuse it; nothing is written
  2  called wrongly: an option is unknown, missing or wrong; nothing is written
  130  stopped with Ctrl-C; nothing is written`;

/** `news new`, with somebody to ask in place of the person at the terminal. */
export function makeNew(toAsker: (signal: AbortSignal) => Asker = terminalAsker): Command {
  return {
    name: 'new',
    summary: `writes a new file: ${kinds.join(', ')}`,
    usage,
    async run(args, terminal) {
      if (args.includes('--help') || args.includes('-h')) {
        terminal.out(usage);
        return exit.done;
      }
      const kind = kindOf(args[0]);
      const recipe = recipes[kind];
      const known: Record<string, FlagType> = { id: 'text', json: 'switch' };
      for (const { flag, type } of recipe.questions) {
        known[flag] = type === 'lines' ? 'texts' : type === 'switch' ? 'switch' : 'text';
      }
      const flags = readFlags(args.slice(1), known);
      const [word] = flags.words;
      if (word !== undefined) {
        throw new UsageError(`"${word}" belongs to no option: put values of several words in quotes`);
      }
      try {
        return await create(kind, recipe, flags, terminal, toAsker);
      } catch (error) {
        if (!(error instanceof Cancelled) && !terminal.signal.aborted) throw error;
        terminal.err('Stopped. Nothing is written.');
        return interrupted;
      }
    },
  };
}

function kindOf(word: string | undefined): NewKind {
  const found = kinds.find((kind) => kind === word);
  if (found) return found;
  if (word === undefined || word.startsWith('-')) throw new UsageError(`say what is new: news new ${kinds.join('|')}`);
  const near = nearest(word, kinds);
  throw new UsageError(`"${word}" is no kind of file: ${near ? `did you mean "${near}"?` : `use ${kinds.join(', ')}`}`);
}

async function create(
  kind: NewKind,
  recipe: Recipe,
  flags: Flags,
  terminal: Terminal,
  toAsker: (signal: AbortSignal) => Asker,
): Promise<number> {
  const dir = resolve(terminal.root, terminal.env.CONTENT_DIR || 'content');
  const given = answersOfFlags(recipe, flags);
  const { community } = await loadCommunity(dir);
  const zone = new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
  const surroundings: Surroundings = { now: now(), zone, projects: community.projects, people: community.people };
  const asking = terminal.interactive && !isComplete(recipe, given);
  const asker = toAsker(terminal.signal);
  const answers = asking
    ? await completeByAsking(recipe, given, surroundings, asker)
    : completeWithoutAsking(recipe, given, surroundings);
  const fields = recipe.toFields(answers);
  const [fault] = problemsOf(recipe, fields);
  if (fault) throw new UsageError(fault);

  const id = await chooseId(kind, recipe, flags, answers, asking ? asker : undefined);
  const file = recipe.toFile(id, fields);
  const path = join(dir, file.path);
  // The content folder is where a file belongs, whatever its name says.
  if (relative(dir, path).startsWith('..')) throw new UsageError(`"${id}" is no name of a file`);
  const shown = relative(terminal.cwd, path);
  if (await lstat(path).catch(() => undefined)) return refuse(terminal, shown);
  const problems = (await judge(dir, [file])).get(file.path) ?? [];
  for (const problem of problems) terminal.err(formatProblem(problem));
  if (problems.length > 0) {
    terminal.err('Nothing is written.');
    return exit.failed;
  }
  if (flags.has('json')) {
    terminal.out(toJson(kind, file, fields, relative(terminal.root, path)));
    return exit.done;
  }
  try {
    await writeWhole(path, file.text, { signal: terminal.signal });
  } catch (error) {
    if (error instanceof FileExistsError) return refuse(terminal, shown);
    throw error;
  }
  terminal.out(shown);
  for (const step of recipe.next(id)) terminal.err(step);
  return exit.done;
}

function refuse(terminal: Terminal, shown: string): number {
  terminal.err(`${shown} is there already and stays as it is. Choose another name with --id, or edit that file.`);
  return exit.failed;
}

/** The id from `--id`, else from the answers; a person may change it. */
async function chooseId(
  kind: NewKind,
  recipe: Recipe,
  flags: Flags,
  answers: Answers,
  asker: Asker | undefined,
): Promise<string> {
  const faultOf = (id: string) => {
    if (kind === 'post')
      return /[/\\]/.test(id) || id === '' ? 'write one part of an address: february-update' : undefined;
    return entryId.safeParse(id).success ? undefined : 'write small letters, digits, dots and hyphens';
  };
  const given = flags.text('id');
  if (given !== undefined) {
    const fault = faultOf(given);
    if (fault) throw new UsageError(`--id "${given}": ${fault}`);
    return given;
  }
  const made = recipe.toId(answers);
  if (asker) return asker.line('What is the file called? (without its ending)', { initial: made, fault: faultOf });
  if (faultOf(made)) throw new UsageError('no file name can be made of this: give one with --id');
  return made;
}

function toJson(kind: NewKind, { text }: PlannedFile, fields: object, path: string): string {
  return JSON.stringify({ kind, path, fields, text }, null, 2);
}

/** `npm run news -- new`. */
export const newFile = makeNew();
