// Ecosystem entries as a catalogue.
import { ExternalLink } from '@/components/ui/inline';
import { words } from '@/lib/base/words';
import type { EcosystemView } from '@/lib/kinds/ecosystem/kind';
import { renderInline } from '@/lib/mdx/markdown';

interface EcosystemListProps {
  readonly views: readonly EcosystemView[];
  readonly rank?: 2 | 3 | 4;
  readonly anchorOf?: ((id: string) => string | undefined) | undefined;
}

export function EcosystemList({ views, rank = 3, anchorOf }: EcosystemListProps) {
  const Heading = `h${rank}` as const;
  return (
    <ul className="catalogue">
      {views.map(({ id, title, url, about, kind, joinedText }) => (
        <li key={id} id={anchorOf?.(id)}>
          <p className="label">
            {kind}
            {joinedText && ` · ${words.ecosystem.joined(joinedText)}`}
          </p>
          <Heading className="title" dir="auto">
            <ExternalLink href={url}>{title}</ExternalLink>
          </Heading>
          <p dir="auto">{renderInline(about)}</p>
        </li>
      ))}
    </ul>
  );
}
