// JSON Schemas for each kind of content file: for completion in editors, and for users of the data.
import { z } from 'zod';
import { capitalised } from '@/lib/base/english';
import { schemaPath, toHref } from '@/lib/base/urls';
import { postSchema } from '@/lib/content/schema';
import { kinds } from '@/lib/kinds/index';
import { contributorsSchema, factsSchema, projectsSchema } from '@/lib/kinds/projects';

/** Kinds of file: the name, title, description and schema of each. */
const fileKinds: readonly (readonly [kind: string, title: string, description: string, schema: z.ZodObject])[] = [
  ...kinds.map(({ name, label, about, schema }) => [name, capitalised(label.one), about, schema] as const),
  ['contributors', 'Contributors', 'Who contributed in a month, contributors/<YYYY-MM>.yaml.', contributorsSchema],
  ['projects', 'Projects', 'The family of projects, projects.yaml.', projectsSchema],
  ['facts', 'Facts', 'What every edition says about the projects, facts.yaml.', factsSchema],
  ['post', 'Post', 'The front matter of a post.', postSchema],
];

/** Every kind of file that has a schema: `event`, `projects`, `post`. */
export const schemaKinds: readonly string[] = fileKinds.map(([kind]) => kind);

/** A JSON Schema of draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What may be written into a kind of file. It validates single values: whether a time exists in its zone,
 * or whether another entry exists, is what `npm run check` checks.
 *
 * @param kind one of `schemaKinds`.
 * @throws {Error} for any other.
 */
export function toJsonSchema(kind: string): JsonSchema {
  const found = fileKinds.find(([name]) => name === kind);
  if (!found) throw new Error(`"${kind}" is not a kind of file (fix: use one of ${schemaKinds.join(', ')})`);
  const [, title, description, schema] = found;
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: complete });
  return { $schema, $id: toHref(schemaPath(kind)), title, description, ...rest };
}

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

/** Adds what Zod leaves out. */
const complete: Override = ({ zodSchema, jsonSchema }) => {
  // Zod drops the examples of transformed values; ours show the values before that.
  const examples = z.globalRegistry.get(zodSchema)?.examples;
  if (Array.isArray(examples)) jsonSchema.examples = examples.map((example) => toValue(zodSchema, example));
  // A pattern has no flags in JSON Schema.
  const checks = (zodSchema._zod.def.checks ?? []).map((check) => check._zod.def as { pattern?: RegExp });
  const pattern = checks.find((check) => check.pattern?.flags.includes('i'))?.pattern;
  if (pattern) jsonSchema.pattern = toEitherCase(pattern.source);
};

/** An example as a value: without the quotes that are to be written around it (`"0.27.0"`). */
function toValue(schema: z.core.$ZodType, example: unknown): unknown {
  const quoted = typeof example === 'string' ? /^"(.*)"$/.exec(example)?.[1] : undefined;
  return quoted !== undefined && z.safeParse(schema, quoted).success ? quoted : example;
}

/**
 * A regular expression that ignores case, as one that spells both: `\.png` as `\.[pP][nN][gG]`.
 *
 * @param source of letters, classes, escapes and groups, with letters neither in quantifiers nor in names.
 */
export function toEitherCase(source: string): string {
  let inClass = false;
  return source.replace(/\\.|[[\]]|[a-z]-[a-z]|[a-z]/gi, (token) => {
    if (token === '[' || token === ']') inClass = token === '[';
    if (token.startsWith('\\') || token === '[' || token === ']') return token;
    const both = token.toLowerCase() + token.toUpperCase();
    if (!inClass) return token.length === 1 ? `[${both}]` : token.replace(/[a-z]/gi, toEitherCase);
    return both;
  });
}
