// The title of a tag, from the slug that authors write.

/** `monthly-update` as “Monthly update”. */
export function tagWords(tag: string): string {
  return tag.replace(/[-_]+/g, ' ').replace(/^./, (letter) => letter.toUpperCase());
}
