// A page for the search index: its text, the filters, and what readers see of a result.
import { escapeHtml } from '@/lib/base/html';
import { splitArticles, splitArticlesOfHtml } from '@/lib/output/search/arabic-article';
import { type SearchKind, searchKinds } from '@/lib/output/search/kinds';

/** Something that can be found. */
export interface SearchEntry {
  readonly kind: SearchKind;
  /** Where it is, ready for a page: below the sub-path, encoded; with a fragment where it is a part of a page. */
  readonly url: string;
  readonly title: string;
  /** The language of its words, see {@link wordLanguage}. */
  readonly lang: string;
  /** When it was, as machines read it (`2022-03-01`, `2022-03`) and as people do. */
  readonly date?: { readonly datetime: string; readonly text: string } | undefined;
  /** The years that it is found under. */
  readonly years: readonly string[];
  /** Names by which it is also found: of authors and speakers, of places, of projects. */
  readonly names: readonly string[];
}

/** Parts of a page that are not its own content. */
export const notIndexed: readonly string[] = [
  ...['h1', 'nav', 'form', 'svg', 'aside', '.label', '.byline', '.anchor', '.no-print', '.age', '.toc', '.leaf'],
  ...['.action', '.mentions', '.plain-facts', '.facts-list', '.neighbours', '.past-mark', '[aria-hidden="true"]'],
];

/**
 * The language whose rules split a text into words and reduce them to their stems. Chinese, Japanese and Thai are written without
 * spaces and need an index of their own. All others share that of the site: what readers type is reduced to stems once, as the
 * site's language has it, and would not meet the stems of another.
 *
 * @param lang the language of a text (BCP 47).
 */
export function wordLanguage(lang: string, siteLang: string): string {
  const [, unspaced] = /^(zh|ja|th)\b/i.exec(lang) ?? [];
  return unspaced?.toLowerCase() ?? siteLang;
}

/**
 * The page as the indexer reads it. What readers see of it goes through `joinArticles` first.
 *
 * @param html the content of the page's `<main>`, or any HTML of ours.
 */
export function toIndexedPage(entry: SearchEntry, html: string): string {
  const { kind, title, lang, date, years, names } = entry;
  const facts = [
    fact('meta', 'title', splitArticles(title)),
    fact('meta', 'kind', searchKinds.get(kind)?.one ?? kind),
    fact('filter', 'kind', kind),
    ...years.map((year) => fact('filter', 'year', year)),
    ...(date ? [fact('meta', 'date', date.text), fact('meta', 'datetime', date.datetime)] : []),
    ...(names.length > 0 ? [fact('meta', 'names', splitArticles(names.join(', ')))] : []),
    // What has no date comes last where the newest comes first.
    fact('sort', 'date', date?.datetime ?? '0'),
  ];
  return `<!DOCTYPE html><html lang="${escapeHtml(lang)}"><body data-pagefind-body>${facts.join('')}${splitArticlesOfHtml(html)}</body></html>`;
}

/** The content of a page's `<main>`; undefined where it has none. */
export function mainOf(html: string): string | undefined {
  return /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1];
}

function fact(what: 'meta' | 'filter' | 'sort', name: string, value: string): string {
  return `<meta data-pagefind-${what}="${name}[content]" content="${escapeHtml(value)}">`;
}
