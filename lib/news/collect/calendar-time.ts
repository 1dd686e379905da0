// Times of calendars, and times as events are written.
import { instantsOf, type LocalTime, localTimeAt, nearestInstant, parseLocalTime } from '@/lib/base/zones';

/** A day (`2022-03-03`), or an instant with the zone in which it was written. */
export interface When {
  readonly day?: string;
  readonly instant?: Date;
  readonly zone?: string;
}

/** The instant of a local time in a zone; undefined for a day, and without a zone. */
export function instantIn(time: string, zone: string | undefined): Date | undefined {
  const local = parseLocalTime(time);
  return local && zone ? nearestInstant(local, zone) : undefined;
}

/** A time as an event has it: a day, or a local time, with its offset if clocks show that time twice. */
export function spellTime({ day, instant }: When, zone = 'UTC'): string {
  if (day !== undefined || !instant) return day ?? '';
  const local = localTimeAt(instant, zone);
  const seconds = local.second === 0 ? '' : `:${two(local.second)}`;
  const text = `${dayText(local)}T${two(local.hour)}:${two(local.minute)}${seconds}`;
  if (instantsOf({ ...local, offset: undefined }, zone).length === 1) return text;
  const minutes = Math.abs(local.offset ?? 0);
  return `${text}${(local.offset ?? 0) < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The day of a time in a zone, by default in its own. */
export function toDay(when: When, zone: string | undefined): string {
  return when.day ?? (when.instant ? dayText(localTimeAt(when.instant, zone ?? when.zone ?? 'UTC')) : '');
}

/** UNTIL as RFC 5545, section 3.3.10, has it: a date next to dates, UTC next to times. */
export function toUntil(text: string, start: When): string {
  const [, day = '', time, utc] = /^(\d{8})(?:T(\d{6})(Z)?)?$/.exec(text.replace(/[-:]/g, '')) ?? [];
  if (start.day !== undefined || time === undefined) return `UNTIL=${day}`;
  if (utc) return `UNTIL=${day}T${time}Z`;
  const iso = `${day}T${time}`.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6');
  return `UNTIL=${(instantIn(iso, start.zone)?.toISOString() ?? '').replace(/[-:]|\.\d+/g, '')}`;
}

function dayText({ year, month, day }: Pick<LocalTime, 'year' | 'month' | 'day'>): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
