import { describe, expect, it } from 'vitest';
import { type Event, occurrencesOf } from '@/lib/kinds/event/event';
import { eventKinds } from '@/lib/kinds/event/schema';
import { eventKindLabel } from '@/lib/kinds/event/view';
import {
  readWithIcalJs,
  readWithNodeIcal,
  startsByIcalJs,
  startsByNodeIcal,
} from '@/lib/output/calendar/fixtures/read-calendar';
import { sampleEvent, samplePeople } from '@/lib/output/calendar/fixtures/sample-event';
import { renderCalendar } from '@/lib/output/calendar/ics';

const people = samplePeople({ 'scott-rigby': { name: 'Scott Rigby', affiliation: 'Weaveworks' } });
const toHref = (path: string) => `https://news.example.org/sub${path}`;

function render(...events: Event[]): string {
  return renderCalendar({ name: 'Example News', events, people, toHref });
}

/** Content lines, unfolded. */
function linesOf(text: string): string[] {
  return text.replaceAll('\r\n ', '').split('\r\n');
}

function lineOf(text: string, name: string): string | undefined {
  const lines = linesOf(text);
  const event = lines.slice(lines.indexOf('BEGIN:VEVENT'));
  return event.find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));
}

/** What both parsers make of the one event of a file. */
function readBoth(text: string) {
  const [byIcalJs, moreByIcalJs] = readWithIcalJs(text);
  const [byNodeIcal, moreByNodeIcal] = readWithNodeIcal(text);
  if (!byIcalJs || !byNodeIcal || moreByIcalJs || moreByNodeIcal) throw new Error('the file has not one event');
  return { byIcalJs, byNodeIcal };
}

/** The starts of a repeated event until an instant: as both parsers count them, and as the site does. */
function startsOf(event: Event, until: string): { parsers: string[]; site: string[] } {
  const { byIcalJs, byNodeIcal } = readBoth(render(event));
  const parsers = startsByIcalJs(byIcalJs, new Date(until));
  expect(startsByNodeIcal(byNodeIcal, new Date(until))).toEqual(parsers);
  const site: string[] = [];
  for (const { start } of occurrencesOf(event)) {
    if (start > new Date(until)) break;
    site.push(start.toISOString());
  }
  return { parsers, site };
}

