// `news new`: prompts for the fields of an entry or a post, and writes its file.
import { lstat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Command, exit, type Terminal, UsageError } from '@/lib/base/cli/command';
import { type Option, type OptionValues, parseOptions, suggest } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { FileExistsError, writeWhole } from '@/lib/base/write-whole';
import { loadCommunity } from '@/lib/content/load-community';
import { usualZones } from '@/lib/kinds/event/usual-zones';
import type { Answers, RecipeContext, WrittenFields } from '@/lib/kinds/recipe';
import { contentFolder } from '@/lib/news/arguments';
import { checkPlanned } from '@/lib/news/check-planned';
import {
  answersOfFlags,
  completeByAsking,
  completeWithoutAsking,
  findNamed,
  isComplete,
  problemsOf,
} from '@/lib/news/new/answers';
import { type Asker, Cancelled, terminalAsker } from '@/lib/news/new/asker';
import type { NewFile } from '@/lib/news/new/new-file';
import { newFiles } from '@/lib/news/new/new-files';
import { update } from '@/lib/news/new/update';

const names = newFiles.map(({ name }) => name);

/** The context of choices that do not depend on the content. */
const noContext: RecipeContext = { now: new Date(0), zones: [], projects: [], people: [] };

function optionsOf({ questions }: NewFile): string {
  const rows = questions.map((question): [string, string] => {
    const { flag, type, ask, required, example, fallback, when } = question;
    const choices = (!question.usual && question.choices?.(noContext)) || [];
    const notes = [
      ask,
      choices.length > 0 && `One of ${choices.join(', ')}.`,
      required && !fallback && !when && 'Required.',
      type === 'lines' && 'Can be repeated.',
      example && `Example: ${example}`,
    ];
    return [`--${flag}${type === 'switch' ? '' : ' …'}`, notes.filter(Boolean).join(' ')];
  });
  rows.push(
    ['--id …', 'The file name without its extension. Default: made from the answers.'],
    ['--update', 'Fill in what a file that is there lacks, and replace what differs, without asking.'],
    ['--json', 'Print what would be written as JSON, and write nothing.'],
  );
  return rows.map(([flag, text]) => `  ${flag.padEnd(16)} ${text}`).join('\n');
}

const exampleOf = ({ name, example }: NewFile) => `  npm run news -- new ${name} ${example}`;

/** The usage of all kinds of file, or of one. */
function usageOf(what: string, details: string, examples: readonly string[]): string {
  return `usage: npm run news -- new ${what} [OPTION…]

Writes one new file to content/, after checking it like "npm run check". In a terminal, it asks for values that the options
do not give. It asks nothing if the options are sufficient, or if there is no terminal. If the file is there, or one for the
same thing under another name, it shows what would be filled in, and changes the file only if you say so or with --update;
comments stay.

${details}

examples:
${examples.join('\n')}

exit codes: 0 the file was written (with --json: it could be)
            1 the file already exists and was not to be updated, or has errors; nothing was written
            2 invalid command line: an option is unknown, missing or invalid; nothing was written
            130 stopped with Ctrl-C; nothing was written`;
}

const usage = usageOf(
  names.join('|'),
  names.map((name) => `  npm run news -- help new ${name.padEnd(12)} its options`).join('\n'),
  ['  npm run news -- new event', ...newFiles.map(exampleOf)],
);

const usages = Object.fromEntries(
  newFiles.map((file) => [
    file.name,
    usageOf(file.name, optionsOf(file), [`  npm run news -- new ${file.name}`, exampleOf(file)]),
  ]),
);

