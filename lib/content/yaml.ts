// YAML to data that remembers its places: YAML 1.2 core schema, unique keys, and none of the features that surprise.
import { isAlias, isCollection, isMap, isScalar, LineCounter, type Node, parseDocument, Schema, visit } from 'yaml';
import { type Diagnostic, error, type Place } from '@/lib/base/diagnostic';
import { findHiddenCharacters } from '@/lib/content/hidden-characters';

/** Made once: for each file anew, it would take a fifth of the time of reading. */
const coreSchema = new Schema({ schema: 'core', merge: false, resolveKnownTags: true });

/** Data whose parts can be found again in the text they came from. */
export interface LocatedData {
  readonly data: Record<string, unknown>;
  /** The place of a value, or of the nearest thing around it that exists. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** The place of a key of a mapping. */
  placeOfKey(path: readonly PropertyKey[], key: string): Place;
  /** The place of the first occurrence of a text within a value as it is written, or else of the value. */
  placeOfText(path: readonly PropertyKey[], text: string): Place;
  /** The text of a scalar exactly as it was written, without quotes: `1.10`, where the value is 1.1. */
  sourceOf(path: readonly PropertyKey[]): string | undefined;
}

/**
 * Reads one YAML mapping.
 *
 * @param text the YAML.
 * @param firstLine the 1-based line of the file on which `text` begins.
 * @returns the data, or every fault.
 */
export function parseYaml(text: string, firstLine: number): LocatedData | Diagnostic[] {
  const tooMuch = findTooMuch(text, firstLine);
  if (tooMuch) return [tooMuch];
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: coreSchema,
    strict: true,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const errorAt = (offset: number, code: string, message: string, fix: string) =>
    error(code, message, fix, placeAt(offset));

  const faults = [...document.errors, ...document.warnings].map(({ pos, message, code }) =>
    errorAt(pos[0], 'yaml/invalid', plain(message), remedy(code)),
  );
  const refused = new Set(document.warnings.concat(document.errors as never[]).map(({ pos }) => pos[0]));
  visit(document, (_, node) => {
    const [tagged] = ((isScalar(node) || isCollection(node)) && node.tag && node.range) || [];
    // The parser tells of tags that it does not know; those that it knows change what a value is.
    if (tagged !== undefined && !hasTagFault(refused, text, tagged)) {
      faults.push(errorAt(tagged, 'yaml/tag', 'tags (!!binary) are not allowed', 'remove the tag'));
    }
    if (isAlias(node)) {
      faults.push(
        errorAt(node.range?.[0] ?? 0, 'yaml/alias', 'aliases (*name) are not allowed', 'write the value out'),
      );
    } else if (isScalar(node) && node.type === 'QUOTE_DOUBLE' && typeof node.value === 'string') {
      const [start = 0, end = 0] = node.range ?? [];
      const [hidden] = text.slice(start, end).includes('\\')
        ? findHiddenCharacters(node.value.replaceAll('\r', ' '))
        : [];
      // What stands in the file as it is, `lib/check/texts.ts` reports; here it is what an escape stands for.
      if (hidden && findHiddenCharacters(text.slice(start, end)).length === 0) {
        faults.push(errorAt(start, hidden.code, `${hidden.message}, as an escape`, 'remove the escape'));
      }
    } else if (isMap(node)) {
      for (const { key } of node.items) {
        const offset = (key as Node | null)?.range?.[0] ?? 0;
        if (!isScalar(key) || typeof key.value !== 'string') {
          faults.push(errorAt(offset, 'yaml/key', 'a key must be a word', 'put the key in quotes'));
        } else if (key.value === '__proto__' || key.value === '<<') {
          faults.push(errorAt(offset, 'yaml/key', `the key "${key.value}" is not allowed`, 'remove it'));
        }
      }
    }
  });
  if (faults.length > 0) return faults;
  const root = document.contents;
  if (root !== null && !isMap(root)) {
    return [
      errorAt(
        root.range?.[0] ?? 0,
        'yaml/root',
        'this is not a list of "key: value" lines',
        'write one "key: value" a line',
      ),
    ];
  }

  const placeOf = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = nodeAt(path.slice(0, length));
      if (node?.range) return placeAt(node.range[0]);
    }
    return { line: firstLine, column: 1 };
  };
  const nodeAt = (path: readonly PropertyKey[]): Node | undefined => document.getIn(path, true) as Node | undefined;
  return {
    data: (document.toJS({ maxAliasCount: 0 }) ?? {}) as Record<string, unknown>,
    placeOf,
    placeOfKey(path, key) {
      const map = path.length === 0 ? root : nodeAt(path);
      const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
      const range = (pair?.key as Node | undefined)?.range;
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

/** Whether the parser has told of a tag that stands before a value. */
function hasTagFault(refused: ReadonlySet<number>, text: string, value: number): boolean {
  return [...refused].some((offset) => offset <= value && text.slice(offset, value).trimStart().startsWith('!'));
}

/** The most that YAML may hold: its keys are each held against all others, so the time grows with the square. Characters. */
const longest = 64 * 1024;

/** The most that brackets or dashes may stand in one another: the parser calls itself for each. */
const deepest = 100;

function findTooMuch(text: string, line: number): Diagnostic | undefined {
  if (text.length > longest) {
    const message = `this has ${Math.ceil(text.length / 1024)} kB of fields, and ${longest / 1024} kB are the most`;
    return error('yaml/size', message, 'write what is text into the body of a post', { line });
  }
  let depth = 0;
  let open = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open = Math.max(0, open + (bracket === '[' || bracket === '{' ? 1 : -1));
    depth = Math.max(depth, open);
  }
  for (const [dashes] of text.matchAll(/(?:[-?] +){2,}/g)) depth = Math.max(depth, dashes.match(/[-?]/g)?.length ?? 0);
  if (depth <= deepest) return undefined;
  const message = `brackets or lists stand more than ${deepest} deep in one another`;
  return error('yaml/depth', message, 'write it flatter, or put text with brackets in quotes', { line });
}

function plain(message: string): string {
  return message.replace(/\s+/g, ' ').trim();
}

// What to do about the mistakes that people make most.
function remedy(code: string): string {
  const remedies: Record<string, string> = {
    DUPLICATE_KEY: 'keep one of the two',
    TAB_AS_INDENT: 'indent with spaces',
    BAD_INDENT: 'line the keys up with each other',
    MISSING_CHAR: 'close the quote or the bracket',
    TAG_RESOLVE_FAILED: 'remove the tag',
    BLOCK_AS_IMPLICIT_KEY: 'put the value in quotes: it contains a colon',
    UNEXPECTED_TOKEN: 'put the value in quotes',
  };
  return remedies[code] ?? 'write it as YAML, with text that holds special characters in quotes';
}
