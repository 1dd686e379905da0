// `news collect calendar`: the events of an iCalendar file (RFC 5545), with their repeats.
import ICAL from 'ical.js';
import type { PhrasingContent, Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { compare } from '@/lib/base/compare';
import { toDateTime } from '@/lib/base/dates';
import { toId } from '@/lib/base/entry-id';
import { httpsUrl } from '@/lib/base/fields';
import { instantsOf, isZone, type LocalTime, localTimeAt, nearestInstant, parseLocalTime } from '@/lib/base/zones';
import { sameName } from '@/lib/kinds/duplicates';
import { type Event, mainOccurrence } from '@/lib/kinds/event/event';
import { event as eventKind } from '@/lib/kinds/event/kind';
import { expandRule, ruleFault } from '@/lib/kinds/event/repeats';
import { type EventFields, eventKinds, eventSchema, toWallTime } from '@/lib/kinds/event/schema';
import type { WrittenFields } from '@/lib/kinds/recipe';
import { SourceError } from '@/lib/news/collect/ask';
import { cleanLine, cleanText, htmlToText } from '@/lib/news/collect/clean';
import { type Candidate, type Collecting, readEach, type Source, settle } from '@/lib/news/collect/collecting';
import { quoted } from '@/lib/news/collect/github';
import { nameOf, readTextOf } from '@/lib/news/collect/read-text';
import { zoneOfWindows } from '@/lib/news/collect/windows-zones';

/** How a calendar is read. */
export interface CalendarOptions {
  /** Events that are over before 00:00 UTC of this day are of no interest. */
  readonly since: Date;
  /** The zone of times that name none. */
  readonly zone: string | undefined;
  /** The kind of events that do not say what they are. */
  readonly kind: (typeof eventKinds)[number];
}

const mostEvents = 5_000;
/** Characters. */
const longestDescription = 1_000;
const mostExtraDates = 50;

/** Why an event cannot be taken over. */
class EventFault extends Error {}

/** Brings in the events of calendars. @returns whether each could be read. */
export async function collectCalendar(
  names: readonly string[],
  options: CalendarOptions,
  collecting: Collecting,
): Promise<boolean> {
  const sources = names.map((name): Source<Candidate[]> => {
    const shown = nameOf(name);
    return {
      name: shown,
      async read() {
        const fault = (text: string) =>
          /^\s*BEGIN:VCALENDAR/i.test(text) ? endFault(text) : 'this is no iCalendar file';
        const { text, standIns } = await readTextOf(name, collecting, fault);
        return { value: readCalendar(text, shown, options, collecting), standIns };
      },
    };
  });
  const { readings, failed } = await readEach(sources, collecting);
  await settle(
    readings.flatMap(({ value }) => value),
    collecting,
  );
  return failed.length === 0;
}

function endFault(text: string): string | undefined {
  return /END:VCALENDAR\s*$/i.test(text) ? undefined : 'the file is not whole (it has no end)';
}

function readCalendar(text: string, source: string, options: CalendarOptions, collecting: Collecting): Candidate[] {
  const { tell, community } = collecting;
  let calendars: ICAL.Component[];
  try {
    const parsed = ICAL.parse(text) as unknown[];
    calendars = (Array.isArray(parsed[0]) ? parsed : [parsed]).map((part) => new ICAL.Component(part as never));
  } catch {
    throw new SourceError('the file is no sound iCalendar');
  }
  const found: { uid: string; fields: WrittenFields }[] = [];
  let past = 0;
  for (const calendar of calendars) {
    const events = calendar.getAllSubcomponents('vevent');
    if (events.length > mostEvents) throw new SourceError(`it has more than ${mostEvents} events`);
    const reader = new Reader(calendar, options, community.events);
    for (const [uid, group] of groupByUid(events)) {
      try {
        for (const fields of reader.read(group)) {
          if (isOverBefore(fields, options.since)) past += 1;
          else found.push({ uid, fields });
        }
      } catch (error) {
        if (!(error instanceof EventFault)) throw error;
        tell(`${source}: left out ${quoted(textOf(group[0], 'summary') ?? uid)}: ${error.message}`);
      }
    }
    for (const remark of reader.remarks) tell(`${source}: ${remark}`);
  }
  found.sort((a, b) => compare(String(a.fields.start), String(b.fields.start)) || compare(a.uid, b.uid));
  const taken = new Map<string, number>();
  const candidates = found.map(({ fields }): Candidate => {
    const base = `${toId(String(fields.title)) || 'event'}-${String(fields.start).slice(0, 10)}`;
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    const id = count === 1 ? base : `${base}-${count}`;
    const existing = existingOf(fields, community.events);
    return { kind: eventKind, id, source, fields: existing ? asClocksOf(existing, fields) : fields, existing };
  });
  tell(`${source}: ${candidates.length} events since ${toDateTime(options.since)}, ${past} before that`);
  return candidates;
}

function groupByUid(events: readonly ICAL.Component[]): Map<string, ICAL.Component[]> {
  const groups = new Map<string, ICAL.Component[]>();
  for (const [index, event] of events.entries()) {
    const uid = textOf(event, 'uid') ?? `no uid ${index}`;
    groups.set(uid, [...(groups.get(uid) ?? []), event]);
  }
  return groups;
}

/** A date, or an instant with the zone by whose clocks it was written. */
interface When {
  readonly day?: string;
  readonly instant?: Date;
  readonly zone?: string;
}

/** Reads the events of one calendar. */
class Reader {
  readonly remarks = new Set<string>();
  private readonly calendarZone: string | undefined;
  private readonly locations = new Map<string, string>();
  private readonly described = new Map<string, ICAL.Timezone>();

  constructor(
    calendar: ICAL.Component,
    private readonly options: CalendarOptions,
    private readonly existing: readonly Event[],
  ) {
    const named = textOf(calendar, 'x-wr-timezone');
    this.calendarZone = options.zone ?? (named === undefined ? undefined : this.toIana(named));
    for (const part of calendar.getAllSubcomponents('vtimezone')) {
      const id = textOf(part, 'tzid');
      if (id === undefined) continue;
      const location = textOf(part, 'x-lic-location');
      if (location !== undefined) this.locations.set(id, location);
      this.described.set(id, new ICAL.Timezone(part));
    }
  }

  /** One event, and those of its repeats that differ or come besides. */
  read(group: readonly ICAL.Component[]): WrittenFields[] {
    if (group.some((event) => /^(?:private|confidential)$/i.test(textOf(event, 'class') ?? ''))) {
      throw new EventFault('it is marked as private');
    }
    const changed = group.filter((event) => event.hasProperty('recurrence-id'));
    const masters = group.filter((event) => !changed.includes(event));
    const [master] = masters;
    if (masters.length > 1) throw new EventFault('its UID stands for several events');
    const except = changed.map((event) => this.dayOf(event.getFirstProperty('recurrence-id'), master));
    if (changed.some((event) => event.getFirstProperty('recurrence-id')?.getParameter('range'))) {
      throw new EventFault('a change of all later times (RANGE) cannot be taken over; split the event');
    }
    const others = changed
      .filter((event) => !/^cancelled$/i.test(textOf(event, 'status') ?? ''))
      .map((event) => this.toFields(event, [], master));
    return master ? [this.toFields(master, except), ...this.extraDates(master), ...others] : others;
  }

  private toFields(event: ICAL.Component, except: readonly string[], master?: ICAL.Component): WrittenFields {
    const get = (name: string) => textOf(event, name) ?? (master && textOf(master, name));
    const title = cleanLine(get('summary') ?? '');
    if (title === '') throw new EventFault('it has no title');
    const start = this.when(event.getFirstProperty('dtstart'));
    const place = cleanLine(get('location') ?? '', 300);
    const isLink = /^https:\/\/\S+$/.test(place);
    const url = [get('url'), isLink ? place : undefined].find((each) => httpsUrl.safeParse(each).success);
    const meets = isLink || event.hasProperty('conference') || event.hasProperty('x-google-conference');
    const repeats = this.toRule(event, start);
    const days = repeats === undefined ? [] : [...except, ...this.exceptions(event, start)];
    const fields = {
      title,
      kind: kindOf(title, textsOf(event, 'categories')) ?? this.options.kind,
      start: spell(start, start.zone),
      end: this.endOf(event, start),
      zone: start.zone,
      url: url?.trim(),
      location: place === '' || isLink ? undefined : place,
      online: meets || undefined,
      description: toDescription(get('description') ?? ''),
      repeats,
      status: /^cancelled$/i.test(textOf(event, 'status') ?? '') ? 'cancelled' : undefined,
    };
    const there = repeats === undefined ? [] : this.daysThatAreThere(fields);
    if (there.length > 0) {
      this.remarks.add(`${quoted(title)}: has entries of their own already on ${there.join(', ')}`);
    }
    const all = [...new Set([...days, ...there])].sort(compare);
    return { ...fields, except: all.length > 0 ? all : undefined };
  }

  /** What one property says of time. */
  private when(property: ICAL.Property | null, value: unknown = property?.getFirstValue()): When {
    if (!property || !(value instanceof ICAL.Time)) throw new EventFault('it has no date');
    const { year, month, day, hour, minute, second } = value;
    const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
    if (!Number.isInteger(year) || year < 1970 || year > 2199) throw new EventFault('its date is out of all bounds');
    if (value.isDate) return { day: date };
    const local = parseLocalTime(`${date}T${two(hour)}:${two(minute)}:${two(second)}`);
    if (!local) throw new EventFault('it has a time that does not exist');
    const tzid = property.getFirstParameter('tzid');
    if (!tzid && value.zone === ICAL.Timezone.utcTimezone)
      return { instant: nearestInstant(local, 'UTC'), zone: 'UTC' };
    const zone = tzid ? this.toIana(tzid) : this.calendarZone;
    if (zone !== undefined) return { instant: nearestInstant(local, zone), zone };
    if (!tzid) throw new EventFault('its time names no zone (fix: give one with --zone)');
    const described = this.described.get(tzid);
    if (!described) throw new EventFault(`its time zone ${quoted(tzid)} is not known`);
    this.remarks.add(`the time zone ${quoted(tzid)} is not known; its times are written in UTC`);
    const offset = described.utcOffset(
      new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.localTimezone),
    );
    const instant = new Date(nearestInstant(local, 'UTC').getTime() - offset * 1_000);
    return { instant, zone: 'UTC' };
  }

  /** The IANA name of a zone as calendars name it. */
  private toIana(name: string): string | undefined {
    const known = (each: string | undefined) => (each !== undefined && isZone(each) ? each : undefined);
    if (/^(?:UTC|GMT|Z|Etc\/UTC)$/i.test(name)) return 'UTC';
    const pieces = name.split('/');
    // Some put their own name before it: /freeassociation.sourceforge.net/Europe/Berlin.
    const ends = [3, 2].map((count) => pieces.slice(-count).join('/'));
    return [name, ...ends, this.locations.get(name), zoneOfWindows(name)].map(known).find((each) => each !== undefined);
  }

  private endOf(event: ICAL.Component, start: When): string | undefined {
    const property = event.getFirstProperty('dtend');
    const duration = event.getFirstPropertyValue('duration');
    if (property) {
      const end = this.when(property);
      if (start.day !== undefined && end.day !== undefined) {
        // The end of days is the day after the last (RFC 5545, section 3.6.1).
        const last = new Date(Date.parse(end.day) - 86_400_000).toISOString().slice(0, 10);
        return last > start.day ? last : undefined;
      }
      return start.instant && end.instant && end.instant > start.instant ? spell(end, start.zone) : undefined;
    }
    if (!(duration instanceof ICAL.Duration)) return undefined;
    const seconds = duration.toSeconds();
    if (!(seconds > 0 && seconds < 366 * 86_400)) return undefined;
    if (start.instant) return spell({ instant: new Date(start.instant.getTime() + seconds * 1_000) }, start.zone);
    const last = new Date(Date.parse(start.day ?? '') + (seconds - 86_400) * 1_000).toISOString().slice(0, 10);
    return last > (start.day ?? '') ? last : undefined;
  }

  /** The rule of an event in the form that events have here. */
  private toRule(event: ICAL.Component, start: When): string | undefined {
    const rules = event.getAllProperties('rrule');
    if (event.hasProperty('exrule'))
      throw new EventFault('it has a rule of exceptions (EXRULE), which is not known here');
    if (rules.length > 1) throw new EventFault('it repeats by several rules');
    const [rule] = rules;
    if (!rule) return undefined;
    if (start.zone === 'UTC' && rule.parent?.getFirstProperty('dtstart')?.getFirstParameter('tzid')) {
      const tzid = rule.parent.getFirstProperty('dtstart')?.getFirstParameter('tzid') ?? '';
      if (this.toIana(tzid) === undefined)
        throw new EventFault(`it repeats in a time zone, ${quoted(tzid)}, that is not known`);
    }
    const text = rule
      .toICALString()
      .replace(/^[^:]*:/, '')
      .toUpperCase();
    const local = start.instant && start.zone ? localTimeAt(start.instant, start.zone) : undefined;
    const implied: Record<string, number | undefined> = {
      BYHOUR: local?.hour,
      BYMINUTE: local?.minute,
      BYSECOND: local?.second,
    };
    const parts = text
      .split(';')
      .filter((part) => {
        const [name = '', value] = part.split('=');
        return !(Object.hasOwn(implied, name) && Number(value) === implied[name]) && part !== 'INTERVAL=1';
      })
      .map((part) => (part.startsWith('UNTIL=') ? toUntil(part.slice(6), start) : part));
    const written = parts.join(';');
    const fault = ruleFault(written);
    if (fault) throw new EventFault(`its rule ${quoted(text)} cannot be taken over: ${fault.message}`);
    return written;
  }

  /** The days of EXDATE. */
  private exceptions(event: ICAL.Component, start: When): string[] {
    return event
      .getAllProperties('exdate')
      .flatMap((property) => property.getValues().map((value) => toDay(this.when(property, value), start.zone)));
  }

  private dayOf(property: ICAL.Property | null, master: ICAL.Component | undefined): string {
    const start = master && this.when(master.getFirstProperty('dtstart'));
    return toDay(this.when(property), start?.zone);
  }

  /** The times of RDATE, each an event of its own. */
  private extraDates(event: ICAL.Component): WrittenFields[] {
    const values = event
      .getAllProperties('rdate')
      .flatMap((property) => property.getValues().map((value) => ({ property, value })));
    if (values.length > mostExtraDates) throw new EventFault(`it has more than ${mostExtraDates} extra dates (RDATE)`);
    if (values.length === 0) return [];
    const base = this.toFields(event, []);
    const start = this.when(event.getFirstProperty('dtstart'));
    return values.map(({ property, value }) => {
      const at = this.when(property, value);
      const end = typeof base.end === 'string' ? this.shift(base.end, start, at) : undefined;
      const single = { ...base, repeats: undefined, except: undefined };
      return { ...single, start: spell(at, start.zone), end };
    });
  }

  /** An end as far behind another start. */
  private shift(end: string, from: When, to: When): string | undefined {
    if (from.day !== undefined && to.day !== undefined) {
      return new Date(Date.parse(to.day) + Date.parse(end) - Date.parse(from.day)).toISOString().slice(0, 10);
    }
    const local = parseLocalTime(end);
    if (!from.instant || !to.instant || !local || !from.zone) return undefined;
    const length = nearestInstant(local, from.zone).getTime() - from.instant.getTime();
    return spell({ instant: new Date(to.instant.getTime() + length) }, from.zone);
  }

  /** Days of a repeated event on which an entry of its own stands already: what was written by hand wins. */
  private daysThatAreThere(fields: WrittenFields): string[] {
    const { data } = eventSchema.safeParse(fields);
    if (!data?.repeats) return [];
    const singles = this.existing.filter(({ title, repeats }) => !repeats && sameName(title) === sameName(data.title));
    const days = new Set(singles.flatMap((single) => (dayIn(single, data) ? [String(dayIn(single, data))] : [])));
    if (days.size === 0) return [];
    const last = [...days].sort(compare).at(-1) ?? '';
    const met: string[] = [];
    for (const wall of expandRule(toWallTime(data.start), data.repeats)) {
      if (wall.slice(0, 10) > last) break;
      const at = data.start.includes('T') ? instantIn(wall, data.zone) : undefined;
      const isThere = singles.some((single) =>
        at && single.start.includes('T')
          ? instantIn(single.start, single.zone)?.getTime() === at.getTime()
          : dayIn(single, data) === wall.slice(0, 10),
      );
      if (isThere) met.push(wall.slice(0, 10));
    }
    return met;
  }
}

