import { describe, expect, it } from 'vitest';
import { installedRelease, zoneDataRelease } from '@/lib/base/zone-data';
import {
  instantsOf,
  isZone,
  knownZones,
  localTimeAt,
  nearestInstant,
  nodeOffset,
  parseLocalTime,
  toOffsetTime,
  zoneName,
  zonesToChoose,
} from '@/lib/base/zones';

function local(text: string) {
  const time = parseLocalTime(text);
  if (!time) throw new Error(`${text} is not a local time`);
  return time;
}

const instants = (text: string, zone: string) => instantsOf(local(text), zone).map((instant) => instant.toISOString());
const nearest = (text: string, zone: string) => nearestInstant(local(text), zone).toISOString();

describe('zonesToChoose', () => {
  it('has the given zones first, then each other zone once, by its current name', () => {
    const [first, second, third, ...others] = zonesToChoose(['UTC', 'Europe/Kyiv']);
    expect([first, second, third]).toEqual(['UTC', 'Europe/Kyiv', 'Africa/Abidjan']);
    expect(others).toContain('Europe/Stockholm');
    for (const name of ['UTC', 'Europe/Kyiv', 'Europe/Kiev', 'Asia/Calcutta', 'Etc/GMT+5', 'EST5EDT']) {
      expect(others).not.toContain(name);
    }
    expect(others.filter((zone) => !isZone(zone))).toEqual([]);
    expect(new Set(others).size).toBe(others.length);
    expect(others).toEqual([...others].sort());
  });
});

describe('the rules of zones', () => {
  it('come from the pinned release', () => {
    expect(installedRelease()).toBe(zoneDataRelease);
  });

  it.each([
    // Summer time for ever since 2026.
    ['America/Vancouver', '2026-01-15T10:00:00-08:00', '2026-12-03T10:00:00-07:00'],
    ['America/Edmonton', '2026-01-15T10:00:00-07:00', '2026-12-03T10:00:00-06:00'],
    // Other clocks in Ramadan, until 2026.
    ['Africa/Casablanca', '2026-03-01T10:00:00+00:00', '2026-04-01T10:00:00+01:00'],
    ['Africa/El_Aaiun', '2025-03-15T10:00:00+00:00', '2026-12-03T10:00:00+00:00'],
    // Two hours.
    ['Antarctica/Troll', '2026-01-15T10:00:00+00:00', '2026-07-15T10:00:00+02:00'],
    // Half an hour.
    ['Australia/Lord_Howe', '2026-01-15T10:00:00+11:00', '2026-07-15T10:00:00+10:30'],
    ['Europe/Dublin', '2026-01-15T10:00:00+00:00', '2026-07-15T10:00:00+01:00'],
    ['Pacific/Kiritimati', '2026-01-15T10:00:00+14:00', '2026-07-15T10:00:00+14:00'],
    ['Asia/Kathmandu', '1985-06-01T10:00:00+05:30', '2026-07-15T10:00:00+05:45'],
    ['Asia/Calcutta', '2026-01-15T10:00:00+05:30', '2026-07-15T10:00:00+05:30'],
    ['US/Pacific', '2026-01-15T10:00:00-08:00', '2026-07-15T10:00:00-07:00'],
    ['Etc/GMT+5', '2026-01-15T10:00:00-05:00', '2026-07-15T10:00:00-05:00'],
    ['europe/berlin', '2026-01-15T10:00:00+01:00', '2060-07-15T10:00:00+02:00'],
    ['Europe/Moscow', '2010-07-15T10:00:00+04:00', '2015-01-15T10:00:00+03:00'],
    ['UTC', '2026-01-15T10:00:00+00:00', '2026-07-15T10:00:00+00:00'],
  ])('say what clocks show in %s', (zone, ...times) => {
    for (const time of times) {
      const instant = new Date(time);
      expect(toOffsetTime(instant, zone)).toBe(time);
      expect(localTimeAt(instant, zone)).toEqual(local(time));
      expect(instants(time.slice(0, 19), zone)).toEqual([instant.toISOString()]);
    }
  });

  it('agree with Node in years that no release changes any more', () => {
    for (const zone of knownZones()) {
      for (let month = 0; month < 60; month += 1) {
        const instant = new Date(Date.UTC(2012, month, 15, 12));
        const offset = nodeOffset(zone, instant);
        if (offset !== undefined) expect([zone, localTimeAt(instant, zone).offset]).toEqual([zone, offset]);
      }
    }
  });

  it('reject a zone that does not exist', () => {
    expect(() => localTimeAt(new Date(0), 'Europe/Nowhere')).toThrow('"Europe/Nowhere" is not a time zone');
  });
});

