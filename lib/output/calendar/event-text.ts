// The texts of an event in calendars and structured data: plain text, safe in each of their formats.
import type { Nodes } from 'mdast';
import { plural, words } from '@/lib/base/words';
import type { Event } from '@/lib/kinds/event/event';
import { placeText } from '@/lib/kinds/event/view';
import type { Person } from '@/lib/kinds/person/kind';
import { parseBody } from '@/lib/mdx/syntax';

const said = words.calendar;

/** The people whom events may name by id. */
export type People = readonly Pick<Person, 'id' | 'name' | 'affiliation'>[];

/** The speakers of an event by the names they use. */
export function speakersOf(event: Event, people: People) {
  return (event.speakers ?? []).map(({ name, affiliation }) => {
    const person = people.find(({ id }) => id === name);
    return { name: toLine(person?.name ?? name), affiliation: toOptionalLine(affiliation ?? person?.affiliation) };
  });
}

/** What an event is about, who speaks, and where the page, the recording and the slides are, a paragraph each. */
export function descriptionOf(event: Event, people: People): string {
  const speakers = speakersOf(event, people).map(({ name, affiliation }) =>
    affiliation ? `${name} (${affiliation})` : name,
  );
  return [
    event.description && toLines(toNote(event.description)),
    speakers.length > 0 && words.labelled(plural(said.speakers, speakers.length), speakers.join(words.comma)),
    event.url && words.labelled(said.more, event.url),
    event.recording && words.labelled(said.recording, event.recording),
    event.slides && words.labelled(said.slides, event.slides),
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join('\n\n');
}

/** Where an event takes place; undefined where it does not say. */
export function placeOf({ location, online }: Event): string | undefined {
  return placeText({ location: toOptionalLine(location), online });
}

/** A text on one line: line breaks of every kind become spaces, control characters and lone surrogates are removed. */
export function toLine(text: string): string {
  return toLines(text).replace(/\s+/g, ' ').trim();
}

/** A text on as many lines as it has, ended by LF alone, without control characters and lone surrogates. */
export function toLines(text: string): string {
  return (
    text
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      .replace(/\t/g, ' ')
      // With the flag `u`, `\p{Cs}` matches lone surrogates only.
      .replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '')
      .trim()
  );
}

function toOptionalLine(text: string | undefined): string | undefined {
  return (text && toLine(text)) || undefined;
}

/** Cached, since an event is in three calendars and parsing takes most of the time. */
const notes = new Map<string, string>();

/**
 * Markdown as plain text, its blocks apart by an empty line. A link is followed by its address, since a calendar has no
 * other way to show it; HTML is left out, as on the pages.
 */
function toNote(markdown: string): string {
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
