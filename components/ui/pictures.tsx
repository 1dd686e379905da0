// Pictures: images, alone or side by side, covers, the logo.
import { type ReactNode, useId } from 'react';
import { ExternalLink } from '@/components/ui/inline';
import { formatNumber, words } from '@/lib/base/words';
import { countedKinds } from '@/lib/kinds/index';
import { nameInWords, type Picture, placeText } from '@/lib/mdx/picture';
import { pictureSizes } from '@/lib/mdx/pictures';
import { getMark, type Mark } from '@/lib/output/design/mark';
import { type CoverFacts, type CoverShape, drawCover } from '@/lib/output/pictures/cover';

interface ImageProps {
  readonly picture: { readonly src: string; readonly srcSet?: string; readonly width: number; readonly height: number };
  /** Empty for an image that adds nothing to the text next to it. */
  readonly alt: string;
  /** How wide it is shown, as the `sizes` attribute says it. */
  readonly sizes?: string;
  /** Whether it is in view as soon as the page opens. */
  readonly eager?: boolean;
  readonly className?: string;
}

/** An image at the size that it is shown at, loaded once it is near the screen. */
export function Image({ picture: { src, srcSet, width, height }, alt, sizes, eager = false, className }: ImageProps) {
  return (
    <img
      className={className}
      src={src}
      srcSet={srcSet || undefined}
      sizes={srcSet ? sizes : undefined}
      width={width}
      height={height}
      alt={alt}
      loading={eager ? undefined : 'lazy'}
      decoding="async"
    />
  );
}

/** What is shown in place of an image or a video that is not on this site: its alt text, with a link if it is external. */
export function PicturePlace({ alt, href, kind }: { alt: string; href?: string; kind?: 'video' }) {
  const text = placeText({ alt, kind, isExternal: href !== undefined });
  return <span className="picture-place">{href ? <ExternalLink href={href}>{text}</ExternalLink> : text}</span>;
}

interface FigureProps {
  /** Undefined if the image file is missing. */
  readonly picture: Picture | undefined;
  readonly alt: string;
  readonly children?: ReactNode;
}

/** Images of a post: one with a caption, or several side by side. */
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
  const { media } = words;
  const [number, all] = [formatNumber(index + 1), formatNumber(count)];
  return (
    <dialog
      id={`${id}${index}`}
      popover="auto"
      aria-label={media.imageOf(number, all)}
      className="viewer"
      data-pagefind-ignore=""
    >
      {/* A lazy image in a closed dialog is not loaded. */}
      <Image picture={{ src, width, height }} alt={nameInWords(name)} />
      <div className="action items-center">
        <p>{media.of(number, all)}</p>
        <a href={src}>{media.fullSize}</a>
        {count > 1 && (
          <>
            <button type="button" popoverTarget={`${id}${(index + count - 1) % count}`}>
              {media.previous}
            </button>
            {/* biome-ignore lint/a11y/noAutofocus: the focus of an open dialog belongs inside it */}
            <button type="button" popoverTarget={`${id}${(index + 1) % count}`} autoFocus>
              {media.next}
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
          {media.close}
        </button>
      </div>
    </dialog>
  );
}

/** The cover of an edition, in the page's own colours. It is decorative: the facts next to it say the same in words. */
export function Cover({ facts }: { facts: CoverFacts }) {
  const { width, height, paths } = drawCover(facts);
  if (paths.length === 0) return null;
  return (
    <svg className="cover" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {paths.map(({ shape, d }) => (
        <path key={d + shape} className={`cover-${nameOf(shape)}`} d={d} />
      ))}
    </svg>
  );
}

const names: Partial<Record<CoverShape, string>> = { plain: 'releases', hole: 'holes', dot: 'contributors' };

/** A shape has the class of the first kind that has it. */
function nameOf(shape: CoverShape): string {
  return names[shape] ?? countedKinds.find((kind) => kind.shape === shape)?.folder ?? shape;
}

/** The logo. Its own colours stay; the rest has the colour of what is around it. */
export function Logo({ mark = getMark() }: { mark?: Mark }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: ours, or a file that the check has found safe
  return <svg viewBox={mark.viewBox} aria-hidden="true" dangerouslySetInnerHTML={{ __html: mark.content }} />;
}
