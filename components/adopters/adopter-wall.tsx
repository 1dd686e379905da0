// Adopters as a wall of equal tiles: the logo, or the name of an adopter without one.
import { Fragment } from 'react';
import { Image } from '@/components/ui/pictures';
import { words } from '@/lib/base/words';
import type { AdopterView } from '@/lib/kinds/adopter/kind';

/** An adopter with its logo, measured in pixels. */
export type AdopterTile = AdopterView & {
  readonly picture?: { readonly src: string; readonly width: number; readonly height: number } | undefined;
};

interface AdopterWallProps {
  readonly views: readonly AdopterTile[];
  /** The id of a tile, for links to it; undefined for a tile without one. */
  readonly anchorOf?: ((id: string) => string | undefined) | undefined;
}

export function AdopterWall({ views, anchorOf }: AdopterWallProps) {
  return (
    <ul className="wall">
      {views.map(({ id, title: name, url, about, storyUrl, joinedText, isNew, picture: logo }) => (
        <li key={id} id={anchorOf?.(id)}>
          <a href={url} rel="nofollow" title={about}>
            {logo ? <Image picture={logo} alt={name} /> : <bdi>{breakable(name)}</bdi>}
          </a>
          {isNew && joinedText && <span className="label new-mark">{`${words.adopters.isNew} · ${joinedText}`}</span>}
          {storyUrl && (
            <a
              href={storyUrl}
              rel="external"
              className="label tap"
              aria-label={words.labelled(words.adopters.story, name)}
            >
              {words.adopters.story}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A name that can break before a capital inside it: `automotiveMastermind`. */
function breakable(name: string) {
  return name.split(/(?<=\p{Ll})(?=\p{Lu}\p{Ll}{3})/u).map((part, index) => (
    <Fragment key={part}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
