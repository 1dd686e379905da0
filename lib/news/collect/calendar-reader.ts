// Reads the events of one calendar, with their repeats.
import ICAL from 'ical.js';
import { compare } from '@/lib/base/compare';
import { httpsUrl } from '@/lib/base/fields';
import { isZone, localTimeAt, nearestInstant, parseLocalTime } from '@/lib/base/zones';
import { sameName } from '@/lib/kinds/duplicates';
import type { Event } from '@/lib/kinds/event/event';
import { parseRule } from '@/lib/kinds/event/repeats';
import { daysOutside, eventKinds, eventSchema, wallTimesOf } from '@/lib/kinds/event/schema';
import type { WrittenFields } from '@/lib/kinds/recipe';
import { SourceError } from '@/lib/news/collect/ask';
import {
  dayIn,
  isAt,
  spellTime,
  textOf,
  textsOf,
  toDay,
  toDescription,
  toUntil,
  type When,
  zoneOfWindows,
} from '@/lib/news/collect/calendar-values';
import { cleanLine } from '@/lib/news/collect/clean';
import { quoted } from '@/lib/news/collect/github';

/** How a calendar is read. */
export interface CalendarOptions {
  /** Events that are over before this instant are skipped. */
  readonly since: Date;
  /** The zone of times without one. */
  readonly zone: string | undefined;
  /** The kind of events that do not say what they are. */
  readonly kind: (typeof eventKinds)[number];
}

const dayLong = 86_400_000;
const mostExtraDates = 50;

/** Reads the events of one calendar. Its methods throw a {@link SourceError} for an event that cannot be collected. */
export class CalendarReader {
  /** What the editor should know, a sentence each. */
  readonly remarks = new Set<string>();
  private readonly calendarZone: string | undefined;
  private readonly locations = new Map<string, string>();
  private readonly described = new Map<string, ICAL.Timezone>();

  /** @param existing the events that have entries. */
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

  /** The fields of an event, of its extra dates, and of its changed repeats. @param group all components with one UID. */
  read(group: readonly ICAL.Component[]): WrittenFields[] {
    if (group.some((event) => /^(?:private|confidential)$/i.test(textOf(event, 'class') ?? ''))) {
      throw new SourceError('it is marked as private');
    }
    const changed = group.filter((event) => event.hasProperty('recurrence-id'));
    const [master, second] = group.filter((event) => !changed.includes(event));
    if (second) throw new SourceError('several events have its UID');
    const start = master && this.when(master.getFirstProperty('dtstart'));
    const except = changed.map((event) => toDay(this.when(event.getFirstProperty('recurrence-id')), start?.zone));
    if (changed.some((event) => event.getFirstProperty('recurrence-id')?.getParameter('range'))) {
      throw new SourceError('it changes all later occurrences (RANGE), which is not supported (fix: split the event)');
    }
    const others = changed.filter((event) => !isCancelled(event)).map((event) => this.toFields(event, [], master));
    return master ? [this.toFields(master, except), ...this.extraDates(master), ...others] : others;
  }

