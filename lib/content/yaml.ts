// Parses YAML to data with source places: YAML 1.2 core schema, unique keys, and no surprising features.
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  Schema,
  visit,
} from 'yaml';
import { type Diagnostic, error, type Place } from '@/lib/base/diagnostic';
import { findHiddenCharacters } from '@/lib/content/hidden-characters';
import { type Comment, commentsIn, signBefore } from '@/lib/content/yaml-comments';

/** Made once, because making it takes a fifth of the time of reading a file. */
const coreSchema = new Schema({ schema: 'core', merge: false, resolveKnownTags: true });

/** Data whose parts can be found again in the text they came from. */
export interface LocatedData {
  readonly data: Record<string, unknown>;
  /** The place of a value, or of the nearest thing around it that exists. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** The place of a key of a mapping. */
  placeOfKey(path: readonly PropertyKey[], key: string): Place;
  /** The place of the first occurrence of a text in the source of a value, or else of the value. */
  placeOfText(path: readonly PropertyKey[], text: string): Place;
  /** The text of a scalar exactly as it was written, without quotes: `1.10`, where the value is 1.1. */
  sourceOf(path: readonly PropertyKey[]): string | undefined;
  /** Comments that may be the end of a value. */
  readonly comments: readonly Comment[];
}

/** A parsed document, and where its nodes are. */
interface Located {
  readonly text: string;
  readonly document: Document.Parsed;
  /** The place of a character, in the file. */
  readonly placeAt: (offset: number) => Place;
}

/**
 * Reads one YAML mapping.
 *
 * @param text the YAML.
 * @param firstLine the 1-based line of the file on which `text` begins.
 * @param options with `mayHaveAliases`, a text, number or date may be repeated by an alias (`*name`).
 * @returns the data, or all that is wrong.
 */
export function parseYaml(
  text: string,
  firstLine: number,
  { mayHaveAliases = false } = {},
): LocatedData | Diagnostic[] {
  const tooMuch = findTooMuch(text, firstLine);
  if (tooMuch) return [tooMuch];
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    ...{ version: '1.2', schema: coreSchema, strict: true, uniqueKeys: false },
    ...{ prettyErrors: false, logLevel: 'error', lineCounter },
  });
  const located: Located = {
    text,
    document,
    placeAt(offset) {
      const { line, col } = lineCounter.linePos(offset);
      return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
    },
  };
  const problems = [...explainErrors(located), ...findRefused(located, mayHaveAliases)];
  if (problems.length > 0) return problems.slice(0, mostProblems);
  const root = document.contents;
  if (root !== null && !isMap(root)) {
    const place = located.placeAt(root.range[0]);
    return [error('yaml/root', 'this is not a list of "key: value" lines', 'write one "key: value" per line', place)];
  }
  return toLocatedData(located, firstLine);
}

/** What the parser reports. */
function explainErrors({ text, document, placeAt }: Located): Diagnostic[] {
  const [first] = document.errors;
  const sign = first && signBefore(text, first.pos[0]);
  if (sign !== undefined) {
    const message = 'the text after this "#" is a comment, and the rest is not valid YAML';
    // Whatever else is reported follows from that.
    return [error('yaml/invalid', message, 'put the text that contains "#" in quotes', placeAt(sign))];
  }
  return [...document.errors, ...document.warnings].map(({ pos, message, code }) => {
    const fix = remedies[code] ?? 'write it as YAML, with quotes around text that has special characters';
    return error('yaml/invalid', message.replace(/\s+/g, ' ').trim(), fix, placeAt(pos[0]));
  });
}

