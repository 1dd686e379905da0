// Time zones in calendars: a name, and a VTIMEZONE made from the rules by which pages show times.
import { groupBy } from '@/lib/base/group-by';
import { findZone, type Zone, type ZonePeriod } from '@/lib/base/zone-data';

/** A component in jCal, the JSON form of iCalendar (RFC 7265). */
export type JCal = [name: string, properties: unknown[], components: unknown[]];

/** An instant from which clocks show something else. */
interface Change extends ZonePeriod {
  /** When the next comes, in milliseconds since 1970. */
  readonly end: number;
  /** Minutes east of UTC before it. */
  readonly before: number;
  /** What clocks show before they are set, as if that were UTC. */
  readonly wall: Date;
  /** Whether clocks are put forward for some months. */
  readonly isSummer: boolean;
}

/** Changes at the same time of every year, without an end, and the RRULE that says so. */
interface YearlyRule {
  readonly changes: readonly [Change, ...Change[]];
  readonly rule: Readonly<Record<string, unknown>>;
}

const dayLong = 86_400_000;

/** The zone of a name, in any case and also a former one; undefined for UTC, whose times need none (RFC 5545, 3.3.5). */
export function toCalendarZone(name: string): Zone | undefined {
  const zone = findZone(name);
  if (!zone) throw new RangeError(`"${name}" is not a time zone`);
  return zone.periods.length === 1 && zone.periods[0].offset === 0 ? undefined : zone;
}

/**
 * A zone's VTIMEZONE (RFC 5545, section 3.6.5).
 *
 * @param from the first instant for which it is needed: what clocks showed in earlier years is left out.
 */
export function zoneComponent(zone: Zone, from: Date): JCal {
  const { rules, others } = analyse(zone);
  const needed = others.filter(({ end }) => end > from.getTime());
  const observances = [
    ...needed.map((change) => toObservance(change)),
    ...rules.map((rule) => toObservance(rule.changes[0], [['rrule', {}, 'recur', rule.rule]])),
  ];
  const properties = [
    ['tzid', {}, 'text', zone.name],
    ['x-lic-location', {}, 'unknown', zone.name],
  ];
  return ['vtimezone', properties, observances];
}

/** The VTIMEZONE of UTC. */
export function utcComponent(): JCal {
  const period = { start: Number.NEGATIVE_INFINITY, offset: 0, abbreviation: 'UTC' };
  return zoneComponent({ name: 'Etc/UTC', periods: [period] }, new Date(0));
}

interface Analysis {
  readonly rules: readonly YearlyRule[];
  /** The changes that follow no rule for ever. */
  readonly others: readonly Change[];
}

/** Every event that repeats has a calendar of its own, and there are few zones. */
const analyses = new WeakMap<Zone, Analysis>();

function analyse(zone: Zone): Analysis {
  const known = analyses.get(zone);
  if (known) return known;
  const changes = toChanges(zone.periods);
  const rules = findYearlyRules(changes);
  const byRule = new Set(rules.flatMap((rule) => rule.changes));
  const analysis = { rules, others: changes.filter((change) => !byRule.has(change)) };
  analyses.set(zone, analysis);
  return analysis;
}

/** The first period counts as a change at some instant before the next: a zone without changes needs an observance, too. */
function toChanges(periods: Zone['periods']): Change[] {
  return periods.map((period, index) => {
    const [{ offset: before } = period, next] = [periods[index - 1], periods[index + 1]];
    const start = index > 0 ? period.start : Math.min(0, (next?.start ?? dayLong) - dayLong);
    const end = next?.start ?? Number.POSITIVE_INFINITY;
    const isSummer = period.offset > before && next?.offset === before && end - start < 366 * dayLong;
    return { ...period, start, end, before, wall: new Date(start + before * 60_000), isSummer };
  });
}

/**
 * The rules by which clocks are set twice a year for ever; none where clocks stay as they are. The last changes are those
 * of the year 2499: by then, nothing is left but rules.
 */
function findYearlyRules(changes: readonly Change[]): YearlyRule[] {
  const isForEver = (changes.at(-1)?.wall.getUTCFullYear() ?? 0) > 2400;
  return isForEver ? [2, 1].flatMap((fromEnd) => toYearlyRules(changes.slice(0, changes.length + 1 - fromEnd))) : [];
}

/** The rule of every second change up to the last; two where its days are in two months. */
function toYearlyRules(changes: readonly Change[]): YearlyRule[] {
  const latestFirst = changes.toReversed().filter((_, index) => index % 2 === 0);
  const [last] = latestFirst as [Change];
  // Weekdays fall on the same days again after 28 years.
  const dates = new Set(latestFirst.slice(0, 28).map((change) => toWall(change).slice(5, 10)));
  const exception = latestFirst.findIndex(
    (change, yearsBack) =>
      change.before !== last.before ||
      change.offset !== last.offset ||
      change.abbreviation !== last.abbreviation ||
      change.wall.getUTCFullYear() !== last.wall.getUTCFullYear() - yearsBack ||
      change.wall.getUTCDay() !== last.wall.getUTCDay() ||
      toWall(change).slice(10) !== toWall(last).slice(10) ||
      !dates.has(toWall(change).slice(5, 10)),
  );
  const regular = latestFirst.slice(0, exception).reverse();
  return [...groupBy(regular, ({ wall }) => wall.getUTCMonth() + 1)].map(([bymonth, ofMonth]) => {
    const days = [...new Set(ofMonth.map(({ wall }) => wall.getUTCDate()))].sort((a, b) => a - b);
    const rule = { freq: 'YEARLY', bymonth, ...toDays(last.wall.getUTCDay(), bymonth, days) };
    return { changes: ofMonth as [Change, ...Change[]], rule };
  });
}

/** The one day of a month that is among some and on a weekday: `2SU`, `-1SU`, or these days themselves. */
function toDays(weekdayIndex: number, month: number, days: readonly number[]): Record<string, unknown> {
  const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][weekdayIndex] ?? '';
  const [first = 1] = days;
  if (days.length === 7 && first % 7 === 1) return { byday: `${(first + 6) / 7}${weekday}` };
  const monthLength = new Date(Date.UTC(2001, month, 0)).getUTCDate();
  if (days.length === 7 && days.at(-1) === monthLength) return { byday: `-1${weekday}` };
  return { byday: weekday, bymonthday: days };
}

/** A standard or summer time from a change on, by a rule also from later ones. */
function toObservance(change: Change, rule: readonly unknown[] = []): JCal {
  const properties = [
    ['dtstart', {}, 'date-time', toWall(change)],
    ['tzoffsetfrom', {}, 'utc-offset', toOffset(change.before)],
    ['tzoffsetto', {}, 'utc-offset', toOffset(change.offset)],
    ['tzname', {}, 'text', change.abbreviation],
    ...rule,
  ];
  return [change.isSummer ? 'daylight' : 'standard', properties, []];
}

function toWall({ wall }: Change): string {
  return wall.toISOString().slice(0, 19);
}

/** `+05:30`. */
function toOffset(minutes: number): string {
  const size = new Date(Math.abs(minutes) * 60_000).toISOString().slice(11, 16);
  return `${minutes < 0 ? '-' : '+'}${size}`;
}
