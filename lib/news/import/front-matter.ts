// Reads the front matter of other generators as leniently as they do, so that nothing an author wrote is lost
// because of a missing quote.
import { parse as parseTomlText, TomlDate } from 'smol-toml';
import { isMap, isScalar, parseDocument, visit } from 'yaml';

/** A post's text, split. */
export interface SourceText {
  /** Keys as written. Dates and numbers such as `1.10` are texts as they are written. */
  readonly data: Record<string, unknown>;
  readonly body: string;
  /** The 1-based line on which the body begins. */
  readonly bodyLine: number;
  /** Why the front matter could be read in part only, a sentence without a full stop. */
  readonly trouble?: string;
}

/** Splits a text into front matter (YAML, TOML or JSON) and body. A text without front matter is all body. */
export function readSourceText(text: string): SourceText {
  const lines = text.split('\n');
  const first = lines[0]?.trimEnd();
  if (first === '---' || first === '+++') {
    const close = lines.findIndex((line, index) => index > 0 && isCloser(line.trimEnd(), first));
    if (close > 0) {
      const source = lines.slice(1, close).join('\n');
      const read = first === '---' ? readYaml(source) : readToml(source);
      return { ...read, body: lines.slice(close + 1).join('\n'), bodyLine: close + 2 };
    }
  }
  if (/^\{\s*(?:"|$)/.test(lines[0] ?? '')) {
    const close = lines.findIndex((line) => line.trimEnd() === '}');
    const json = close < 0 ? undefined : toRecord(lines.slice(0, close + 1).join('\n'));
    if (json) return { data: json, body: lines.slice(close + 1).join('\n'), bodyLine: close + 2 };
  }
  return { data: {}, body: text, bodyLine: 1 };
}

function isCloser(line: string, opener: string): boolean {
  return line === opener || (opener === '---' && line === '...');
}

function toRecord(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value is a mapping. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The most references to anchors that are followed: a file may be made to grow without end. */
const mostAliases = 100;

/** Reads a YAML mapping; where it is not valid, what can be read of it, line by line. */
export function readYaml(text: string): { data: Record<string, unknown>; trouble?: string } {
  try {
    const document = parseDocument(text, {
      ...{ version: '1.2', merge: true, uniqueKeys: false, strict: false, prettyErrors: false, logLevel: 'silent' },
      customTags: ['merge'],
    });
    // A version such as 1.10 is not the number 1.1.
    visit(document, {
      Scalar(_, node) {
        if (typeof node.value === 'number' && node.source !== undefined && String(node.value) !== node.source)
          node.value = node.source;
      },
    });
    if (document.errors.length === 0) {
      if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
        return { data: {} };
      const data: unknown = document.toJS({ maxAliasCount: mostAliases });
      if (isMap(document.contents) && isRecord(data)) return { data };
    }
    const [first] = document.errors;
    const reason = first?.message.split('\n')[0]?.replace(/\.?$/, '') ?? 'it is not a list of "key: value" lines';
    return { data: readLines(text), trouble: `the front matter is not valid YAML: ${reason}` };
  } catch (thrown) {
    return { data: readLines(text), trouble: `the front matter is not valid YAML: ${(thrown as Error).message}` };
  }
}

/** Top-level `key: value` lines, values as texts, and lists of `- item` lines below a key. */
function readLines(text: string): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  let last = '';
  for (const line of text.split('\n')) {
    const [, key, value = ''] = /^([A-Za-z_][\w .-]*?)\s*:(?:\s+(.*))?$/.exec(line) ?? [];
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
    if (key !== undefined && key !== '__proto__') {
      last = key;
      data[key] = unquoted(value);
    } else if (item !== undefined && last !== '') {
      const before = data[last];
      data[last] = [...(Array.isArray(before) ? before : []), unquoted(item)];
    }
  }
  return data;
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}

/** Reads TOML, dates as they are written; nothing of it where it is not valid. */
export function readToml(text: string): { data: Record<string, unknown>; trouble?: string } {
  try {
    return { data: withoutDates(parseTomlText(text)) as Record<string, unknown> };
  } catch (thrown) {
    const [, reason = ''] = (thrown as Error).message.split(': ');
    return { data: {}, trouble: `the front matter is not valid TOML: ${reason.split('\n')[0]}` };
  }
}

function withoutDates(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutDates(each)]));
}

/**
 * The value of the first of some keys that has one. Capital letters do not count, as in Hugo and Pelican; `a.b` is a key of
 * a mapping. An empty value counts as none.
 */
export function fieldOf(data: Readonly<Record<string, unknown>>, ...keys: readonly string[]): unknown {
  for (const key of keys) {
    let value: unknown = data;
    for (const part of key.split('.')) {
      const found: [string, unknown] | undefined = isRecord(value)
        ? Object.entries(value).find(([name]) => name.toLowerCase() === part.toLowerCase())
        : undefined;
      value = found?.[1];
    }
    if (!isEmpty(value)) return value;
  }
  return undefined;
}

/** As {@link fieldOf}, the first that is a text or a number, as a text on one line. */
export function textOf(data: Readonly<Record<string, unknown>>, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = fieldOf(data, key);
    if (typeof value === 'string' || typeof value === 'number') return String(value).replace(/\s+/g, ' ').trim();
  }
  return undefined;
}

/** The texts of a value that is a text or a list of texts. */
export function textsIn(value: unknown): string[] {
  return [value]
    .flat()
    .filter((each) => typeof each === 'string' || typeof each === 'number')
    .map((each) => String(each).trim())
    .filter((each) => each !== '');
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
