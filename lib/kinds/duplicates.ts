// When two things are the same.
import { parseVideo } from '@/lib/base/videos';

/** Pairs of a later and the first of some things that have one key; those without a key are left out. */
export function duplicatesBy<T>(list: readonly T[], key: (item: T) => string | undefined): [second: T, first: T][] {
  const firsts = new Map<string, T>();
  return list.flatMap((item): [T, T][] => {
    const value = key(item);
    const first = value === undefined ? undefined : firsts.get(value);
    if (value !== undefined && first === undefined) firsts.set(value, item);
    return first === undefined ? [] : [[item, first]];
  });
}

/** A name as it is compared: two that differ in case, spaces or signs alone are one. C, C++ and C# are three. */
export function sameName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<![\p{L}+])\+|(?<!\p{L})#|[^\p{L}\p{N}+#]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A URL as it is compared: without scheme, `www.`, final slash and fragment; of a video, without the form of its address. */
export function sameAddress(url: string): string {
  const video = parseVideo(url);
  if (video) return `${video.host} ${video.id}`;
  const { hostname, pathname, search } = new URL(url);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}
