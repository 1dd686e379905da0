// Images of a post: one with a caption, or several side by side.
import { type ReactNode, useId } from 'react';
import { Image } from '@/components/ui/image';
import { PicturePlace } from '@/components/ui/picture-place';
import { nameInWords, type Picture } from '@/lib/mdx/picture';
import { pictureSizes } from '@/lib/mdx/pictures';

interface FigureProps {
  /** Undefined if the image file is missing. */
  readonly picture: Picture | undefined;
  readonly alt: string;
  readonly children?: ReactNode;
}

export function Figure({ picture, alt, children }: FigureProps) {
  return (
    <figure>
      {picture ? <Image picture={picture} alt={alt} sizes={pictureSizes} /> : <PicturePlace alt={alt} />}
      {children && <figcaption>{children}</figcaption>}
    </figure>
  );
}

interface GalleryImage {
  readonly name: string;
  readonly picture: Picture;
}

interface GalleryProps {
  readonly pictures: readonly GalleryImage[];
  /** The height of the images, in pixels; low rows are closer together. */
  readonly rowHeight?: number | undefined;
}

/** Images side by side. Each opens above the page, with buttons for the previous and the next one. Needs no script. */
export function Gallery({ pictures, rowHeight }: GalleryProps) {
  const id = useId();
  return (
    <ul className={rowHeight !== undefined && rowHeight <= 160 ? 'gallery gallery-low' : 'gallery'}>
      {pictures.map((each, index) => (
        <li key={each.name}>
          <button type="button" popoverTarget={`${id}${index}`} title={each.picture.title}>
            <Image picture={each.picture} alt={nameInWords(each.name)} sizes="(min-width: 42rem) 19rem, 46vw" />
          </button>
          <Viewer {...each} id={id} index={index} count={pictures.length} />
        </li>
      ))}
    </ul>
  );
}

interface ViewerProps extends GalleryImage {
  /** The id of the gallery; with the index, that of the dialog. */
  readonly id: string;
  readonly index: number;
  /** How many images the gallery has. */
  readonly count: number;
}

/** The dialog with one image of a gallery at its full size. */
function Viewer({ name, picture: { src, width, height }, id, index, count }: ViewerProps) {
  return (
    <dialog
      id={`${id}${index}`}
      popover="auto"
      aria-label={`Image ${index + 1} of ${count}`}
      className="viewer"
      data-pagefind-ignore=""
    >
      {/* A lazy image in a closed dialog is not loaded. */}
      <Image picture={{ src, width, height }} alt={nameInWords(name)} />
      <div className="action items-center">
        <p>
          {index + 1} of {count}
        </p>
        <a href={src}>Full size</a>
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
  );
}
