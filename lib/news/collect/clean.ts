// Sanitizes text from outside before anything else reads it.
import { convert } from 'html-to-text';
import { isBlank } from '@/lib/base/english';
import { withoutHiddenCharacters } from '@/lib/content/hidden-characters';

/**
 * Invisible characters that can deceive: control characters, changes of direction (Unicode Technical Report 36, section
 * 2.11), soft hyphens, byte-order marks, and lone surrogates.
 */
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text with several lines, with LF between them, and no hidden character that the check would refuse. */
export function cleanText(text: string): string {
  const clean = withoutHiddenCharacters(text.replace(/\r\n?/g, '\n').replace(unwanted, '').normalize('NFC'));
  return isBlank(clean) ? '' : clean.trim();
}

/** Text on one line. @param longest characters; a longer text is cut, with `…`. */
export function cleanLine(text: string, longest = 200): string {
  const line = cleanText(text).replace(/\s+/g, ' ').trim();
  const characters = [...line];
  if (characters.length <= longest) return line;
  return `${characters
    .slice(0, longest - 1)
    .join('')
    .trimEnd()}…`;
}

const paragraphs = ['div', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** HTML, or text with entities such as `&shy;`, as plain text. The address of a link follows its text. */
export function htmlToText(html: string): string {
  return convert(html, {
    wordwrap: false,
    preserveNewlines: true,
    selectors: [
      { selector: 'a', options: { linkBrackets: ['(', ')'], hideLinkHrefIfSameAsText: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'hr', format: 'skip' },
      ...['ul', 'ol'].map((selector) => ({ selector, format: 'unorderedList', options: { itemPrefix: '- ' } })),
      ...paragraphs.map((selector) => ({ selector, format: 'paragraph', options: { leadingLineBreaks: 2 } })),
    ],
  });
}
