// Entries of a community's own kind: as cards, or as a catalogue.
import type { ReactNode } from 'react';
import type { CardView, EntryView } from '@/lib/kinds/kind';
import { renderMarkdown } from '@/lib/mdx/markdown';

/** What a card shows; facts and text only if the kind has any. */
export type CardEntry = EntryView & Partial<CardView>;

interface EntryCardProps {
  readonly view: CardEntry;
  readonly rank?: 2 | 3 | 4;
  /** The id of the card, for links to it. */
  readonly anchor?: string | undefined;
  /** Text below the description of the entry. */
  readonly children?: ReactNode;
}

/** An entry of a community's own kind as a card: title, facts, and description. */
export function EntryCard({ view, rank = 3, anchor, children }: EntryCardProps) {
  return (
    <article id={anchor} className="event-card">
      <div className="col-span-2 min-w-0">
        <EntryContent view={view} rank={rank} />
        {children && (
          <div className="event-text" dir="auto">
            {children}
          </div>
        )}
      </div>
    </article>
  );
}

/** The content of a card, and of an item of a list. */
export function EntryContent({ view, rank }: { view: CardEntry; rank: 2 | 3 | 4 }) {
  const { title, url, facts = [], about } = view;
  const Heading = `h${rank}` as const;
  return (
    <>
      <Heading className="title" dir="auto">
        {url === undefined ? (
          title
        ) : (
          <a href={url} rel={url.startsWith('https:') ? 'external' : undefined}>
            {title}
          </a>
        )}
      </Heading>
      {facts.length > 0 && (
        <p className="event-when" dir="auto">
          {facts.join(' · ')}
        </p>
      )}
      {about && (
        <div className="event-text" dir="auto">
          {renderMarkdown(about)}
        </div>
      )}
    </>
  );
}

interface EntryListProps {
  readonly views: readonly CardEntry[];
  readonly rank?: 2 | 3 | 4;
  readonly anchorOf?: ((id: string) => string | undefined) | undefined;
}

/** Entries of a community's own kind as a catalogue. */
export function EntryList({ views, rank = 3, anchorOf }: EntryListProps) {
  return (
    <ul className="catalogue">
      {views.map((view) => (
        <li key={view.id} id={anchorOf?.(view.id)}>
          <EntryContent view={view} rank={rank} />
        </li>
      ))}
    </ul>
  );
}
