// What to ask for a new file of a kind, and the file that a newcomer fills in, as its schema has them.
import { stringify } from 'yaml';
import { z } from 'zod';
import { toId } from '@/lib/base/entry-id';
import { isMarkdown } from '@/lib/base/fields';
import { capitalised } from '@/lib/base/words';
import { type Answers, isGiven, listOf, type Question, type Recipe, sendPullRequest, textOf } from '@/lib/kinds/recipe';

/** A field of a schema, without what makes it optional. */
interface Field {
  readonly name: string;
  readonly schema: z.core.$ZodType;
  readonly isRequired: boolean;
  readonly about: string;
  readonly example: unknown;
}

function fieldsOf(schema: z.ZodObject): Field[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const { description = `${capitalised(name)}.`, examples } = z.globalRegistry.get(field) ?? {};
    const [example] = Array.isArray(examples) ? examples : [];
    return {
      name,
      schema: inner(field),
      isRequired: !z.safeParse(field, undefined).success,
      about: description,
      example,
    };
  });
}

function inner(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? inner(schema.unwrap()) : schema;
}

function typeOf(schema: z.core.$ZodType): Question['type'] {
  if (schema instanceof z.ZodBoolean) return 'switch';
  if (schema instanceof z.ZodArray) return 'lines';
  return isMarkdown(schema) ? 'markdown' : 'line';
}

/**
 * What `news new` asks for a kind that does not say it itself: every field of its schema, in order.
 *
 * @param component the one that places an entry in a post: `Job`.
 */
export function recipeOf(folder: string, schema: z.ZodObject, component: string | undefined): Recipe {
  const fields = fieldsOf(schema);
  const questions = fields.map(({ name: flag, schema: field, isRequired, about, example }): Question => {
    const choices = field instanceof z.ZodEnum ? field.options.map(String) : undefined;
    return {
      flag,
      type: typeOf(field),
      ask: about,
      required: isRequired,
      example: typeof example === 'string' ? example : undefined,
      ...(choices ? { choices: () => choices } : {}),
    };
  });
  const answerTo = (answers: Answers, { flag, type }: Question) =>
    type === 'lines' ? listOf(answers, flag) : type === 'switch' ? isGiven(answers, flag) : textOf(answers, flag);
  return {
    questions,
    sample: Object.fromEntries(
      fields.filter(({ isRequired }) => isRequired).map((field) => [field.name, field.example]),
    ),
    example: questions
      .filter(({ required, type }) => required && type === 'line')
      .map(({ flag, example = '…' }) => `--${flag} ${JSON.stringify(example)}`)
      .join(' '),
    toFields: (answers) =>
      Object.fromEntries(questions.map((question) => [question.flag, answerTo(answers, question)])),
    toId: (answers) => toId(textOf(answers, 'title') ?? textOf(answers, 'name') ?? ''),
    next: (id) => [
      `Name it in the front matter of a post: "${folder}: [${id}]".`,
      ...(component ? [`To place it in the text, write <${component} id="${id}" />.`] : []),
      sendPullRequest,
    ],
  };
}

/** The file that a newcomer fills in: each field with what it is for, those that may be left out as comments. */
export function templateOf(name: string, schema: z.ZodObject): string {
  const lines = fieldsOf(schema).flatMap(({ name: field, isRequired, about, example = '' }) => {
    const written = stringify({ [field]: example }, { lineWidth: 0 }).trimEnd();
    return isRequired ? [`# ${about}`, written] : [`# Optional: ${about}`, written.replace(/^/gm, '# ')];
  });
  return `# yaml-language-server: $schema=../../.schemas/${name}.json\n${lines.join('\n')}\n`;
}
