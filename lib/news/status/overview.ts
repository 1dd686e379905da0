// The state of the site: what is published, scheduled and drafted, what is missing, and what has become due.
import { compare } from '@/lib/base/compare';
import { monthAfter } from '@/lib/base/month';
import { entriesOf } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { hiddenReason, isListed, publicFrom } from '@/lib/content/visibility';
import { type Event, isOver } from '@/lib/kinds/event/event';
import { endedSeries } from '@/lib/kinds/event/recurring';
import { byFolder, type EntryKind } from '@/lib/kinds/index';

export type Overview = ReturnType<typeof toOverview>;

/** Kinds of event that are usually recorded. */
const recorded = new Set<Event['kind']>(['talk', 'webinar', 'workshop']);

/** The state of the site, with whole lists. */
export function toOverview({ posts, community }: LoadedContent, now: Date) {
  const stateOf = (post: Post) => hiddenReason(post, now) ?? 'published';
  const byState = (state: string) => posts.filter((post) => stateOf(post) === state);
  const names = new Set(
    [...posts.flatMap(({ authors, coverage }) => [...authors.map(({ name }) => name), ...coverage.contributors])]
      .concat(community.events.flatMap(({ speakers = [] }) => speakers.map(({ name }) => name)))
      .concat(community.links.flatMap(({ by = [] }) => by))
      .map((name) => name.toLowerCase()),
  );
  const unusedOf = (kind: EntryKind): string[] => {
    const used = new Set(posts.flatMap(({ coverage }) => coverage[kind.folder]));
    return entriesOf(community, kind)
      .filter((entry) => !used.has(entry.id) && !kind.usedBy?.(entry).some((name) => names.has(name.toLowerCase())))
      .map(({ id }) => id);
  };
  return {
    /** Newest first. */
    published: byState('published'),
    /** Soonest first. */
    scheduled: byState('scheduled').sort((a, b) => publicFrom(a).getTime() - publicFrom(b).getTime()),
    drafts: byState('draft'),
    /** Past months without an edition, since the first that has one. */
    missing: missingMonths(posts, now),
    /** Ids of entries that no post names, by the folder of their kind. */
    unused: byFolder(unusedOf),
    /** Past events of the kinds that are usually recorded, without a recording. Newest first. */
    unrecorded: community.events
      .filter(({ kind, status, recording }) => recorded.has(kind) && status !== 'cancelled' && !recording)
      .filter((event) => isOver(event, now))
      .sort((a, b) => compare(b.start, a.start)),
    /** Series that have ended in the last three months, the latest first. */
    endedSeries: endedSeries(community.events, now),
  };
}

function missingMonths(posts: readonly Post[], now: Date): string[] {
  const have = new Set(posts.flatMap(({ coverage }) => coverage.period ?? []));
  const [first] = [...have].sort();
  if (first === undefined) return [];
  const current = now.toISOString().slice(0, 7);
  const missing: string[] = [];
  for (let month = first; month < current; month = monthAfter(month)) {
    if (!have.has(month)) missing.push(month);
  }
  return missing;
}

/** Months as ranges: `2022-03, 2022-05 to 2022-08`. */
export function toRuns(months: readonly string[]): string {
  const runs: [string, string][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last && monthAfter(last[1]) === month) last[1] = month;
    else runs.push([month, month]);
  }
  return runs.map(([from, to]) => (from === to ? from : `${from} to ${to}`)).join(', ');
}

/**
 * Finds what has become due. A post dated exactly `since` was public then, and one dated exactly `now` is public now: so
 * successive runs miss nothing and find nothing twice.
 *
 * @param since when the site was last built.
 */
export function findDue(posts: readonly Post[], since: Date, now: Date) {
  const byTime = [...posts].sort((a, b) => publicFrom(a).getTime() - publicFrom(b).getTime());
  const scheduledAt = (instant: Date) => (post: Post) => hiddenReason(post, instant) === 'scheduled';
  return {
    /** Public at both, but no longer in lists at the second (`expiryDate`). */
    ended: posts.filter(
      (post) => hiddenReason(post, since) === undefined && isListed(post, since) && !isListed(post, now),
    ),
    /** Hidden at the first instant and public at the second, oldest first. */
    due: byTime.filter((post) => scheduledAt(since)(post) && hiddenReason(post, now) === undefined),
    /** The next scheduled post. */
    next: byTime.find(scheduledAt(now)),
  };
}

export type Due = ReturnType<typeof findDue>;
