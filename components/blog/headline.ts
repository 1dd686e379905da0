// The type size of a title, by its length.

/** A title with more characters is long. */
const long = 60;

/** The classes of a headline: smaller for a long title. */
export function headlineClass(title: string): string {
  return title.length > long ? 'headline headline-long' : 'headline headline-hero';
}
