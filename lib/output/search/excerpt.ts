// Parses Pagefind's excerpts to plain text, because the site never inserts markup in the browser.

/** A piece of an excerpt. */
export interface ExcerptPart {
  readonly text: string;
  /** Whether it is what was searched for. */
  readonly isHit: boolean;
}

/**
 * Splits an excerpt at its `<mark>` elements. Pagefind writes `<` and `>` of the text as entities, and no others.
 *
 * @param html `Pull it <mark>into</mark> the cluster`.
 * @param title the title above the excerpt: a section's excerpt begins with its heading, which is not repeated.
 */
export function splitExcerpt(html: string, title = ''): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let isHit = false;
  for (const piece of html.split(/(<\/?mark>)/)) {
    if (piece === '<mark>' || piece === '</mark>') isHit = piece === '<mark>';
    else if (piece) parts.push({ text: piece.replace(/&lt;/g, '<').replace(/&gt;/g, '>'), isHit });
  }
  const text = parts.map((part) => part.text).join('');
  const [head = ''] = text.startsWith(title) ? (/^[.:]?\s+/.exec(text.slice(title.length)) ?? []) : [];
  return head ? dropStart(parts, title.length + head.length) : parts;
}

function dropStart(parts: readonly ExcerptPart[], letters: number): ExcerptPart[] {
  let left = letters;
  return parts.flatMap(({ text, isHit }) => {
    const rest = text.slice(left);
    left = Math.max(0, left - text.length);
    return rest ? [{ text: rest, isHit }] : [];
  });
}