/** The day of one event by the clocks of another. */
function dayIn(event: Pick<EventFields, 'start' | 'zone'>, { zone }: Pick<EventFields, 'zone'>): string | undefined {
  const instant = instantIn(event.start, event.zone);
  return instant && zone ? dayText(localTimeAt(instant, zone)) : event.start.slice(0, 10);
}

function instantIn(time: string, zone: string | undefined): Date | undefined {
  const local = parseLocalTime(time);
  return local && zone ? nearestInstant(local, zone) : undefined;
}

/** The entry that an event is already: the same title at the same time, and both repeat or neither does. */
function existingOf(fields: WrittenFields, events: readonly Event[]): Event | undefined {
  const { data } = eventSchema.safeParse(fields);
  if (!data) return undefined;
  const at = instantIn(data.start, data.zone)?.getTime();
  return events.find((event) => {
    if (sameName(event.title) !== sameName(data.title) || !event.repeats !== !data.repeats) return false;
    const there = instantIn(event.start, event.zone)?.getTime();
    return at === undefined || there === undefined
      ? event.start.slice(0, 10) === data.start.slice(0, 10)
      : at === there;
  });
}

/** A single event by the clocks of the zone that its entry has: another zone alone is no difference. */
function asClocksOf({ start, zone, repeats }: Event, fields: WrittenFields): WrittenFields {
  const { data } = eventSchema.safeParse(fields);
  if (!data?.zone || !zone || repeats || !start.includes('T') || !data.start.includes('T')) return fields;
  const end = data.end === undefined ? undefined : instantIn(data.end, data.zone);
  return { ...fields, start, zone, ...(end ? { end: spell({ instant: end }, zone) } : {}) };
}

