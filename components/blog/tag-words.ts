// A tag as a reader reads it, made from the word that authors write.

/** `monthly-update` as “Monthly update”. */
export function tagWords(tag: string): string {
  return tag.replace(/[-_]+/g, ' ').replace(/^./, (letter) => letter.toUpperCase());
}
