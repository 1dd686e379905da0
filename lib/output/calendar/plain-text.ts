// Markdown as plain text for the notes of calendars, which show the addresses of links.
import type { Nodes } from 'mdast';
import { parseBody } from '@/lib/mdx/syntax';

/** Cached, since an event is in three calendars and parsing takes most of the time. */
const notes = new Map<string, string>();

/**
 * Markdown as plain text, its blocks apart by an empty line. A link is followed by its address, since a calendar has no
 * other way to show it; HTML is left out, as on the pages.
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

/** Only addresses of pages and mailboxes are shown: a path means nothing outside the site. */
function withAddress(text: string, url: string): string {
  if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return text;
  const address = url.replace(/^mailto:/i, '');
  return text === url || text === address ? text : `${text} (${address})`;
}
