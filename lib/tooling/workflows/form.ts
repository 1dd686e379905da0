// Issue forms: their questions, and the answers in the text of an issue.
import { parse } from 'yaml';
import { z } from 'zod';

/** A question of a form. */
export interface Question {
  /** The name of the field that it fills. */
  readonly id: string;
  /** The heading of the answer. */
  readonly label: string;
}

const formSchema = z.object({
  body: z.array(
    z.object({ type: z.string(), id: z.string().optional(), attributes: z.object({ label: z.string().optional() }) }),
  ),
});

/** Reads the questions of a form, `.github/ISSUE_TEMPLATE/event.yml`. @throws {Error} if it is not a form. */
export function parseForm(yaml: string): Question[] {
  const { body } = formSchema.parse(parse(yaml));
  return body.flatMap(({ id, attributes: { label } }) => (id && label ? [{ id, label }] : []));
}

/** What GitHub writes for a question without an answer. */
const unanswered = new Set(['', '_No response_', 'None']);

/** Far more characters than a form needs: a stranger has written the text. */
const longest = 20_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Reads the text of an issue made by a form: for each question `### Label`, an empty line and the answer. A heading inside an
 * answer is part of it, unless it is the label of a later question.
 *
 * @returns the answers by the ids of their questions, without empty ones.
 */
export function parseAnswers(body: string, questions: readonly Question[]): Map<string, string> {
  const found: { id: string; lines: string[] }[] = [];
  let next = 0;
  for (const line of body.slice(0, longest).split(/\r\n|\r|\n/)) {
    const ahead = questions.slice(next).findIndex(({ label }) => line.trim() === `### ${label}`);
    const question = ahead < 0 ? undefined : questions[next + ahead];
    if (question) {
      found.push({ id: question.id, lines: [] });
      next += ahead + 1;
    } else found.at(-1)?.lines.push(line.replace(controls, ''));
  }
  const answers = found.map(({ id, lines }) => [id, lines.join('\n').trim()] as const);
  return new Map(answers.filter(([, answer]) => !unanswered.has(answer)));
}
