// Text of strangers for Markdown that a trusted account posts: it is shown, and does nothing.

/** What changes how text around it is shown: controls, bidirectional overrides, zero-width characters, lone surrogates. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu;

/**
 * Text as a code span of a paragraph or list (in a table its `|` would end the cell). Nothing in it becomes a link, a
 * picture or markup, and the code host looks for no mention, issue or commit in code.
 *
 * @param limit the most characters (code points) that are shown.
 */
export function quoteText(text: string, limit = 200): string {
  // A backtick would end the span.
  const clean = text.replace(unseen, ' ').replace(/\s+/g, ' ').replaceAll('`', 'ˋ').trim();
  const characters = [...clean];
  const shown = characters.length > limit ? `${characters.slice(0, limit).join('')}…` : clean;
  return shown === '' ? '(empty)' : `\`${shown}\``;
}