/** What YAML has and content may not: tags, aliases, keys that are not words or are there twice, hidden characters as escapes. */
function findRefused({ text, document, placeAt }: Located, mayHaveAliases: boolean): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const refuse = (offset: number, code: string, message: string, fix: string) =>
    problems.push(error(code, message, fix, placeAt(offset)));
  const reported = [...document.warnings, ...document.errors].map(({ pos }) => pos[0]);
  visit(document, (_, node) => {
    const [start = 0, end = 0] = (isNode(node) && node.range) || [];
    const tagged = (isScalar(node) || isCollection(node)) && node.tag && node.range;
    // The parser reports tags that it does not know; those that it knows change what a value is.
    if (tagged && !reported.some((at) => at <= start && text.slice(at, start).trimStart().startsWith('!'))) {
      refuse(start, 'yaml/tag', 'tags (!!binary) are not allowed', 'remove the tag');
    }
    if (isAlias(node) && !(mayHaveAliases && isScalar(node.resolve(document))))
      refuse(start, 'yaml/alias', 'aliases (*name) are not allowed', 'write the value out');
    if (isScalar(node) && node.type === 'QUOTE_DOUBLE' && typeof node.value === 'string') {
      const written = text.slice(start, end);
      const [hidden] = written.includes('\\') ? findHiddenCharacters(node.value.replaceAll('\r', ' ')) : [];
      // Characters that are in the file as they are, `lib/check/texts.ts` reports.
      if (hidden && findHiddenCharacters(written).length === 0) {
        refuse(start, hidden.code, `${hidden.message}, written as an escape`, 'remove the escape');
      }
    }
    const keys = new Set<string>();
    for (const { key } of isMap(node) ? node.items : []) {
      const [offset = 0] = (isNode(key) && key.range) || [];
      if (!isScalar(key) || typeof key.value !== 'string') {
        refuse(offset, 'yaml/key', 'a key must be text', 'put the key in quotes');
      } else if (key.value === '__proto__' || key.value === '<<') {
        refuse(offset, 'yaml/key', `the key "${key.value}" is not allowed`, 'remove it');
      } else if (keys.has(key.value)) {
        refuse(offset, 'yaml/invalid', `the key "${key.value}" is given twice`, 'keep one of the two');
      } else keys.add(key.value);
    }
  });
  return problems;
}

function toLocatedData({ text, document, placeAt }: Located, firstLine: number): LocatedData {
  const nodeAt = (path: readonly PropertyKey[]) => document.getIn(path, true) as Node | undefined;
  const placeOf = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = nodeAt(path.slice(0, length));
      if (node?.range) return placeAt(node.range[0]);
    }
    return { line: firstLine, column: 1 };
  };
  return {
    data: (document.toJS({ maxAliasCount: 1_000 }) ?? {}) as Record<string, unknown>,
    comments: commentsIn(document, text, placeAt),
    placeOf,
    placeOfKey(path, key) {
      const map = path.length === 0 ? document.contents : nodeAt(path);
      const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
      const range = isNode(pair?.key) ? pair.key.range : undefined;
      return range ? placeAt(range[0]) : placeOf(path);
    },
    placeOfText(path, wanted) {
      const range = nodeAt(path)?.range;
      const index = range && wanted !== '' ? text.slice(range[0], range[1]).indexOf(wanted) : -1;
      return range && index >= 0 ? placeAt(range[0] + index) : placeOf(path);
    },
    sourceOf(path) {
      const node = nodeAt(path);
      return isScalar(node) ? node.source : undefined;
    },
  };
}

/** How many problems are reported of one text: those that follow often come from the first. */
const mostProblems = 100;

/** The longest YAML. Characters. */
const longestFields = 64 * 1024;

/** How deep brackets or dashes may be nested: the parser calls itself for each. */
const deepest = 100;

/** @param format the first half of the code: `yaml` or `toml`. */
export function findTooLong(text: string, format: string, line: number): Diagnostic | undefined {
  if (text.length <= longestFields) return undefined;
  const message = `the fields of this file are ${Math.ceil(text.length / 1024)} kB; the limit is ${longestFields / 1024} kB`;
  return error(`${format}/size`, message, 'move long text into the body of a post', { line });
}

function findTooMuch(text: string, line: number): Diagnostic | undefined {
  const tooLong = findTooLong(text, 'yaml', line);
  if (tooLong) return tooLong;
  let depth = 0;
  let open = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open = Math.max(0, open + (bracket === '[' || bracket === '{' ? 1 : -1));
    depth = Math.max(depth, open);
  }
  for (const [dashes] of text.matchAll(/(?:[-?] +){2,}/g)) depth = Math.max(depth, dashes.match(/[-?]/g)?.length ?? 0);
  if (depth <= deepest) return undefined;
  const message = `brackets or lists are nested more than ${deepest} deep`;
  return error('yaml/depth', message, 'use fewer levels, or put text with brackets in quotes', { line });
}

/** What to do about the most common mistakes, by the parser's codes. */
const remedies: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  BAD_INDENT: 'align the keys with each other',
  MISSING_CHAR: 'close the quote or the bracket',
  TAG_RESOLVE_FAILED: 'remove the tag',
  BLOCK_AS_IMPLICIT_KEY: 'put the value in quotes: it contains a colon',
  UNEXPECTED_TOKEN: 'put the value in quotes',
};
