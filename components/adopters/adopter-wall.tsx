// Adopters as a wall of even tiles: the logo where there is one, otherwise the name set well.
import { Fragment } from 'react';
import type { AdopterView } from '@/lib/kinds/adopter/view';

/** An adopter with its logo, measured in pixels. */
export type AdopterTile = AdopterView & {
  readonly picture?: { readonly src: string; readonly width: number; readonly height: number } | undefined;
};

interface AdopterWallProps {
  readonly adopters: readonly AdopterTile[];
  /** Makes the id of a tile, so that it can be linked to; undefined for one that has none. */
  readonly anchorOf?: ((id: string) => string | undefined) | undefined;
}

/** Letters from which on a name is set smaller. */
const long = 16;

export function AdopterWall({ adopters, anchorOf }: AdopterWallProps) {
  return (
    <ul className="wall">
      {adopters.map(({ id, title: name, url, about, storyUrl, joinedText, isNew, picture: logo }) => (
        <li key={id} id={anchorOf?.(id)}>
          <a
            href={url}
            rel="nofollow"
            title={about}
            className={!logo && name.length > long ? 'long' : undefined}
            dir="auto"
          >
            {logo ? (
              <img src={logo.src} alt={name} width={logo.width} height={logo.height} loading="lazy" decoding="async" />
            ) : (
              breakable(name)
            )}
          </a>
          {isNew && joinedText && <span className="label new-mark">{`New · ${joinedText}`}</span>}
          {storyUrl && (
            <a href={storyUrl} rel="external" className="label tap" aria-label={`Story: ${name}`}>
              Story
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A name that may be broken where a word within it begins: `automotiveMastermind`. */
function breakable(name: string) {
  return name.split(/(?<=\p{Ll})(?=\p{Lu}\p{Ll}{3})/u).map((part, index) => (
    <Fragment key={part}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
