// The fields of a kind's schema, as questions and forms ask for them.
import { z } from 'zod';
import { capitalised } from '@/lib/base/english';
import { type Control, controlOf } from '@/lib/base/fields';
import type { Reference } from '@/lib/kinds/kind';

/** A field of a schema, whatever makes it optional. */
export interface SchemaField {
  readonly name: string;
  /** What it is for, a sentence. */
  readonly about: string;
  readonly isRequired: boolean;
  /** A valid value, as it is written; undefined where none is known. */
  readonly example: unknown;
  /** What is typed for it: `lines` are several texts; a `group` has fields of its own, and cannot be typed in one line. */
  readonly type: 'line' | 'markdown' | 'number' | 'switch' | 'lines' | 'group';
  /** What a form asks for it with, or for each of its `lines`; undefined for plain text, numbers and switches. */
  readonly control: Control | undefined;
  /** All values that it may have, where these are known. */
  readonly choices: readonly string[] | undefined;
  /** The fields of each of `lines`, where one may be written as a group: `name` and `affiliation`. */
  readonly parts: readonly string[] | undefined;
}

/** The fields of a schema, in order. */
export function fieldsOf(schema: z.ZodObject): SchemaField[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const { description = `${capitalised(name)}.`, examples = [] } = z.globalRegistry.get(field) ?? {};
    // An example may have the quotes that YAML needs around it.
    const given = [examples].flat().map((each) => (typeof each === 'string' ? each.replace(/^"(.*)"$/, '$1') : each));
    const inner = withoutDefault(field);
    const choices = inner instanceof z.ZodEnum ? inner.options.map(String) : undefined;
    return {
      name,
      about: description,
      isRequired: !z.safeParse(field, undefined).success,
      example: [...given, ...(choices ?? []), ...usualValues].find((value) => z.safeParse(field, value).success),
      type: typeOf(inner),
      control: controlIn(inner),
      choices,
      parts: inner instanceof z.ZodArray ? partsOf(inner.element) : undefined,
    };
  });
}

/** Whether a field says when an entry came: forms do not ask for it, and the day on which one was sent fills it in. */
export function isDateOfEntry({ name }: SchemaField): boolean {
  return name === 'joined' || name === 'posted';
}

/** The projects that an entry names by their ids, as its schema says which fields do. */
export function projectReferences(schema: z.ZodObject, entry: object): Reference[] {
  return Object.entries(schema.shape)
    .filter(([, field]) => controlIn(withoutDefault(field)) === 'project')
    .flatMap(([name]) => {
      const value: unknown = Reflect.get(entry, name);
      const ids = Array.isArray(value) ? value.map((id, index) => [id, [name, index]]) : [[value, [name]]];
      return ids.flatMap(([id, path]) => (typeof id === 'string' ? [{ to: 'project' as const, id, path }] : []));
    });
}

/** Examples for fields that have none of their own. */
const usualValues = ['Something', 'something', 'https://example.org/', '2022-03-01', 1, true, ['something']];

function withoutDefault(schema: z.core.$ZodType): z.core.$ZodType {
  const isWrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;
  return isWrapped ? withoutDefault(schema.unwrap()) : schema;
}

function typeOf(schema: z.core.$ZodType): SchemaField['type'] {
  if (schema instanceof z.ZodBoolean) return 'switch';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return 'group';
  if (schema instanceof z.ZodArray) return typeOf(schema.element) === 'group' ? 'group' : 'lines';
  return controlOf(schema) === 'markdown' ? 'markdown' : 'line';
}

/** What a schema is asked for with, or else one of the forms that it or each of its items may have. */
function controlIn(schema: z.core.$ZodType): Control | undefined {
  if (schema instanceof z.ZodArray) return controlIn(schema.element);
  const forms = schema instanceof z.ZodUnion ? schema.options : [];
  return controlOf(schema) ?? forms.map(controlIn).find((control) => control !== undefined);
}

function partsOf(item: z.core.$ZodType): string[] | undefined {
  const forms = item instanceof z.ZodUnion ? item.options : [];
  const group = forms.find((form) => form instanceof z.ZodObject);
  return group && Object.keys(group.shape);
}
