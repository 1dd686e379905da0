// The Arabic article is written as part of the word: a search for `أداة`, a tool, must also find `الأداة`, the tool.

/**
 * The article with the little words that are written before it (and, so, with, as, for), where at least two letters of a
 * word follow.
 */
const article =
  /(?<![\p{L}\p{M}\p{N}])((?:[وف]\p{M}*)?(?:(?:[بك]\p{M}*)?[اٱ]\p{M}*ل\p{M}*|ل\p{M}*ل\p{M}*))(?=(?:\p{Script=Arabic}\p{M}*){2})/gu;

/** Any tag of HTML, with its attributes. */
const tag = /(<(?:"[^"]*"|'[^']*'|[^>"'])*>)/;

/**
 * Separates the article from its word in the index. Pagefind indexes both parts of a word with a hyphen in it, and the
 * whole; the word joiner before it distinguishes ours from a hyphen of the text.
 */
const seam = '\u2060-';

/** A text for the index, in which words with an article are found without it too. */
export function splitArticles(text: string): string {
  return text.replace(article, `$1${seam}`);
}

/** HTML for the index, see {@link splitArticles}; tags and their attributes stay as they are. */
export function splitArticlesOfHtml(html: string): string {
  return html
    .split(tag)
    .map((piece, index) => (index % 2 === 0 ? splitArticles(piece) : piece))
    .join('');
}

/** A text of the index as it was written. */
export function joinArticles(text: string): string {
  return text.replaceAll(seam, '');
}

/** What readers look for, without articles: so it is found in all its forms. */
export function dropArticles(words: string): string {
  return words.replace(article, '');
}