  private toFields(event: ICAL.Component, except: readonly string[], master?: ICAL.Component): WrittenFields {
    const get = (name: string) => textOf(event, name) ?? (master && textOf(master, name));
    const title = cleanLine(get('summary') ?? '');
    if (title === '') throw new SourceError('it has no title');
    const start = this.when(event.getFirstProperty('dtstart'));
    const place = cleanLine(get('location') ?? '', 300);
    const isLink = /^https:\/\/\S+$/.test(place);
    const url = [get('url'), isLink ? place : undefined].find((each) => httpsUrl.safeParse(each).success);
    const isOnline = isLink || event.hasProperty('conference') || event.hasProperty('x-google-conference');
    const repeats = this.toRule(event, start);
    const fields = {
      title,
      kind: kindOf(title, textsOf(event, 'categories')) ?? this.options.kind,
      start: spellTime(start),
      end: endOf(start, this.lengthOf(event, start)),
      zone: start.zone,
      url: url?.trim(),
      location: place === '' || isLink ? undefined : place,
      online: isOnline || undefined,
      description: toDescription(get('description') ?? ''),
      repeats,
      status: isCancelled(event) ? 'cancelled' : undefined,
    };
    if (repeats === undefined) return fields;
    const own = this.daysWithEntries(fields);
    if (own.length > 0) this.remarks.add(`${quoted(title)}: there are already entries for ${own.join(', ')}`);
    const excluded = valuesOf(event, 'exdate').map(({ property, value }) =>
      toDay(this.when(property, value), start.zone),
    );
    const all = [...new Set([...except, ...excluded, ...own])].sort(compare);
    const { data } = eventSchema.safeParse(fields);
    // Calendars may also exclude days that are not part of the series, which has no effect (RFC 5545, section 3.8.5.1).
    const outside = data && daysOutside({ ...data, except: all });
    const days = all.filter((day) => !outside?.has(day));
    return { ...fields, except: days.length > 0 ? days : undefined };
  }

  /** The time that a property has. */
  private when(property: ICAL.Property | null, value: unknown = property?.getFirstValue()): When {
    if (!property || !(value instanceof ICAL.Time)) throw new SourceError('it has no date');
    const { year, isDate } = value;
    if (!Number.isInteger(year) || year < 1970 || year > 2199) throw new SourceError('its date is out of range');
    const text = value.toString().replace(/Z$/, '');
    if (isDate) return { at: new Date(text), isDay: true };
    const local = parseLocalTime(text);
    if (!local) throw new SourceError('its time does not exist');
    const tzid = property.getFirstParameter('tzid');
    const isUtc = !tzid && value.zone === ICAL.Timezone.utcTimezone;
    const zone = isUtc ? 'UTC' : tzid ? this.toIana(tzid) : this.calendarZone;
    if (zone !== undefined) return { at: nearestInstant(local, zone), zone };
    if (!tzid) throw new SourceError('its time has no zone (fix: give one with --zone)');
    const described = this.described.get(tzid);
    if (!described) throw new SourceError(`its time zone ${quoted(tzid)} is unknown`);
    this.remarks.add(`the time zone ${quoted(tzid)} is unknown; its times are converted to UTC`);
    const offset = described.utcOffset(ICAL.Time.fromDateTimeString(text));
    return { at: new Date(nearestInstant(local, 'UTC').getTime() - offset * 1_000), zone: 'UTC' };
  }

  /** The IANA name of a zone as calendars name it. */
  private toIana(name: string): string | undefined {
    if (/^(?:UTC|GMT|Z|Etc\/UTC)$/i.test(name)) return 'UTC';
    const pieces = name.split('/');
    // Some programs put a prefix before it: /freeassociation.sourceforge.net/Europe/Berlin.
    const ends = [3, 2].map((count) => pieces.slice(-count).join('/'));
    const names = [name, ...ends, this.locations.get(name), zoneOfWindows(name)];
    return names.find((each) => each !== undefined && isZone(each));
  }

  /** Milliseconds from the start to the end, of days from the first to the last; undefined without an end after it. */
  private lengthOf(event: ICAL.Component, start: When): number | undefined {
    const property = event.getFirstProperty('dtend');
    const duration = event.getFirstPropertyValue('duration');
    let length = 0;
    if (property) {
      const end = this.when(property);
      if (!start.isDay === !end.isDay) length = end.at.getTime() - start.at.getTime();
    } else if (duration instanceof ICAL.Duration && duration.toSeconds() < 366 * 86_400) {
      length = duration.toSeconds() * 1_000;
    }
    // The end of days is the day after the last (RFC 5545, section 3.6.1).
    if (start.isDay) length -= dayLong;
    return length > 0 ? length : undefined;
  }

