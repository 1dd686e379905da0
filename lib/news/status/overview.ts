// The state of the site: what is published, scheduled and drafted, and what is missing.
import { compare } from '@/lib/base/compare';
import { monthAfter } from '@/lib/base/month';
import { entriesOf } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { hiddenReason, publicFrom } from '@/lib/content/visibility';
import { type Event, isOver } from '@/lib/kinds/event/event';
import { byFolder, type EntryKind, type Folder } from '@/lib/kinds/index';

export interface Overview {
  /** Newest first. */
  readonly published: readonly Post[];
  /** Soonest first. */
  readonly scheduled: readonly Post[];
  readonly drafts: readonly Post[];
  /** Past months without an edition, since the first that has one. */
  readonly missing: readonly string[];
  /** Ids of entries that no post names, by the folder of their kind. */
  readonly unused: Readonly<Record<Folder, readonly string[]>>;
  /** Past events of the kinds that are usually recorded, without a recording. Newest first. */
  readonly unrecorded: readonly Event[];
}

/** Kinds of event that are usually recorded. */
const recorded = new Set<Event['kind']>(['talk', 'webinar', 'workshop']);

export function toOverview({ posts, community }: LoadedContent, now: Date): Overview {
  const stateOf = (post: Post) => hiddenReason(post, now) ?? 'published';
  const byState = (state: string) => posts.filter((post) => stateOf(post) === state);
  const names = new Set(
    [...posts.flatMap(({ authors, coverage }) => [...authors, ...coverage.contributors])]
      .concat(community.events.flatMap(({ speakers = [] }) => speakers.map(({ name }) => name)))
      .map((name) => name.toLowerCase()),
  );
  const unusedOf = (kind: EntryKind): string[] => {
    const used = new Set(posts.flatMap(({ coverage }) => coverage[kind.folder]));
    return entriesOf(community, kind)
      .filter((entry) => !used.has(entry.id) && !kind.usedBy?.(entry).some((name) => names.has(name.toLowerCase())))
      .map(({ id }) => id);
  };
  return {
    published: byState('published'),
    scheduled: byState('scheduled').sort((a, b) => publicFrom(a).getTime() - publicFrom(b).getTime()),
    drafts: byState('draft'),
    missing: missingMonths(posts, now),
    unused: byFolder(unusedOf),
    unrecorded: community.events
      .filter(({ kind, status, recording }) => recorded.has(kind) && status !== 'cancelled' && !recording)
      .filter((event) => isOver(event, now))
      .sort((a, b) => compare(b.start, a.start)),
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
