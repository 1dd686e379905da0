// How large a title is set, by its length.

/** Letters from which on a title is long. */
const long = 60;

/** The classes of a headline: smaller where there is much of it. */
export function headlineClass(title: string): string {
  return title.length > long ? 'headline headline-long' : 'headline headline-hero';
}
