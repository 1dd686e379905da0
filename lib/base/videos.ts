// Addresses of videos, and the players that show them without tracking.

/** A video that can be played. */
export interface VideoSource {
  /** The name of the host, as shown. */
  readonly host: 'YouTube' | 'Vimeo';
  /** Its name on that host, the same in each of the forms of its address. */
  readonly id: string;
  /** Where it begins to play. Seconds. */
  readonly start: number;
  /** The player's address, on the host that sets no cookies. */
  readonly playerHref: string;
  /** The page on which the host itself shows it. */
  readonly watchHref: string;
}

/** Hosts from which a page may load a player: `frame-src` of the policy. */
export const playerOrigins = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com'] as const;

/** Reads the address of a video on YouTube or Vimeo. @returns its player, or undefined for any other address. */
export function parseVideo(address: string): VideoSource | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, pathname, searchParams, hash } = new URL(address);
  if (protocol !== 'https:') return undefined;
  const host = hostname.replace(/^(?:www|m|music)\./, '');
  const start = seconds(searchParams.get('t') ?? searchParams.get('start') ?? /^#t=(\w+)/.exec(hash)?.[1]);
  if (host === 'youtube.com' || host === 'youtube-nocookie.com' || host === 'youtu.be') {
    const id =
      host === 'youtu.be'
        ? pathname.replace(/^\/|\/$/g, '')
        : (searchParams.get('v') ?? /^\/(?:embed|live|shorts|v|e)\/([^/]+)/.exec(pathname)?.[1] ?? '');
    if (!/^[\w-]{6,20}$/.test(id)) return undefined;
    const playerHref = `${playerOrigins[0]}/embed/${id}${start ? `?start=${start}` : ''}`;
    const watchHref = `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}` : ''}`;
    return { host: 'YouTube', id, start, playerHref, watchHref };
  }
  if (host === 'vimeo.com' || host === 'player.vimeo.com') {
    const id = /\/(\d{5,12})\/?$/.exec(pathname)?.[1];
    if (!id) return undefined;
    const playerHref = `${playerOrigins[1]}/video/${id}?dnt=1`;
    return { host: 'Vimeo', id, start, playerHref, watchHref: `https://vimeo.com/${id}${start ? `#t=${start}s` : ''}` };
  }
  return undefined;
}

/** `90`, `90s` and `1m30s` in seconds. */
function seconds(text: string | null | undefined): number {
  const [, hours, minutes, rest] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text ?? '') ?? [];
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0);
}
