// Everything that readers can search, from the same lists as the pages, so that nothing hidden can be found.
import { compare } from '@/lib/base/compare';
import { toDateTime, toDay } from '@/lib/base/dates';
import { toUrl } from '@/lib/base/urls';
import { entriesOf } from '@/lib/content/community';
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { type EntryKind, kinds } from '@/lib/kinds/index';
import type { EntryBase, Lookup } from '@/lib/kinds/kind';
import { toPlainText } from '@/lib/mdx/markdown';
import { type SearchEntry, wordLanguage } from '@/lib/output/search/indexed-page';
import { site } from '@/lib/site';

/** An entry with its text: the path of its own page, or the text itself for an entry of a list. */
export type SearchSource = SearchEntry & ({ readonly path: string } | { readonly text: string });

/**
 * The newest first, and entries without a date last.
 *
 * @param instant the current time, for the next dates of events.
 */
export function toSearchSources({ community, lookup, posts }: Content, instant: Date): SearchSource[] {
  const sources = [
    ...posts.map((post) => toPostSource(post, lookup)),
    ...kinds
      .filter(({ isSearched }) => isSearched)
      .flatMap((kind) =>
        entriesOf(community, kind)
          .filter((entry) => kind.hasPages || kind.isListed(entry, instant))
          .map((entry) => toEntrySource(kind, entry, { ...lookup, now: instant })),
      ),
  ];
  const dateOf = ({ date }: SearchEntry) => date?.datetime ?? '';
  return sources.sort((a, b) => compare(dateOf(b), dateOf(a)));
}

function toPostSource({ url, title, lang, date, authors, tags }: Post, lookup: Lookup): SearchSource {
  return {
    kind: 'post',
    path: url,
    url: toUrl(url),
    title,
    lang: wordLanguage(lang ?? site.lang, site.lang),
    date: { datetime: toDateTime(date), text: toDay(date) },
    years: [String(date.getUTCFullYear())],
    names: [...authors.map(({ name }) => lookup.person(name)?.name ?? name), ...tags],
  };
}

function toEntrySource(kind: EntryKind, entry: EntryBase, lookup: Lookup): SearchSource {
  const { text, about, ...found } = kind.search(entry, lookup);
  const path = kind.path(entry);
  return {
    kind: kind.name,
    url: toUrl(path),
    title: kind.title(entry, lookup),
    lang: site.lang,
    ...found,
    ...(kind.hasPages ? { path } : { text: [text, about && toPlainText(about)].filter(Boolean).join('. ') }),
  };
}
