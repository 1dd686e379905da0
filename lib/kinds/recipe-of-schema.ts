// What to ask for a new file of a kind, and the file that a newcomer fills in, made from its schema.
import { stringify } from 'yaml';
import type { z } from 'zod';
import { toId } from '@/lib/base/entry-id';
import { hasSection } from '@/lib/base/sections';
import { contributePath, newFileHref } from '@/lib/base/urls';
import { zonesToChoose } from '@/lib/base/zones';
import type { EntryBase, EntryView, Kind } from '@/lib/kinds/kind';
import {
  type Answers,
  findPerson,
  isGiven,
  listOf,
  type OwnRecipe,
  projectIds,
  type Question,
  type Recipe,
  sendPullRequest,
  textOf,
} from '@/lib/kinds/recipe';
import { fieldsOf, isDateOfEntry, type SchemaField } from '@/lib/kinds/schema-fields';

/**
 * What `news new` asks for a kind: by default every field of its schema, in order, but for groups of fields. A kind that
 * needs one of these has a recipe of its own.
 *
 * @param component the one that places an entry in a post: `Job`.
 * @param own what the kind says otherwise.
 */
export function recipeOf(
  folder: string,
  schema: z.ZodObject,
  component: string | undefined,
  own: OwnRecipe = {},
): Recipe {
  const fields = fieldsOf(schema);
  const questions: readonly Question[] =
    own.questions?.map((question) => {
      const field = fields.find(({ name }) => name === (question.field ?? question.flag));
      return { ...(field ? answerOf(field) : { type: 'line' }), ...question };
    }) ?? fields.filter(({ type }) => type !== 'group').map(toQuestion);
  const required = fields.filter(({ isRequired }) => isRequired);
  return {
    sample: Object.fromEntries(required.map(({ name, example }) => [name, example])),
    example: questions
      .filter((question) => question.required)
      .map(({ flag, example = '…' }) => `--${flag} ${JSON.stringify(example)}`)
      .join(' '),
    toFields: (answers) =>
      Object.fromEntries(
        fields.flatMap((field) => {
          const question = questions.find(({ flag, field: name = flag }) => name === field.name);
          return question ? [[field.name, toValue(question, field, answers)]] : [];
        }),
      ),
    toId: (answers) => toId(textOf(answers, 'title') ?? textOf(answers, 'name') ?? ''),
    next: (id) => [
      `List it in the front matter of a post: "${folder}: [${id}]".`,
      ...(component ? [`To place it in the text, write <${component} id="${id}" />.`] : []),
      sendPullRequest,
    ],
    ...own,
    questions,
  };
}

/** How a field is answered, and whether it has to be. A switch that is not turned on is off. */
function answerOf({
  type,
  isRequired,
  control,
  choices,
}: SchemaField): Pick<Question, 'type' | 'required' | 'choices' | 'usual' | 'find'> {
  return {
    type: type === 'lines' || type === 'markdown' || type === 'switch' ? type : 'line',
    required: isRequired && type !== 'switch',
    ...(choices ? { choices: () => choices } : {}),
    ...(control === 'project' ? { choices: projectIds } : {}),
    ...(control === 'person' ? { find: findPerson } : {}),
    ...(control === 'zone' ? { choices: ({ zones }) => zonesToChoose(zones), usual: ({ zones }) => zones } : {}),
  };
}

function toQuestion(field: SchemaField): Question {
  const { name, about, type, example } = field;
  const [shown] = [example].flat();
  return {
    ...answerOf(field),
    flag: name,
    ask: about,
    example: type !== 'switch' && shown !== undefined ? String(shown) : undefined,
  };
}

function toValue({ flag, type, read }: Question, field: SchemaField, answers: Answers): unknown {
  if (type === 'lines') return listOf(answers, flag)?.map((line) => (read ? read(line, answers) : line));
  if (type === 'switch') return isGiven(answers, flag) ?? (field.isRequired ? false : undefined);
  const text = textOf(answers, flag);
  if (read && text !== undefined) return read(text, answers);
  // What is not a number stays as it is, and the schema reports it.
  return field.type === 'number' && text?.trim() && !Number.isNaN(Number(text)) ? Number(text) : text;
}

/**
 * The file that a newcomer fills in: each field with what it is for, those that may be left out as comments. When the entry
 * came is left open, because every example of it will be in the past.
 */
export function templateOf(name: string, schema: z.ZodObject): string {
  const lines = fieldsOf(schema).flatMap((field) => {
    const { isRequired, about, example = '' } = field;
    const shown = isDateOfEntry(field) ? (/-\d+-/.test(String(example)) ? 'YYYY-MM-DD' : 'YYYY-MM') : example;
    const written = stringify({ [field.name]: shown }, { lineWidth: 0 }).trimEnd();
    return isRequired ? [`# ${about}`, written] : [`# Optional: ${about}`, written.replace(/^/gm, '# ')];
  });
  return `# yaml-language-server: $schema=../../.schemas/${name}.json\n${lines.join('\n')}\n`;
}

/** What the addresses of forms are made from. */
type Addable = Pick<Kind<EntryBase, EntryView, string, string>, 'name' | 'isContributed' | 'template'>;

/**
 * Where people add an entry: the path of the form on this site, or the code host's page for a new file where there is none.
 *
 * @param projects ids to choose from.
 */
export function addEntryHref(kind: Addable, projects: readonly string[] = []): string {
  return hasSection('contribute') && kind.isContributed ? contributePath(kind.name) : entryFileHref(kind, projects);
}

/**
 * The address of the code host's page for a new file, which begins with the template of its kind.
 *
 * @param projects ids to choose from. Where the template names projects, all are in comments: none is chosen beforehand.
 */
export function entryFileHref({ template: { file, text } }: Addable, projects: readonly string[] = []): string {
  const lines = ['  # Remove the # before those that you mean.', ...projects.map((id) => `  # - ${id}`), ''];
  return newFileHref(file, projects.length === 0 ? text : text.replace('  - the-project\n', lines.join('\n')));
}
