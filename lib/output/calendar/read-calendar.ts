// Calendar files for tests, read back by two parsers that know nothing of each other.
import ICAL from 'ical.js';
import ical, { type VEvent } from 'node-ical';

/** The events of a file as ical.js reads them, in their order. */
export function readWithIcalJs(text: string): ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

/** The events of a file as node-ical reads them, in their order. */
export function readWithNodeIcal(text: string): VEvent[] {
  return Object.values(ical.sync.parseICS(text)).filter((part): part is VEvent => part?.type === 'VEVENT');
}

/** The starts of a repeated event up to an instant, by ical.js with the file's VTIMEZONE. */
export function startsByIcalJs(event: ICAL.Event, until: Date): string[] {
  const starts: string[] = [];
  const iterator = event.iterator();
  for (let time = iterator.next(); time; time = iterator.next()) {
    const instant = time.isDate ? new Date(`${time}T00:00:00Z`) : time.toJSDate();
    if (instant > until) break;
    starts.push(instant.toISOString());
  }
  return starts;
}

/** The starts of a repeated event up to an instant: by node-ical with the zones that Node knows. */
export function startsByNodeIcal(event: VEvent, until: Date): string[] {
  const instances = ical.expandRecurringEvent(event, { from: event.start, to: until });
  // It holds a day as its midnight in the zone of this machine.
  const toText = (start: Date) =>
    event.datetype === 'date'
      ? new Date(Date.UTC(start.getFullYear(), start.getMonth(), start.getDate())).toISOString()
      : new Date(start).toISOString();
  return instances.map(({ start }) => toText(start));
}
