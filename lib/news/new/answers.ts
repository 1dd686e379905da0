// The answers that make a new file: from options, and from a person if options are missing.
import { UsageError } from '@/lib/base/cli/command';
import { type OptionValues, quoted } from '@/lib/base/cli/options';
import { listed, oneLine } from '@/lib/base/english';
import { toYaml } from '@/lib/content/entry-text';
import { validate } from '@/lib/content/validate';
import { parseYaml } from '@/lib/content/yaml';
import type { Answers, Question, RecipeContext, WrittenFields } from '@/lib/kinds/recipe';
import type { Asker } from '@/lib/news/new/asker';
import type { NewFile } from '@/lib/news/new/new-file';

type Answer = string | readonly string[] | true;

/**
 * The answers that options give, each validated by the schema.
 *
 * @throws {UsageError} that names the first option with an invalid value.
 */
export function answersOfFlags(file: NewFile, values: OptionValues): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const question of file.questions) {
    const { flag } = question;
    const value = values[flag];
    if (value === undefined) continue;
    if (typeof value === 'string') answers.set(flag, clean(question, value));
    else answers.set(flag, value === true ? true : value.map(oneLine));
    const problem = problemOf(file, answers);
    if (problem) throw new UsageError(`--${flag}: ${problem}`);
  }
  return answers;
}

/** Adds defaults. @throws {UsageError} that names every missing option. */
export function completeWithoutAsking(file: NewFile, answers: Answers, context: RecipeContext): Map<string, Answer> {
  const complete = new Map(answers);
  for (const { flag, fallback } of file.questions) {
    if (fallback && !complete.has(flag)) complete.set(flag, fallback(context));
  }
  const missing = missingOf(file, complete);
  if (missing.length > 0) {
    const flags = missing.map(({ flag, usual, choices, example = choices?.(context)[0] ?? '…' }) => {
      return `--${flag} ${quoted(usual?.(context)[0] ?? example)}`;
    });
    const notes = missing.flatMap(({ flag, usual }) => {
      const known = usual?.(context) ?? [];
      return known.length > 1 ? ` (--${flag} is usually ${listed(known, 'or')})` : [];
    });
    throw new UsageError(`Required options are missing; add, for example: ${flags.join(' ')}${notes.join('')}`);
  }
  return complete;
}

/** Answers with the ids of what they name in other words: `priyanka ravi` becomes `priyanka-ravi`. */
export function findNamed({ questions }: NewFile, answers: Answers, context: RecipeContext): Map<string, Answer> {
  const found = new Map(answers);
  for (const { flag, find } of questions) {
    const answer = answers.get(flag);
    if (!find || answer === undefined || answer === true) continue;
    found.set(flag, typeof answer === 'string' ? find(answer, context) : answer.map((each) => find(each, context)));
  }
  return found;
}

/** Whether the options are sufficient, so that nobody has to be asked. */
export function isComplete(file: NewFile, answers: Answers): boolean {
  return missingOf(file, answers).every(({ fallback }) => fallback !== undefined);
}

function missingOf(file: NewFile, answers: Answers): Question[] {
  return file.questions.filter(
    ({ flag, required, when }) => required && !answers.has(flag) && (!when || when(answers)),
  );
}

/** Asks for what no option answers. @throws {Cancelled} if the person cancels. */
export async function completeByAsking(
  file: NewFile,
  given: Answers,
  context: RecipeContext,
  asker: Asker,
): Promise<Map<string, Answer>> {
  const answers = new Map(given);
  for (const question of file.questions) {
    const { flag, when, onlyFlag } = question;
    if (answers.has(flag) || onlyFlag || (when && !when(answers))) continue;
    const answer = await askOne(file, question, answers, context, asker);
    if (answer !== undefined) answers.set(flag, answer);
  }
  return answers;
}

/** The choice that leaves a question open. */
const nothing = '–';

async function askOne(
  file: NewFile,
  question: Question,
  answers: Answers,
  context: RecipeContext,
  asker: Asker,
): Promise<Answer | undefined> {
  const { flag, type, ask, required, example } = question;
  const initial = question.initial?.(context, answers);
  const choices = question.choices?.(context) ?? [];
  if (type === 'switch') return (await asker.yes(ask, initial !== undefined)) || undefined;
  if (choices.length > 0 && type === 'lines') {
    const chosen = await asker.several(ask, choices, required === true);
    return chosen.length > 0 ? chosen : undefined;
  }
  if (choices.length > 0) {
    const offered = required ? choices : [nothing, ...choices];
    const answer = await asker.one(ask, offered, initial ?? offered[0]);
    return answer === nothing ? undefined : answer;
  }
  const hint =
    initial !== undefined ? `${ask} – press Enter to accept` : required ? ask : `${ask} – press Enter to skip`;
  const asked = (message: string, earlier: readonly string[] = []) =>
    asker.line(message, {
      example,
      initial,
      problem(text) {
        const answer = clean(question, text);
        if (answer === '') return required && earlier.length === 0 ? 'an answer is required' : undefined;
        return problemOf(file, new Map([...answers, [flag, type === 'lines' ? [...earlier, answer] : answer]]));
      },
    });
  if (type !== 'lines') return clean(question, await asked(hint)) || undefined;
  const lines: string[] = [];
  for (;;) {
    const line = oneLine(await asked(lines.length === 0 ? hint : 'Another? – press Enter to continue', lines));
    if (line === '') return lines.length > 0 ? lines : undefined;
    lines.push(line);
  }
}

/** The first problem of the answers so far, with valid values for the others. */
function problemOf(file: NewFile, answers: Answers): string | undefined {
  const fields = file.toFields(answers);
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const [problem] = problemsOf(file, { ...file.sample, ...given });
  // The question says which field it is.
  return problem?.replace(/^"[\w.]+": /, '');
}

/** The message and remedy of each problem of a file's fields. */
export function problemsOf(file: NewFile, fields: WrittenFields): string[] {
  const located = parseYaml(toYaml(fields), 1);
  const result = Array.isArray(located) ? { problems: located } : validate(file.schema, located, 'entry', '');
  return 'problems' in result ? result.problems.map(({ message, fix }) => `${message} (fix: ${fix})`) : [];
}

function clean({ type }: Question, text: string): string {
  return type === 'markdown' ? text.trim() : oneLine(text);
}
