// Ecosystem entries as a catalogue.
import type { ReactNode } from 'react';

/** What is shown of an ecosystem entry. */
export interface EcosystemView {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly about: ReactNode;
  readonly kind: string;
  readonly joinedText: string | undefined;
}

interface EcosystemListProps {
  readonly entries: readonly EcosystemView[];
  readonly rank?: 2 | 3 | 4;
  readonly anchorOf?: (id: string) => string;
}

export function EcosystemList({ entries, rank = 3, anchorOf }: EcosystemListProps) {
  const Heading = `h${rank}` as const;
  return (
    <ul className="catalogue">
      {entries.map(({ id, name, url, about, kind, joinedText }) => (
        <li key={id} id={anchorOf?.(id)}>
          <p className="label">
            {kind}
            {joinedText && ` · joined ${joinedText}`}
          </p>
          <Heading className="title" dir="auto">
            <a href={url} rel="external">
              {name}
            </a>
          </Heading>
          <p>{about}</p>
        </li>
      ))}
    </ul>
  );
}
