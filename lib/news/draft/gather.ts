// What belongs into a month's edition: chosen from the entries by their dates, always in the same order.

import { type DayOrMonth, parseDayOrMonth } from '@/lib/base/dates';
import { covers, type Span } from '@/lib/base/month';
import { compare } from '@/lib/base/problems';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import type { Adopter } from '@/lib/kinds/adopter/kind';
import type { EcosystemEntry } from '@/lib/kinds/ecosystem/kind';
import { type Event, occurrencesOf } from '@/lib/kinds/event/event';
import type { Person } from '@/lib/kinds/person/kind';
import { byVersion, type Release } from '@/lib/kinds/release/release';

/** The facts of a month. */
export interface MonthFacts {
  readonly releases: readonly Release[];
  /** What took place in the span. */
  readonly pastEvents: readonly Event[];
  /** What comes after it. An event that also took place before stands here only. */
  readonly upcomingEvents: readonly Event[];
  readonly people: readonly Person[];
  readonly adopters: readonly Adopter[];
  readonly ecosystem: readonly EcosystemEntry[];
  /** Newest last. */
  readonly posts: readonly Post[];
  readonly contributors: readonly { readonly name: string; readonly first: boolean }[];
}

/**
 * Chooses what a span of days holds.
 *
 * @param addedOn the day on which the file of an entry came into the repository, by path below the content folder; asked
 *   only where the entry has no `joined`.
 */
export function gatherMonth(content: LoadedContent, span: Span, addedOn: ReadonlyMap<string, string>): MonthFacts {
  const { community, posts } = content;
  const joinedInSpan = ({ joined, file }: { joined?: DayOrMonth | undefined; file: string }): boolean => {
    const day = addedOn.get(file);
    const date = joined ?? (day === undefined ? undefined : parseDayOrMonth(day));
    return typeof date === 'object' && covers(span, date);
  };
  const order = new Map(community.projects.map(({ id }, index) => [id, index]));
  const rank = ({ project }: Release) => order.get(project) ?? order.size;
  const events = community.events.filter(({ status }) => status !== 'cancelled');
  const upcoming = events.flatMap((event) => firstDayIn(event, span.until, span.ahead));
  const ahead = new Set(upcoming.map(({ event }) => event));
  const past = events.flatMap((event) =>
    ahead.has(event) ? [] : firstDayIn(event, undefined, span.until, span.since),
  );
  return {
    releases: community.releases
      .filter(({ date }) => date !== undefined && covers(span, date))
      .sort((a, b) => rank(a) - rank(b) || compare(a.project, b.project) || byVersion(b, a)),
    pastEvents: inOrder(past),
    upcomingEvents: inOrder(upcoming),
    people: community.people.filter(({ roles = [] }) => roles.some(({ since }) => since && covers(span, since))),
    adopters: community.adopters.filter(joinedInSpan),
    ecosystem: community.ecosystem.filter(joinedInSpan),
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

interface Dated {
  readonly event: Event;
  /** The local time of its first occurrence there. */
  readonly start: string;
}

/** The event with its first time in some days, by the day that clocks show where it takes place; else nothing. */
function firstDayIn(event: Event, after: string | undefined, until: string, since = ''): Dated[] {
  for (const { localStart } of occurrencesOf(event)) {
    const day = localStart.slice(0, 10);
    if (day > until) break;
    if (day >= since && (after === undefined || day > after)) return [{ event, start: localStart }];
  }
  return [];
}

function inOrder(found: Dated[]): Event[] {
  return found.sort((a, b) => compare(a.start, b.start) || compare(a.event.id, b.event.id)).map(({ event }) => event);
}

/** Whether an event is a meeting, of which editions show a short list. */
export function isMeeting({ kind }: Event): boolean {
  return kind === 'meeting' || kind === 'bug-scrub';
}
