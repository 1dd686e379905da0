// A video that is loaded only when it is started: until then, a poster from this site and a link.
import { Image } from '@/components/ui/pictures';
import { words } from '@/lib/base/words';
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
        {poster && <Image picture={poster} alt="" sizes="(min-width: 42rem) 38rem, 92vw" />}
        <span className="video-play" aria-hidden="true">
          ▶
        </span>
        <span className="video-title">
          <span className="sr-only">{words.media.watch + words.space}</span>
          {title}
          <span className="label block">{words.media.playsFrom(host)}</span>
        </span>
      </a>
    </video-player>
  );
}