describe('instantsOf', () => {
  it.each([
    ['2026-03-29T02:30', 'Europe/Berlin', []],
    ['2026-03-29T03:00', 'Europe/Berlin', ['2026-03-29T01:00:00.000Z']],
    ['2026-10-25T02:30', 'Europe/Berlin', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
    ['2026-10-25T02:30+01:00', 'Europe/Berlin', ['2026-10-25T01:30:00.000Z']],
    ['2026-10-25T02:30+03:00', 'Europe/Berlin', []],
    ['2026-10-25T03:00', 'Europe/Berlin', ['2026-10-25T02:00:00.000Z']],
    ['2026-10-25T01:30', 'Europe/Dublin', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
    ['2026-03-29T01:30', 'Europe/Dublin', []],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', ['2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z']],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', []],
    ['2026-10-04T02:30', 'Australia/Lord_Howe', ['2026-10-03T15:30:00.000Z']],
    ['2026-03-29T02:30', 'Antarctica/Troll', []],
    ['2026-10-25T02:30', 'Antarctica/Troll', ['2026-10-25T00:30:00.000Z', '2026-10-25T02:30:00.000Z']],
    // Clocks stay where they are in the year that they used to be set back.
    ['2026-11-01T01:30', 'America/Vancouver', ['2026-11-01T08:30:00.000Z']],
    ['2025-11-02T01:30', 'America/Vancouver', ['2025-11-02T08:30:00.000Z', '2025-11-02T09:30:00.000Z']],
    // Samoa left this day out.
    ['2011-12-30T12:00', 'Pacific/Apia', []],
    ['2011-12-31T00:00', 'Pacific/Apia', ['2011-12-30T10:00:00.000Z']],
  ])('%s in %s', (text, zone, expected) => {
    expect(instants(text, zone)).toEqual(expected);
  });

  it('moves a time that does not exist forward, and chooses the first of two', () => {
    expect(nearest('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(nearest('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  });
});

describe('isZone', () => {
  it.each(['Europe/Berlin', 'UTC', 'Asia/Calcutta', 'US/Pacific', 'Etc/GMT+5', 'america/argentina/buenos_aires'])(
    'accepts %s',
    (name) => {
      expect(isZone(name)).toBe(true);
    },
  );

  it.each([
    'CET',
    'EST5EDT',
    '+01:00',
    'Europe/Nowhere',
    'Berlin',
    '',
    '/',
    'constructor',
    'Europe/Berlin ',
    '__proto__/x',
  ])('refuses “%s”', (name) => {
    expect(isZone(name)).toBe(false);
  });
});

describe('zoneName', () => {
  it.each([
    ['Europe/Berlin', '2026-12-03T10:00:00Z', 'CET'],
    ['America/New_York', '2026-12-03T10:00:00Z', 'EST'],
    ['Asia/Shanghai', '2026-12-03T10:00:00Z', 'GMT+8'],
    ['Asia/Kolkata', '2026-12-03T10:00:00Z', 'GMT+5:30'],
    ['UTC', '2026-12-03T10:00:00Z', 'UTC'],
    ['Europe/London', '2026-12-03T10:00:00Z', 'GMT'],
    ['America/Nuuk', '2026-12-03T10:00:00Z', 'GMT-2'],
  ])('in %s', (zone, instant, name) => {
    expect(zoneName(zone, new Date(instant))).toBe(name);
  });

  it('never contradicts the time next to it, whatever rules this Node has', () => {
    // A Node with other rules says PST.
    expect(zoneName('America/Vancouver', new Date('2026-12-03T17:00:00Z'))).toMatch(/^(?:PDT|MST|GMT-7)$/);
    expect(zoneName('Africa/Casablanca', new Date('2026-12-03T10:00:00Z'))).toBe('GMT');
  });
});
