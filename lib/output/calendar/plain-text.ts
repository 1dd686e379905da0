// Markdown as a note in a calendar holds it: plain text in which the addresses of links are to be seen.
import type { Nodes } from 'mdast';
import { parseBody } from '@/lib/mdx/syntax';

/** An event stands in three calendars, and parsing is what takes the time. */
const notes = new Map<string, string>();

/**
 * Markdown as plain text, its blocks apart by an empty line. A link is followed by its address, since a calendar has no
 * other way to show where it leads; HTML is left out, as on the pages.
 */
export function toNote(markdown: string): string {
  const note = notes.get(markdown) ?? noteOf(parseBody(markdown, 'md'));
  notes.set(markdown, note);
  return note;
}

function noteOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
      return node.alt ?? '';
    case 'link':
      return withAddress(joined(node.children, ''), node.url);
    case 'list':
      return node.children.map((item) => `- ${joined(item.children, '\n')}`).join('\n');
    case 'root':
    case 'blockquote':
      return joined(node.children, '\n\n');
    case 'table':
      return joined(node.children, '\n');
    case 'tableRow':
      return joined(node.children, ' | ');
    default:
      return 'children' in node ? joined(node.children, '') : '';
  }
}

function joined(nodes: readonly Nodes[], separator: string): string {
  const parts = nodes.map(noteOf);
  return (separator === '' ? parts : parts.filter((part) => part.trim() !== '')).join(separator);
}

/** A path leads nowhere outside the site, and what is no address of a page or a mailbox is none to offer. */
function withAddress(text: string, url: string): string {
  if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return text;
  const address = url.replace(/^mailto:/i, '');
  return text === url || text === address ? text : `${text} (${address})`;
}
