// Parses TOML to data with source places. The only importer of the parser.
import { parse, TomlDate, TomlError } from 'smol-toml';
import { type Diagnostic, error, type Place } from '@/lib/base/diagnostic';
import { findHiddenCharacters } from '@/lib/content/hidden-characters';
import { findTooLong, type LocatedData } from '@/lib/content/yaml';

/**
 * Reads TOML (1.0).
 *
 * @param firstLine the 1-based line of the file on which `text` begins.
 * @returns the data, dates as they are written; or the first error, at which the parser stops.
 */
export function parseToml(text: string, firstLine: number): LocatedData | Diagnostic[] {
  const tooLong = findTooLong(text, 'toml', firstLine);
  if (tooLong) return [tooLong];
  let data: Record<string, unknown>;
  try {
    data = withoutDates(parse(text)) as Record<string, unknown>;
  } catch (thrown) {
    if (thrown instanceof RangeError) {
      const message = 'tables, keys or lists are nested too deeply';
      return [error('toml/invalid', message, 'use fewer levels', { line: firstLine })];
    }
    if (!(thrown instanceof TomlError)) throw thrown;
    const [first = ''] = thrown.message.replace(/^Invalid TOML document: /, '').split('\n');
    const fix = 'write one key = "value" per line, text in quotes, lists as ["a", "b"]';
    const place = { line: thrown.line + firstLine - 1, column: thrown.column };
    return [error('toml/invalid', first, fix, place)];
  }
  const found = locate(text, firstLine);
  const nearest = (path: readonly PropertyKey[]): Located | undefined => {
    for (let length = path.length; length > 0; length -= 1) {
      const located = found.get(path.slice(0, length).map(String).join('\0'));
      if (located) return located;
    }
    return undefined;
  };
  const start: Place = { line: firstLine, column: 1 };
  const escaped = text.includes('\\') ? findEscaped(data, text) : undefined;
  if (escaped) {
    const { path, hidden } = escaped;
    const message = `${hidden.message}, written as an escape`;
    return [error(hidden.code, message, 'remove the escape', nearest(path)?.value ?? start)];
  }
  return {
    data,
    comments: [],
    placeOf: (path) => nearest(path)?.value ?? start,
    placeOfKey: (path, key) => nearest([...path, key])?.key ?? start,
    placeOfText(path, wanted) {
      const located = nearest(path);
      const index = located && wanted !== '' ? located.written.indexOf(wanted) : -1;
      if (!located || index < 0) return located?.value ?? start;
      return { line: located.value.line, column: located.value.column + index };
    },
    sourceOf: (path) =>
      found
        .get(path.map(String).join('\0'))
        ?.written.trim()
        .replace(/^(["'])(.*)\1$/, '$2'),
  };
}

/** The first text that has a hidden character as an escape. Those that are in the file as they are, the check reports. */
function findEscaped(
  value: unknown,
  text: string,
  path: readonly PropertyKey[] = [],
): { path: readonly PropertyKey[]; hidden: Diagnostic } | undefined {
  if (typeof value === 'string') {
    const [hidden] = text.includes(value) ? [] : findHiddenCharacters(value.replaceAll('\r', ' '));
    return hidden && { path, hidden };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, each] of Object.entries(value)) {
    const found = findEscaped(each, text, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}

/** Dates are validated like those of YAML, as they are written. */
function withoutDates(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutDates(each)]));
}

interface Located {
  readonly key: Place;
  readonly value: Place;
  /** The value's first line. */
  readonly written: string;
}

const keyPart = `(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')`;
const keyPattern = new RegExp(`^(\\s*)(${keyPart}(?:\\s*\\.\\s*${keyPart})*)\\s*=\\s*`);
const tablePattern = new RegExp(`^\\s*(\\[\\[?)\\s*(${keyPart}(?:\\s*\\.\\s*${keyPart})*)\\s*\\]`);

/** Where each key of valid TOML is, by its path. Lines of a longer value that look like keys are not. */
function locate(text: string, firstLine: number): Map<string, Located> {
  const found = new Map<string, Located>();
  const counts = new Map<string, number>();
  let table: string[] = [];
  let until: string | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (until !== undefined) {
      if (line.includes(until)) until = undefined;
      continue;
    }
    const at = (column: number): Place => ({ line: index + firstLine, column });
    const [, brackets, name = ''] = tablePattern.exec(line) ?? [];
    if (brackets) {
      table = partsOf(name);
      if (brackets === '[[') {
        const key = table.join('\0');
        const count = counts.get(key) ?? 0;
        counts.set(key, count + 1);
        if (count === 0) found.set(key, { key: at(1), value: at(1), written: line });
        table = [...table, String(count)];
      }
      found.set(table.join('\0'), { key: at(1), value: at(1), written: line });
      continue;
    }
    const match = keyPattern.exec(line);
    if (!match) continue;
    const [all, space = '', key = ''] = match;
    const written = line.slice(all.length);
    const path = [...table, ...partsOf(key)].join('\0');
    if (!found.has(path)) found.set(path, { key: at(space.length + 1), value: at(all.length + 1), written });
    const quotes = /^("""|''')/.exec(written)?.[1];
    if (quotes && !written.slice(3).includes(quotes)) until = quotes;
  }
  return found;
}

function partsOf(key: string): string[] {
  return [...key.matchAll(new RegExp(keyPart, 'g'))].map(([part]) => part.replace(/^(["'])(.*)\1$/, '$2'));
}
