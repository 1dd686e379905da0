// The single rule that decides when content is visible.
import type { Post } from '@/lib/content/posts';

/** What the rule looks at. `publishDate` takes the place of `date`, where there is one. */
export type Dated = Pick<Post, 'date' | 'draft' | 'publishDate'>;

/** Why an entry is not public at an instant. */
export type Hidden = 'draft' | 'scheduled';

/** When readers first see an entry that is not a draft. */
export function publicFrom({ date, publishDate }: Pick<Dated, 'date' | 'publishDate'>): Date {
  return publishDate ?? date;
}

/** @returns why the entry is not public at `now`, or undefined where it is. An entry dated exactly `now` is public. */
export function hiddenReason(entry: Dated, now: Date): Hidden | undefined {
  if (entry.draft) return 'draft';
  return publicFrom(entry).getTime() > now.getTime() ? 'scheduled' : undefined;
}

/** Whether lists still show what is public at `now`: not from `expiryDate` on, and not what was withdrawn. */
export function isListed({ expiryDate, withdrawn }: Pick<Post, 'expiryDate' | 'withdrawn'>, now: Date): boolean {
  return withdrawn === undefined && (!expiryDate || expiryDate.getTime() > now.getTime());
}

/** Whether drafts and scheduled entries are shown: `NEWS_PREVIEW`, by default on in dev and on Vercel's previews. */
export function isPreview(): boolean {
  const wanted = process.env.NEWS_PREVIEW;
  if (wanted) return wanted !== '0' && wanted !== 'false';
  return process.env.NODE_ENV === 'development' || process.env.VERCEL_ENV === 'preview';
}
