// Gathers what a new file holds: from flags, and from a person where flags do not suffice.
import { validate } from '@/lib/content/validate';
import { parseYaml } from '@/lib/content/yaml';
import type { WrittenFields } from '@/lib/kinds/recipe';
import { UsageError } from '@/lib/news/command';
import { toYaml } from '@/lib/news/entry-text';
import { type FlagValues, quoted } from '@/lib/news/flags';
import type { Asker } from '@/lib/news/new/asker';
import type { Answers, Question, Recipe, Surroundings } from '@/lib/news/new/questions';

/**
 * The answers that flags give, each held against the schema.
 *
 * @throws {UsageError} that names the flag whose value will not do.
 */
export function answersOfFlags(recipe: Recipe, values: FlagValues): Map<string, string | readonly string[] | true> {
  const answers = new Map<string, string | readonly string[] | true>();
  for (const question of recipe.questions) {
    const { flag } = question;
    const value = values[flag];
    if (value === undefined) continue;
    if (typeof value === 'string') answers.set(flag, clean(question, value));
    else answers.set(flag, value === true ? true : value.map(plain));
    const fault = faultOf(recipe, answers);
    if (fault) throw new UsageError(`--${flag}: ${fault}`);
  }
  return answers;
}

/** Adds what holds without an answer. @throws {UsageError} that names every flag that is missing. */
export function completeWithoutAsking(
  recipe: Recipe,
  answers: Answers,
  surroundings: Surroundings,
): Map<string, string | readonly string[] | true> {
  const complete = new Map(answers);
  for (const { flag, fallback } of recipe.questions) {
    if (fallback && !complete.has(flag)) complete.set(flag, fallback(surroundings));
  }
  const missing = missingOf(recipe, complete);
  if (missing.length > 0) {
    const flags = missing.map((question) => {
      const { flag, example = question.choices?.(surroundings)[0] ?? '…' } = question;
      return `--${flag} ${quoted(example)}`;
    });
    throw new UsageError(`Something needed is missing; add, for example: ${flags.join(' ')}`);
  }
  return complete;
}

/** Whether the flags suffice, so that nobody needs to be asked. */
export function isComplete(recipe: Recipe, answers: Answers): boolean {
  return missingOf(recipe, answers).every(({ fallback }) => fallback !== undefined);
}

function missingOf(recipe: Recipe, answers: Answers): Question[] {
  return recipe.questions.filter(({ flag, required }) => required && !answers.has(flag));
}

/** Asks for whatever no flag has answered. @throws {Cancelled} where the person leaves. */
export async function completeByAsking(
  recipe: Recipe,
  given: Answers,
  surroundings: Surroundings,
  asker: Asker,
): Promise<Map<string, string | readonly string[] | true>> {
  const answers = new Map(given);
  for (const question of recipe.questions) {
    const { flag, when, onlyFlag } = question;
    if (answers.has(flag) || onlyFlag || (when && !when(answers))) continue;
    const answer = await askOne(recipe, question, answers, surroundings, asker);
    if (answer !== undefined) answers.set(flag, answer);
  }
  return answers;
}

async function askOne(
  recipe: Recipe,
  question: Question,
  answers: Answers,
  surroundings: Surroundings,
  asker: Asker,
): Promise<string | readonly string[] | true | undefined> {
  const { flag, type, ask, required, example } = question;
  const initial = question.initial?.(surroundings, answers);
  const choices = question.choices?.(surroundings) ?? [];
  if (type === 'switch') return (await asker.yes(ask, initial !== undefined)) || undefined;
  if (choices.length > 0) {
    return type === 'lines' ? asker.several(ask, choices) : asker.one(ask, choices, initial ?? choices[0]);
  }
  const hint = initial !== undefined ? `${ask} – Enter to take it` : required ? ask : `${ask} – Enter to skip`;
  const asked = (message: string, earlier: readonly string[] = []) =>
    asker.line(message, {
      example,
      initial,
      fault(text) {
        const answer = clean(question, text);
        if (answer === '') return required && earlier.length === 0 ? 'an answer is needed' : undefined;
        return faultOf(recipe, new Map([...answers, [flag, type === 'lines' ? [...earlier, answer] : answer]]));
      },
    });
  if (type !== 'lines') return clean(question, await asked(hint)) || undefined;
  const lines: string[] = [];
  for (;;) {
    const line = plain(await asked(lines.length === 0 ? hint : 'Another? – Enter to go on', lines));
    if (line === '') return lines.length > 0 ? lines : undefined;
    lines.push(line);
  }
}

/** What the schema says of the answers so far, with sound values for what is still to come. */
function faultOf(recipe: Recipe, answers: Answers): string | undefined {
  const fields = recipe.toFields(answers);
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const [problem] = problemsOf(recipe, { ...recipe.sample, ...given });
  // Whoever answers knows which field it is.
  return problem?.replace(/^"[\w.]+": /, '');
}

/** Every fault of the fields of a file, with its remedy. */
export function problemsOf(recipe: Recipe, fields: WrittenFields): string[] {
  const located = parseYaml(toYaml(fields), 1);
  if (Array.isArray(located)) return located.map(({ message, fix }) => `${message} (fix: ${fix})`);
  const result = validate(recipe.schema, located, 'entry', '');
  return 'problems' in result ? result.problems.map(({ message, fix }) => `${message} (fix: ${fix})`) : [];
}

function clean({ type }: Question, text: string): string {
  return type === 'markdown' ? text.trim() : plain(text);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
