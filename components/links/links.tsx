// Links to what others have written, recorded or said.
import type { ReactNode } from 'react';
import { ExternalLink, NameList, Sentence } from '@/components/ui/inline';
import { Image } from '@/components/ui/pictures';
import { Video } from '@/components/ui/video';
import { words } from '@/lib/base/words';
import type { LinkView } from '@/lib/kinds/link/view';
import { renderMarkdown } from '@/lib/mdx/markdown';

const said = words.kinds.link;

/** A link with its picture, measured in pixels. */
export type LinkWithPicture = LinkView & {
  readonly picture?: { readonly src: string; readonly width: number; readonly height: number } | undefined;
};

interface LinkCardProps {
  readonly view: LinkWithPicture;
  readonly rank?: 2 | 3 | 4;
  /** The id of the card, for links to it. */
  readonly anchor?: string | undefined;
  /** Shown instead of what the link says of itself. */
  readonly children?: ReactNode;
}

/** A link as a card. A video plays in it. */
export function LinkCard({ view, anchor, ...rest }: LinkCardProps) {
  return (
    <article id={anchor} className="link-card">
      <LinkContent view={view} {...rest} />
    </article>
  );
}

interface LinkListProps {
  /** In the order in which they are shown. */
  readonly views: readonly LinkWithPicture[];
  readonly rank?: 2 | 3 | 4;
  readonly anchorOf?: ((id: string) => string | undefined) | undefined;
}

/** Links side by side. */
export function LinkList({ views, rank = 3, anchorOf }: LinkListProps) {
  return (
    <ul className="catalogue">
      {views.map((view) => (
        <li key={view.id} id={anchorOf?.(view.id)} className="link-card">
          <LinkContent view={view} rank={rank} />
        </li>
      ))}
    </ul>
  );
}

function LinkContent({ view, rank = 3, children }: Omit<LinkCardProps, 'anchor'>) {
  const { title, url, about, formLabel, languageName, language, dateText, datetime, by, projects, player } = view;
  const Heading = `h${rank}` as const;
  const text = children ?? (about && renderMarkdown(about));
  return (
    <>
      <p className="label">
        {formLabel}
        {languageName && ` · ${languageName}`} · <time dateTime={datetime}>{dateText}</time>
      </p>
      <Heading className="title" dir="auto" lang={language}>
        <ExternalLink href={url}>{title}</ExternalLink>
      </Heading>
      {(by.length > 0 || projects.length > 0) && (
        <p className="event-when">
          {by.length > 0 && (
            <Sentence words={said.by}>
              <NameList people={by} />
            </Sentence>
          )}
          {by.length > 0 && projects.length > 0 && ' · '}
          {projects.join(words.comma)}
        </p>
      )}
      {text && (
        <div className="event-text" dir="auto">
          {text}
        </div>
      )}
      {player ? (
        <Video {...player} title={title} poster={view.picture} isTitled />
      ) : (
        view.picture && <Image picture={view.picture} alt="" className="link-picture" />
      )}
    </>
  );
}
