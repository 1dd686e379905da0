// The entries that a text in MDX places one by one, found without parsing it: whoever reads a post's front matter needs them.
import { inCapitals } from '@/lib/base/english';
import { countedKinds, type Folder } from '@/lib/kinds/index';

/** An entry that a text places. */
export interface PlacedEntry {
  readonly folder: Folder;
  readonly id: string;
}

/** The folders of the entries that components place: by `Event`, `events`. */
const folders: ReadonlyMap<string, Folder> = new Map(
  countedKinds.flatMap(({ name, folder, components }) => (components.one ? [[inCapitals(name), folder]] : [])),
);

/** A fence and whether it may open a block; an escaped character; backticks; a component. */
const tokens = new RegExp(
  [
    '(?<fence>^(?:[ \\t>]|[-*+][ \\t]|\\d{1,9}[.)][ \\t])*(?<marks>`{3,}(?=[^`\\n]*$)|~{3,}))',
    '(?<code>\\\\.|`+)',
    `<(?<name>${[...folders.keys()].join('|')})(?<attributes>\\s[^<>]{0,500})>`,
  ].join('|'),
  'gm',
);

/** What most texts do not have. */
const anyTag = new RegExp(`<(?:${[...folders.keys()].join('|')})\\s`);

const idAttribute = /(?<=\s)id\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/**
 * The entries that a body places by id, in order, each once. Code is left out. It takes one pass whatever the text is, unlike
 * parsing it, which the check does in a process of its own; where the two differ, the check reports it (`edition/not-named`).
 */
export function findPlacedEntries(body: string): PlacedEntry[] {
  if (!anyTag.test(body)) return [];
  const found = new Map<string, PlacedEntry>();
  const closing = new ClosingBackticks(body);
  tokens.lastIndex = 0;
  for (let match = tokens.exec(body); match; match = tokens.exec(body)) {
    const { marks, code, name = '', attributes = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    if (marks) tokens.lastIndex = endOfFence(body, marks, end);
    else if (code?.startsWith('`')) tokens.lastIndex = closing.after(code.length, end) ?? end;
    const folder = folders.get(name);
    const id = idAttribute.exec(attributes)?.slice(1).join('');
    if (folder && id) found.set(`${folder}/${id}`, { folder, id });
  }
  return [...found.values()];
}

/** Where a fenced block ends: after its closing fence, or with the text (CommonMark 0.31, section 4.5). */
function endOfFence(body: string, marks: string, from: number): number {
  const closing = new RegExp(`^[ \\t>]*\\${marks[0]}{${marks.length},}[ \\t]*$`, 'gm');
  closing.lastIndex = from;
  const match = closing.exec(body);
  return match ? match.index + match[0].length : body.length;
}

/** Finds the ends of inline code: the next run of as many backticks in the same paragraph (section 6.1). */
class ClosingBackticks {
  readonly #body: string;
  /** Where runs of a length end, the last first. */
  #runs: Map<number, number[]> | undefined;
  #paragraphEnd = 0;

  constructor(body: string) {
    this.#body = body;
  }

  /** @returns where inline code ends that opens before `from` with a run of a length; undefined if it is no code. */
  after(length: number, from: number): number | undefined {
    if (from > this.#paragraphEnd) {
      const blank = this.#body.slice(from).search(/\n[ \t>]*\n/);
      this.#paragraphEnd = blank < 0 ? this.#body.length : from + blank;
    }
    const ends = this.#runsOf(length);
    while ((ends.at(-1) ?? Number.POSITIVE_INFINITY) <= from) ends.pop();
    const end = ends.at(-1);
    return end !== undefined && end <= this.#paragraphEnd ? end : undefined;
  }

  #runsOf(length: number): number[] {
    if (!this.#runs) {
      this.#runs = new Map();
      for (const { 0: run, index } of this.#body.matchAll(/`+/g)) {
        const ends = this.#runs.get(run.length) ?? [];
        ends.push(index + run.length);
        this.#runs.set(run.length, ends);
      }
      for (const ends of this.#runs.values()) ends.reverse();
    }
    return this.#runs.get(length) ?? [];
  }
}
