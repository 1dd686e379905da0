import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { knownZones } from '@/lib/base/zones';
import { toCalendarZone, utcComponent } from '@/lib/output/calendar/time-zone';

describe('toCalendarZone', () => {
  it('knows every zone that an event may have', () => {
    const without = knownZones().filter((zone) => toCalendarZone(zone) === undefined);
    expect(without.every((zone) => /UTC|GMT|UCT|Zulu|Universal|Greenwich/.test(zone))).toBe(true);
    expect(without).toContain('UTC');
  });

  it('gives the zone the name that its component has', () => {
    for (const name of ['Europe/Berlin', 'US/Pacific', 'Asia/Calcutta', 'america/new_york', 'Etc/GMT+5']) {
      const zone = toCalendarZone(name);
      if (!zone) throw new Error(`${name} has no zone`);
      expect(new ICAL.Component(zone.component).getFirstPropertyValue('tzid')).toBe(zone.tzid);
    }
  });

  it('refuses what is not a zone', () => {
    expect(() => toCalendarZone('Europe/Nowhere')).toThrow();
    expect(toCalendarZone('Europe/Berlin')?.tzid).toBe('Europe/Berlin');
  });

  it('has a component for UTC, for a calendar without events', () => {
    expect(new ICAL.Component(utcComponent()).name).toBe('vtimezone');
  });
});
