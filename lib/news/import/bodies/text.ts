// Cleans the characters of a body: hidden ones, mojibake, and braces that would be shortcodes on this site.
import { findHiddenCharacters, withoutHiddenCharacters } from '@/lib/content/hidden-characters';
import { findMojibake, repairMojibake } from '@/lib/content/mojibake';
import { maskCode } from '@/lib/news/import/bodies/code';
import type { Draft } from '@/lib/news/import/bodies/draft';

/** What separates words and lines elsewhere. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const separator = /[\u000b\u000c\u0085\u2028\u2029]/g;

/** Repairs line ends, hidden characters and mojibake; reports what was lost before. */
export function cleanCharacters(draft: Draft): void {
  draft.count('line endings', draft.replace(draft.text, /\r\n?/g, () => '\n') > 0 ? 1 : 0);
  const separators = draft.replace(draft.text, separator, () => ' ');
  draft.count('hidden characters', separators);
  const mojibake = findMojibake(draft.text);
  if (mojibake.length > 0) {
    draft.count('words with mojibake', mojibake.length);
    const edits = mojibake.map(({ index, length, repaired }) => ({
      start: index,
      end: index + length,
      text: repaired,
    }));
    draft.edit(edits);
    if (findMojibake(draft.text).length > 0) draft.text = repairMojibake(draft.text);
  }
  if (findHiddenCharacters(draft.text).length > 0) removeHidden(draft);
  const lost = draft.text.indexOf('\ufffd');
  if (lost >= 0)
    draft.report(
      'import/text',
      lost,
      'a letter was already lost in the old site, and is shown as a question mark',
      'type it again',
    );
}

/** Line by line, so that lines keep their places. */
function removeHidden(draft: Draft): void {
  const lines = draft.text.split('\n');
  const clean = withoutHiddenCharacters(draft.text).split('\n');
  if (lines.length !== clean.length) {
    draft.edit([{ start: 0, end: draft.text.length, text: clean.join('\n') }]);
  } else {
    let start = 0;
    const edits = lines.flatMap((line, index) => {
      const end = start + line.length;
      const edit = { start, end, text: clean[index] ?? '' };
      start = end + 1;
      return edit.text === line ? [] : [edit];
    });
    draft.edit(edits);
  }
  draft.count('hidden characters');
}

/** `{{<` and `{{%` are text for every generator but Hugo. */
export function escapeShortcodes(draft: Draft): void {
  if (!/\{\{[<%]/.test(draft.text)) return;
  const shown = maskCode(draft.text, { indented: true, comments: true });
  draft.count(
    'braces escaped',
    draft.replace(shown, /\{\{(?=[<%])/g, () => '&#123;{'),
  );
}
