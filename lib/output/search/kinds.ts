// The kinds of search results, in the order of the menu. Not for browsers, because it imports the schemas of all kinds.
import { words } from '@/lib/base/words';
import { type KindName, kinds } from '@/lib/kinds/index';

export type SearchKind = 'post' | KindName;

interface SearchLabel {
  /** One of them, above a result: `Post`. */
  readonly one: string;
  /** All of them, as a choice: `Posts`. */
  readonly many: string;
  /** In the sentence about the results: `posts`. */
  readonly among: string;
}

const { post, posts, amongPosts } = words.search;

/** Each kind as it is called in the search. */
export const searchKinds: ReadonlyMap<string, SearchLabel> = new Map([
  ['post', { one: post, many: posts, among: amongPosts }],
  ...kinds
    .filter(({ isSearched }) => isSearched)
    .map(({ name, label }) => [name, { one: label.title, many: label.section, among: label.among }] as const),
]);
