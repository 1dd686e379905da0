// Changes fields of an entry's file, and nothing else of it: comments, order and style stay.
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, stringify, type YAMLSeq } from 'yaml';
import { toYaml } from '@/lib/content/entry-text';
import type { WrittenFields } from '@/lib/kinds/recipe';

const options = { schema: 'core', version: '1.2' } as const;

/** A field that an update changes. */
export interface FieldChange {
  readonly field: string;
  /** Undefined where the field is not there yet. */
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What fields would change in a file. Of a list, items are added; what a file has and the fields leave out stays.
 *
 * @param text the YAML of an entry.
 */
export function changesIn(text: string, fields: WrittenFields): FieldChange[] {
  const data = dataOf(text);
  return Object.entries(fields).flatMap(([field, given]) => {
    const before = data[field];
    const after = Array.isArray(before) && Array.isArray(given) ? withNew(before, given) : given;
    return given === undefined || isDeepStrictEqual(before, after) ? [] : [{ field, before, after }];
  });
}

/** Makes changes in the YAML of an entry. */
export function updateEntry(text: string, changes: readonly FieldChange[]): string {
  const updated = changes.reduce(change, text.replaceAll('\r\n', '\n'));
  const expected = { ...dataOf(text), ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) };
  if (isDeepStrictEqual(dataOf(updated), expected)) {
    return text.includes('\r\n') ? updated.replaceAll('\n', '\r\n') : updated;
  }
  // An unusual form, such as an alias: written anew, with its comments.
  const document = parseDocument(text, options);
  for (const { field, after } of changes) document.set(field, after);
  return document.toString({ lineWidth: 0 });
}

function dataOf(text: string): Record<string, unknown> {
  const data: unknown = parseDocument(text, options).toJS();
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

function withNew(before: readonly unknown[], given: readonly unknown[]): unknown[] {
  return [...before, ...given.filter((item) => !before.some((other) => isDeepStrictEqual(other, item)))];
}

function change(text: string, { field, before, after }: FieldChange): string {
  const { contents } = parseDocument(text, options);
  const pair = isMap(contents)
    ? (contents.items as Pair[]).find(({ key }) => isScalar(key) && key.value === field)
    : undefined;
  const { value } = pair ?? {};
  if (isSeq(value) && Array.isArray(before) && Array.isArray(after)) {
    return addItems(text, value, after.slice(before.length));
  }
  const [start, end] = (isScalar(value) && value.range) || [];
  if (pair && start !== undefined && end !== undefined && typeof after !== 'object') {
    const written = toYaml({ [field]: after })
      .trim()
      .slice(field.length + 1)
      .trim();
    // A value that is empty so far begins right after the colon.
    return text.slice(0, start) + (start === end ? ` ${written}` : written) + text.slice(end);
  }
  if (!pair) return `${text.replace(/\s*$/, '\n')}${toYaml({ [field]: after })}`;
  return text;
}

function addItems(text: string, list: YAMLSeq, items: readonly unknown[]): string {
  const last = list.items.at(-1) as Scalar | undefined;
  const end = last?.range?.[1];
  const [start = 0] = list.range ?? [];
  if (end === undefined) return text;
  if (list.flow) {
    const written = items.map((item) => `, ${stringify(item, { collectionStyle: 'flow', lineWidth: 0 }).trim()}`);
    return text.slice(0, end) + written.join('') + text.slice(end);
  }
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const lines = items.map((item) => {
    const written = stringify(item, { lineWidth: 0 }).trim();
    return `\n${indent}- ${written.replaceAll('\n', `\n${indent}  `)}`;
  });
  // After a comment at the end of the line.
  const at = /\n|$/.exec(text.slice(Math.max(0, end - 1)))?.index ?? 0;
  const lineEnd = Math.max(0, end - 1) + at;
  return text.slice(0, lineEnd) + lines.join('') + text.slice(lineEnd);
}
