// A video that is loaded only when it is started: until then a poster of our own and a link.
import type { Picture } from '@/lib/mdx/picture';

interface VideoProps {
  /** The player of the privacy-friendly host. */
  readonly playerHref: string;
  readonly host: string;
  readonly title: string;
  readonly poster: Picture | undefined;
}

export function Video({ playerHref, host, title, poster }: VideoProps) {
  return (
    <video-player>
      <a href={playerHref} data-title={title} rel="external nofollow" className="video-poster">
        {poster && (
          <img
            src={poster.src}
            srcSet={poster.srcSet || undefined}
            sizes="(min-width: 42rem) 38rem, 92vw"
            width={poster.width}
            height={poster.height}
            alt=""
            loading="lazy"
            decoding="async"
          />
        )}
        <span className="video-play" aria-hidden="true">
          ▶
        </span>
        <span className="video-title">
          <span className="sr-only">Watch: </span>
          {title}
          <span className="label block">Plays from {host}</span>
        </span>
      </a>
    </video-player>
  );
}
