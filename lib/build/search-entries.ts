// Everything that readers can search for, from the same lists that pages are made of: nothing hidden can be among it.

import { type DayOrMonth, toDateTime, toDay, toDayOrMonth } from '@/lib/base/dates';
import { adopterAnchor, ecosystemAnchor, eventPath, releasePath, toUrl } from '@/lib/base/urls';
import { type Content, findPerson } from '@/lib/content/content';
import { mainOccurrence } from '@/lib/kinds/event/event';
import { toPlainText } from '@/lib/mdx/markdown';
import { type SearchEntry, wordLanguage } from '@/lib/output/search/indexed-page';
import { site } from '@/lib/site';

/** An entry with where its text is: a page of its own, or a text where it is a part of a list. */
export type SearchSource = SearchEntry & ({ readonly path: string } | { readonly text: string });

/**
 * The newest first, and last what has no date.
 *
 * @param instant the clock's now, for the next times of events.
 */
export function toSearchSources(content: Content, instant: Date): SearchSource[] {
  const { community, byId, posts } = content;
  const nameOf = (name: string) => findPerson(content, name)?.name ?? name;
  const projectName = (id: string) => byId.projects.get(id)?.name ?? id;
  const { lang } = site;
  const sources = [
    ...posts.map((post) => ({
      kind: 'post' as const,
      path: post.url,
      url: toUrl(post.url),
      title: post.title,
      lang: wordLanguage(post.lang ?? lang, lang),
      date: { datetime: toDateTime(post.date), text: toDay(post.date) },
      years: [String(post.date.getUTCFullYear())],
      names: [...post.authors.map(nameOf), ...post.tags],
    })),
    ...community.events.map((event) => {
      // The day as clocks show it where the event takes place.
      const datetime = mainOccurrence(event, instant).localStart.slice(0, 10);
      const text = toDay(new Date(`${datetime}T00:00:00Z`));
      return {
        kind: 'event' as const,
        path: eventPath(event.id),
        url: toUrl(eventPath(event.id)),
        title: event.title,
        lang,
        date: { datetime, text },
        years: [...new Set([event.start.slice(0, 4), datetime.slice(0, 4)])],
        names: [...(event.speakers ?? []).map(({ name }) => nameOf(name)), ...(event.location ? [event.location] : [])],
      };
    }),
    ...community.releases.map(({ project, version, date }) => ({
      kind: 'release' as const,
      path: releasePath(project, version),
      url: toUrl(releasePath(project, version)),
      title: `${projectName(project)} ${version}`,
      lang,
      ...dated(date),
      names: [],
    })),
    ...community.adopters.map(({ id, name, about = '', kind = '', projects, joined }) => ({
      kind: 'adopter' as const,
      url: `${toUrl('/adopters/')}#${adopterAnchor(id)}`,
      title: name,
      lang,
      ...dated(joined),
      names: [],
      text: [about, kind, `Uses ${projects.map(projectName).join(', ')}.`].filter(Boolean).join(' '),
    })),
    ...community.ecosystem.map(({ id, name, about, kind, joined }) => ({
      kind: 'ecosystem' as const,
      url: `${toUrl('/ecosystem/')}#${ecosystemAnchor(id)}`,
      title: name,
      lang,
      ...dated(joined),
      names: [kind],
      text: toPlainText(about),
    })),
  ];
  const dateOf = ({ date }: SearchEntry) => date?.datetime ?? '';
  return sources.sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0));
}

function dated(date: DayOrMonth | undefined): Pick<SearchEntry, 'date' | 'years'> {
  if (!date) return { years: [] };
  return { date: { datetime: date.text, text: toDayOrMonth(date) }, years: [date.text.slice(0, 4)] };
}
