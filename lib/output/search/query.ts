// A search query, to an address and back, and the message about its results. It runs in browsers.

/** What readers can choose among: the name of each kind, and what many of it are called. `post`, `Posts`. */
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

/** The text above the results, which screen readers also announce. */
export function outcomeText(query: SearchQuery, found: number, choices: SearchChoices): string {
  const { words, kind, year } = query;
  const what = words ? ` for “${words}”` : '';
  const among = [kind && `among ${(choices.get(kind) ?? kind).toLowerCase()}`, year && `in ${year}`]
    .filter(Boolean)
    .join(' ');
  const where = among && ` ${among}`;
  if (found > 0) return `${found} ${found === 1 ? 'result' : 'results'}${what}${where}.`;
  const hint = where ? 'Remove a filter' : 'Try another word, or part of one';
  return `No results${what}${where}. ${hint}, or browse the archive below.`;
}
