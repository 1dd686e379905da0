// The kinds of search results, in the order of the menu. Not for browsers, because it imports the schemas of all kinds.
import { words } from '@/lib/base/words';
import { type KindName, kinds } from '@/lib/kinds/index';

export type SearchKind = 'post' | KindName;

/** Each kind as one thing is called, and as many are. */
export const searchKinds: ReadonlyMap<string, { readonly one: string; readonly many: string }> = new Map([
  ['post', { one: words.search.post, many: words.search.posts }],
  ...kinds
    .filter(({ isSearched }) => isSearched)
    .map(({ name, label }) => [name, { one: label.title, many: label.section }] as const),
]);
