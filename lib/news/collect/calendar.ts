// `news collect calendar`: the events of iCalendar files (RFC 5545).
import ICAL from 'ical.js';
import { compare } from '@/lib/base/compare';
import { toDateTime } from '@/lib/base/dates';
import { countedInFigures } from '@/lib/base/english';
import { toId } from '@/lib/base/entry-id';
import { groupBy } from '@/lib/base/group-by';
import { sameName } from '@/lib/kinds/duplicates';
import { type Event, mainOccurrence } from '@/lib/kinds/event/event';
import { event as eventKind } from '@/lib/kinds/event/kind';
import { type EventFields, eventSchema } from '@/lib/kinds/event/schema';
import type { WrittenFields } from '@/lib/kinds/recipe';
import { SourceError } from '@/lib/news/collect/ask';
import { type CalendarOptions, CalendarReader } from '@/lib/news/collect/calendar-reader';
import { instantIn, isAt, spellTime, textOf } from '@/lib/news/collect/calendar-values';
import { type Candidate, type Collecting, collectEach, textSources } from '@/lib/news/collect/collecting';
import { quoted } from '@/lib/news/collect/github';

const mostEvents = 5_000;

/** Collects the events of calendars. @param names files or addresses. @returns whether each could be read. */
export function collectCalendar(
  names: readonly string[],
  options: CalendarOptions,
  collecting: Collecting,
): Promise<boolean> {
  const read = (text: string, name: string) => readCalendar(text, name, options, collecting);
  return collectEach(textSources(names, problemOf, read, collecting), (candidates) => candidates, collecting);
}

function problemOf(text: string): string | undefined {
  if (!/^\s*BEGIN:VCALENDAR/i.test(text)) return 'it is not an iCalendar file';
  return /END:VCALENDAR\s*$/i.test(text) ? undefined : 'the file is incomplete (it has no end)';
}

function parseCalendars(text: string): ICAL.Component[] {
  try {
    const parsed = ICAL.parse(text) as unknown[];
    return (Array.isArray(parsed[0]) ? parsed : [parsed]).map((part) => new ICAL.Component(part as never));
  } catch {
    throw new SourceError('it is not valid iCalendar');
  }
}

/** An event of the calendar: the fields to write, and the parsed event if they are valid. */
interface Found {
  readonly uid: string;
  readonly fields: WrittenFields;
  readonly data: EventFields | undefined;
}

function readCalendar(text: string, source: string, options: CalendarOptions, collecting: Collecting): Candidate[] {
  const { log, community } = collecting;
  const all: Found[] = [];
  for (const calendar of parseCalendars(text)) {
    const events = calendar.getAllSubcomponents('vevent');
    if (events.length > mostEvents) throw new SourceError(`it has more than ${mostEvents} events`);
    const reader = new CalendarReader(calendar, options, community.events);
    const uidOf = (event: ICAL.Component) => textOf(event, 'uid') ?? `no uid ${events.indexOf(event)}`;
    for (const [uid, group] of groupBy(events, uidOf)) {
      try {
        for (const fields of reader.read(group)) all.push({ uid, fields, data: eventSchema.safeParse(fields).data });
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        log(`${source}: skipped ${quoted(textOf(group[0], 'summary') ?? uid)}: ${error.message}`);
      }
    }
    for (const remark of reader.remarks) log(`${source}: ${remark}`);
  }
  const found = all
    .filter(({ data }) => !data || !isOverBefore(data, options.since))
    .sort((a, b) => compare(String(a.fields.start), String(b.fields.start)) || compare(a.uid, b.uid));
  const counts = new Map<string, number>();
  const candidates = found.map(({ fields, data }): Candidate => {
    const base = `${toId(String(fields.title)) || 'event'}-${String(fields.start).slice(0, 10)}`;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    const existing = data && existingOf(data, community.events);
    return {
      kind: eventKind,
      id: count === 1 ? base : `${base}-${count}`,
      source,
      fields: data && existing ? inZoneOf(existing, fields, data) : fields,
      existing,
    };
  });
  const past = all.length - found.length;
  log(`${source}: ${countedInFigures(candidates.length, 'event')} since ${toDateTime(options.since)}, ${past} before`);
  return candidates;
}

/** The entry that an event already has: the same title at the same time, and both repeat or neither does. */
function existingOf(data: EventFields, events: readonly Event[]): Event | undefined {
  return events.find(
    (event) => sameName(event.title) === sameName(data.title) && !event.repeats === !data.repeats && isAt(event, data),
  );
}

/** A single event in the zone of its entry: another zone alone is not a difference. */
function inZoneOf({ start, zone, repeats }: Event, fields: WrittenFields, data: EventFields): WrittenFields {
  if (!data.zone || !zone || repeats || !start.includes('T') || !data.start.includes('T')) return fields;
  const end = data.end === undefined ? undefined : instantIn(data.end, data.zone);
  return { ...fields, start, zone, ...(end ? { end: spellTime({ at: end, zone }) } : {}) };
}

function isOverBefore(data: EventFields, since: Date): boolean {
  return mainOccurrence({ ...data, id: '', file: '', shownFile: '' }, since).over <= since;
}
