// Pictures of a post: one with a caption, or several side by side.
import { type ReactNode, useId } from 'react';
import { PicturePlace } from '@/components/ui/picture-place';
import { nameInWords } from '@/lib/edition/gallery';
import type { Picture } from '@/lib/mdx/picture';
import { pictureSizes } from '@/lib/mdx/pictures';

interface FigureProps {
  /** Undefined where the picture is not there. */
  readonly picture: Picture | undefined;
  readonly alt: string;
  readonly children?: ReactNode;
}

export function Figure({ picture, alt, children }: FigureProps) {
  return (
    <figure>
      {picture ? (
        <img
          src={picture.src}
          srcSet={picture.srcSet || undefined}
          sizes={picture.srcSet ? pictureSizes : undefined}
          width={picture.width}
          height={picture.height}
          alt={alt}
          loading="lazy"
          decoding="async"
        />
      ) : (
        <PicturePlace alt={alt} />
      )}
      {children && <figcaption>{children}</figcaption>}
    </figure>
  );
}

/** Pictures side by side, each of which opens over the page, with the next one a step away. Needs no script. */
export function Gallery({
  pictures,
  rowHeight,
}: {
  readonly pictures: readonly { readonly name: string; readonly picture: Picture }[];
  /** How high the pictures are to be. Pixels; low rows stand closer. */
  readonly rowHeight?: number | undefined;
}) {
  const id = useId();
  const count = pictures.length;
  return (
    <ul className={rowHeight !== undefined && rowHeight <= 160 ? 'gallery gallery-low' : 'gallery'}>
      {pictures.map(({ name, picture }, index) => (
        <li key={name}>
          <button type="button" popoverTarget={`${id}${index}`} title={picture.title}>
            <img
              src={picture.src}
              srcSet={picture.srcSet || undefined}
              sizes="(min-width: 42rem) 19rem, 46vw"
              width={picture.width}
              height={picture.height}
              alt={nameInWords(name)}
              loading="lazy"
              decoding="async"
            />
          </button>
          <dialog
            id={`${id}${index}`}
            popover="auto"
            aria-label={`Picture ${index + 1} of ${count}`}
            className="viewer"
            data-pagefind-ignore=""
          >
            {/* Fetched once it is opened: what is not shown is not loaded. */}
            <img
              src={picture.src}
              width={picture.width}
              height={picture.height}
              alt={nameInWords(name)}
              loading="lazy"
              decoding="async"
            />
            <div className="action items-center">
              <p>
                {index + 1} of {count}
              </p>
              <a href={picture.src}>Full size</a>
              {count > 1 && (
                <>
                  <button type="button" popoverTarget={`${id}${(index + count - 1) % count}`}>
                    Previous
                  </button>
                  {/* biome-ignore lint/a11y/noAutofocus: the focus of an open dialog belongs inside it */}
                  <button type="button" popoverTarget={`${id}${(index + 1) % count}`} autoFocus>
                    Next
                  </button>
                </>
              )}
              <button
                type="button"
                popoverTarget={`${id}${index}`}
                popoverTargetAction="hide"
                // biome-ignore lint/a11y/noAutofocus: as above
                autoFocus={count === 1}
              >
                Close
              </button>
            </div>
          </dialog>
        </li>
      ))}
    </ul>
  );
}
