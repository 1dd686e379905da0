// The one rule for what readers may see, and when.

/** What the rule looks at. */
export interface Dated {
  readonly date: Date;
  readonly draft: boolean;
  /** Takes the place of the date here, where there is one. */
  readonly publishDate?: Date | undefined;
}

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

/** What lists no longer show, though its page stays. */
export interface Endable {
  readonly expiryDate?: Date | undefined;
  /** Why the post was withdrawn. */
  readonly withdrawn?: string | undefined;
}

/** Whether lists still show what is public at `now`: not from `expiryDate` on, and not what was withdrawn. */
export function isListed({ expiryDate, withdrawn }: Endable, now: Date): boolean {
  return withdrawn === undefined && (!expiryDate || expiryDate.getTime() > now.getTime());
}

/** Whether drafts and scheduled entries are shown: `NEWS_PREVIEW`, by default on in dev and on Vercel's previews. */
export function isPreview(): boolean {
  const wanted = process.env.NEWS_PREVIEW;
  if (wanted) return wanted !== '0' && wanted !== 'false';
  return process.env.NODE_ENV === 'development' || process.env.VERCEL_ENV === 'preview';
}
