// How posts and the front page show the entries of each kind: one of them, or several.
import type { ReactNode } from 'react';
import { type AdopterTile, AdopterWall } from '@/components/adopters/adopter-wall';
import { EcosystemList } from '@/components/ecosystem/ecosystem-list';
import { EntryCard, EntryList } from '@/components/entries/entries';
import { EventCard, EventTimes } from '@/components/events/events';
import { LinkCard } from '@/components/links/links';
import { PersonCard } from '@/components/people/person-card';
import { ReleaseCallout } from '@/components/releases/releases';
import type { EcosystemView } from '@/lib/kinds/ecosystem/kind';
import type { EventView } from '@/lib/kinds/event/view';
import type { EntryKind, KindName } from '@/lib/kinds/index';
import type { EntryView } from '@/lib/kinds/kind';

/** Where entries are shown: in a text, at its end, or as the newest ones on the front page, where they have no anchors. */
type Place = 'text' | 'end' | 'front';

interface CardProps<View> {
  readonly view: View;
  /** The id of the card. */
  readonly anchor: string | undefined;
  /** What the post says of the entry. */
  readonly children?: ReactNode;
}

interface ListProps<View> {
  readonly views: readonly View[];
  readonly place: Place;
  /** The rank of headings. */
  readonly rank: 3 | 4;
  readonly anchorOf: ((id: string) => string) | undefined;
}

/** How the entries of a kind are shown. */
interface Components<View extends EntryView> {
  One(props: CardProps<View>): ReactNode;
  All(props: ListProps<View>): ReactNode;
  /** What the component for a part of them shows; by default as all are shown. */
  Part?(props: ListProps<View>): ReactNode;
}

const byDefault: Components<EntryView> = { One: EntryCard, All: EntryList };

const components: Readonly<Partial<Record<KindName, Components<EntryView>>>> = {
  event: { ...asCards(EventCard, 'cards'), Part: (props: ListProps<EventView>) => <EventTimes {...props} /> },
  release: asCards(ReleaseCallout),
  person: asCards(PersonCard),
  link: asCards(LinkCard, 'catalogue'),
  adopter: asLists(Adopters),
  ecosystem: asLists((props: ListProps<EcosystemView>) => <EcosystemList {...props} />),
};

/** Several entries as their cards. @param className of the element around them; without it, there is none. */
function asCards<View extends EntryView>(One: Components<View>['One'], className?: string): Components<View> {
  return {
    One,
    All({ views, anchorOf }) {
      const cards = views.map((view) => <One key={view.id} view={view} anchor={anchorOf?.(view.id)} />);
      return className ? <div className={className}>{cards}</div> : cards;
    },
  };
}

/** One entry as a list of one, with what the post says of it below. */
function asLists<View extends EntryView>(All: (props: ListProps<View>) => ReactNode): Components<View> {
  return {
    One: ({ view, anchor, children }) => (
      <>
        <All views={[view]} place="text" rank={3} anchorOf={anchor === undefined ? undefined : () => anchor} />
        {children}
      </>
    ),
    All,
  };
}

/** In its edition every adopter is new, so only the front page marks new ones. */
function Adopters({ views, place, anchorOf }: ListProps<AdopterTile>) {
  const tiles = place === 'front' ? views : views.map((view) => ({ ...view, isNew: false }));
  return <AdopterWall views={tiles} anchorOf={anchorOf} />;
}

/** The id of an entry in a post. */
export function entryAnchor(folder: string, id: string): string {
  return `entry-${folder}-${id}`;
}

/** One entry, with what a post says of it. */
export function OneEntry({ kind, view, children }: { kind: EntryKind; view: EntryView; children?: ReactNode }) {
  const { One } = components[kind.name] ?? byDefault;
  return (
    <One view={view} anchor={entryAnchor(kind.folder, view.id)}>
      {children}
    </One>
  );
}

interface Several {
  readonly kind: EntryKind;
  readonly views: readonly EntryView[];
  readonly place: Place;
}

/** Several entries of a kind. */
export function AllEntries({ kind, ...several }: Several) {
  const { All } = components[kind.name] ?? byDefault;
  return listed(All, kind, several);
}

/** A part of the entries of a kind, such as meetings. */
export function PartOfEntries({ kind, ...several }: Several) {
  const { All, Part = All } = components[kind.name] ?? byDefault;
  return listed(Part, kind, several);
}

function listed(All: Components<EntryView>['All'], kind: EntryKind, { views, place }: Omit<Several, 'kind'>) {
  const anchorOf = place === 'front' ? undefined : (id: string) => entryAnchor(kind.folder, id);
  return <All views={views} place={place} rank={place === 'text' ? 4 : 3} anchorOf={anchorOf} />;
}
