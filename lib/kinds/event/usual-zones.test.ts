import { describe, expect, it } from 'vitest';
import { usualZones } from '@/lib/kinds/event/usual-zones';
import { site } from '@/lib/site';

const settled = site.usualZones ?? [];

describe('usualZones', () => {
  it('has the zones of events, most used first, then by name', () => {
    const zones = ['UTC', 'Europe/Madrid', undefined, 'Asia/Tokyo', 'Europe/Madrid', 'Africa/Lagos'];
    const found = usualZones(zones.map((zone) => ({ zone })));
    expect(found.slice(0, 4)).toEqual(['Europe/Madrid', 'Africa/Lagos', 'Asia/Tokyo', 'UTC']);
  });

  it('has those of the site after them, each once', () => {
    expect(settled.length).toBeGreaterThan(1);
    expect(usualZones([])).toEqual(settled);
    const [first = '', ...others] = settled;
    expect(usualZones([{ zone: 'Asia/Tokyo' }, { zone: first }, { zone: first }])).toEqual([
      first,
      'Asia/Tokyo',
      ...others,
    ]);
  });
});
