// Removes what the check would reject in a converted body: unknown shortcodes, and ids of the page itself.

import type { Diagnostic } from '@/lib/base/diagnostic';
import { globMatcher } from '@/lib/base/glob';
import { findCostlyText } from '@/lib/mdx/costly-text';
import { inspectBody } from '@/lib/mdx/inspect';
import { needsEnd } from '@/lib/mdx/shortcode-specs';
import { findShortcodes, type Piece, type Shortcode } from '@/lib/mdx/shortcodes';
import { maskCode } from '@/lib/news/import/bodies/code';
import type { Draft, Edit } from '@/lib/news/import/bodies/draft';

/** Keeps as text what would be an error. @param names of the files next to the post. */
export function settle(draft: Draft, names: readonly string[]): void {
  closeLoneTags(draft);
  if (findCostlyText(draft.text).length > 0) encodeLongAddresses(draft);
  // What is text now may have hidden what is inside it.
  for (let round = 0; round < 3; round += 1) {
    const { inspection } = inspectBody(draft.text, 'md', {});
    const starts = [0, ...Array.from(draft.text.matchAll(/\n/g), ({ index }) => index + 1)];
    const offsetOf = ({ line, column }: { line: number; column: number }) => (starts[line - 1] ?? 0) + column - 1;
    const errors = inspection.diagnostics.filter(({ severity }) => severity === 'error');
    const wrong = new Map(
      errors.filter(({ code }) => code.startsWith('shortcode/')).map((each) => [offsetOf(each), each.message]),
    );
    for (const match of inspection.matches) {
      if (names.some(globMatcher(match.pattern))) continue;
      wrong.set(offsetOf(match), `no image next to the post matches "${match.pattern}"`);
    }
    const edits = [...escapeShortcodesAt(draft, wrong), ...dropIds(draft, errors, starts)];
    if (edits.length === 0) return;
    draft.edit(edits);
  }
}

/** Marks of emphasis in long addresses cost the parser as much as those in text. Encoded, they mean the same (RFC 3986, 2.3). */
function encodeLongAddresses(draft: Draft): void {
  const shown = maskCode(draft.text, { indented: true });
  const edits = [...shown.matchAll(/https?:\/\/[^\s<>()"\ufdd7]{200,}/g)].flatMap(({ 0: address, index: start }) => {
    const text = address.replace(/[*_~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    return findCostlyText(text).length === 0 ? [{ start, end: start + address.length, text }] : [];
  });
  draft.edit(edits);
  draft.count('long addresses', edits.length);
}

function piecesOf(text: string): Shortcode[] {
  const all: Shortcode[] = [];
  const walk = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) {
      if ('shown' in piece) continue;
      all.push(piece);
      walk(piece.children);
    }
  };
  walk(findShortcodes(text, needsEnd).pieces);
  return all;
}

/** `{{< card title="x" >}}` of themes whose cards need no end. */
function closeLoneTags(draft: Draft): void {
  if (!/\{\{[<%]/.test(draft.text)) return;
  const lone = piecesOf(draft.text).filter(
    ({ name, inner, end }) => needsEnd(name) && !inner && draft.text[end - 4] !== '/',
  );
  draft.edit(lone.map(({ end }) => ({ start: end - 3, end: end - 3, text: '/' })));
}

/** Shows shortcodes as they are written; what is between their tags stays. */
function escapeShortcodesAt(draft: Draft, wrong: ReadonlyMap<number, string>): Edit[] {
  if (wrong.size === 0) return [];
  const toShown = (start: number, end: number): Edit => {
    const written = draft.text.slice(start, end);
    return { start, end, text: `${written.slice(0, 3)}/*${written.slice(3, -3)}*/${written.slice(-3)}` };
  };
  return piecesOf(draft.text).flatMap(({ start, end, inner }) => {
    const message = wrong.get(start);
    if (message === undefined) return [];
    const line = draft.lineAt(start);
    const isReported = draft.problems.some((each) => each.code === 'import/template' && each.line === line);
    if (!isReported)
      draft.report('import/template', start, `${message}: it is kept as text`, 'write what it showed, or remove it');
    return inner ? [toShown(start, inner.start), toShown(inner.end, end)] : [toShown(start, end)];
  });
}

/** Ids that the page itself uses. */
function dropIds(draft: Draft, errors: readonly Diagnostic[], starts: readonly number[]): Edit[] {
  return errors.flatMap(({ code, message, line }) => {
    const id = code === 'html/page-id' ? /"([^"]+)"/.exec(message)?.[1] : undefined;
    if (id === undefined) return [];
    const from = starts[line - 1] ?? 0;
    const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const pattern = new RegExp(`\\s*\\{#${escaped}\\}|\\s(?:id|name)=["']?${escaped}["']?(?=[\\s>/])`, 'g');
    pattern.lastIndex = from;
    const match = pattern.exec(draft.text);
    return match ? [{ start: match.index, end: match.index + match[0].length, text: '' }] : [];
  });
}