/** `news new`. @param toAsker who answers in place of the person at the terminal. */
export function makeNew(toAsker: (signal: AbortSignal) => Asker = terminalAsker): Command {
  return {
    name: 'new',
    summary: `writes a new file: ${names.join(', ')}`,
    usage,
    usages,
    async run(args, terminal) {
      const file = fileOf(args[0]);
      const known: Record<string, Option> = {
        id: { takes: 'value', example: 'a-name' },
        json: { takes: 'nothing' },
        update: { takes: 'nothing' },
      };
      for (const { flag, type, example = '…' } of file.questions) {
        known[flag] =
          type === 'switch' ? { takes: 'nothing' } : { takes: type === 'lines' ? 'values' : 'value', example };
      }
      const { values, words } = parseOptions(`new ${file.name}`, args.slice(1), known);
      if (words.length > 0) {
        throw new UsageError(`Unexpected argument “${words[0]}”. Put values with spaces in quotes.`);
      }
      try {
        return await create(file, values, terminal, toAsker);
      } catch (error) {
        if (!(error instanceof Cancelled) && !terminal.signal.aborted) throw error;
        terminal.err('Stopped. Nothing was written.');
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
  throw new UsageError(`“${word}” is not something to add. ${suggest(word, names)}`);
}

async function create(
  file: NewFile,
  values: OptionValues,
  terminal: Terminal,
  toAsker: (signal: AbortSignal) => Asker,
): Promise<number> {
  const dir = contentFolder(terminal);
  const given = answersOfFlags(file, values);
  const { community } = await loadCommunity(dir);
  const context: RecipeContext = {
    now: now(),
    zones: usualZones(community.events),
    projects: community.projects,
    people: community.people,
  };
  const updateExisting = async (answers: Answers) => {
    const named = findNamed(file, answers, context);
    const chosen = typeof values.id === 'string' ? values.id : undefined;
    const existing = file.findExisting?.(community, file.toFields(named), { chosen, made: file.toId(named) });
    if (!existing) return undefined;
    const asker = terminal.interactive ? toAsker(terminal.signal) : undefined;
    return update(
      { name: file.name, dir, ...existing },
      { isGiven: values.update, json: values.json, asker },
      terminal,
    );
  };
  const updated = await updateExisting(given);
  if (updated !== undefined) return updated;
  if (values.update) throw new UsageError(`There is no such ${file.name} to update. Leave out --update to add it.`);
  const asker = terminal.interactive && !isComplete(file, given) ? toAsker(terminal.signal) : undefined;
  const complete = asker
    ? await completeByAsking(file, given, context, asker)
    : completeWithoutAsking(file, given, context);
  const updatedAfterAsking = asker && (await updateExisting(complete));
  if (updatedAfterAsking !== undefined) return updatedAfterAsking;
  const answers = findNamed(file, complete, context);
  const fields = file.toFields(answers);
  const [problem] = problemsOf(file, fields);
  if (problem) throw new UsageError(problem);
  const id = await chooseId(file, values.id, answers, asker);
  const code = await writeNew(file, { id, fields, dir, json: values.json }, terminal);
  if (code === exit.done && !values.json) for (const step of file.next(id, answers)) terminal.err(step);
  return code;
}

interface NewContent {
  readonly id: string;
  readonly fields: WrittenFields;
  /** The content folder. Absolute. */
  readonly dir: string;
  /** Prints what would be written, and writes nothing. */
  readonly json: OptionValues[string];
}

/** Checks a new file, and writes it. @returns the exit code. */
async function writeNew(file: NewFile, { id, fields, dir, json }: NewContent, terminal: Terminal): Promise<number> {
  const planned = file.toFile(id, fields);
  const path = join(dir, planned.path);
  // No name leads out of the content folder.
  if (relative(dir, path).startsWith('..')) throw new UsageError(`“${id}” is not a valid file name.`);
  const shown = relative(terminal.cwd, path);
  if (await lstat(path).catch(() => undefined)) return refuse(terminal, shown);
  const problems = (await checkPlanned(dir, [planned])).get(planned.path) ?? [];
  for (const each of problems) terminal.err(formatDiagnostic(each));
  if (problems.length > 0) {
    terminal.err('Nothing was written.');
    return exit.failed;
  }
  if (json) {
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
  return exit.done;
}

function refuse(terminal: Terminal, shown: string): number {
  terminal.err(`${shown} already exists and was not changed. Choose another name with --id, or edit that file.`);
  return exit.failed;
}

/** The id from `--id`, or else made from the answers, which the person may change. */
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
    return asker.line('What is the file name? (without its extension)', options);
  }
  if (file.idProblem(made)) throw new UsageError('No file name can be made from the answers. Give one with --id.');
  return made;
}

/** `npm run news -- new`. */
export const newFile = makeNew();
