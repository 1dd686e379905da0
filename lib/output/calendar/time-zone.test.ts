import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { findZone, type Zone, zoneNames } from '@/lib/base/zone-data';
import { instantsOf, localTimeAt } from '@/lib/base/zones';
import { toCalendarZone, utcComponent, zoneComponent } from '@/lib/output/calendar/time-zone';

const dayLong = 86_400_000;

function zoneOf(name: string): Zone {
  const zone = findZone(name);
  if (!zone) throw new Error(`${name} is not a zone`);
  return zone;
}

function textOf(name: string, from: string): string {
  return ICAL.stringify(zoneComponent(zoneOf(name), new Date(from)));
}

/** The first instant, of one each day, at which pages and a calendar from then on do not show the same. */
function findDifference(name: string, from: string, until: string): string | undefined {
  const inCalendar = new ICAL.Timezone(ICAL.Component.fromString(textOf(name, from)));
  for (let instant = Date.parse(from); instant < Date.parse(until); instant += dayLong) {
    const local = localTimeAt(new Date(instant), name);
    const shown = inCalendar.utcOffset(new ICAL.Time({ ...local, isDate: false }, ICAL.Timezone.localTimezone));
    if (shown === (local.offset ?? 0) * 60) continue;
    // Of a time that clocks show twice, a calendar alone cannot say which is meant.
    if (instantsOf({ ...local, offset: undefined }, name).length > 1) continue;
    return `${name}, ${new Date(instant).toISOString()}`;
  }
  return undefined;
}

/** One name of each zone: the others have the same rules. */
function distinctZones(): string[] {
  const seen = new Map(zoneNames().map((name) => [JSON.stringify(zoneOf(name).periods), name]));
  return [...seen.values()];
}

describe('the zones of calendars', () => {
  it('agree with pages, for every zone on each day of five years', { timeout: 240_000 }, () => {
    const zones = distinctZones();
    expect(zones.length).toBeGreaterThan(300);
    expect(zones.map((name) => findDifference(name, '2026-01-01', '2031-01-01')).filter(Boolean)).toEqual([]);
  });

  it.each([
    ['America/New_York', '1995-01-01', '2010-01-01'],
    ['Europe/Moscow', '2009-01-01', '2016-01-01'],
    ['Africa/Casablanca', '2011-01-01', '2028-01-01'],
    ['America/Sao_Paulo', '2016-01-01', '2022-01-01'],
    ['Asia/Pyongyang', '2014-01-01', '2020-01-01'],
    ['Pacific/Apia', '2009-01-01', '2024-01-01'],
    ['Europe/Istanbul', '2014-01-01', '2019-01-01'],
    ['Asia/Gaza', '2020-01-01', '2032-01-01'],
    ['Africa/Cairo', '2010-01-01', '2032-01-01'],
  ])('agree with pages in years with other rules: %s', (name, from, until) => {
    expect(findDifference(name, from, until)).toBeUndefined();
  });

  it('have endless rules only if clocks change every year', () => {
    expect(textOf('Europe/Berlin', '2026-06-01').match(/RRULE:.*/g)).toEqual([
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    ]);
    expect(textOf('America/New_York', '2026-06-01').match(/RRULE:.*/g)).toEqual([
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
      'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
    ]);
    // On the Saturday before the last Sunday of March.
    expect(textOf('America/Nuuk', '2026-06-01')).toContain('BYDAY=SA;BYMONTHDAY=24,25,26,27,28,29,30');
    // When the last Thursday of October ends, which may be in November.
    expect(textOf('Africa/Cairo', '2026-06-01')).toContain('BYMONTH=11;BYDAY=FR;BYMONTHDAY=1');
    expect(textOf('Asia/Tokyo', '2026-06-01')).not.toContain('RRULE');
  });

  it('leave out years before the first event', () => {
    const vancouver = (from: string) => textOf('America/Vancouver', from).match(/DTSTART:.*/g);
    expect(vancouver('2026-12-03')).toEqual(['DTSTART:20261101T020000']);
    expect(vancouver('2026-06-01')).toEqual(['DTSTART:20260308T020000', 'DTSTART:20261101T020000']);
    expect(textOf('Etc/GMT+5', '2026-06-01').match(/TZOFFSETTO:.*/g)).toEqual(['TZOFFSETTO:-0500']);
  });

  it('call summer time daylight saving, also in Ireland', () => {
    for (const name of ['Europe/Dublin', 'Europe/Berlin', 'Australia/Lord_Howe', 'Antarctica/Troll']) {
      const text = textOf(name, '2026-01-01');
      expect(text).toMatch(/BEGIN:DAYLIGHT[\s\S]*BEGIN:STANDARD|BEGIN:STANDARD[\s\S]*BEGIN:DAYLIGHT/);
    }
    expect(textOf('America/Phoenix', '2026-01-01')).not.toContain('DAYLIGHT');
  });
});

describe('toCalendarZone', () => {
  it('finds zones by former names, ignoring case', () => {
    for (const name of ['Europe/Berlin', 'US/Pacific', 'Asia/Calcutta', 'america/new_york', 'Etc/GMT+5']) {
      expect(toCalendarZone(name)?.name.toLowerCase()).toBe(name.toLowerCase());
    }
    expect(toCalendarZone('america/new_york')).toBe(toCalendarZone('America/New_York'));
  });

  it('returns nothing for UTC', () => {
    for (const name of ['UTC', 'Etc/UTC', 'Etc/GMT', 'Etc/Zulu']) expect(toCalendarZone(name)).toBeUndefined();
    expect(toCalendarZone('Africa/Abidjan')).toBeDefined();
  });

  it('rejects an unknown zone', () => {
    expect(() => toCalendarZone('Europe/Nowhere')).toThrow('Europe/Nowhere');
  });
});

it('has a component for UTC, for a calendar without events', () => {
  expect(ICAL.stringify(utcComponent())).toContain('TZOFFSETTO:+0000');
});
