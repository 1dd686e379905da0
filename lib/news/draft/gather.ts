// What belongs in a month's edition: chosen from the entries by their dates, always in the same order.
import { type DayOrMonth, isDayOrMonth, parseDayOrMonth } from '@/lib/base/dates';
import { covers, type Span } from '@/lib/base/month';
import { entriesOf } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import { editionKinds } from '@/lib/kinds/index';

/** The facts of a month. */
export type MonthFacts = ReturnType<typeof gatherMonth>;

/** The entries of one kind in an edition. */
export type GatheredEntries = MonthFacts['entries'][number];

/**
 * Chooses what belongs to a span of days.
 *
 * @param addedOn the day on which the file of an entry was added to the repository, by path below the content folder;
 *   used for entries that do not say when they joined.
 */
export function gatherMonth(
  { community, posts }: Pick<LoadedContent, 'community' | 'posts'>,
  span: Span,
  addedOn: ReadonlyMap<string, string>,
) {
  return {
    /** Of every kind, in the order of editions. */
    entries: gatherEntries(community, span, (file) => parseAdded(addedOn.get(file))),
    /** Newest last. */
    posts: posts
      .filter(({ date, draft, coverage }) => {
        const day = date.toISOString().slice(0, 10);
        return !draft && coverage.period === undefined && span.since <= day && day <= span.until;
      })
      .reverse(),
    contributors: community.contributors
      .filter(({ id }) => covers(span, { text: id, start: new Date(0), precision: 'month' }))
      .flatMap(({ people }) => people)
      .map(({ name, first }) => ({ name, first: first ?? false }))
      .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index),
  };
}

/** Files of entries that do not say when they joined, so that only the history of the repository can. */
export function findUndated({ community }: Pick<LoadedContent, 'community'>, span: Span): string[] {
  const undated: string[] = [];
  gatherEntries(community, span, (file) => void undated.push(file));
  return undated;
}

function gatherEntries(
  community: LoadedContent['community'],
  span: Span,
  addedOn: (file: string) => DayOrMonth | undefined,
) {
  const order = new Map(community.projects.map(({ id }, index) => [id, index]));
  const projectRank = (id: string) => order.get(id) ?? order.size;
  return editionKinds.map((kind) => {
    const [past, upcoming] = kind.gather(entriesOf(community, kind), { span, projectRank, addedOn });
    return { kind, /** Upcoming ones last. */ all: [...past, ...upcoming], past, upcoming };
  });
}

function parseAdded(day: string | undefined): DayOrMonth | undefined {
  const date = day === undefined ? undefined : parseDayOrMonth(day);
  return isDayOrMonth(date) ? date : undefined;
}
