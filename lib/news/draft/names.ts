// The names that the template of an edition may use, and what they stand for in one month.

import { monthName } from '@/lib/base/dates';
import { covers, type Span } from '@/lib/base/month';
import { capitalised, counted, listed } from '@/lib/base/words';
import type { Community } from '@/lib/content/community';
import type { Post } from '@/lib/content/posts';
import type { Person } from '@/lib/kinds/person/kind';
import type { Release } from '@/lib/kinds/release/release';
import { isMeeting, type MonthFacts } from '@/lib/news/draft/gather';
import type { Names } from '@/lib/news/draft/template';

/** @param date the day of publication. @param previous the edition before, where there is one. */
export function toNames(
  facts: MonthFacts,
  community: Community,
  span: Span,
  { date, previous }: { date: string; previous: Post | undefined },
): Names {
  const [year = '', month = ''] = span.period.split('-');
  const name = `${monthName(Number(month))} ${year}`;
  const projects = new Map(community.projects.map((project) => [project.id, project.name]));
  const nameOf = ({ project, version }: Release) => `${projects.get(project) ?? project} ${version}`;
  const toRelease = (release: Release) => ({ id: release.id, name: nameOf(release), version: release.version });
  const toEvent = ({ id, title }: { id: string; title: string }) => ({ id, title });
  const toPerson = (person: Person) => ({ id: person.id, name: person.name, role: newRoleOf(person, projects, span) });
  const main = facts.releases.filter((release) => !isPatch(release));
  const { pastEvents: past, upcomingEvents: upcoming, adopters, ecosystem, people, posts, contributors } = facts;
  const upcomingTalks = upcoming.filter((event) => !isMeeting(event));
  const upcomingMeetings = upcoming.filter(isMeeting);
  const newcomers = contributors.filter(({ first }) => first);
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ id, name }));
  return {
    month: name,
    monthName: monthName(Number(month)),
    monthSlug: monthName(Number(month)).toLowerCase(),
    year,
    date,
    summary: summarise(facts, main.map(nameOf), name),
    previous: previous ? 'yes' : '',
    previousTitle: previous?.title ?? '',
    previousUrl: previous?.url ?? '',
    releases: facts.releases.map(toRelease),
    mainReleases: main.map(toRelease),
    otherReleases: facts.releases.filter(isPatch).map(toRelease),
    releaseCount: capitalised(counted(facts.releases.length, 'release')),
    pastEvents: past.map(toEvent),
    pastTalks: past.filter((event) => !isMeeting(event)).map(toEvent),
    pastMeetings: past.filter(isMeeting).map(toEvent),
    upcomingEvents: upcoming.map(toEvent),
    upcomingTalks: upcomingTalks.map(toEvent),
    upcomingMeetings: upcomingMeetings.map(toEvent),
    eventCount: capitalised(counted(past.length + upcoming.length, 'event')),
    joined: people.length + adopters.length + ecosystem.length > 0 ? 'yes' : '',
    people: people.map(toPerson),
    adopters: named(adopters),
    adopterCount: capitalised(counted(adopters.length, 'new adopter')),
    ecosystem: named(ecosystem),
    ecosystemCount: capitalised(counted(ecosystem.length, 'addition to the ecosystem', 'additions to the ecosystem')),
    posts: posts.map(({ title, url }) => ({ title, url })),
    postCount: capitalised(counted(posts.length, 'post')),
    contributors: contributors.map((person) => ({ name: person.name })),
    contributorCount: capitalised(counted(contributors.length, 'contributor')),
    firstTimers: listed(newcomers.map((person) => person.name)),
    facts: community.facts.length > 0 ? 'yes' : '',
  };
}

/** A release that mends another, or comes before one: it gets no section of its own. */
function isPatch({ version }: Release): boolean {
  const [, , patch = '0'] = version.split(/[-+]/)[0]?.split('.') ?? [];
  return Number(patch) > 0 || version.includes('-');
}

function newRoleOf({ roles = [] }: Person, projects: ReadonlyMap<string, string>, span: Span): string {
  const fresh = roles.filter(({ since }) => since && covers(span, since));
  return listed(
    fresh.map(({ role, project, of }) => {
      const what = project ? (projects.get(project) ?? project) : of;
      return `${role}${what ? ` of ${what}` : ''}`;
    }),
  );
}

/** One sentence of counts, for lists and cards. */
function summarise(facts: MonthFacts, releases: readonly string[], month: string): string {
  const { pastEvents, upcomingEvents, people, adopters, ecosystem, posts } = facts;
  const events = pastEvents.length + upcomingEvents.length;
  const parts = [
    // More than three names are no sentence any more.
    ...(releases.length > 3 ? [counted(releases.length, 'release')] : releases),
    ...(events > 0 ? [counted(events, 'event')] : []),
    ...(people.length > 0 ? [counted(people.length, 'person in a new role', 'people in new roles')] : []),
    ...(adopters.length > 0 ? [counted(adopters.length, 'new adopter')] : []),
    ...(ecosystem.length > 0
      ? [counted(ecosystem.length, 'addition to the ecosystem', 'additions to the ecosystem')]
      : []),
    ...(posts.length > 0 ? [counted(posts.length, 'post')] : []),
  ];
  return parts.length > 0 ? `${capitalised(listed(parts))}.` : `What happened in ${month}.`;
}
