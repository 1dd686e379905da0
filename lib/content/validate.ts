// From located data to a typed entry, or to problems that name the place and the remedy.
import type { z } from 'zod';
import type { Diagnostic } from '@/lib/base/diagnostic';
import type { FaultDetail } from '@/lib/base/fields';
import { nearest } from '@/lib/base/nearest';
import type { LocatedData } from '@/lib/content/yaml';

/**
 * Reads data by a schema.
 *
 * @param kind what is read, the first half of each problem's code: `post`, `event`.
 * @param file the path to name in problems.
 * @returns the typed entry, or a problem for each fault.
 */
export function validate<Schema extends z.ZodObject>(
  schema: Schema,
  located: LocatedData,
  kind: string,
  file: string,
): { entry: z.output<Schema> } | { problems: Diagnostic[] } {
  const result = schema.safeParse(located.data, { reportInput: true });
  if (result.success) return { entry: result.data };
  return { problems: result.error.issues.flatMap((issue) => toProblems(issue, schema, located, kind, file)) };
}

type Issue = z.core.$ZodIssue;

function toProblems(issue: Issue, schema: z.ZodObject, located: LocatedData, kind: string, file: string): Diagnostic[] {
  const at = (place: { line: number; column: number }, code: string, message: string, fix: string): Diagnostic => ({
    file,
    ...place,
    severity: 'error',
    code,
    message,
    fix,
  });
  const name = issue.path.map(String).join('.');
  const [key] = issue.path;
  const isInner = issue.path.length > 1;
  const inner = isInner ? spellExample(fieldAt(schema, issue.path)) : undefined;
  const described = inner ?? (typeof key === 'string' ? spellExample(schema.shape[key]) : undefined);

  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((unknown) => {
      const known = keysAt(schema, issue.path);
      const near = nearest(unknown, known);
      const fix = near
        ? `did you mean "${near}"?`
        : issue.path.length > 0 && known.length > 0
          ? `use only ${known.join(', ')}`
          : 'remove it';
      return at(
        located.placeOfKey(issue.path, unknown),
        `${kind}/unknown-key`,
        `"${unknown}" is no field of a ${kind}`,
        fix,
      );
    });
  }
  if (issue.code === 'invalid_union') {
    // A value for which there are several forms: the alternative that got furthest says best what is wrong.
    const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length || rank(b) - rank(a))[0];
    if (deepest)
      return toProblems({ ...deepest, path: [...issue.path, ...deepest.path] } as Issue, schema, located, kind, file);
  }
  const missing = (issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined;
  if (missing) {
    // The example of the whole field would say too much where one thing inside is missing.
    const example = isInner ? inner : described;
    const fix = `add "${String(issue.path.at(-1))}:${example === undefined ? '' : ` ${example}`}"`;
    return [at(located.placeOf(issue.path), `${kind}/missing-field`, `"${name}" is missing`, fix)];
  }
  if (issue.code === 'invalid_type') {
    const source = located.sourceOf(issue.path);
    const scalar = issue.expected === 'string' && source !== undefined && source !== '';
    const fix = scalar ? `put it in quotes: "${source}"` : `write it like ${described ?? `a ${issue.expected}`}`;
    return [
      at(
        located.placeOf(issue.path),
        `${kind}/type`,
        `"${name}" must be ${wording[issue.expected] ?? issue.expected}`,
        fix,
      ),
    ];
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    const given = String(issue.input);
    const near = nearest(given, known);
    const [fix, message] = [
      near ? `did you mean "${near}"?` : `use ${known.join(', ')}`,
      `"${name}": "${given}" is none of those known`,
    ];
    return [at(located.placeOf(issue.path), `${kind}/value`, message, fix)];
  }
  const detail = issue.code === 'custom' ? (issue.params as FaultDetail | undefined) : undefined;
  const fix = detail?.fix ?? (described === undefined ? 'correct it' : `write it like ${described}`);
  return [at(located.placeOf(issue.path), detail?.code ?? `${kind}/value`, `"${name}": ${issue.message}`, fix)];
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
  const { def } = schema as unknown as { def: Inner };
  if (def.type === 'object' && def.shape) {
    const inner = typeof key === 'string' && Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
    return inner && fieldAt(inner, rest);
  }
  if (def.type === 'array' && def.element && typeof key === 'number') return fieldAt(def.element, rest);
  const inner = [def.innerType, def.in, ...(def.options ?? [])].filter((each) => each !== undefined);
  return inner.map((each) => fieldAt(each, path)).find((found) => found !== undefined);
}

/** The fields that a group of fields inside a schema knows: those of `resources[0]`, say. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const field = fieldAt(schema, path);
  return field ? keysOf(field) : [];
}

function keysOf(field: z.ZodType): string[] {
  const { def } = field as unknown as { def: Inner };
  if (def.type === 'object' && def.shape) return Object.keys(def.shape);
  const inner = [def.innerType, def.in, ...(def.options ?? [])].filter((each) => each !== undefined);
  return inner.map(keysOf).find((keys) => keys.length > 0) ?? [];
}

/** What zod tells of how a schema is made, as far as it is looked at here. */
interface Inner {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

function spellExample(field: z.core.$ZodType | undefined): string | undefined {
  const example = (field as z.ZodType | undefined)?.meta()?.examples;
  return Array.isArray(example) && example.length > 0 ? spell(example[0]) : undefined;
}

function spell(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
