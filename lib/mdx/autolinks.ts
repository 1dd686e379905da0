// Autolinks of GitHub's Markdown: a URL in text ends before punctuation, in all scripts.
import type { Link, Root, RootContent, Text } from 'mdast';
import { walkMarkdown } from '@/lib/mdx/walk';

/** Punctuation after which no space is written, so that an address without one ends before it. */
const ending =
  '\u3000-\u3003\u3008-\u3011\u3014-\u301f\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3b\uff3d\uff5b\uff5d\uff5f-\uff65“”„«»‹›';

/** Punctuation at the end of an address belongs to the sentence (GFM, section 6.9; other scripts have their own). */
const trailing = new Set('?!.,:;*_~\'"‘’…·،؛؟۔।॥။၊។៕።፣–—');

const hasEnding = new RegExp(`[${ending}]|[‘’…·،؛؟۔।॥။၊។៕።፣–—](?=[\\s<]|$)`, 'u');
const address = new RegExp(String.raw`(?:https?:\/\/|www\.)[^\s<${ending}]+`, 'giu');

/** GFM's extended autolinks: a domain of at least two parts, the last two without underscores. */
const valid = /^(?:https?:\/\/|www\.)(?:[\p{L}\p{M}\p{N}_-]+\.)*[\p{L}\p{M}\p{N}-]+\.[\p{L}\p{M}\p{N}-]+(?:[:/?#]|$)/iu;

/** Cuts the addresses in text before punctuation that the parser does not know. @param text that was parsed. */
export function cutAutolinks(tree: Root, text: string): void {
  // Nearly no text has any.
  if (!hasEnding.test(text) || !/https?:\/\/|www\./i.test(text)) return;
  walkMarkdown(tree, (node, index, parent) => {
    if (node.type !== 'link' || !parent || index === undefined) return undefined;
    const [only] = node.children;
    // In <…> the address is what the author wrote, and the text begins after the bracket.
    const isBare = only?.type === 'text' && only.position?.start.offset === node.position?.start.offset;
    if (!isBare || !hasEnding.test(only.value)) return undefined;
    (parent.children as RootContent[]).splice(index, 1, ...split(only));
    return 'skip';
  });
}

function split(whole: Text): (Link | Text)[] {
  const parts: (Link | Text)[] = [];
  let from = 0;
  const add = (end: number, make: (text: Text) => Link | Text) => {
    if (end > from) parts.push(make(part(whole, from, end)));
    from = end;
  };
  for (const { index, 0: found } of whole.value.matchAll(address)) {
    const kept = trimmed(found);
    if (!valid.test(kept)) continue;
    add(index, (text) => text);
    add(index + kept.length, (text) => {
      const url = /^www/i.test(kept) ? `http://${kept}` : kept;
      return { type: 'link', url, title: null, children: [text], position: text.position };
    });
  }
  add(whole.value.length, (text) => text);
  return parts;
}

/** Without punctuation and entities at the end, and without brackets that close none of the address. */
function trimmed(found: string): string {
  let tooMany = found.split(')').length - found.split('(').length;
  let end = found.length;
  for (let last = found[end - 1]; last !== undefined; last = found[end - 1]) {
    if (trailing.has(last)) end -= /&[a-z0-9]+;$/i.exec(found.slice(Math.max(0, end - 32), end))?.[0].length ?? 1;
    else if (last === ')' && tooMany > 0) end -= 1;
    else break;
    if (last === ')') tooMany -= 1;
  }
  return found.slice(0, end);
}

/** A part of a text on one line. */
function part({ value, position }: Text, from: number, end: number): Text {
  const text: Text = { type: 'text', value: value.slice(from, end) };
  if (!position) return text;
  const at = (index: number) => ({
    line: position.start.line,
    column: position.start.column + index,
    offset: (position.start.offset ?? 0) + index,
  });
  return { ...text, position: { start: at(from), end: end === value.length ? position.end : at(end) } };
}
