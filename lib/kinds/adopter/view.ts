// From an adopter to what is shown of it.
import { daysBetween, toDayOrMonth } from '@/lib/base/dates';
import type { AdopterFields } from '@/lib/kinds/adopter/schema';
import type { Entry, EntryView, Lookup } from '@/lib/kinds/kind';

/** What is shown of an adopter. */
export interface AdopterView extends EntryView {
  readonly url: string;
  readonly about: string | undefined;
  readonly storyUrl: string | undefined;
  /** `February 2022`, where it is known. */
  readonly joinedText: string | undefined;
  readonly isNew: boolean;
}

/** For how long an adopter is marked as new. */
const newForDays = 120;

export function toAdopterView(entry: Entry<AdopterFields>, { now }: Lookup): AdopterView {
  const { id, name, url, about, story, joined } = entry;
  return {
    id,
    title: name,
    url,
    about,
    storyUrl: story,
    joinedText: joined && toDayOrMonth(joined),
    isNew: joined !== undefined && daysBetween(joined.start, now) <= newForDays,
  };
}
