// Pagefind's excerpts, read as text: the site makes no markup of text in the browser.

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
 */
export function splitExcerpt(html: string): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let isHit = false;
  for (const piece of html.split(/(<\/?mark>)/)) {
    if (piece === '<mark>' || piece === '</mark>') isHit = piece === '<mark>';
    else if (piece) parts.push({ text: piece.replace(/&lt;/g, '<').replace(/&gt;/g, '>'), isHit });
  }
  return parts;
}
