// How a post shows the entries of each kind: one alone, and several. A kind that is not here is shown as cards.
import { Fragment, type ReactNode } from 'react';
import { type AdopterTile, AdopterWall } from '@/components/adopters/adopter-wall';
import { EcosystemList } from '@/components/ecosystem/ecosystem-list';
import { EntryCard } from '@/components/entries/entry-card';
import { EntryList } from '@/components/entries/entry-list';
import { EventCard } from '@/components/events/event-card';
import { PersonCard, type PersonWithPicture } from '@/components/people/person-card';
import { ReleaseCallout } from '@/components/releases/release-callout';
import type { EcosystemView } from '@/lib/kinds/ecosystem/kind';
import type { EventView } from '@/lib/kinds/event/view';
import type { EntryKind, KindName } from '@/lib/kinds/index';
import type { EntryView } from '@/lib/kinds/kind';
import type { ReleaseView } from '@/lib/kinds/release/view';

/** Where entries are shown: in a text, at its end, or on the front page as what is new. The last has no anchors. */
type Place = 'text' | 'end' | 'front';

type AnchorOf = ((id: string) => string) | undefined;

/** How the entries of a kind are shown. Anchors are ids of the page. */
interface EntryCards<View extends EntryView> {
  one(view: View, anchor: string, text: ReactNode): ReactNode;
  all(views: readonly View[], anchorOf: AnchorOf, place: Place): ReactNode;
}

const event: EntryCards<EventView> = {
  one: (view, anchor, text) => (
    <EventCard event={view} anchor={anchor}>
      {text}
    </EventCard>
  ),
  all: (views, anchorOf) => (
    <div className="cards">
      {views.map((view) => (
        <EventCard key={view.id} event={view} anchor={anchorOf?.(view.id)} />
      ))}
    </div>
  ),
};

const release: EntryCards<ReleaseView> = {
  one: (view, anchor, text) => (
    <ReleaseCallout release={view} anchor={anchor}>
      {text}
    </ReleaseCallout>
  ),
  all: (views, anchorOf) =>
    views.map((view) => <ReleaseCallout key={view.id} release={view} anchor={anchorOf?.(view.id)} />),
};

const person: EntryCards<PersonWithPicture> = {
  one: (view, anchor, text) => (
    <PersonCard person={view} anchor={anchor}>
      {text}
    </PersonCard>
  ),
  all: (views, anchorOf) =>
    views.map((view) => <PersonCard key={view.id} person={view} anchor={anchorOf?.(view.id)} />),
};

const adopter: EntryCards<AdopterTile> = {
  one: (view, anchor, text) => (
    <>
      <AdopterWall adopters={[view]} anchorOf={() => anchor} />
      {text}
    </>
  ),
  // In its edition an adopter is new for good; that needs no mark.
  all: (views, anchorOf, place) => (
    <AdopterWall
      adopters={place === 'front' ? views : views.map((view) => ({ ...view, isNew: false }))}
      anchorOf={anchorOf}
    />
  ),
};

const ecosystem: EntryCards<EcosystemView> = {
  one: (view, anchor, text) => (
    <>
      <EcosystemList entries={[view]} anchorOf={() => anchor} />
      {text}
    </>
  ),
  all: (views, anchorOf, place) => (
    <EcosystemList entries={views} rank={place === 'text' ? 4 : 3} anchorOf={anchorOf} />
  ),
};

const byDefault: EntryCards<EntryView> = {
  one: (view, anchor, text) => (
    <EntryCard view={view} anchor={anchor}>
      {text}
    </EntryCard>
  ),
  all: (views, anchorOf, place) => <EntryList views={views} rank={place === 'text' ? 4 : 3} anchorOf={anchorOf} />,
};

const cards: Readonly<Partial<Record<KindName, EntryCards<EntryView>>>> = {
  event,
  release,
  person,
  adopter,
  ecosystem,
};

/** The id of an entry's place in a post. */
export function entryAnchor(folder: string, id: string): string {
  return `entry-${folder}-${id}`;
}

/** One entry, with the text that a post puts to it. */
export function OneEntry({ kind, view, children }: { kind: EntryKind; view: EntryView; children?: ReactNode }) {
  return <Fragment>{(cards[kind.name] ?? byDefault).one(view, entryAnchor(kind.folder, view.id), children)}</Fragment>;
}

/** Several entries of a kind. */
export function AllEntries({ kind, views, place }: { kind: EntryKind; views: readonly EntryView[]; place: Place }) {
  const anchorOf = place === 'front' ? undefined : (id: string) => entryAnchor(kind.folder, id);
  return <Fragment>{(cards[kind.name] ?? byDefault).all(views, anchorOf, place)}</Fragment>;
}
