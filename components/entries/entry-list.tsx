// Entries of a community's own kind as a catalogue.
import { type CardEntry, EntryContent } from '@/components/entries/entry-card';

interface EntryListProps {
  readonly views: readonly CardEntry[];
  readonly rank?: 2 | 3 | 4;
  readonly anchorOf?: ((id: string) => string | undefined) | undefined;
}

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
