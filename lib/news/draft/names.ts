// The names that the template of an edition may use, with their values for one month.
import { now } from '@/lib/base/clock';
import { monthName, toMonth } from '@/lib/base/dates';
import { englishMonth } from '@/lib/base/english';
import type { Span } from '@/lib/base/month';
import { asTitle, formatList, pluralInWords, withoutStop, words } from '@/lib/base/words';
import { type Community, lookupIn } from '@/lib/content/community';
import type { Post } from '@/lib/content/posts';
import { allKinds, type EntryKind, editionKinds } from '@/lib/kinds/index';
import type { Lookup } from '@/lib/kinds/kind';
import { toPlainText } from '@/lib/mdx/markdown';
import type { GatheredEntries, MonthFacts } from '@/lib/news/draft/gather';
import type { Names } from '@/lib/news/draft/template';

/**
 * The names of a month.
 *
 * @param date the day of publication.
 * @param previous the previous edition, if there is one.
 */
export function toNames(
  facts: MonthFacts,
  span: Span,
  community: Community,
  date: string,
  previous: Post | undefined,
): Names {
  const lookup = lookupIn(community, now());
  const { entries, posts, contributors } = facts;
  const [year = '', month = ''] = span.period.split('-');
  const name = toMonth(new Date(`${span.period}-01T00:00:00Z`));
  const summary = summarise(facts, lookup) || words.draft.whatHappened(name);
  const newcomers = contributors.filter(({ first }) => first);
  return {
    ...Object.assign({}, ...[...withoutSection, ...entries].map((gathered) => namesOfKind(gathered, lookup, span))),
    month: name,
    monthName: monthName(Number(month)),
    // For addresses: English in every language.
    monthSlug: englishMonth(Number(month)).toLowerCase(),
    year,
    date,
    headline: headlineOf(facts, lookup) ?? withoutStop(summary),
    summary,
    previous: previous ? 'yes' : '',
    previousTitle: previous?.kicker ?? previous?.title ?? '',
    previousUrl: previous?.url ?? '',
    joined: entries.some(({ kind, all }) => kind.joins && all.length > 0) ? 'yes' : '',
    posts: posts.map(({ title, url }) => ({ title, url })),
    postCount: asTitle(pluralInWords(words.post.count, posts.length)),
    contributors: contributors.map((person) => ({ name: person.name })),
    contributorCount: asTitle(pluralInWords(words.edition.contributors, contributors.length)),
    firstTimers: formatList(newcomers.map((person) => person.name)),
    facts: community.facts.length > 0 ? 'yes' : '',
  };
}

/** Nothing of the kinds whose sections the site does not have, so that a template may name them. */
const withoutSection: readonly GatheredEntries[] = allKinds
  .filter((kind) => !editionKinds.includes(kind))
  .map((kind) => ({ kind, all: [], past: [], upcoming: [] }));

/** The most notable news of the month, as a headline. */
function headlineOf({ entries }: MonthFacts, lookup: Lookup): string | undefined {
  const proposed = entries.map(({ kind, all }) => kind.draftHeadline?.(all, lookup, toPlainText));
  return proposed.find((headline) => headline !== undefined);
}

/** The lists of a kind, `jobs`, and how many there are, `jobCount`. */
function namesOfKind({ kind, all, past, upcoming }: GatheredEntries, lookup: Lookup, span: Span): Names {
  const lists = Object.entries(kind.draftLists?.(past, upcoming) ?? { [nameIn(kind.folder)]: all });
  const named = lists.map(([name, list]) => [name, list.map((entry) => kind.draftNames(entry, lookup, span))]);
  return { ...Object.fromEntries(named), [`${nameIn(kind.name)}Count`]: asTitle(countOf(kind, all.length)) };
}

/** A name of a kind as templates write it: `case-studies` becomes `caseStudies`. */
function nameIn(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function countOf({ label }: EntryKind, count: number): string {
  return pluralInWords(label.gathered ?? label.counted ?? label.number, count);
}

/** One sentence of counts, for lists and cards; empty if there is nothing to count. */
function summarise({ entries, posts }: MonthFacts, lookup: Lookup): string {
  const parts = entries
    .filter(({ all }) => all.length > 0)
    .flatMap(({ kind, all }) => kind.draftSummary?.(all, lookup) ?? [countOf(kind, all.length)]);
  if (posts.length > 0) parts.push(pluralInWords(words.post.count, posts.length));
  return parts.length > 0 ? words.sentence(asTitle(formatList(parts))) : '';
}