  /** The rule of an event in the form of our entries. */
  private toRule(event: ICAL.Component, start: When): string | undefined {
    const [rule, second] = event.getAllProperties('rrule');
    if (event.hasProperty('exrule')) throw new SourceError('it has an exception rule (EXRULE), which is not supported');
    if (second) throw new SourceError('it has several recurrence rules');
    if (!rule) return undefined;
    const tzid = event.getFirstProperty('dtstart')?.getFirstParameter('tzid');
    if (tzid && this.toIana(tzid) === undefined) {
      throw new SourceError(`it repeats in an unknown time zone, ${quoted(tzid)}`);
    }
    const text = rule
      .toICALString()
      .replace(/^[^:]*:/, '')
      .toUpperCase();
    const local = start.zone ? localTimeAt(start.at, start.zone) : undefined;
    const implied = ['INTERVAL=1', `BYHOUR=${local?.hour}`, `BYMINUTE=${local?.minute}`, `BYSECOND=${local?.second}`];
    const written = text
      .split(';')
      .filter((part) => !implied.includes(part.replace(/=0+(?=\d)/, '=')))
      .map((part) => (part.startsWith('UNTIL=') ? toUntil(part.slice(6), start) : part))
      .join(';');
    const taken = parseRule(written);
    if (typeof taken === 'string') return taken;
    throw new SourceError(`its recurrence rule ${quoted(text)} is not supported: ${taken.message}`);
  }

  /** The dates of RDATE, each an event of its own. */
  private extraDates(event: ICAL.Component): WrittenFields[] {
    const values = valuesOf(event, 'rdate');
    if (values.length > mostExtraDates) throw new SourceError(`it has more than ${mostExtraDates} extra dates (RDATE)`);
    if (values.length === 0) return [];
    const base = { ...this.toFields(event, []), repeats: undefined, except: undefined };
    const start = this.when(event.getFirstProperty('dtstart'));
    const length = this.lengthOf(event, start);
    return values.map(({ property, value }) => {
      const at = { ...this.when(property, value), zone: start.zone };
      const end = !at.isDay === !start.isDay ? endOf(at, length) : undefined;
      return { ...base, start: spellTime(at), end };
    });
  }

  /** Days of a repeated event that have an entry of their own: what was written by hand wins. */
  private daysWithEntries(fields: WrittenFields): string[] {
    const { data } = eventSchema.safeParse(fields);
    if (!data?.repeats) return [];
    const singles = this.existing.filter(({ title, repeats }) => !repeats && sameName(title) === sameName(data.title));
    const [last] = singles.map((single) => dayIn(single, data)).sort((a, b) => compare(b, a));
    if (last === undefined) return [];
    const days: string[] = [];
    for (const wall of wallTimesOf(data)) {
      const day = wall.slice(0, 10);
      if (day > last) break;
      const start = data.start.includes('T') ? wall : day;
      if (singles.some((single) => isAt(single, { start, zone: data.zone }))) days.push(day);
    }
    return days;
  }
}

function endOf(start: When, length: number | undefined): string | undefined {
  return length === undefined ? undefined : spellTime({ ...start, at: new Date(start.at.getTime() + length) });
}

function isCancelled(event: ICAL.Component): boolean {
  return /^cancelled$/i.test(textOf(event, 'status') ?? '');
}

function valuesOf(event: ICAL.Component, name: string): { property: ICAL.Property; value: unknown }[] {
  return event
    .getAllProperties(name)
    .flatMap((property) => property.getValues().map((value: unknown) => ({ property, value })));
}

/** The kind of an event by its categories, else by the words of its title. */
function kindOf(title: string, categories: readonly string[]): (typeof eventKinds)[number] | undefined {
  const named = categories.map((each) => each.trim().toLowerCase().replace(/\s+/g, '-'));
  const words = ` ${sameName(title)} `;
  return (
    eventKinds.find((kind) => named.includes(kind)) ?? eventKinds.find((kind) => words.includes(` ${sameName(kind)} `))
  );
}
