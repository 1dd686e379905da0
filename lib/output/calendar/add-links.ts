// Links that open a reader's calendar in the browser with the event filled in. Apple's opens the .ics file.

import { type Event, mainOccurrence } from '@/lib/kinds/event/event';
import { descriptionOf, type People, placeOf, toLine } from '@/lib/output/calendar/event-text';
import { toRemainingRule } from '@/lib/output/calendar/repeat-rule';
import { toBasic, toDate, toEndDate, toUtc } from '@/lib/output/calendar/times';

/** An address for each calendar. */
export interface AddLinks {
  readonly google: string;
  readonly outlook: string;
  readonly office365: string;
}

/** In characters. Servers refuse addresses of more than some thousand octets, and a character may take nine of them. */
const longestNote = 600;

/**
 * The links for the next time of an event, or its last where all are over. Google repeats it from then on; Outlook has no
 * parameter for that. An event without an end ends when it begins, as in the .ics file (RFC 5545, section 3.6.1).
 *
 * @param href the event's page, absolute.
 */
export function addLinks(
  event: Event,
  now: Date,
  { href, people = [] }: { readonly href?: string; readonly people?: People } = {},
): AddLinks {
  const occurrence = mainOccurrence(event, now);
  const { start, end = start, allDay } = occurrence;
  const [from, to] = allDay ? [toDate(start), toEndDate(occurrence)] : [toUtc(start), toUtc(end)];
  const note = [shorten(descriptionOf(event, people)), href].filter(Boolean).join('\n\n') || undefined;
  const rule = toRemainingRule(event, occurrence);
  const place = placeOf(event);
  const title = toLine(event.title);
  const outlook = toQuery({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: from,
    enddt: to,
    allday: allDay ? 'true' : undefined,
    body: note,
    location: place,
  });
  const google = toQuery({
    action: 'TEMPLATE',
    text: title,
    dates: `${toBasic(from)}/${toBasic(to)}`,
    ctz: allDay ? undefined : event.zone,
    recur: rule && `RRULE:${rule}`,
    details: note,
    location: place,
  });
  return {
    google: `https://calendar.google.com/calendar/render?${google}`,
    outlook: `https://outlook.live.com/calendar/0/deeplink/compose?${outlook}`,
    office365: `https://outlook.office.com/calendar/0/deeplink/compose?${outlook}`,
  };
}

/** Not URLSearchParams: it writes a space as `+`, which Outlook shows as one. */
function toQuery(parameters: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(parameters)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > longestNote ? `${characters.slice(0, longestNote - 1).join('')}…` : text;
}