function isOverBefore(fields: WrittenFields, since: Date): boolean {
  const { data } = eventSchema.safeParse(fields);
  if (!data) return false;
  return mainOccurrence({ ...data, id: '', file: '', shownFile: '' }, since).over <= since;
}

/** A time as an event holds it; with its offset where the clocks of that zone show it twice. */
function spell({ day, instant }: When, zone = 'UTC'): string {
  if (day !== undefined || !instant) return day ?? '';
  const local = localTimeAt(instant, zone);
  const seconds = local.second === 0 ? '' : `:${two(local.second)}`;
  const text = `${dayText(local)}T${two(local.hour)}:${two(local.minute)}${seconds}`;
  if (instantsOf({ ...local, offset: undefined }, zone).length === 1) return text;
  const minutes = Math.abs(local.offset ?? 0);
  return `${text}${(local.offset ?? 0) < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function toDay(when: When, zone: string | undefined): string {
  return when.day ?? (when.instant ? dayText(localTimeAt(when.instant, zone ?? when.zone ?? 'UTC')) : '');
}

/** UNTIL as a date beside dates, and in UTC beside times (RFC 5545, section 3.3.10), whatever it was written as. */
function toUntil(text: string, start: When): string {
  const [, day = '', time, utc] = /^(\d{8})(?:T(\d{6})(Z)?)?$/.exec(text.replace(/[-:]/g, '')) ?? [];
  if (start.day !== undefined || time === undefined || utc) {
    return `UNTIL=${day}${start.day === undefined && time !== undefined ? `T${time}Z` : ''}`;
  }
  const wall = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`;
  const instant = instantIn(wall, start.zone);
  return `UNTIL=${(instant?.toISOString() ?? '').replace(/[-:]|\.\d+/g, '')}`;
}

