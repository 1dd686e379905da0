// What is being searched for, in the address and back, and what readers are told of the outcome.
import { type SearchKind, searchKinds } from '@/lib/output/search/kinds';

/** What somebody looks for. */
export interface SearchQuery {
  /** As typed, without spaces around it. */
  readonly words: string;
  readonly kind: SearchKind | '';
  /** `2022`, or empty for any. */
  readonly year: string;
}

/** Reads a query from an address's parameters. What means nothing is left out. */
export function readQuery(search: string): SearchQuery {
  const given = new URLSearchParams(search);
  const kind = given.get('kind') ?? '';
  const year = given.get('year') ?? '';
  return {
    words: (given.get('q') ?? '').trim(),
    kind: Object.hasOwn(searchKinds, kind) ? (kind as SearchKind) : '',
    year: /^\d{4}$/.test(year) ? year : '',
  };
}

/** Writes a query as an address has it: `?q=helm&kind=post`, empty where nothing is asked. */
export function writeQuery({ words, kind, year }: SearchQuery): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: words, kind, year })) if (value) params.set(name, value);
  return params.size > 0 ? `?${params}` : '';
}

/** Whether nothing is asked. */
export function isEmpty({ words, kind, year }: SearchQuery): boolean {
  return !words && !kind && !year;
}

/** What a screen reader says of the outcome, and others see above it. */
export function outcomeText(query: SearchQuery, found: number): string {
  const { words, kind, year } = query;
  const what = words ? ` for “${words}”` : '';
  const among = [kind && `among ${searchKinds[kind].many.toLowerCase()}`, year && `in ${year}`]
    .filter(Boolean)
    .join(' ');
  const where = among && ` ${among}`;
  if (found > 0) return `${found} ${found === 1 ? 'result' : 'results'}${what}${where}.`;
  const hint = where ? 'Take a filter away' : 'Try another word, or a part of it';
  return `Nothing was found${what}${where}. ${hint}, or look through the archive below.`;
}
