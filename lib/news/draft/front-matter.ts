// Adds to the YAML of an edition without changing anything else: lines are inserted, and none is rewritten.
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Pair, parseDocument, Scalar, stringify, visit, type YAMLSeq } from 'yaml';
import { parseYaml } from '@/lib/content/yaml';
import { editionKinds, type Folder } from '@/lib/kinds/index';

/** A list of an edition: of entries, by their folder, of posts or of people to thank. */
export type ListKey = Folder | 'posts' | 'contributors';

/** The lists of an edition, in the order in which a new one has them. */
export const listKeys: readonly ListKey[] = [...editionKinds.map(({ folder }) => folder), 'posts', 'contributors'];

/** The entries of each list. */
export type Lists = Readonly<Record<ListKey, readonly string[]>>;

/** What is new, and what was removed by hand since the last run. */
export interface Additions {
  readonly added: Lists;
  /** In the form of `omit:`. */
  readonly gone: readonly string[];
}

/**
 * Decides what to add: what was gathered and is neither listed nor omitted, and was not added and removed before.
 *
 * @param lists what the edition lists so far. @param drafted what this command has added so far.
 */
export function decide(lists: Lists, drafted: Lists, omit: readonly string[], gathered: Lists): Additions {
  const same = (key: ListKey) => (a: string) => (b: string) =>
    key === 'contributors' ? a.toLowerCase() === b.toLowerCase() : a === b;
  const isOmitted = (key: ListKey, id: string) => omit.some(same(key)(id)) || omit.includes(`${key}/${id}`);
  const known = (key: ListKey, id: string) => lists[key].some(same(key)(id)) || drafted[key].some(same(key)(id));
  const gone = listKeys.flatMap((key) =>
    drafted[key]
      .filter((id) => !lists[key].some(same(key)(id)) && !isOmitted(key, id))
      .map((id) => (sharedWithOther(key, id, gathered, lists) ? `${key}/${id}` : id)),
  );
  const added = mapLists((key) => gathered[key].filter((id) => !known(key, id) && !isOmitted(key, id)));
  return { added, gone };
}

/** Whether another list has the same id, so that the id alone would omit both. */
function sharedWithOther(key: ListKey, id: string, ...all: readonly Lists[]): boolean {
  return listKeys.some((other) => other !== key && all.some((lists) => lists[other].includes(id)));
}

/** Whether there is nothing to write. */
export function isNothing({ added, gone }: Additions): boolean {
  return gone.length === 0 && listKeys.every((key) => added[key].length === 0);
}

export function mapLists(make: (key: ListKey) => readonly string[]): Lists {
  return Object.fromEntries(listKeys.map((key) => [key, make(key)])) as unknown as Lists;
}

const keptBy =
  '# Maintained by `npm run news -- draft`: what it has added. To remove something, edit the lists above, not this one.';

/**
 * Adds to the YAML of an edition.
 *
 * @param yaml the lines between the two `---`, with LF between them.
 * @throws {Error} if the YAML has a form that cannot be extended without changing something else.
 */
export function addToFrontMatter(yaml: string, { added, gone }: Additions): string {
  const changes = [
    ...listKeys.map((key) => [[key], added[key]] as const),
    [['omit'], gone] as const,
    ...listKeys.map((key) => [['drafted', key], added[key]] as const),
  ].filter(([, values]) => values.length > 0);
  const text = changes.reduce((before, [path, values]) => appendTo(before, path, values), yaml);

  const expected = structuredClone(dataOf(yaml));
  for (const [[key, inner], values] of changes) {
    let map = expected;
    if (inner !== undefined) map = expected[key] = { ...(expected[key] as typeof expected) };
    map[inner ?? key] = [...((map[inner ?? key] ?? []) as string[]), ...values];
  }
  if (!isDeepStrictEqual(dataOf(text), expected)) throw new Error('the lists in the front matter cannot be parsed');
  return text;
}

