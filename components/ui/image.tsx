// An image at the size that it is shown at, loaded once it is near the screen.

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
