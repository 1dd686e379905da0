// From located data to a typed entry, or to diagnostics with place and fix.
import { z } from 'zod';
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
function fieldAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const fields = formsOf(schema).flatMap((form) => {
    if (form instanceof z.ZodArray) return typeof key === 'number' ? fieldAt(form.element, rest) : undefined;
    const inner =
      form instanceof z.ZodObject
        ? new Map<PropertyKey, z.core.$ZodType>(Object.entries(form.shape)).get(key)
        : undefined;
    return inner && fieldAt(inner, rest);
  });
  return fields.find((field) => field !== undefined);
}

/** The fields that a group of fields knows: those of `resources[0]`, say. */
function keysOf(field: z.core.$ZodType): string[] {
  return formsOf(field).flatMap((form) => (form instanceof z.ZodObject ? Object.keys(form.shape) : []));
}

/** The schemas that may read a value, without what makes it optional, an alternative or transformed. */
function formsOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(formsOf);
  if (schema instanceof z.ZodPipe) return formsOf(schema.in);
  const { innerType } = schema._zod.def as { readonly innerType?: z.core.$ZodType };
  return innerType ? formsOf(innerType) : [schema];
}

function spellExample(field: z.core.$ZodType | undefined): string | undefined {
  const [example] = [(field && z.globalRegistry.get(field)?.examples) ?? []].flat();
  return typeof example === 'string' || example === undefined ? example : JSON.stringify(example);
}
