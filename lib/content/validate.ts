// From located data to a typed entry, or to diagnostics with place and fix.
import type { z } from 'zod';
import { type Diagnostic, error, inFile, isDiagnostic } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import type { LocatedData } from '@/lib/content/yaml';

/**
 * Reads data by a schema.
 *
 * @param kind what is read, the first half of each code: `post`, `event`.
 * @param file the path to name in diagnostics.
 * @returns the typed entry, or all that is wrong.
 */
export function validate<Schema extends z.ZodObject>(
  schema: Schema,
  located: LocatedData,
  kind: string,
  file: string,
): { entry: z.output<Schema> } | { problems: Diagnostic[] } {
  const result = schema.safeParse(located.data, { reportInput: true });
  if (result.success) return { entry: result.data };
  const problems = result.error.issues.flatMap((issue) => explain(issue, { schema, located, kind }));
  return { problems: problems.map((problem) => inFile(problem, file)) };
}

type Issue = z.core.$ZodIssue;

/** What was read, and how. */
interface Source {
  readonly schema: z.ZodObject;
  readonly located: LocatedData;
  readonly kind: string;
}

function explain(issue: Issue, source: Source): Diagnostic[] {
  const { path } = issue;
  const { schema, located, kind } = source;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => explainKey(key, path, source));
  if (issue.code === 'invalid_union') {
    // A value that may have several forms: the alternative that got furthest says best what is wrong.
    const [deepest] = issue.errors.flat().sort((a, b) => b.path.length - a.path.length || rank(b) - rank(a));
    if (deepest) return explain({ ...deepest, path: [...path, ...deepest.path] } as Issue, source);
  }
  const name = path.map(String).join('.');
  const inner = path.length > 1 ? spellExample(fieldAt(schema, path)) : undefined;
  const example = inner ?? spellExample(fieldAt(schema, path.slice(0, 1)));
  const at = (code: string, message: string, fix: string) => error(code, message, fix, located.placeOf(path));
  if ((issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined) {
    // The example of the whole field would say too much where one part of it is missing.
    const value = path.length > 1 ? inner : example;
    const fix = `add "${String(path.at(-1))}:${value === undefined ? '' : ` ${value}`}"`;
    return [at(`${kind}/missing-field`, `"${name}" is missing`, fix)];
  }
  if (issue.code === 'invalid_type') {
    const written = issue.expected === 'string' ? located.sourceOf(path) : undefined;
    const fix = written ? `put it in quotes: "${written}"` : `write it like ${example ?? `a ${issue.expected}`}`;
    return [at(`${kind}/type`, `"${name}" must be ${wording[issue.expected] ?? issue.expected}`, fix)];
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    const fix = suggest(String(issue.input), known) ?? `use ${known.join(', ')}`;
    return [at(`${kind}/value`, `"${name}": unknown value "${String(issue.input)}"`, fix)];
  }
  const own = issue.code === 'custom' && isDiagnostic(issue.params) ? issue.params : undefined;
  const fix = own?.fix ?? (example === undefined ? 'correct it' : `write it like ${example}`);
  return [at(own?.code ?? `${kind}/value`, `"${name}": ${issue.message}`, fix)];
}

function explainKey(key: string, path: readonly PropertyKey[], { schema, located, kind }: Source): Diagnostic {
  const field = fieldAt(schema, path);
  const known = field ? keysOf(field) : [];
  const others = path.length > 0 && known.length > 0 ? `use only ${known.join(', ')}` : 'remove it';
  const where = located.placeOfKey(path, key);
  return error(`${kind}/unknown-key`, `unknown field "${key}"`, suggest(key, known) ?? others, where);
}

function suggest(given: string, known: readonly string[]): string | undefined {
  const near = nearest(given, known);
  return near && `did you mean "${near}"?`;
}

const wording: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'a group of fields',
  boolean: 'true or false',
};

function rank(issue: Issue): number {
  return issue.code === 'custom' ? 2 : issue.code === 'invalid_type' ? 0 : 1;
}

/** The field at a place inside a schema: `people[0].repositories`, say. */
function fieldAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const { type, shape, element } = defOf(schema);
  if (type === 'object' && shape) {
    const inner = typeof key === 'string' && Object.hasOwn(shape, key) ? shape[key] : undefined;
    return inner && fieldAt(inner, rest);
  }
  if (type === 'array' && element && typeof key === 'number') return fieldAt(element, rest);
  return insideOf(schema, (inner) => fieldAt(inner, path));
}

/** The fields that a group of fields knows: those of `resources[0]`, say. */
function keysOf(field: z.ZodType): string[] {
  const { type, shape } = defOf(field);
  return type === 'object' && shape ? Object.keys(shape) : (insideOf(field, keysOf) ?? []);
}

/** What `find` finds first in the schemas that another is made of: alternatives, what is optional or transformed. */
function insideOf<T>(schema: z.ZodType, find: (inner: z.ZodType) => T | undefined): T | undefined {
  const { innerType, in: input, options = [] } = defOf(schema);
  const inner = [innerType, input, ...options].filter((each) => each !== undefined);
  return inner.map(find).find((found) => found !== undefined && !(Array.isArray(found) && found.length === 0));
}

/** How a schema is made, as far as it matters here; Zod has no type for it. */
function defOf(schema: z.ZodType) {
  return schema.def as {
    readonly type: string;
    readonly shape?: Readonly<Record<string, z.ZodType>>;
    readonly element?: z.ZodType;
    readonly innerType?: z.ZodType;
    readonly in?: z.ZodType;
    readonly options?: readonly z.ZodType[];
  };
}

function spellExample(field: z.ZodType | undefined): string | undefined {
  const [example] = [field?.meta()?.examples ?? []].flat();
  return typeof example === 'string' || example === undefined ? example : JSON.stringify(example);
}
