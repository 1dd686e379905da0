// Finds footnotes and reference links without a definition, whose brackets are shown, and footnotes that are never used.
import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';
import { type Diagnostic, type Place, warning } from '@/lib/base/diagnostic';
import { shortened } from '@/lib/base/english';
import { nearest } from '@/lib/base/nearest';
import { type Format, reportFor } from '@/lib/mdx/body';
import { placeOf } from '@/lib/mdx/places';
import type { TextBlock } from '@/lib/mdx/text-blocks';
import { walkMarkdown } from '@/lib/mdx/walk';

/** What a body defines. Names are in lower case. */
export interface Definitions {
  readonly footnotes: readonly FootnoteDefinition[];
  readonly links: readonly Definition[];
}

/** Collects the definitions of a body. */
export function definitionsOf(tree: Root): Definitions {
  const footnotes: FootnoteDefinition[] = [];
  const links: Definition[] = [];
  walkMarkdown(tree, (node) => {
    if (node.type === 'footnoteDefinition') footnotes.push(node);
    else if (node.type === 'definition') links.push(node);
  });
  return { footnotes, links };
}

/** Footnotes whose text is not shown: those that nothing refers to, and a second one of the same name. */
export function checkFootnotes(tree: Root, { footnotes }: Definitions, format: Format): Diagnostic[] {
  if (footnotes.length === 0) return [];
  const byName = new Map<string, FootnoteDefinition>();
  const later = footnotes.filter((footnote) => {
    if (!byName.has(footnote.identifier)) byName.set(footnote.identifier, footnote);
    return byName.get(footnote.identifier) !== footnote;
  });
  const shown = new Set<FootnoteDefinition>();
  const waiting: Nodes[] = [tree];
  for (let from = waiting.pop(); from; from = waiting.pop()) {
    walkMarkdown(from, (node) => {
      // A footnote is shown where something that is shown refers to it.
      if (node.type === 'footnoteDefinition' && node !== from) return 'skip';
      const footnote = node.type === 'footnoteReference' ? byName.get(node.identifier) : undefined;
      if (footnote && !shown.has(footnote)) waiting.push(footnote);
      if (footnote) shown.add(footnote);
      return undefined;
    });
  }
  const report = reportFor(format);
  const names = [...byName.keys()];
  return [
    ...[...byName.values()].flatMap((footnote) => {
      if (shown.has(footnote)) return [];
      const name = `[^${footnote.label ?? footnote.identifier}]`;
      const message = `nothing refers to the footnote ${name}, so its text is not shown`;
      return [report('footnote/unused', message, `write ${name} where it belongs, or remove it`, placeOf(footnote))];
    }),
    ...later.map((footnote) => {
      const name = `[^${footnote.label ?? footnote.identifier}]`;
      const message = `there are two footnotes ${name}, and only the first is shown`;
      const fix = `give this one another name, such as [^${unusedName(footnote.identifier, names)}]`;
      return report('footnote/twice', message, fix, placeOf(footnote));
    }),
  ];
}

function unusedName(name: string, names: readonly string[]): string {
  for (let number = 2; ; number += 1) if (!names.includes(`${name}-${number}`)) return `${name}-${number}`;
}

/** `[^name]` in text. */
const footnoteName = /\[\^([^[\]\n]{1,200})\](:?)/g;

/** `[text][name]`, `[text][]` and `![text][name]`. The text may have brackets of its own. */
const linkByName = /(!?)\[((?:[^[\]]|\[[^[\]]{0,200}\]){1,500})\]\[([^[\]]{0,200})\]/g;

/** Names in the text of a block that are not defined. @param placeAt looks up an offset of the body. */
export function checkNames(
  { text, source, start }: TextBlock,
  definitions: Definitions,
  placeAt: (offset: number) => Place,
): Diagnostic[] {
  if (!text.includes('[')) return [];
  const found: Diagnostic[] = [];
  for (const { index, 1: name = '', 2: colon } of text.matchAll(footnoteName)) {
    const isLineStart = /(?:^|\n)[ \t>]*$/.test(text.slice(Math.max(0, index - 20), index));
    found.push(undefinedFootnote(name, colon === ':' && isLineStart, definitions, placeAt(start + index)));
  }
  for (const { index, 0: written, 1: sign, 2: inner = '', 3: name = '' } of text.matchAll(linkByName)) {
    if (isProse(text[index - 1], inner, name)) continue;
    const shown = source.slice(index, index + written.length);
    const label = name === '' ? inner : name;
    found.push(undefinedLink(shown, label, sign === '!', definitions, placeAt(start + index)));
  }
  return found;
}

/** What looks like a link by name and is not meant as one: `cell[i][j]`, `[1][2]`, `[ ][ ]`, and the name of a footnote. */
function isProse(before: string | undefined, inner: string, name: string): boolean {
  const isIndex = before !== undefined && /[\w)\]]/.test(before);
  const isBlank = inner.trim() === '' || (name !== '' && name.trim() === '');
  const isNumbers = /^\d+$/.test(inner) && /^\d*$/.test(name);
  return isIndex || isBlank || isNumbers || inner.startsWith('^') || name.startsWith('^');
}

function undefinedFootnote(name: string, isDefinition: boolean, { footnotes }: Definitions, place: Place): Diagnostic {
  const written = `[^${name}]`;
  if (/\s/.test(name)) {
    const message = `${written} is shown as plain text, because the name of a footnote cannot contain spaces`;
    return warning('footnote/undefined', message, `write [^${name.trim().replace(/\s+/g, '-')}]`, place);
  }
  if (isDefinition) {
    const message = `"${written}:" is part of the paragraph above, not a footnote`;
    return warning('footnote/undefined', message, 'put a blank line before it, and do not indent it', place);
  }
  const near = nearest(name, footnotes.map(({ identifier }) => identifier).slice(0, 200));
  const message = `there is no footnote ${written}, so its brackets are shown`;
  const fix = `add a line "${written}: text", or write \\${written} to show the brackets`;
  return warning('footnote/undefined', message, near ? insteadOf(`^${name}`, `^${near}`) : fix, place);
}

function undefinedLink(
  written: string,
  label: string,
  isPicture: boolean,
  { links }: Definitions,
  place: Place,
): Diagnostic {
  const near = nearest(label, links.map(({ identifier }) => identifier).slice(0, 200));
  const shown = shortened(label);
  const message = `[${shown}] is not defined, so ${shortened(written)} is shown as plain text`;
  const example = isPicture ? 'image.png' : 'https://…';
  const fix = `add a line "[${shown}]: ${example}", or write \\[ for a literal bracket`;
  return warning('link/undefined', message, near ? insteadOf(label, near) : fix, place);
}

/** What to write for a name that is nearly the name of a definition. The text of a shortcode has only its own definitions. */
function insteadOf(name: string, near: string): string {
  if (near.toLowerCase() !== name.toLowerCase()) return `did you mean [${near}]?`;
  return `write the line "[${name}]: …" within the same shortcode`;
}
