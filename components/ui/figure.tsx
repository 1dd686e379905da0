// Pictures of a post: one with a caption, or several side by side.
import type { ReactNode } from 'react';
import { PicturePlace } from '@/components/ui/picture-place';
import { type Picture, pictureSizes } from '@/lib/mdx/pictures';

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

/** Pictures side by side, each a link to itself in full size. */
export function Gallery({
  pictures,
  rowHeight,
}: {
  readonly pictures: readonly { readonly name: string; readonly picture: Picture }[];
  /** How high the pictures are to be. Pixels; low rows stand closer. */
  readonly rowHeight?: number | undefined;
}) {
  return (
    <ul className={rowHeight !== undefined && rowHeight <= 160 ? 'gallery gallery-low' : 'gallery'}>
      {pictures.map(({ name, picture }) => (
        <li key={name}>
          <a href={picture.src}>
            <img
              src={picture.src}
              srcSet={picture.srcSet || undefined}
              sizes="(min-width: 42rem) 19rem, 46vw"
              width={picture.width}
              height={picture.height}
              alt={toWords(name)}
              title={picture.title}
              loading="lazy"
              decoding="async"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A file name as words, where nobody wrote better ones. */
function toWords(name: string): string {
  return name
    .replace(/^.*\//, '')
    .replace(/\.[a-z]+$/i, '')
    .replace(/[-_]+/g, ' ');
}
