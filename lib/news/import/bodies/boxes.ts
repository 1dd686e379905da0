// Boxes of other generators, `:::note`, `!!! note`, `??? note` and `=== "Tab"`, as GitHub's alerts or as our shortcodes.
import { type MaskOptions, maskCode } from '@/lib/news/import/bodies/code';
import type { Draft, Edit } from '@/lib/news/import/bodies/draft';

type Tone = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/** The kinds of box of all generators, by ours that is nearest. */
const tones: Readonly<Record<string, Tone>> = {
  ...Object.fromEntries(
    'note info abstract summary tldr question help faq example quote cite seealso todo secondary'
      .split(' ')
      .map((each) => [each, 'note']),
  ),
  ...Object.fromEntries('tip hint success check done'.split(' ').map((each) => [each, 'tip'])),
  important: 'important',
  ...Object.fromEntries('warning warn attention'.split(' ').map((each) => [each, 'warning'])),
  ...Object.fromEntries(
    'caution danger error failure fail missing bug alert'.split(' ').map((each) => [each, 'caution']),
  ),
} as Record<string, Tone>;

/** Whether boxes of this kind are known. */
export function isBoxKind(kind: string): boolean {
  return Object.hasOwn(tones, kind.toLowerCase());
}

/** The tags around the text of a box. @param title by default the kind, where ours has another name. */
export function boxTags(kind: string, title?: string): { open: string; close: string } {
  const name = kind.toLowerCase();
  const tone = tones[name] ?? 'note';
  const shown = title ?? (name === tone || name === 'warn' ? '' : name.charAt(0).toUpperCase() + name.slice(1));
  const isNamed = shown.trim() !== '' && shown.trim().toLowerCase() !== tone;
  const heading = isNamed ? ` title="${toArgument(shown)}"` : '';
  const color = tone === 'note' ? '' : ` color="${tone === 'caution' ? 'danger' : tone}"`;
  return { open: `{{% alert${heading}${color} %}}`, close: '{{% /alert %}}' };
}

/** A text as an argument of a shortcode in double quotes, without marks of Markdown. */
export function toArgument(text: string): string {
  const plain = text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]+|(?<!\w)_+|_+(?!\w)/g, '');
  return plain.replace(/\s+/g, ' ').trim().replace(/["\\]/g, '\\$&');
}

/** The marker of GitHub's alert for a box, `[!NOTE]`; undefined for one with a title of its own. */
function alertMarker(kind: string, title: string | undefined): string | undefined {
  const { open } = boxTags(kind, title);
  return open.includes('title=') ? undefined : `[!${(tones[kind.toLowerCase()] ?? 'note').toUpperCase()}]`;
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** As it is shown where code is masked. */
  readonly shown: string;
  readonly text: string;
}

function linesOf(text: string, shown: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const end = start + line.length;
    const result = { start, end, shown: shown.slice(start, end), text: line };
    start = end + 1;
    return result;
  });
}

/** How often boxes are looked for, each time those inside the ones before. */
const deepest = 12;

/** Repeats a step on the text until it changes nothing: first the outer blocks, then those inside. */
function repeatStep(draft: Draft, mask: MaskOptions, step: (lines: Line[]) => Edit[]): void {
  for (let round = 0; round < deepest; round += 1) {
    const edits = step(linesOf(draft.text, maskCode(draft.text, mask)));
    if (edits.length === 0) return;
    draft.edit(edits);
  }
}

