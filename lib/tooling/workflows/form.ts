// Issue forms: their questions, the answers in the text of an issue, and the entry file made from these, with the
// same schemas as for files that people write.
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { type Diagnostic, inFile } from '@/lib/base/diagnostic';
import { oneLine } from '@/lib/base/english';
import { validate } from '@/lib/content/validate';
import { parseYaml } from '@/lib/content/yaml';
import type { EntryKind } from '@/lib/kinds/index';
import { fieldsOf, isDateOfEntry, type SchemaField } from '@/lib/kinds/schema-fields';

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

/** Values that are needed in addition to the answers. */
export interface FormContext {
  /** The number of the issue, for an id that is taken or empty. */
  readonly issue: number;
  readonly now: Date;
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  /** Whether a file exists already. @param path below the content folder. */
  readonly isTaken: (path: string) => boolean;
}

/** The file of an entry. */
export interface EntryFile {
  readonly id: string;
  /** Below the content folder. */
  readonly path: string;
  readonly text: string;
}

/**
 * Makes the file of an entry from answers.
 *
 * @param answers by the names of fields; other names are ignored.
 * @returns the file, or what is wrong with the answers, at the lines of that file.
 */
export function entryFromForm(
  kind: EntryKind,
  answers: ReadonlyMap<string, string>,
  context: FormContext,
): EntryFile | { problems: readonly Diagnostic[] } {
  const { name, folder, schema } = kind;
  const written = fieldsOf(schema).flatMap((field): [string, unknown][] => {
    const value = isDateOfEntry(field)
      ? monthOrDay(context.now).find((each) => z.safeParse(schema.shape[field.name], each).success)
      : toValue(field, answers.get(field.name), context.projects);
    return value === undefined ? [] : [[field.name, value]];
  });
  const id = toId(kind, answers.get('title') ?? answers.get('name') ?? kind.recipe.toId(answers), context);
  const path = `${folder}/${id}.yaml`;
  const text = `# yaml-language-server: $schema=../../.schemas/${name}.json\n${stringify(Object.fromEntries(written))}`;
  const located = parseYaml(text, 1);
  const file = `content/${path}`;
  if (Array.isArray(located)) {
    return { problems: located.map((diagnostic) => inFile(diagnostic, file)) };
  }
  const result = validate(schema, located, name, file);
  return 'problems' in result ? result : { id, path, text };
}

function monthOrDay(now: Date): string[] {
  return [now.toISOString().slice(0, 7), now.toISOString().slice(0, 10)];
}

function toValue(
  { name, type, parts, isRequired }: SchemaField,
  answer: string | undefined,
  projects: FormContext['projects'],
): unknown {
  if (answer === undefined) return undefined;
  if (name === 'projects') return answer.split(/[\n,]/).flatMap((each) => toProject(each, projects));
  switch (type) {
    case 'switch':
      return /^yes\b/i.test(answer) || (isRequired ? false : undefined);
    case 'lines':
      return answer.split('\n').flatMap((line) => toItem(line, parts));
    case 'markdown':
      return answer;
    case 'number':
      return Number(answer);
    default:
      return oneLine(answer);
  }
}

/** `Tool`, `- tool` and `tool` all mean the id `tool`; the check reports unknown ones. */
function toProject(name: string, projects: FormContext['projects']): string[] {
  const plain = name.replace(/^\s*[-*]\s+/, '').trim();
  const project = projects.find((each) =>
    [each.id, each.name].some((known) => known.toLowerCase() === plain.toLowerCase()),
  );
  return plain === '' ? [] : [project?.id ?? plain.toLowerCase().replace(/\s+/g, '-')];
}

/** A line as an item of a list. If an item may be an object, `Ada Lovelace, Analytical Engines` is its first two fields. */
function toItem(line: string, [first, second]: readonly string[] = []): (string | Record<string, string>)[] {
  const text = line.replace(/^\s*[-*]\s+/, '').trim();
  const [, before = text, after] = (second && /^([^,]*),\s*(.*)$/.exec(text)) || [];
  const item = before.trim();
  if (item === '') return [];
  return [first && second && after ? { [first]: item, [second]: after } : item];
}

/** Only lower-case Latin letters, digits and hyphens: whatever was typed, the path stays inside its folder. */
function toId({ name, folder }: EntryKind, title: string, { issue, isTaken }: FormContext): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  if (slug === '') return `${name}-${issue}`;
  return isTaken(`${folder}/${slug}.yaml`) ? `${slug}-${issue}` : slug;
}
