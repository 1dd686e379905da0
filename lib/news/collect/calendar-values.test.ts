import { expect, it } from 'vitest';
import { zoneOfWindows } from '@/lib/news/collect/calendar-values';

it.each([
  ['Pacific Standard Time', 'America/Los_Angeles'],
  ['pacific standard time', 'America/Los_Angeles'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['Central Asia Standard Time', 'Asia/Bishkek'],
  ['Mountain Standard Time (Mexico)', 'America/Mazatlan'],
  ['UTC-11', 'Etc/GMT+11'],
  ['constructor', undefined],
  ['Europe/Berlin', undefined],
])('%j is %j', (name, zone) => {
  expect(zoneOfWindows(name)).toBe(zone);
});
