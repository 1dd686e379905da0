// The kinds of file that may be next to a post. Anything else would be served as if it were ours, whoever sent it.

const types = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
} as const;

export type MediaType = (typeof types)[keyof typeof types];

/** The media type of a file by its name's ending, or undefined where such a file is not served. */
export function mediaType(name: string): MediaType | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && Object.hasOwn(types, ending) ? types[ending as keyof typeof types] : undefined;
}

/** What people call each kind. */
export const mediaNames: Readonly<Record<MediaType, string>> = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/avif': 'AVIF',
  'image/gif': 'GIF',
  'image/svg+xml': 'SVG',
  'application/pdf': 'PDF',
};

/** The endings that are served, for messages. */
export const mediaEndings = 'PNG, JPEG, WebP, AVIF, GIF, SVG and PDF';

/** Whether a media type is a picture that can be scaled to smaller variants without losing what it is. */
export function isScalable(type: MediaType): boolean {
  return type === 'image/png' || type === 'image/jpeg' || type === 'image/webp' || type === 'image/avif';
}