function dataOf(yaml: string): Record<string, unknown> {
  const located = parseYaml(yaml, 2);
  if (Array.isArray(located)) throw new Error('entries cannot be added to the front matter');
  return located.data;
}

/** Appends values to one list, which is created if it is missing. */
function appendTo(text: string, path: readonly string[], values: readonly string[]): string {
  const document = parseDocument(text, { schema: 'core', version: '1.2' });
  const node = document.getIn(path, true);
  const inFlow = values.map(flowScalar);
  if (isSeq(node) && node.items.length > 0) {
    const end = endOf(node);
    if (node.flow) return insert(text, end, inFlow.map((value) => `, ${value}`).join(''));
    const start = node.range?.[0] ?? 0;
    const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
    return insert(text, lineEnd(text, end), values.map((value) => `\n${indent}- ${blockScalar(value)}`).join(''));
  }
  if (isSeq(node)) return insert(text, (node.range?.[0] ?? 0) + 1, inFlow.join(', '));
  const [key = '', inner] = path;
  if (inner !== undefined) {
    const parent = document.get(key, true);
    const line = `  ${inner}: [${inFlow.join(', ')}]`;
    const last = isMap(parent) ? (parent.items.at(-1)?.value as YAMLSeq | undefined) : undefined;
    if (last?.range) return insert(text, lineEnd(text, last.range[1]), `\n${line}`);
    return `${text}\n${keptBy}\n${key}:\n${line}`;
  }
  const lines = values.map((value) => `\n  - ${blockScalar(value)}`).join('');
  const pair = isMap(document.contents)
    ? (document.contents.items as Pair[]).find((each) => isScalar(each.key) && each.key.value === key)
    : undefined;
  if (pair) {
    // A key without a value: the list goes below its line, and an explicit null is removed.
    const range = isScalar(pair.value) ? pair.value.range : undefined;
    const keyEnd = (pair.key as Scalar).range?.[1] ?? 0;
    const cleared = range && range[1] > range[0] ? text.slice(0, range[0]).trimEnd() + text.slice(range[1]) : text;
    return insert(cleared, lineEnd(cleared, keyEnd), lines);
  }
  // New keys go to the end, but before `drafted:` and the comment above it.
  const found = document.has('drafted') ? /^(?:#[^\n]*\n)*drafted:/m.exec(text) : null;
  const at = found?.index ?? text.length;
  return at === text.length ? `${text}\n${key}:${lines}` : insert(text, at, `${key}:${lines}\n`);
}

function endOf(list: YAMLSeq): number {
  const last = list.items.at(-1) as { range?: readonly number[] } | undefined;
  return last?.range?.[1] ?? list.range?.[1] ?? 0;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function insert(text: string, at: number, addition: string): string {
  return text.slice(0, at) + addition + text.slice(at);
}

/** A text as an entry of a block list. */
function blockScalar(value: string): string {
  return stringify(value, { lineWidth: 0 }).trim();
}

/** A text as an entry between brackets. */
function flowScalar(value: string): string {
  const plain = /^[\p{L}/][\p{L}\p{N} ._/-]*$/u.test(value) && blockScalar(value) === value;
  return plain ? value : JSON.stringify(value);
}

/**
 * The front matter of a template with its texts filled in.
 *
 * @param yaml as above. @param fill fills in one text; gets its 1-based line in `yaml`.
 */
export function fillFrontMatter(yaml: string, fill: (text: string, line: number) => string): string {
  const scalars: Scalar[] = [];
  const document = parseDocument(yaml, { schema: 'core', version: '1.2' });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.value.includes('{{')) scalars.push(node);
    },
  });
  let text = yaml;
  for (const node of scalars.reverse()) {
    const [start = 0, end = 0] = node.range ?? [];
    const value = new Scalar(fill(node.value as string, text.slice(0, start).split('\n').length));
    text = text.slice(0, start) + stringify(value, { lineWidth: 0 }).trim() + text.slice(end);
  }
  return text;
}
