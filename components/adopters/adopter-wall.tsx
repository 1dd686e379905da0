// Adopters as a wall of even tiles: the logo where there is one, otherwise the name set well.

/** What is shown of an adopter. */
export interface AdopterView {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly about: string | undefined;
  readonly storyUrl: string | undefined;
  /** `February 2022`, where it is known. */
  readonly joinedText: string | undefined;
  readonly isNew: boolean;
  readonly logo: { readonly src: string; readonly width: number; readonly height: number } | undefined;
}

interface AdopterWallProps {
  readonly adopters: readonly AdopterView[];
  /** Makes the id of a tile, so that it can be linked to. */
  readonly anchorOf?: (id: string) => string;
}

export function AdopterWall({ adopters, anchorOf }: AdopterWallProps) {
  return (
    <ul className="wall">
      {adopters.map(({ id, name, url, about, storyUrl, joinedText, isNew, logo }) => (
        <li key={id} id={anchorOf?.(id)}>
          <a href={url} rel="external nofollow" title={about}>
            {logo ? (
              <img src={logo.src} alt={name} width={logo.width} height={logo.height} loading="lazy" decoding="async" />
            ) : (
              <span dir="auto">{name}</span>
            )}
          </a>
          {isNew && joinedText && <span className="new-mark">New · {joinedText}</span>}
          {storyUrl && (
            <a href={storyUrl} rel="external" className="label" aria-label={`Story: ${name}`}>
              Story
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
