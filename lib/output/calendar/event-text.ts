// What calendars and structured data say of an event in words: plain text, safe to be put into any of their formats.

import type { Event } from '@/lib/kinds/event/event';
import type { Person } from '@/lib/kinds/person/kind';
import { toNote } from '@/lib/output/calendar/plain-text';

/** Everybody whom events may name by id. */
export type People = readonly Pick<Person, 'id' | 'name' | 'affiliation'>[];

export interface Speaker {
  readonly name: string;
  readonly affiliation: string | undefined;
}

/** The speakers of an event by the names they use. */
export function speakersOf(event: Event, people: People): Speaker[] {
  return (event.speakers ?? []).map(({ name, affiliation }) => {
    const person = people.find(({ id }) => id === name);
    return {
      name: toLine(person?.name ?? name),
      affiliation: toOptionalLine(affiliation ?? person?.affiliation),
    };
  });
}

/** What an event is about, who speaks, and where to read, watch and leaf through more, a paragraph each. */
export function descriptionOf(event: Event, people: People): string {
  const speakers = speakersOf(event, people).map(({ name, affiliation }) =>
    affiliation ? `${name} (${affiliation})` : name,
  );
  return [
    event.description && toLines(toNote(event.description)),
    speakers.length > 0 && `${speakers.length > 1 ? 'Speakers' : 'Speaker'}: ${speakers.join(', ')}`,
    event.url && `More: ${event.url}`,
    event.recording && `Recording: ${event.recording}`,
    event.slides && `Slides: ${event.slides}`,
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join('\n\n');
}

/** Where an event takes place; undefined where it does not say. */
export function placeOf({ location, online }: Event): string | undefined {
  if (location && online) return `${toLine(location)} and online`;
  return toOptionalLine(location) ?? (online ? 'Online' : undefined);
}

/** A text on one line: line breaks of every kind become spaces, control characters and halves of characters go. */
export function toLine(text: string): string {
  return toLines(text).replace(/\s+/g, ' ').trim();
}

/** A text on as many lines as it has, ended by LF alone, without control characters and halves of characters. */
export function toLines(text: string): string {
  return (
    text
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      .replace(/\t/g, ' ')
      // `\p{Cs}` matches a half of a surrogate pair only where the other is missing.
      .replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '')
      .trim()
  );
}

function toOptionalLine(text: string | undefined): string | undefined {
  return (text && toLine(text)) || undefined;
}
