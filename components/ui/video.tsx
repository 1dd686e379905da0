// A video that is loaded only when it is started: until then, a poster from this site and a link.
import type { ComponentProps } from 'react';
import { Image } from '@/components/ui/pictures';
import { words } from '@/lib/base/words';

interface VideoProps {
  /** The player of the privacy-friendly host. */
  readonly playerHref: string;
  readonly host: string;
  readonly title: string;
  readonly poster: ComponentProps<typeof Image>['picture'] | undefined;
  /** Whether its title is above it already. */
  readonly isTitled?: boolean;
}

export function Video({ playerHref, host, title, poster, isTitled = false }: VideoProps) {
  return (
    <video-player>
      <a href={playerHref} data-title={title} rel="external nofollow" className="video-poster">
        {poster && <Image picture={poster} alt="" sizes="(min-width: 42rem) 38rem, 92vw" />}
        <span className="video-play" aria-hidden="true">
          ▶
        </span>
        <span className="video-title">
          <span className="sr-only">{words.media.watch + words.space}</span>
          <span className={isTitled ? 'sr-only' : undefined}>{title}</span>
          <span className="label block">{words.media.playsFrom(host)}</span>
        </span>
      </a>
    </video-player>
  );
}