function dayText({ year, month, day }: LocalTime): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** What sort of event it is, by its categories, else by the words of its title. */
function kindOf(title: string, categories: readonly string[]): (typeof eventKinds)[number] | undefined {
  const named = categories.map((each) => each.trim().toLowerCase().replace(/\s+/g, '-'));
  const words = ` ${sameName(title)} `;
  return (
    eventKinds.find((kind) => named.includes(kind)) ?? eventKinds.find((kind) => words.includes(` ${sameName(kind)} `))
  );
}

/** Text, or HTML as some calendars have it, as Markdown that shows it as it is. */
function toDescription(text: string): string | undefined {
  const isHtml = /<\/?(?:a|b|br|div|i|li|ol|p|span|strong|u|ul|html-blob)(?:\s[^<>]*)?\/?>/i.test(text);
  const plain = cleanText(isHtml ? htmlToText(text.slice(0, 50_000)) : text.slice(0, 50_000))
    // Google writes the way into its own conferences below such a line.
    .replace(/\n?-::~[\s\S]*$/, '');
  const paragraphs: string[] = [];
  let length = 0;
  for (const paragraph of plain.split(/\n\s*\n/).map((each) => each.trim())) {
    if (paragraph === '' || (length > 0 && length + paragraph.length > longestDescription)) continue;
    paragraphs.push([...paragraph].slice(0, longestDescription).join(''));
    length += paragraph.length;
  }
  if (paragraphs.length === 0) return undefined;
  const tree: Root = {
    type: 'root',
    children: paragraphs.map((paragraph) => ({ type: 'paragraph', children: toPhrasing(paragraph) })),
  };
  return toMarkdown(tree, { bullet: '-', emphasis: '_' }).trim();
}

function toPhrasing(paragraph: string): PhrasingContent[] {
  return paragraph.split('\n').flatMap((line, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    ...line
      .replace(/\s+/g, ' ')
      .trim()
      .split(/(https:\/\/[^\s<>()[\]"']*[^\s<>()[\]"'.,;:!?])/)
      .filter((part) => part !== '')
      .map(
        (part): PhrasingContent =>
          httpsUrl.safeParse(part).success
            ? { type: 'link', url: part, children: [{ type: 'text', value: part }] }
            : { type: 'text', value: part },
      ),
  ]);
}

function textOf(component: ICAL.Component | undefined, name: string): string | undefined {
  const value = component?.getFirstPropertyValue(name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function textsOf(component: ICAL.Component, name: string): string[] {
  return component
    .getAllProperties(name)
    .flatMap((property) => property.getValues())
    .filter((value): value is string => typeof value === 'string');
}
