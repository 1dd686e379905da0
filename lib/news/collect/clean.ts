// Text from outside, made harmless before anything else looks at it.
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/**
 * Characters that text for people does not need and that deceive or disturb: control characters, signs that turn the
 * direction of what follows (Unicode Technical Report 36, section 2.11), soft hyphens, marks of byte order, and halves
 * of characters.
 */
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text on several lines, with LF between them. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unwanted, '').normalize('NFC').trim();
}

/** Text on one line. @param longest characters; a longer one is cut, with `…`. */
export function cleanLine(text: string, longest = 200): string {
  const line = cleanText(text).replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= longest
    ? line
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

/** HTML, or text with entities such as `&shy;`, as plain text. The addresses of links stand behind their words. */
export function htmlToText(html: string): string {
  return textOf(fromHtml(html, { fragment: true }));
}

const blocks = new Set(['p', 'div', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'table', 'blockquote', 'pre']);

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const inner = () => node.children.map(textOf).join('');
  if (node.type !== 'element') return inner();
  const { tagName, properties } = node;
  if (tagName === 'script' || tagName === 'style') return '';
  if (tagName === 'br' || tagName === 'tr') return `${inner()}\n`;
  if (tagName === 'li') return `\n- ${inner()}`;
  if (blocks.has(tagName)) return `\n\n${inner()}\n\n`;
  const { href } = properties;
  const text = inner();
  return tagName === 'a' && typeof href === 'string' && href.trim() !== text.trim() ? `${text} (${href})` : text;
}