describe('the form of the file (RFC 5545, section 3.1)', () => {
  const long = {
    Latin: 'Tool for Helm Users, '.repeat(30),
    Arabic: 'مرحبا بالعالم '.repeat(30),
    Chinese: '通量社区新闻'.repeat(40),
    emoji: '🎉👩‍💻🇪🇸'.repeat(30),
    mixed: `${'a'.repeat(66)}é${'b'.repeat(73)}通${'c'.repeat(72)}🎉`,
  };

  it.each(Object.entries(long))('folds %s at 75 octets and within no character', (_, title) => {
    const text = render(sampleEvent({ title, description: title, location: title }));
    const lines = text.split('\r\n');
    const octets = lines.map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    expect(Math.max(...octets)).toBeGreaterThan(70);
    expect(lines.filter((line) => /\p{Cs}/u.test(line))).toEqual([]);
    const { byIcalJs, byNodeIcal } = readBoth(text);
    expect(byIcalJs.summary).toBe(title.trim());
    expect(byNodeIcal.summary).toBe(title.trim());
    expect(byIcalJs.description).toBe(title.trim());
  });

  it.each(Array.from({ length: 12 }, (_, more) => 60 + more))('folds a title of %i letters and an emoji', (length) => {
    const title = `${'x'.repeat(length)}🎉`;
    const text = render(sampleEvent({ title }));
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(readBoth(text).byIcalJs.summary).toBe(title);
  });

  it('ends each line in CRLF, the last one too, and has no other line break', () => {
    const text = render(sampleEvent({ description: 'One.\n\nTwo.\r\n\r\nThree.' }));
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(readBoth(text).byIcalJs.description).toBe('One.\n\nTwo.\n\nThree.');
  });

  it('has PRODID, but no METHOD', () => {
    const lines = linesOf(render(sampleEvent()));
    expect(lines).toEqual(
      expect.arrayContaining([
        'VERSION:2.0',
        'PRODID:-//news.example//Example Community News//EN',
        'X-WR-CALNAME:Example News',
        'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
      ]),
    );
    expect(lines.filter((line) => line.startsWith('METHOD'))).toEqual([]);
  });

  it('escapes the name of the calendar', () => {
    const text = renderCalendar({ name: 'A, b; c\\d\r\nX-EVIL:1', events: [], people, toHref });
    expect(linesOf(text)).toContain('X-WR-CALNAME:A\\, b\\; c\\\\d X-EVIL:1');
    expect(readWithIcalJs(text)).toEqual([]);
  });

  it('is valid without events, with the component that section 3.6 requires', () => {
    const text = render();
    expect(readWithIcalJs(text)).toEqual([]);
    expect(readWithNodeIcal(text)).toEqual([]);
    expect(linesOf(text).filter((line) => line.startsWith('BEGIN:V'))).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE']);
    expect(readWithIcalJs(render(sampleEvent()))).toHaveLength(1);
  });

  it('sorts events by start and id, whatever their order', () => {
    const events = [
      sampleEvent({ start: '2022-05-16', end: '2022-05-20' }, 'later'),
      sampleEvent({ start: '2022-03-03T18:00', zone: 'UTC' }, 'b'),
      sampleEvent({}, 'a'),
      sampleEvent({ start: '2021-01-01T10:00', zone: 'Europe/Berlin', repeats: 'FREQ=WEEKLY' }, 'weekly'),
      sampleEvent({ start: '2021-01-01T10:00', zone: 'Asia/Tokyo', repeats: 'FREQ=WEEKLY' }, 'weekly-too'),
    ];
    const text = render(...events);
    expect(render(...[...events].reverse())).toBe(text);
    expect(readWithIcalJs(text).map(({ uid }) => uid.split('@')[0])).toEqual([
      'weekly-too',
      'weekly',
      'a',
      'b',
      'later',
    ]);
  });

  it('writes each of a thousand events as in a calendar of its own', { timeout: 30_000 }, () => {
    const events = Array.from({ length: 1000 }, (_, index) => {
      const id = `event-${String(index).padStart(4, '0')}`;
      const day = new Date(Date.UTC(2022, 0, 1 + index)).toISOString().slice(0, 10);
      const repeats = index % 3 === 0 ? { repeats: 'FREQ=WEEKLY;COUNT=3' } : {};
      return sampleEvent({ title: `Nr ${index}`, start: `${day}T10:00`, zone: 'Europe/Berlin', ...repeats }, id);
    });
    const text = render(...events);
    const read = readWithIcalJs(text);
    expect(read.map(({ summary }) => summary)).toEqual(events.map(({ title }) => title));
    expect(readWithNodeIcal(text)).toHaveLength(1000);
    expect(new Set(read.map(({ uid }) => uid)).size).toBe(1000);
    expect(linesOf(text).filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(1);
    const alone = (event: Event) => linesOf(render(event)).slice(linesOf(render(event)).indexOf('BEGIN:VEVENT'), -2);
    const together = linesOf(text);
    for (const event of [events[0], events[500], events[999]]) {
      if (!event) throw new Error('too few events');
      const at = together.indexOf(`UID:${event.id}@news.example`) - 1;
      expect(together.slice(at, at + alone(event).length)).toEqual(alone(event));
    }
  });
});

describe('an event (RFC 5545, section 3.6.1)', () => {
  it('has a UID that does not depend on SITE_URL or the address of the page', () => {
    const text = render(sampleEvent({}, 'tool-v2.3.0'));
    expect(lineOf(text, 'UID')).toBe('UID:tool-v2.3.0@news.example');
    expect(lineOf(text, 'URL')).toBe('URL:https://news.example.org/sub/events/tool-v2.3.0/');
  });

  it('has its start as DTSTAMP', () => {
    expect(lineOf(render(sampleEvent()), 'DTSTAMP')).toBe('DTSTAMP:20220303T180000Z');
    expect(lineOf(render(sampleEvent({ start: '2022-03-03' })), 'DTSTAMP')).toBe('DTSTAMP:20220303T000000Z');
  });

  it('has its text, its speakers by name and its links in the description', () => {
    const text = render(
      sampleEvent({
        description: 'A **live** demo with [Dex](https://dexidp.io), see [us](/about/).\n\n- one; two\n- `three`, four',
        speakers: ['scott-rigby', { name: 'Ada Lovelace', affiliation: 'Analytical Engines' }, 'Grace Hopper'],
        url: 'https://example.org/event?a=1,2;b',
        recording: 'https://www.youtube.com/watch?v=r_vKf5l1D1M',
        slides: 'https://example.org/slides.pdf',
      }),
    );
    const { byIcalJs, byNodeIcal } = readBoth(text);
    expect(byIcalJs.description).toBe(
      [
        'A live demo with Dex (https://dexidp.io), see us.',
        '- one; two\n- three, four',
        'Speakers: Scott Rigby (Weaveworks), Ada Lovelace (Analytical Engines), Grace Hopper',
        'More: https://example.org/event?a=1,2;b',
        'Recording: https://www.youtube.com/watch?v=r_vKf5l1D1M',
        'Slides: https://example.org/slides.pdf',
      ].join('\n\n'),
    );
    expect(byNodeIcal.description).toBe(byIcalJs.description);
  });

  it('has no description if it would be empty', () => {
    expect(lineOf(render(sampleEvent()), 'DESCRIPTION')).toBeUndefined();
    expect(lineOf(render(sampleEvent({ description: 'x' })), 'DESCRIPTION')).toBe('DESCRIPTION:x');
  });

  it.each([
    ['a place', { location: 'Valencia, Spain' }, 'Valencia, Spain'],
    ['online', { online: true }, 'Online'],
    ['both', { location: 'Valencia, Spain', online: true }, 'Valencia, Spain and online'],
    ['neither', {}, undefined],
  ])('has its location: %s', (_, fields, place) => {
    const { byIcalJs, byNodeIcal } = readBoth(render(sampleEvent(fields)));
    expect(byIcalJs.location ?? undefined).toBe(place);
    expect(byNodeIcal.location).toBe(place);
  });

  it.each(eventKinds)('has its kind as category: %s', (kind) => {
    expect(readBoth(render(sampleEvent({ kind }))).byNodeIcal.categories).toEqual([eventKindLabel(kind)]);
  });

  it.each([
    ['confirmed', 'CONFIRMED', 0],
    ['moved', 'CONFIRMED', 1],
    ['cancelled', 'CANCELLED', 2],
    [undefined, 'CONFIRMED', 0],
  ])('has its status: %s', (status, expected, sequence) => {
    const { byIcalJs, byNodeIcal } = readBoth(render(sampleEvent({ status })));
    expect(byIcalJs.component.getFirstPropertyValue('status')).toBe(expected);
    expect(byNodeIcal.status).toBe(expected);
    expect(byIcalJs.sequence).toBe(sequence);
  });
});

describe('a change of an event', () => {
  const before = { start: '2022-03-03T10:00', zone: 'UTC' };
  const sequenceOf = (fields: object) => readBoth(render(sampleEvent({ ...before, ...fields }))).byIcalJs.sequence;

  it('increases SEQUENCE with each later lastmod, whatever else has changed', () => {
    const states = [
      {},
      { status: 'moved', start: '2022-03-04T10:00' },
      { status: 'moved', start: '2022-03-02T10:00', lastmod: '2022-02-24' },
      { start: '2022-03-03T10:00', lastmod: '2022-02-25' },
      { start: '2022-03-03T11:00', lastmod: '2022-02-25T18:30:00+01:00' },
      { status: 'cancelled', lastmod: '2022-02-25T18:30:00+01:00' },
      { status: 'confirmed', lastmod: '2022-02-26' },
    ];
    const numbers = states.map(sequenceOf);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    // An INTEGER has 32 bits (RFC 5545, section 3.3.8).
    expect(sequenceOf({ lastmod: '2199-12-31', status: 'cancelled' })).toBeLessThan(2 ** 31);
  });

  it('sets LAST-MODIFIED, which an unchanged event does not have', () => {
    const changed = render(sampleEvent({ ...before, lastmod: '2022-02-24T18:30:00+01:00' }));
    expect(lineOf(changed, 'LAST-MODIFIED')).toBe('LAST-MODIFIED:20220224T173000Z');
    expect(lineOf(changed, 'DTSTAMP')).toBe('DTSTAMP:20220224T173000Z');
    const unchanged = render(sampleEvent(before));
    expect(unchanged).not.toContain('LAST-MODIFIED');
    expect(lineOf(unchanged, 'DTSTAMP')).toBe('DTSTAMP:20220303T100000Z');
  });
});

describe('hostile text, next to ordinary text', () => {
  const evil = 'ATTENDEE:mailto:x@example.org';

  it.each([
    ['CRLF and a property', `Talk\r\n${evil}`, `Talk ${evil}`],
    ['LF and a property', `Talk\n${evil}`, `Talk ${evil}`],
    ['CR and a property', `Talk\r${evil}`, `Talk ${evil}`],
    ['NEL and a property', `Talk\u0085${evil}`, `Talk ${evil}`],
    ['line separators', `Talk\u2028${evil}\u2029END:VEVENT`, `Talk ${evil} END:VEVENT`],
    ['the end of the event', 'Talk\r\nEND:VEVENT\r\nEND:VCALENDAR', 'Talk END:VEVENT END:VCALENDAR'],
    ['control characters', 'Ta\u0000l\u0007k\u001b\u007f\u009b', 'Talk'],
    ['half a character', 'Talk \ud83c and \udf89', 'Talk and'],
    ['escapes', 'C:\\new; a, b \\n \\; \\\\', 'C:\\new; a, b \\n \\; \\\\'],
    ['HTML', '</script><img src=x onerror=alert(1)>', '</script><img src=x onerror=alert(1)>'],
    ['quotes and carets', '"a" ^n ^\' ', '"a" ^n ^\''],
    ['a plain title', 'Talk', 'Talk'],
  ])('%s', (_, title, expected) => {
    // Past the schema, which would have put much of this right already.
    const event = { ...sampleEvent(), title, location: title, speakers: [{ name: title, affiliation: title }] };
    const text = render(event, sampleEvent({ start: '2023-01-01' }, 'neighbour'));
    const [first, second, third] = readWithIcalJs(text);
    expect(first?.summary).toBe(expected);
    expect(first?.location).toBe(expected);
    expect(first?.description).toBe(`Speaker: ${expected} (${expected})`);
    expect(first?.component.hasProperty('attendee')).toBe(false);
    expect(second?.summary).toBe('Tool for Helm Users');
    expect(third).toBeUndefined();
    const nodeIcal = readWithNodeIcal(text);
    expect(nodeIcal).toHaveLength(2);
    expect(nodeIcal[0]).not.toHaveProperty('attendee');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
    expect(text).not.toMatch(/\p{Cs}/u);
  });

  it.each([
    ['a property in Markdown', `One\n\n${evil}\n\nTwo`, `One\n\n${evil}\n\nTwo`],
    ['HTML in Markdown', 'One <b>two</b> <script>x</script>', 'One two x'],
    ['a link that runs', '[go](javascript:alert(1))', 'go'],
    ['a link', '[go](https://example.org/)', 'go (https://example.org/)'],
  ])('%s', (_, description, expected) => {
    const { byIcalJs, byNodeIcal } = readBoth(render(sampleEvent({ description })));
    expect(byIcalJs.description).toBe(expected);
    expect(byNodeIcal.description).toBe(expected);
    expect(byIcalJs.component.hasProperty('attendee')).toBe(false);
  });
});

describe('single events', () => {
  it('are in UTC, whatever their zone, without a VTIMEZONE', () => {
    const text = render(sampleEvent());
    expect(lineOf(text, 'DTSTART')).toBe('DTSTART:20220303T180000Z');
    expect(lineOf(text, 'DTEND')).toBe('DTEND:20220303T190000Z');
    expect(text).not.toContain('VTIMEZONE');
    expect(readBoth(text).byNodeIcal.start.toISOString()).toBe('2022-03-03T18:00:00.000Z');
  });

  it('have no end if the source has none', () => {
    const text = render(sampleEvent({ start: '2022-03-03T10:00', zone: 'UTC' }));
    expect(lineOf(text, 'DTEND')).toBeUndefined();
    expect(lineOf(text, 'DURATION')).toBeUndefined();
    expect(lineOf(render(sampleEvent()), 'DTEND')).toBeDefined();
  });

  it('distinguish both times of an hour that occurs twice', () => {
    const at = (start: string) => lineOf(render(sampleEvent({ start, zone: 'Europe/Berlin' })), 'DTSTART');
    expect(at('2022-10-30T02:30+02:00')).toBe('DTSTART:20221030T003000Z');
    expect(at('2022-10-30T02:30+01:00')).toBe('DTSTART:20221030T013000Z');
  });

  it('that last all day are dates and end on the day after the last (section 3.6.1)', () => {
    const days = render(sampleEvent({ start: '2022-05-16', end: '2022-05-20' }));
    expect(lineOf(days, 'DTSTART')).toBe('DTSTART;VALUE=DATE:20220516');
    expect(lineOf(days, 'DTEND')).toBe('DTEND;VALUE=DATE:20220521');
    expect(readBoth(days).byIcalJs.duration.toSeconds()).toBe(5 * 86_400);
    expect(readBoth(days).byNodeIcal.datetype).toBe('date');
    const day = render(sampleEvent({ start: '2022-12-31' }));
    expect(lineOf(day, 'DTEND')).toBe('DTEND;VALUE=DATE:20230101');
    expect(lineOf(render(sampleEvent({ start: '2024-02-28' })), 'DTEND')).toBe('DTEND;VALUE=DATE:20240229');
  });
});

describe('repeated events (RFC 5545, sections 3.3.10 and 3.8.5)', () => {
  const weekly = { start: '2022-03-03T10:00', end: '2022-03-03T11:00', zone: 'America/Los_Angeles' };

  it('keep their local time when clocks change', () => {
    const event = sampleEvent({ ...weekly, repeats: 'FREQ=WEEKLY;BYDAY=TH;COUNT=4' });
    const text = render(event);
    expect(lineOf(text, 'DTSTART')).toBe('DTSTART;TZID=America/Los_Angeles:20220303T100000');
    expect(lineOf(text, 'DTEND')).toBe('DTEND;TZID=America/Los_Angeles:20220303T110000');
    expect(lineOf(text, 'RRULE')).toBe('RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=TH');
    const { parsers, site } = startsOf(event, '2023-01-01T00:00:00Z');
    expect(parsers).toEqual([
      '2022-03-03T18:00:00.000Z',
      '2022-03-10T18:00:00.000Z',
      '2022-03-17T17:00:00.000Z',
      '2022-03-24T17:00:00.000Z',
    ]);
    expect(site).toEqual(parsers);
  });

  it.each([
    ['FREQ=DAILY', '2022-03-03', 'Europe/Berlin'],
    ['FREQ=DAILY;INTERVAL=3', '2022-10-20', 'America/New_York'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', '2022-03-03', 'Europe/London'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU', '2022-03-01', 'Europe/London'],
    ['FREQ=MONTHLY;BYDAY=1TH', '2022-03-03', 'Australia/Sydney'],
    ['FREQ=MONTHLY;BYDAY=-1TH', '2022-03-31', 'Asia/Kolkata'],
    ['FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=-1', '2022-03-31', 'America/Sao_Paulo'],
    ['FREQ=MONTHLY;BYMONTHDAY=15,-1', '2022-03-15', 'Pacific/Auckland'],
    ['FREQ=MONTHLY;BYMONTH=3,10;BYDAY=1TH', '2022-03-03', 'US/Pacific'],
    ['FREQ=YEARLY', '2022-03-03', 'Europe/Kyiv'],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=1TH', '2022-03-03', 'UTC'],
  ])('%s from %s in %s: both parsers and the site agree', (repeats, day, zone) => {
    const event = sampleEvent({ start: `${day}T10:00`, end: `${day}T11:00`, zone, repeats });
    const { parsers, site } = startsOf(event, '2023-06-01T00:00:00Z');
    expect(parsers.length).toBeGreaterThan(1);
    expect(site).toEqual(parsers);
  });

  it('have one VTIMEZONE for each zone name, and none for UTC', () => {
    const repeated = (zone: string, id: string) =>
      sampleEvent({ start: '2022-03-03T10:00', zone, repeats: 'FREQ=WEEKLY' }, id);
    const zones = ['America/Los_Angeles', 'US/Pacific', 'america/los_angeles', 'Asia/Calcutta', 'UTC', 'Etc/UTC'];
    const text = render(...zones.map((zone, index) => repeated(zone, `event-${index}`)));
    const lines = linesOf(text);
    expect(lines.filter((line) => line.startsWith('TZID:'))).toEqual([
      'TZID:America/Los_Angeles',
      'TZID:Asia/Calcutta',
      'TZID:US/Pacific',
    ]);
    expect(lines.filter((line) => line.startsWith('DTSTART;TZID=')).length).toBe(4);
    expect(lines.filter((line) => line === 'DTSTART:20220303T100000Z').length).toBe(2);
    expect(lines.indexOf('BEGIN:VEVENT')).toBeGreaterThan(lines.lastIndexOf('END:VTIMEZONE'));
  });

  it('that last all day have none, even if a zone is given', () => {
    const days = render(sampleEvent({ start: '2022-03-03', zone: 'Europe/Berlin', repeats: 'FREQ=WEEKLY' }));
    expect(lineOf(days, 'DTSTART')).toBe('DTSTART;VALUE=DATE:20220303');
    expect(days).not.toMatch(/VTIMEZONE|TZID/);
    const times = render(sampleEvent({ start: '2022-03-03T10:00', zone: 'Europe/Berlin', repeats: 'FREQ=WEEKLY' }));
    expect(times).toMatch(/BEGIN:VTIMEZONE/);
  });

  it('leave out only the days of `except`', () => {
    const fields = { ...weekly, repeats: 'FREQ=WEEKLY;COUNT=5' };
    const all = startsOf(sampleEvent(fields), '2023-01-01T00:00:00Z');
    const event = sampleEvent({ ...fields, except: ['2022-03-24', '2022-03-10'] });
    const text = render(event);
    expect(linesOf(text).filter((line) => line.startsWith('EXDATE'))).toEqual([
      'EXDATE;TZID=America/Los_Angeles:20220310T100000',
      'EXDATE;TZID=America/Los_Angeles:20220324T100000',
    ]);
    const some = startsOf(event, '2023-01-01T00:00:00Z');
    expect(some.parsers).toEqual(all.parsers.filter((start) => !/03-(?:10|24)T/.test(start)));
    expect(some.site).toEqual(some.parsers);
    expect(all.parsers).toHaveLength(5);
  });

  it('leave out dates of all-day events, and times in UTC', () => {
    const days = sampleEvent({ start: '2022-03-03', repeats: 'FREQ=WEEKLY;COUNT=3', except: ['2022-03-10'] });
    expect(lineOf(render(days), 'EXDATE')).toBe('EXDATE;VALUE=DATE:20220310');
    const { parsers, site } = startsOf(days, '2023-01-01T00:00:00Z');
    expect(parsers).toEqual(['2022-03-03T00:00:00.000Z', '2022-03-17T00:00:00.000Z']);
    expect(site).toEqual(parsers);
    const fields = { start: '2022-03-03T10:00', zone: 'UTC', repeats: 'FREQ=WEEKLY;COUNT=3', except: ['2022-03-03'] };
    const utc = sampleEvent(fields);
    expect(lineOf(render(utc), 'EXDATE')).toBe('EXDATE:20220303T100000Z');
    expect(startsOf(utc, '2023-01-01T00:00:00Z').parsers).toHaveLength(2);
  });

  it('can leave out the first occurrence', () => {
    const event = sampleEvent({ ...weekly, repeats: 'FREQ=WEEKLY;COUNT=2', except: ['2022-03-03'] });
    expect(lineOf(render(event), 'DTSTART')).toBe('DTSTART;TZID=America/Los_Angeles:20220303T100000');
    expect(startsOf(event, '2023-01-01T00:00:00Z').parsers).toEqual(['2022-03-10T18:00:00.000Z']);
  });

  it('without an end are written as a rule', () => {
    const event = sampleEvent({ ...weekly, repeats: 'FREQ=WEEKLY' });
    const text = render(event);
    expect(lineOf(text, 'RRULE')).toBe('RRULE:FREQ=WEEKLY');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).not.toMatch(/RDATE|UNTIL|COUNT/);
    expect(startsOf(event, '2032-01-01T00:00:00Z').parsers.length).toBeGreaterThan(500);
  });

  it.each([
    ['a day, for times in a zone', weekly, '20220317', '20220317T170000Z', 3],
    ['an instant, for times in a zone', weekly, '20220317T170000Z', '20220317T170000Z', 3],
    ['an instant before the last time', weekly, '20220317T165959Z', '20220317T165959Z', 2],
    ['a day, for times in UTC', { start: '2022-03-03T10:00', zone: 'UTC' }, '20220317', '20220317T100000Z', 3],
    ['a day, for days', { start: '2022-03-03' }, '20220317', '20220317', 3],
    ['an instant, for days', { start: '2022-03-03' }, '20220317T100000Z', '20220317', 3],
  ])('end at the given time, in the form that the RFC requires: %s', (_, fields, given, until, count) => {
    const event = sampleEvent({ ...fields, repeats: `FREQ=WEEKLY;UNTIL=${given}` });
    expect(lineOf(render(event), 'RRULE')).toBe(`RRULE:FREQ=WEEKLY;UNTIL=${until}`);
    expect(startsOf(event, '2023-01-01T00:00:00Z').parsers).toHaveLength(count);
  });

  it('last as long as the first occurrence, even if clocks change during it (section 3.8.5.3)', () => {
    const night = { zone: 'Europe/Berlin', repeats: 'FREQ=WEEKLY;COUNT=2' };
    const over = render(sampleEvent({ start: '2022-10-29T22:00', end: '2022-10-30T04:00', ...night }));
    expect(lineOf(over, 'DURATION')).toBe('DURATION:PT25200S');
    expect(lineOf(over, 'DTEND')).toBeUndefined();
    expect(readBoth(over).byIcalJs.duration.toSeconds()).toBe(7 * 3600);
    const usual = render(sampleEvent({ start: '2022-10-22T22:00', end: '2022-10-23T04:00', ...night }));
    expect(lineOf(usual, 'DTEND')).toBe('DTEND;TZID=Europe/Berlin:20221023T040000');
    expect(lineOf(usual, 'DURATION')).toBeUndefined();
  });
});
