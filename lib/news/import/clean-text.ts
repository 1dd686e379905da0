// Removes from front matter text what the check rejects in any text.
import { withoutHiddenCharacters } from '@/lib/content/hidden-characters';
import { repairMojibake } from '@/lib/content/mojibake';

/** On one line, without characters that nobody sees. */
export function cleanText(text: string): string {
  return cleanLines(text).replace(/\s+/g, ' ').trim();
}

/** Without characters that nobody sees. */
export function cleanLines(text: string): string {
  return withoutHiddenCharacters(repairMojibake(text.replace(/\r\n?/g, '\n')));
}
