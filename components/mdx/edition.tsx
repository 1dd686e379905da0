// What a post may place, and the closing section for what it names and does not place.
import { type AdopterView, AdopterWall } from '@/components/adopters/adopter-wall';
import type { FactView } from '@/components/blog/project-facts';
import { Thanks } from '@/components/blog/thanks';
import { EcosystemList, type EcosystemView } from '@/components/ecosystem/ecosystem-list';
import { EventCard } from '@/components/events/event-card';
import { PersonCard, type PersonView } from '@/components/people/person-card';
import { ReleaseCallout } from '@/components/releases/release-callout';
import type { ReleaseView } from '@/components/releases/release-view';
import type { CoveredKind } from '@/lib/content/coverage';
import type { EventView } from '@/lib/kinds/event/view';
import type { Picture } from '@/lib/mdx/pictures';
import type { Placements } from '@/lib/mdx/placements';

/** The entries that a post names, by id and in its order, and its pictures. */
export interface EditionView {
  readonly releases: ReadonlyMap<string, ReleaseView>;
  readonly events: ReadonlyMap<string, EventView>;
  readonly adopters: ReadonlyMap<string, AdopterView>;
  readonly ecosystem: ReadonlyMap<string, EcosystemView>;
  readonly people: ReadonlyMap<string, PersonView>;
  /** Posts of the month that readers may see. */
  readonly posts: readonly MonthPost[];
  readonly contributors: readonly { readonly name: string; readonly url: string | undefined }[];
  readonly facts: readonly FactView[];
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** A post that an edition points to. */
export interface MonthPost {
  readonly url: string;
  readonly title: string;
  readonly description: string | undefined;
}

/** Posts of the month, each with its sentence. */
export function MonthPosts({ posts }: { posts: readonly MonthPost[] }) {
  return (
    <ul>
      {posts.map(({ url, title, description }) => (
        <li key={url}>
          <a href={url}>{title}</a>
          {description && <>: {description}</>}
        </li>
      ))}
    </ul>
  );
}

/** The id of an entry's place in a post. */
export function entryAnchor(kind: CoveredKind, id: string): string {
  return `entry-${kind}-${id}`;
}

/** The entries of a kind that the text does not place one by one. */
export function unplaced<View extends { id: string }>(
  kind: CoveredKind,
  entries: ReadonlyMap<string, View>,
  placements: Placements,
): View[] {
  return [...entries.values()].filter(({ id }) => !placements.single.has(`${kind}/${id}`));
}

/** Events not placed one by one: meetings apart where the text has a place for them. */
export function splitEvents(
  edition: EditionView,
  placements: Placements,
): { meetings: EventView[]; others: EventView[] } {
  const rest = unplaced('events', edition.events, placements);
  const apart = placements.groups.has('Meetings');
  const isMeeting = ({ kind }: EventView) => apart && (kind === 'meeting' || kind === 'bug-scrub');
  return { meetings: rest.filter(isMeeting), others: rest.filter((event) => !isMeeting(event)) };
}

/** What the post names and its text does not place, so that nothing named is lost. */
export function AlsoThisMonth({ edition, placements }: { edition: EditionView; placements: Placements }) {
  const { groups } = placements;
  const releases = groups.has('Releases') ? [] : unplaced('releases', edition.releases, placements);
  const events = groups.has('Events') ? [] : splitEvents(edition, placements).others;
  const people = unplaced('people', edition.people, placements);
  const adopters = groups.has('Adopters') ? [] : [...edition.adopters.values()];
  const ecosystem = groups.has('Ecosystem') ? [] : [...edition.ecosystem.values()];
  const posts = groups.has('Posts') ? [] : edition.posts;
  const contributors = groups.has('Thanks') ? [] : edition.contributors;
  if ([releases, events, people, adopters, ecosystem, posts, contributors].every((list) => list.length === 0))
    return null;
  return (
    <section className="prose mt-12" aria-labelledby="site-also">
      <h2 id="site-also">Also this month</h2>
      {releases.map((release) => (
        <ReleaseCallout key={release.id} release={release} anchor={entryAnchor('releases', release.id)} />
      ))}
      {events.length > 0 && (
        <div className="cards">
          {events.map((event) => (
            <EventCard key={event.id} event={event} anchor={entryAnchor('events', event.id)} />
          ))}
        </div>
      )}
      {people.map((person) => (
        <PersonCard key={person.id} person={person} anchor={entryAnchor('people', person.id)} />
      ))}
      {adopters.length > 0 && <AdopterWall adopters={adopters} anchorOf={(id) => entryAnchor('adopters', id)} />}
      {ecosystem.length > 0 && <EcosystemList entries={ecosystem} anchorOf={(id) => entryAnchor('ecosystem', id)} />}
      {posts.length > 0 && <MonthPosts posts={posts} />}
      {contributors.length > 0 && (
        <>
          <h3>Thank you</h3>
          <Thanks people={contributors} anchor="entry-contributors" />
        </>
      )}
    </section>
  );
}
