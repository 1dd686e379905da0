// The one rule for what readers may see, and when.

/** What the rule looks at. */
export interface Dated {
  readonly date: Date;
  readonly draft: boolean;
}

/** Why an entry is not public at an instant. */
export type Hidden = 'draft' | 'scheduled';

/** @returns why the entry is not public at `now`, or undefined where it is. An entry dated exactly `now` is public. */
export function hiddenReason(entry: Dated, now: Date): Hidden | undefined {
  if (entry.draft) return 'draft';
  return entry.date.getTime() > now.getTime() ? 'scheduled' : undefined;
}

/** Whether drafts and scheduled entries are shown: `NEWS_PREVIEW`, by default on in dev and on Vercel's previews. */
export function isPreview(): boolean {
  const wanted = process.env.NEWS_PREVIEW;
  if (wanted) return wanted !== '0' && wanted !== 'false';
  return process.env.NODE_ENV === 'development' || process.env.VERCEL_ENV === 'preview';
}
