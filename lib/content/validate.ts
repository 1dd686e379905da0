// Validates located data: returns a typed entry, or diagnostics with a place and a fix.
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
  const problems = result.error.issues.flatMap((issue) => explain(deepestOf(issue), { schema, located, kind }));
  return { problems: problems.map((problem) => inFile(problem, file)) };
}

/**
 * Reads data by a schema as {@link validate} does, but keeps what can be kept: a number where a text is wanted is the text as
 * written, and `yes` is true. Keys of groups that the schema does not know are warnings, and left out.
 *
 * @param mayBeLeftOut whether a field with a wrong value is left out, with a warning, instead of being an error.
 */
export function validateTolerantly<Schema extends z.ZodObject>(
  schema: Schema,
  located: LocatedData,
  kind: string,
  file: string,
  mayBeLeftOut: (field: string) => boolean,
): { entry: z.output<Schema>; problems: Diagnostic[] } | { problems: Diagnostic[] } {
  const data = structuredClone(located.data);
  const problems: Diagnostic[] = [];
  const source = { schema, located, kind };
  // Each round repairs what it finds; what is below a repaired value comes to light in the next.
  for (let round = 0; ; round += 1) {
    const result = schema.safeParse(data, { reportInput: true });
    if (result.success) return { entry: result.data, problems: problems.map((problem) => inFile(problem, file)) };
    const issues = result.error.issues.map(deepestOf);
    const left = issues.filter((issue) => round > 4 || !repair(issue, data, source, mayBeLeftOut, problems));
    if (left.length === 0) continue;
    problems.push(...left.flatMap((issue) => explain(issue, source)));
    return { problems: problems.map((problem) => inFile(problem, file)) };
  }
}

/** Repairs what an issue is about, in the data. @param problems gets what is left out by that. @returns whether it did. */
function repair(
  issue: Issue,
  data: object,
  source: Source,
  mayBeLeftOut: (field: string) => boolean,
  problems: Diagnostic[],
): boolean {
  const { path } = issue;
  const parent = path.slice(0, -1).reduce<unknown>((around, key) => isGroup(around) && Reflect.get(around, key), data);
  const last = path.at(-1);
  if (issue.code === 'unrecognized_keys' && path.length > 0) {
    const explained = explain(issue, source);
    if (issue.keys.some((key) => nearest(key, keysOf(fieldAt(source.schema, path))) !== undefined)) return false;
    const group = isGroup(parent) && last !== undefined ? Reflect.get(parent, last) : undefined;
    for (const key of issue.keys) if (isGroup(group)) Reflect.deleteProperty(group, key);
    problems.push(...explained.map((problem): Diagnostic => ({ ...problem, severity: 'warning' })));
    return true;
  }
  const read =
    issue.code === 'invalid_type' ? readAs(issue.expected, issue.input, source.located.sourceOf(path)) : undefined;
  if (read !== undefined && isGroup(parent) && last !== undefined) return Reflect.set(parent, last, read);
  const field = String(path[0]);
  if (!Object.hasOwn(data, field) || !mayBeLeftOut(field)) return false;
  Reflect.deleteProperty(data, field);
  for (const problem of explain(issue, source)) {
    problems.push({ ...problem, severity: 'warning', message: `${problem.message}; the field is ignored` });
  }
  return true;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A value of another type as the one that is expected, if it can mean only that. */
function readAs(expected: string, input: unknown, written: string | undefined): unknown {
  if (expected === 'string' && /^(?:number|bigint|boolean)$/.test(typeof input)) return written ?? String(input);
  if (expected === 'boolean' && typeof input === 'string') {
    if (/^(?:true|yes)$/i.test(input)) return true;
    if (/^(?:false|no)$/i.test(input)) return false;
  }
  return undefined;
}

type Issue = z.core.$ZodIssue;

/** Of a value that may have several forms, the alternative that got furthest: it says best what is wrong. */
function deepestOf(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const [deepest] = issue.errors.flat().sort((a, b) => b.path.length - a.path.length || rank(b) - rank(a));
  return deepest ? deepestOf({ ...deepest, path: [...issue.path, ...deepest.path] } as Issue) : issue;
}

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
  const known = keysOf(fieldAt(schema, path));
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
  record: 'a group of fields',
  boolean: 'true or false',
  int: 'a whole number',
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
function keysOf(field: z.core.$ZodType | undefined): string[] {
  return (field ? formsOf(field) : []).flatMap((form) => (form instanceof z.ZodObject ? Object.keys(form.shape) : []));
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
