// From an adopter to what is shown of it.
import { daysBetween, toDayOrMonth } from '@/lib/base/dates';
import type { AdopterFields } from '@/lib/kinds/adopter/schema';
import type { Entry, Lookup } from '@/lib/kinds/kind';

/** What is shown of an adopter. */
export type AdopterView = ReturnType<typeof toAdopterView>;

/** For how long an adopter is marked as new. */
const newForDays = 120;

export function toAdopterView(entry: Entry<AdopterFields>, { now }: Lookup) {
  const { id, name, url, about, story, joined } = entry;
  return {
    id,
    title: name,
    url,
    about,
    storyUrl: story,
    /** `February 2022`, where it is known. */
    joinedText: joined && toDayOrMonth(joined),
    isNew: joined !== undefined && daysBetween(joined.start, now) <= newForDays,
  };
}
