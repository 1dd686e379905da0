// A search query, to an address and back, and the message about its results. It runs in browsers.
import { pluralForm } from '@/lib/base/words/plural';
import type { Words } from '@/lib/base/words/words';

/** What readers can choose among: the name of each kind, and what many of it are called in a sentence. `post`, `posts`. */
export type SearchChoices = ReadonlyMap<string, string>;

/** What somebody looks for. */
export interface SearchQuery {
  /** As typed, without spaces around it. */
  readonly words: string;
  /** One of the choices, or empty for any. */
  readonly kind: string;
  /** `2022`, or empty for any. */
  readonly year: string;
}

/** Reads a query from an address's parameters. Unknown values are left out. */
export function readQuery(search: string, choices: SearchChoices): SearchQuery {
  const given = new URLSearchParams(search);
  const kind = given.get('kind') ?? '';
  const year = given.get('year') ?? '';
  return {
    words: (given.get('q') ?? '').trim(),
    kind: choices.has(kind) ? kind : '',
    year: /^\d{4}$/.test(year) ? year : '',
  };
}

/** Writes a query as an address has it: `?q=helm&kind=post`, empty where nothing is asked. */
export function writeQuery({ words, kind, year }: SearchQuery): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: words, kind, year })) if (value) params.set(name, value);
  return params.size > 0 ? `?${params}` : '';
}

/** Whether the query is empty. */
export function isEmpty({ words, kind, year }: SearchQuery): boolean {
  return !words && !kind && !year;
}

/** The words of `outcomeText`, and what of the language it needs. */
type OutcomeWords = Pick<Words['scripts'], 'results' | 'noResults' | 'fewerFilters' | 'otherWords'> &
  Pick<Words, 'locale' | 'space'>;

/** The text above the results, which screen readers also announce. */
export function outcomeText(query: SearchQuery, found: number, choices: SearchChoices, said: OutcomeWords): string {
  const { kind, year } = query;
  const parts = { ...query, kind: choices.get(kind) ?? kind, '#': found.toLocaleString(said.locale) };
  return found > 0
    ? fill(pluralForm(said.results, found, said.locale), parts)
    : fill(said.noResults, parts) + said.space + (kind || year ? said.fewerFilters : said.otherWords);
}

/** Puts parts in their places, `#` and `{words}`. What is in brackets is left out where its part is empty. */
function fill(form: string, parts: Readonly<Record<string, string>>): string {
  return form.replace(/\[([^{]*)\{(\w+)\}([^\]]*)\]|#/g, (place, before: string, name = place, after = '') =>
    parts[name] ? (before ?? '') + parts[name] + after : '',
  );
}