const opening =
  /^([ \t>]*)(:{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*(?:\[(.*)\]|((?!\{)[^\s].*?))?[ \t]*(?:\{[^}]*\})?[ \t]*$/;
const closing = /^[ \t>]*(:{3,})[ \t]*$/;

/** Blocks of PyMdown, `/// note | Title`, as boxes between colons. Others, such as captions, stay. */
export function putSlashBoxes(draft: Draft): void {
  if (!/^[ \t]*\/\/\//m.test(draft.text)) return;
  const shown = maskCode(draft.text, { indented: true });
  const open: boolean[] = [];
  const pattern =
    /^([ \t]*)(\/{3,})(?:[ \t]+([a-z][\w-]*)(?:[ \t]*\|[ \t]*(.*?))?)?[ \t]*((?:\n[ \t]+[\w-]+:[^\n]*)*)$/gm;
  draft.replace(shown, pattern, ([, indent = '', slashes = '', kind, title = '', options = '']) => {
    const colons = ':'.repeat(slashes.length);
    if (kind === undefined) return open.pop() ? `${indent}${colons}${options}` : undefined;
    const isBox = isBoxKind(kind) || kind === 'admonition' || kind === 'details';
    open.push(isBox);
    if (!isBox) return undefined;
    const type = kind === 'admonition' ? (/type:[ \t]*(\w+)/.exec(options)?.[1] ?? 'note') : kind;
    return `${indent}${colons}${type}${title === '' ? '' : `[${title}]`}`;
  });
  putColonBoxes(draft);
}

/** Callouts of Obsidian and of Hugo, `> [!info]- Title`: those that GitHub does not have, and those with a title. */
export function putCallouts(draft: Draft): void {
  if (!draft.text.includes('[!')) return;
  const shown = maskCode(draft.text, { indented: true });
  const done = draft.replace(shown, /^((?:[ \t]*>)+[ \t]*)\[!([a-z]+)\]([+-]?)[ \t]*([^\n]*)$/gim, (match) => {
    const [, prefix = '', kind = '', fold, title = ''] = match;
    if (!isBoxKind(kind)) return undefined;
    const tone = tones[kind.toLowerCase()] ?? 'note';
    if (tone === kind.toLowerCase() && title === '' && fold === '') return undefined;
    const label =
      title || (tone === kind.toLowerCase() ? '' : kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase());
    return `${prefix}[!${tone.toUpperCase()}]${label === '' ? '' : `\n${prefix}**${label.trim()}**\n${prefix.trimEnd()}`}`;
  });
  draft.count('boxes', done);
}

/** Boxes between lines of colons, as Docusaurus, Starlight and VitePress have them. */
export function putColonBoxes(draft: Draft): void {
  if (!draft.text.includes(':::')) return;
  const reported = new Set<number>();
  repeatStep(draft, {}, (lines) => {
    const edits: Edit[] = [];
    const open: { at: number; colons: number; match: RegExpExecArray }[] = [];
    for (const [at, line] of lines.entries()) {
      const colons = closing.exec(line.shown)?.[1]?.length;
      const match = colons === undefined ? opening.exec(line.shown) : null;
      if (match) open.push({ at, colons: match[2]?.length ?? 3, match });
      if (colons === undefined) continue;
      let top = open.findLastIndex((each) => each.colons === colons);
      if (top < 0) top = open.findLastIndex((each) => each.colons < colons);
      const opened = open[top];
      if (!opened) continue;
      open.length = top;
      if (top > 0) continue;
      edits.push(...closeBox(draft, lines, opened.at, at, reported));
    }
    return edits;
  });
}

function closeBox(draft: Draft, lines: readonly Line[], first: number, last: number, reported: Set<number>): Edit[] {
  const [start, end] = [lines[first], lines[last]];
  if (!start || !end) return [];
  const [, prefix = '', , kind = '', bracketed, plain] = opening.exec(start.text) ?? [];
  const title = bracketed ?? plain;
  const inner = lines.slice(first + 1, last);
  if (kind.toLowerCase() === 'details') {
    draft.count('boxes');
    const summary = toArgument(title ?? 'Details');
    return [
      replaceLine(start, `${prefix}{{% details summary="${summary}" %}}`),
      replaceLine(end, `${prefix}{{% /details %}}`),
    ];
  }
  if (!isBoxKind(kind)) {
    const at = draft.lineAt(start.start);
    if (!reported.has(at)) {
      reported.add(at);
      draft.report(
        'import/box',
        start.start,
        `boxes of the kind "${kind}" are not supported, so only the text is kept`,
        'check how it is shown',
      );
    }
    const bold = title ? `${prefix}**${title}**` : prefix.trimEnd();
    return [replaceLine(start, bold), replaceLine(end, prefix.trimEnd())];
  }
  draft.count('boxes');
  return boxEdits({ kind, title, prefix, start, end, inner });
}

function boxEdits(box: {
  kind: string;
  title: string | undefined;
  prefix: string;
  start: Line;
  end: Line;
  inner: readonly Line[];
}): Edit[] {
  const { kind, title, prefix, start, end, inner } = box;
  const marker = alertMarker(kind, title);
  const isPlain = inner.every(({ shown }) => !/^[ \t>]*(?::{3,}|[!?]{3}\+?[ \t]|===[ \t])/.test(shown));
  const isAligned = inner.every(({ text }) => text.trim() === '' || text.startsWith(prefix));
  if (marker === undefined || !isPlain || !isAligned || inner.every(({ text }) => text.trim() === '')) {
    const { open, close } = boxTags(kind, title);
    return [replaceLine(start, `${prefix}${open}`), replaceLine(end, `${prefix}${close}`)];
  }
  const kept = trimBlank(inner);
  const quoted = kept.map((line) => {
    const text = line.text.slice(prefix.length);
    return replaceLine(line, `${prefix}>${text === '' ? '' : ` ${text}`}`);
  });
  const blank = inner.filter((line) => !kept.includes(line)).map(removeLine);
  // What follows without an empty line would go on with the quote.
  return [replaceLine(start, `${prefix}> ${marker}`), ...blank, ...quoted, replaceLine(end, prefix.trimEnd())];
}

function trimBlank(lines: readonly Line[]): readonly Line[] {
  const isText = ({ text }: Line) => text.trim() !== '';
  return lines.slice(lines.findIndex(isText), lines.findLastIndex(isText) + 1);
}

function replaceLine({ start, end }: Line, text: string): Edit {
  return { start, end, text };
}

function removeLine({ start, end }: Line): Edit {
  return { start, end: end + 1, text: '' };
}

const admonition = /^([ \t>]*)(!!!|\?\?\?\+?)[ \t]+([A-Za-z][\w -]*?)(?:[ \t]+(["'])(.*)\4)?[ \t]*$/;
const tab = /^([ \t>]*)===[!+]?[ \t]+(["'])(.+)\2[ \t]*$/;

/** Boxes whose text is indented by four spaces, as Python-Markdown and Material for MkDocs have them, and their tabs. */
export function putIndentedBoxes(draft: Draft): void {
  if (!/^[ \t>]*(?:!!!|\?\?\?|===[!+]?[ \t])/m.test(draft.text)) return;
  repeatStep(draft, { indented: true }, (lines) => {
    const edits: Edit[] = [];
    for (let at = 0; at < lines.length; ) {
      const line = lines[at] as Line;
      const match = admonition.exec(line.text) ?? tab.exec(line.text);
      // What is inside another box is indented, which looks like code until that box is done.
      if (!match || line.shown !== line.text) {
        at += 1;
        continue;
      }
      const end = endOfIndented(lines, at, match[1] ?? '');
      const isTab = match.length < 5;
      const lastOfTabs = isTab && !isTabAfter(lines, end, match[1] ?? '');
      const firstOfTabs = isTab && !isTabBefore(edits, line);
      edits.push(...indentedEdits(draft, lines.slice(at, end), match, { firstOfTabs, lastOfTabs }));
      at = end;
    }
    return edits;
  });
}

/** The line after the last one that is indented below a line. */
function endOfIndented(lines: readonly Line[], at: number, prefix: string): number {
  let end = at + 1;
  for (let next = at + 1; next < lines.length; next += 1) {
    const { text } = lines[next] as Line;
    if (text.trim() === '') continue;
    if (!text.startsWith(prefix) || !/^(?: {4}|\t)/.test(text.slice(prefix.length))) break;
    end = next + 1;
  }
  return end;
}

function isTabAfter(lines: readonly Line[], end: number, prefix: string): boolean {
  const next = lines.slice(end).find(({ text }) => text.trim() !== '');
  return next !== undefined && tab.exec(next.text)?.[1] === prefix;
}

const tabEnd = '{{% /tab %}}';

/** Whether the tab before ended right before this line. */
function isTabBefore(edits: readonly Edit[], { start }: Line): boolean {
  const last = edits.at(-1);
  return last !== undefined && last.end <= start && last.text.endsWith(tabEnd);
}

function indentedEdits(
  draft: Draft,
  [start, ...inner]: Line[],
  match: RegExpExecArray,
  { firstOfTabs, lastOfTabs }: { firstOfTabs: boolean; lastOfTabs: boolean },
): Edit[] {
  if (!start) return [];
  const prefix = match[1] ?? '';
  const dedented = inner.map((line) => {
    const text = line.text.startsWith(prefix) ? line.text.slice(prefix.length).replace(/^(?: {4}|\t)/, '') : '';
    return { ...line, text: line.text.trim() === '' ? prefix.trimEnd() : prefix + text };
  });
  const last = inner.at(-1) ?? start;
  const wrap = (open: string, close: string): Edit[] => [
    replaceLine(start, `${prefix}${open}`),
    ...dedented.map((line) => replaceLine(line, line.text)),
    { start: last.end, end: last.end, text: `\n${prefix}${close}` },
  ];
  if (match.length < 5) {
    draft.count('tabs');
    const open = `${firstOfTabs ? `{{< tabpane >}}\n${prefix}` : ''}{{% tab header="${toArgument(match[3] ?? '')}" %}}`;
    return wrap(open, lastOfTabs ? `${tabEnd}\n${prefix}{{< /tabpane >}}` : tabEnd);
  }
  const [, , marks = '', words = '', , written] = match;
  const title = written?.replace(/\\(["'\\])/g, '$1');
  const kind = words.split(/\s+/)[0] ?? '';
  draft.count('boxes');
  if (marks.startsWith('?')) {
    const summary = toArgument(title ?? kind.charAt(0).toUpperCase() + kind.slice(1));
    return wrap(`{{% details summary="${summary}"${marks.endsWith('+') ? ' open="true"' : ''} %}}`, '{{% /details %}}');
  }
  const shownTitle = title ?? (isBoxKind(kind) ? undefined : kind.charAt(0).toUpperCase() + kind.slice(1));
  const marker = alertMarker(kind, shownTitle);
  const isPlain = dedented.every(({ text }) => !/^[ \t>]*(?::{3,}|[!?]{3}\+?[ \t]|===[ \t])/.test(text));
  if (marker === undefined || !isPlain || dedented.length === 0) {
    const { open, close } = boxTags(kind, shownTitle);
    return wrap(open, close);
  }
  const kept = trimBlank(dedented);
  const quoted = kept.map((line) => {
    const text = line.text.slice(prefix.length);
    return replaceLine(line, `${prefix}>${text === '' ? '' : ` ${text}`}`);
  });
  const blank = dedented.filter((line) => !kept.includes(line)).map(removeLine);
  const end = inner.at(-1)?.end ?? start.end;
  return [
    replaceLine(start, `${prefix}> ${marker}`),
    ...blank,
    ...quoted,
    { start: end, end, text: `\n${prefix.trimEnd()}` },
  ];
}
