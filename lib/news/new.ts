// `news new`: asks for an event, a release, an adopter, an ecosystem entry, a person or a post, and writes its file.
import { lstat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { now } from '@/lib/base/clock';
import { entryId } from '@/lib/base/fields';
import { nearest } from '@/lib/base/nearest';
import { formatProblem } from '@/lib/base/problems';
import { loadCommunity } from '@/lib/content/community';
import { type Command, exit, type Terminal, UsageError } from '@/lib/news/command';
import { type Flag, type FlagValues, parseFlags } from '@/lib/news/flags';
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
import { FileExistsError, writeWhole } from '@/lib/news/write-whole';

const kinds = Object.keys(recipes) as NewKind[];

/** As a shell reports a program that Ctrl-C ended. */
const interrupted = 130;

function usageOf(kind: NewKind): string {
  const rows = recipes[kind].questions.map((question): [string, string] => {
    const { flag, type, ask, required, example, fallback } = question;
    const choices = question.choices?.(nowhere) ?? [];
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
const nowhere: Surroundings = { now: new Date(0), zone: 'UTC', projects: [], people: [] };

/** Options that all kinds have. */
const common: [string, string][] = [
  ['--id …', 'What is the file called? (without its ending; by default made from the answers)'],
  ['--json', 'Print what would be written, as JSON, and write nothing.'],
];

const examples: Readonly<Record<NewKind, string>> = {
  event: '--title "Flux Bug Scrub" --kind bug-scrub --start 2022-03-03T10:00 --zone America/Los_Angeles',
  release: '--project flux --version 0.27.0 --date 2022-02 --breaking "Names must be labels => Rename"',
  adopter: '--name "Volvo Cars" --url https://www.volvocars.com/ --project flux --json',
  ecosystem: '--name Flamingo --url https://github.com/you/it --about "Lets two work together" --kind tool',
  person: '--name "Paulo Gomes" --role maintainer --project flux --since 2022-02',
  post: '--title "How signing works" --author dholbach',
};

const exampleOf = (kind: NewKind) => `  npm run news -- new ${kind} ${examples[kind]}`;

const how = `Writes one new file below content/, checked as "npm run check" checks it. At a terminal it asks for what the options
leave open; where they say all that is needed, or nobody is there to answer, it asks nothing. An existing file is never
overwritten.`;

const exitCodes = `exit codes: 0 the file is written (with --json: it could be)
            1 there is such a file already, or the check would refuse it; nothing is written
            2 called wrongly: an option is unknown, missing or wrong; nothing is written
            130 stopped with Ctrl-C; nothing is written`;

const usage = `usage: npm run news -- new ${kinds.join('|')} [OPTION…]

${how}

${kinds.map((kind) => `  npm run news -- help new ${kind.padEnd(12)} its options`).join('\n')}

examples:
  npm run news -- new event
${kinds.map(exampleOf).join('\n')}

${exitCodes}`;

const usages = Object.fromEntries(
  kinds.map((kind) => [
    kind,
    `usage: npm run news -- new ${kind} [OPTION…]

${how}

${usageOf(kind)}

examples:
  npm run news -- new ${kind}
${exampleOf(kind)}

${exitCodes}`,
  ]),
);

/** `news new`, with somebody to ask in place of the person at the terminal. */
export function makeNew(toAsker: (signal: AbortSignal) => Asker = terminalAsker): Command {
  return {
    name: 'new',
    summary: `writes a new file: ${kinds.join(', ')}`,
    usage,
    usages,
    async run(args, terminal) {
      const kind = kindOf(args[0]);
      const recipe = recipes[kind];
      const known: Record<string, Flag> = { id: { takes: 'value', example: 'a-name' }, json: { takes: 'nothing' } };
      for (const { flag, type, example = '…' } of recipe.questions) {
        known[flag] =
          type === 'switch' ? { takes: 'nothing' } : { takes: type === 'lines' ? 'values' : 'value', example };
      }
      const { values, words } = parseFlags(`new ${kind}`, args.slice(1), known);
      if (words.length > 0) {
        throw new UsageError(`“${words[0]}” belongs to no option. Put values of several words in quotes.`);
      }
      try {
        return await create(kind, recipe, values, terminal, toAsker);
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
  if (word === undefined || word.startsWith('-')) throw new UsageError(`What is new? One of: ${kinds.join(', ')}.`);
  const near = nearest(word, kinds);
  throw new UsageError(
    `“${word}” is no kind of file. ${near ? `Did you mean “${near}”?` : `Use ${kinds.join(', ')}.`}`,
  );
}

async function create(
  kind: NewKind,
  recipe: Recipe,
  values: FlagValues,
  terminal: Terminal,
  toAsker: (signal: AbortSignal) => Asker,
): Promise<number> {
  const dir = resolve(terminal.root, terminal.env.CONTENT_DIR || 'content');
  const given = answersOfFlags(recipe, values);
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

  const id = await chooseId(kind, recipe, values.id, answers, asking ? asker : undefined);
  const file = recipe.toFile(id, fields);
  const path = join(dir, file.path);
  // The content folder is where a file belongs, whatever its name says.
  if (relative(dir, path).startsWith('..')) throw new UsageError(`“${id}” is no name of a file.`);
  const shown = relative(terminal.cwd, path);
  if (await lstat(path).catch(() => undefined)) return refuse(terminal, shown);
  const problems = (await judge(dir, [file])).get(file.path) ?? [];
  for (const problem of problems) terminal.err(formatProblem(problem));
  if (problems.length > 0) {
    terminal.err('Nothing is written.');
    return exit.failed;
  }
  if (values.json) {
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
  for (const step of recipe.next(id, answers)) terminal.err(step);
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
  given: FlagValues[string],
  answers: Answers,
  asker: Asker | undefined,
): Promise<string> {
  const faultOf = (id: string) => {
    if (kind === 'post')
      return /[/\\]/.test(id) || id === '' ? 'write one part of an address: february-update' : undefined;
    return entryId.safeParse(id).success ? undefined : 'write small letters, digits, dots and hyphens';
  };
  if (typeof given === 'string') {
    const fault = faultOf(given);
    if (fault) throw new UsageError(`--id “${given}”: ${fault}`);
    return given;
  }
  const made = recipe.toId(answers);
  if (asker) return asker.line('What is the file called? (without its ending)', { initial: made, fault: faultOf });
  if (faultOf(made)) throw new UsageError('No file name can be made of this. Give one with --id.');
  return made;
}

function toJson(kind: NewKind, { text }: PlannedFile, fields: object, path: string): string {
  return JSON.stringify({ kind, path, fields, text }, null, 2);
}

/** `npm run news -- new`. */
export const newFile = makeNew();
