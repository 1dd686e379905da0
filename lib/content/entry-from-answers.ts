// The file of an entry, made from the answers of a form with the same schemas as for files that people write.
import { z } from 'zod';
import { type Diagnostic, inFile } from '@/lib/base/diagnostic';
import { oneLine } from '@/lib/base/english';
import { toId } from '@/lib/base/entry-id';
import { readLocalTime } from '@/lib/base/local-time';
import { toEntryText } from '@/lib/content/entry-text';
import { validate } from '@/lib/content/validate';
import { type LocatedData, parseYaml } from '@/lib/content/yaml';
import type { EntryKind } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';
import type { WrittenFields } from '@/lib/kinds/recipe';
import { fieldsOf, isDateOfEntry, type SchemaField } from '@/lib/kinds/schema-fields';

/** Values that are needed in addition to the answers. */
export interface AnswersContext {
  readonly now: Date;
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  /** Added to an id that is taken, and to the name of the kind where the answers make no id: the number of an issue, a day. */
  readonly suffix: string;
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

/** What came of answers: the file, with the entry in it or what is wrong with it, at the lines of the file. */
export type AnsweredEntry = EntryFile & {
  /** The fields as they are in the file. */
  readonly written: WrittenFields;
  readonly located?: LocatedData;
} & ({ readonly entry: EntryBase } | { readonly problems: readonly Diagnostic[] });

/**
 * Makes the file of an entry from answers.
 *
 * @param answers by the names of fields, several of one field on a line each; other names are ignored.
 */
export function entryFromAnswers(
  kind: EntryKind,
  answers: ReadonlyMap<string, string>,
  context: AnswersContext,
): AnsweredEntry {
  const { name, folder, schema, pictures } = kind;
  const id = idOf(kind, answers, context);
  const written = fieldsOf(schema).flatMap((field): [string, unknown][] => {
    const value = isDateOfEntry(field)
      ? monthOrDay(context.now).find((each) => z.safeParse(schema.shape[field.name], each).success)
      : field.name === pictures?.field
        ? toFileName(id, answers.get(field.name), pictures.endings)
        : toValue(field, answers.get(field.name), context.projects);
    return value === undefined ? [] : [[field.name, value]];
  });
  const path = `${folder}/${id}.yaml`;
  const fields = Object.fromEntries(written);
  const text = toEntryText(name, fields);
  const file = { id, path, text, written: fields };
  const shownFile = `content/${path}`;
  const located = parseYaml(text, 1);
  if (Array.isArray(located)) return { ...file, problems: located.map((problem) => inFile(problem, shownFile)) };
  const result = validate(schema, located, name, shownFile);
  if ('problems' in result) return { ...file, located, ...result };
  return { ...file, located, entry: { ...result.entry, id, file: path, shownFile } };
}

function monthOrDay(now: Date): string[] {
  return [now.toISOString().slice(0, 7), now.toISOString().slice(0, 10)];
}

/** The file next to the entry that the answer means: one of `endings`, or a name. */
function toFileName(id: string, answer: string | undefined, endings: readonly string[]): string | undefined {
  return answer !== undefined && endings.includes(answer) ? `${id}.${answer}` : answer;
}

function toValue(
  { type, control, parts, isRequired }: SchemaField,
  answer: string | undefined,
  projects: AnswersContext['projects'],
): unknown {
  if (answer === undefined) return undefined;
  const items = () => answer.split('\n').flatMap((line) => toItem(line, parts));
  if (control === 'project') {
    const ids = answer.split(/[\n,]/).flatMap((each) => toProject(each, projects));
    return type === 'lines' ? ids : ids[0];
  }
  switch (type) {
    case 'switch':
      return /^yes\b/i.test(answer) || (isRequired ? false : undefined);
    case 'lines':
      return items();
    case 'markdown':
      return answer;
    case 'number':
      return Number(answer);
    default:
      return control === 'moment' ? readLocalTime(oneLine(answer)) : oneLine(answer);
  }
}

/** `Tool`, `- tool` and `tool` all mean the id `tool`; the check reports unknown ones. */
function toProject(name: string, projects: AnswersContext['projects']): string[] {
  const plain = name.replace(/^\s*[-*]\s+/, '').trim();
  const project = projects.find((each) =>
    [each.id, each.name].some((known) => known.toLowerCase() === plain.toLowerCase()),
  );
  return plain === '' ? [] : [project?.id ?? plain.toLowerCase().replace(/\s+/g, '-')];
}

/**
 * A line as an item of a list. If an item may be an object, `Ada Lovelace, Analytical Engines` is its first two fields, with the
 * comma of any script.
 */
function toItem(line: string, [first, second]: readonly string[] = []): (string | Record<string, string>)[] {
  const text = line.replace(/^\s*[-*]\s+/, '').trim();
  const [, before = text, after] = (second && /^([^,，、،]*)[,，、،]\s*(.*)$/.exec(text)) || [];
  const item = before.trim();
  if (item === '') return [];
  return [first && second && after ? { [first]: item, [second]: after } : item];
}

/** Only lower-case Latin letters, digits and hyphens: whatever was typed, the path stays inside its folder. */
function idOf(
  { name, folder, recipe }: EntryKind,
  answers: ReadonlyMap<string, string>,
  { suffix, isTaken }: AnswersContext,
): string {
  const id = toId(recipe.toId(answers));
  if (id === '') return `${name}-${suffix}`;
  return isTaken(`${folder}/${id}.yaml`) ? `${id}-${suffix}` : id;
}
