import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorsOf } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { makeCollect } from '@/lib/news/collect';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { startServer } from '@/lib/tooling/testing/fixtures/fake-server';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

const limits = { silence: 150, total: 600, retry: 1 };
const collect = makeCollect(limits, () => Date.parse('2022-03-02T09:00:00Z'));

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];

/** Collects from a calendar file. @returns what is written, by id, without the line for editors. */
async function read(text: string, args: readonly string[] = [], files: Record<string, string> = {}) {
  const { dir: root } = await writeContent({
    'content/projects.yaml': 'projects: []\n',
    'community.ics': text,
    ...files,
  });
  const terminal = testTerminal({ root });
  const code = await collect.run(['calendar', 'community.ics', '--since', '2022-02', ...args], terminal);
  const errors = errorsOf((await check(join(root, 'content'))).problems);
  const written: Record<string, string> = {};
  for (const path of terminal.outLines) {
    const [, ...lines] = (await readFile(join(root, path), 'utf8')).split('\n');
    written[path.replace(/^content\/events\/|\.yaml$/g, '')] = lines.join('\n');
  }
  return { code, written, said: terminal.errLines.join('\n'), errors, root };
}

describe('a single event', () => {
  it('has its location, text and zone', async () => {
    const { code, written, errors } = await read(
      calendar(
        ...event(
          'UID:1',
          'SUMMARY:Tool for Helm Users: a webinar',
          'DTSTART;TZID=America/Los_Angeles:20220303T100000',
          'DTEND;TZID=America/Los_Angeles:20220303T110000',
          'URL:https://example.org/event',
          'LOCATION:Valencia\\, Spain',
          'DESCRIPTION:A tour of *everything*\\, see https://example.org/a_b.\\nBring [x](javascript:x)\\n\\n<not> & html',
          'ORGANIZER;CN=Somebody:mailto:somebody@example.org',
        ),
      ),
    );
    expect(code).toBe(0);
    expect(errors).toEqual([]);
    expect(written).toEqual({
      'tool-for-helm-users-a-webinar-2022-03-03': [
        'title: "Tool for Helm Users: a webinar"',
        'kind: webinar',
        'start: 2022-03-03T10:00',
        'end: 2022-03-03T11:00',
        'zone: America/Los_Angeles',
        'url: https://example.org/event',
        'location: Valencia, Spain',
        'description: |-',
        '  A tour of \\*everything\\*, see <https://example.org/a_b>.\\',
        '  Bring \\[x]\\(javascript:x)',
        '',
        '  \\<not> & html',
        '',
      ].join('\n'),
    });
  });

  it.each([
    ['a day', ['DTSTART;VALUE=DATE:20220303'], 'start: 2022-03-03\n'],
    ['a day with its end', ['DTSTART;VALUE=DATE:20220303', 'DTEND;VALUE=DATE:20220304'], 'start: 2022-03-03\n'],
    ['days', ['DTSTART;VALUE=DATE:20220303', 'DTEND;VALUE=DATE:20220305'], 'start: 2022-03-03\nend: 2022-03-04\n'],
    ['days that last', ['DTSTART;VALUE=DATE:20220303', 'DURATION:P2D'], 'start: 2022-03-03\nend: 2022-03-04\n'],
    ['UTC', ['DTSTART:20220303T100000Z'], 'start: 2022-03-03T10:00\nzone: UTC\n'],
    [
      'a length',
      ['DTSTART:20220303T100000Z', 'DURATION:PT90M'],
      'start: 2022-03-03T10:00\nend: 2022-03-03T11:30\nzone: UTC\n',
    ],
    ['no length', ['DTSTART:20220303T100000Z', 'DTEND:20220303T100000Z'], 'start: 2022-03-03T10:00\nzone: UTC\n'],
    [
      'an end in another zone',
      ['DTSTART;TZID=Europe/Berlin:20220303T100000', 'DTEND:20220303T100000Z'],
      'start: 2022-03-03T10:00\nend: 2022-03-03T11:00\nzone: Europe/Berlin\n',
    ],
    [
      'a zone of Windows',
      ['DTSTART;TZID=W. Europe Standard Time:20220303T100000'],
      'start: 2022-03-03T10:00\nzone: Europe/Berlin\n',
    ],
    [
      'a zone with its maker',
      ['DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20220303T100000'],
      'start: 2022-03-03T10:00\nzone: Europe/Berlin\n',
    ],
    [
      'a time that comes twice',
      ['DTSTART;TZID=Europe/Berlin:20221030T023000'],
      'start: 2022-10-30T02:30+02:00\nzone: Europe/Berlin\n',
    ],
    [
      'a time that the clocks go over',
      ['DTSTART;TZID=Europe/Berlin:20220327T023000'],
      'start: 2022-03-27T03:30\nzone: Europe/Berlin\n',
    ],
  ])('with %s', async (_, lines, expected) => {
    const { written, errors } = await read(calendar(...event('UID:1', 'SUMMARY:Meet', ...lines)));
    expect(errors).toEqual([]);
    expect(Object.values(written)).toEqual([`title: Meet\nkind: meeting\n${expected}`]);
  });

  it('without a zone uses that of the calendar, or the given one, or none', async () => {
    const floating = event('UID:1', 'SUMMARY:Meet', 'DTSTART:20220303T100000');
    expect((await read(calendar('X-WR-TIMEZONE:Asia/Tokyo', ...floating))).written).toEqual({
      'meet-2022-03-03': 'title: Meet\nkind: meeting\nstart: 2022-03-03T10:00\nzone: Asia/Tokyo\n',
    });
    expect((await read(calendar(...floating), ['--zone', 'Europe/Madrid', '--kind', 'talk'])).written).toEqual({
      'meet-2022-03-03': 'title: Meet\nkind: talk\nstart: 2022-03-03T10:00\nzone: Europe/Madrid\n',
    });
    const { code, written, said } = await read(calendar(...floating));
    expect({ code, written }).toEqual({ code: 0, written: {} });
    expect(said).toContain('skipped "Meet": its time has no zone (fix: give one with --zone)');
  });

  it('in a zone that only the file knows is written in UTC, unless it repeats', async () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Our Time',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const { written, said } = await read(
      calendar(
        ...zone,
        ...event('UID:1', 'SUMMARY:Meet', 'DTSTART;TZID=Our Time:20220303T100000'),
        ...event('UID:2', 'SUMMARY:Again', 'DTSTART;TZID=Our Time:20220303T100000', 'RRULE:FREQ=WEEKLY'),
        ...event('UID:3', 'SUMMARY:Nowhere', 'DTSTART;TZID=No Time:20220303T100000'),
      ),
    );
    expect(written).toEqual({
      'meet-2022-03-03': 'title: Meet\nkind: meeting\nstart: 2022-03-03T07:00\nzone: UTC\n',
    });
    expect(said).toContain('the time zone "Our Time" is unknown; its times are converted to UTC');
    expect(said).toContain('skipped "Again": it repeats in an unknown time zone, "Our Time"');
    expect(said).toContain('skipped "Nowhere": its time zone "No Time" is unknown');
  });

  it('converts HTML to text, and reads a link as the location', async () => {
    const { written, errors } = await read(
      calendar(
        ...event(
          'UID:1',
          'SUMMARY:Meet',
          'DTSTART;VALUE=DATE:20220303',
          'LOCATION:https://meet.example.org/x',
          'STATUS:CANCELLED',
          'DESCRIPTION:<p>Hello &amp\\; <b>welcome</b></p><a href="https://example.org/">here</a><script>x()</script>',
        ),
      ),
    );
    expect(errors).toEqual([]);
    expect(written).toEqual({
      'meet-2022-03-03': [
        'title: Meet',
        'kind: meeting',
        'start: 2022-03-03',
        'url: https://meet.example.org/x',
        'online: true',
        'description: |-',
        '  Hello & welcome',
        '',
        '  here (<https://example.org/>)',
        'status: cancelled',
        '',
      ].join('\n'),
    });
  });
});

describe('an event that repeats', () => {
  it.each([
    ['plainly', 'FREQ=WEEKLY;BYDAY=TH', 'FREQ=WEEKLY;BYDAY=TH'],
    ['until a day', 'FREQ=WEEKLY;UNTIL=20220401', 'FREQ=WEEKLY;UNTIL=20220401'],
    ['until an instant', 'FREQ=WEEKLY;UNTIL=20220401T080000Z', 'FREQ=WEEKLY;UNTIL=20220401T080000Z'],
    ['until a time of its zone', 'FREQ=WEEKLY;UNTIL=20220401T100000', 'FREQ=WEEKLY;UNTIL=20220401T080000Z'],
    ['at its own hour', 'FREQ=WEEKLY;BYHOUR=10;BYMINUTE=0;BYSECOND=0', 'FREQ=WEEKLY'],
    ['on the first Thursday', 'FREQ=MONTHLY;BYDAY=1TH', 'FREQ=MONTHLY;BYDAY=1TH'],
  ])('%s', async (_, rule, expected) => {
    const { written, errors } = await read(
      calendar(...event('UID:1', 'SUMMARY:Meet', 'DTSTART;TZID=Europe/Berlin:20220303T100000', `RRULE:${rule}`)),
    );
    expect(errors).toEqual([]);
    expect(Object.values(written)[0]).toContain(`repeats: ${expected}\n`);
  });

  it.each([
    ['by the hour', ['RRULE:FREQ=HOURLY'], 'its recurrence rule "FREQ=HOURLY" is not supported'],
    ['at another hour', ['RRULE:FREQ=WEEKLY;BYHOUR=11'], 'is not supported'],
    ['by two rules', ['RRULE:FREQ=WEEKLY', 'RRULE:FREQ=MONTHLY'], 'it has several recurrence rules'],
    ['with a rule of exceptions', ['RRULE:FREQ=WEEKLY', 'EXRULE:FREQ=MONTHLY'], 'EXRULE'],
    ['from a day that is not in the rule', ['RRULE:FREQ=WEEKLY;BYDAY=MO'], 'does not include the start'],
  ])('%s is left out', async (_, lines, message) => {
    const { code, written, said } = await read(
      calendar(...event('UID:1', 'SUMMARY:Meet', 'DTSTART:20220303T100000Z', ...lines)),
    );
    expect({ code, written }).toEqual({ code: 0, written: {} });
    expect(said).toContain(message);
  });

  it('has its exceptions, changes and extra dates', async () => {
    const { written, errors } = await read(
      calendar(
        ...event(
          'UID:1',
          'SUMMARY:Tool Bug Scrub',
          'DTSTART;TZID=America/Los_Angeles:20220303T200000',
          'DTEND;TZID=America/Los_Angeles:20220303T210000',
          'RRULE:FREQ=WEEKLY;BYDAY=TH',
          // In Los Angeles it is still the 10th.
          'EXDATE:20220311T040000Z',
          // On a Friday it does not take place anyway.
          'EXDATE;TZID=America/Los_Angeles:20220311T200000',
          'RDATE;TZID=America/Los_Angeles:20220305T120000',
        ),
        ...event(
          'UID:1',
          'RECURRENCE-ID;TZID=America/Los_Angeles:20220317T200000',
          'SUMMARY:Tool Bug Scrub',
          'DTSTART;TZID=America/Los_Angeles:20220318T090000',
        ),
        ...event(
          'UID:1',
          'RECURRENCE-ID;TZID=America/Los_Angeles:20220324T200000',
          'DTSTART;TZID=America/Los_Angeles:20220324T200000',
          'STATUS:CANCELLED',
        ),
      ),
    );
    expect(errors).toEqual([]);
    const rest = 'zone: America/Los_Angeles\n';
    expect(written).toEqual({
      'tool-bug-scrub-2022-03-03': `title: Tool Bug Scrub\nkind: bug-scrub\nstart: 2022-03-03T20:00\nend: 2022-03-03T21:00\n${rest}repeats: FREQ=WEEKLY;BYDAY=TH\nexcept:\n  - 2022-03-10\n  - 2022-03-17\n  - 2022-03-24\n`,
      'tool-bug-scrub-2022-03-05': `title: Tool Bug Scrub\nkind: bug-scrub\nstart: 2022-03-05T12:00\nend: 2022-03-05T13:00\n${rest}`,
      'tool-bug-scrub-2022-03-18': `title: Tool Bug Scrub\nkind: bug-scrub\nstart: 2022-03-18T09:00\n${rest}`,
    });
  });

  it('leaves out days that already have an entry', async () => {
    const scrub = 'title: Tool Bug scrub\nkind: bug-scrub\nstart: 2022-03-10T10:00\nzone: America/Los_Angeles\n';
    const { written, said, errors } = await read(
      calendar(
        ...event('UID:1', 'SUMMARY:Tool Bug Scrub', 'DTSTART;TZID=Europe/Berlin:20220303T190000', 'RRULE:FREQ=WEEKLY'),
      ),
      [],
      { 'content/events/bug-scrub.yaml': scrub },
    );
    expect(errors).toEqual([]);
    expect(Object.values(written)[0]).toContain('repeats: FREQ=WEEKLY\nexcept:\n  - 2022-03-10\n');
    expect(said).toContain('"Tool Bug Scrub": there are already entries for 2022-03-10');
  });

  it('is skipped once its last occurrence is over', async () => {
    const { written, said } = await read(
      calendar(
        ...event('UID:1', 'SUMMARY:Over', 'DTSTART:20200101T100000Z', 'RRULE:FREQ=WEEKLY;COUNT=5'),
        ...event('UID:2', 'SUMMARY:Still', 'DTSTART:20200101T100000Z', 'RRULE:FREQ=WEEKLY'),
        ...event('UID:3', 'SUMMARY:Long ago', 'DTSTART:20200101T100000Z'),
      ),
    );
    expect(Object.keys(written)).toEqual(['still-2020-01-01']);
    expect(said).toContain('community.ics: 1 event since 2022-02-01, 2 before');
  });
});

it('gives every event a unique, stable file name', async () => {
  const text = calendar(
    ...event('UID:b', 'SUMMARY:Meet', 'DTSTART:20220303T120000Z'),
    ...event('UID:a', 'SUMMARY:Meet', 'DTSTART:20220303T100000Z'),
    ...event('UID:c', 'SUMMARY:日本語', 'DTSTART;VALUE=DATE:20220303'),
  );
  const { written, root } = await read(text);
  expect(Object.keys(written)).toEqual(['event-2022-03-03', 'meet-2022-03-03', 'meet-2022-03-03-2']);
  expect(written['meet-2022-03-03-2']).toContain('T12:00');
  const again = testTerminal({ root });
  expect(await collect.run(['calendar', 'community.ics', '--since=2022-02'], again)).toBe(0);
  expect(again.errLines).toContain('0 new, 3 unchanged');
});

it('does not change an entry that was edited by hand', async () => {
  const text = calendar(...event('UID:a', 'SUMMARY:Meet', 'DTSTART:20220303T100000Z', 'URL:https://example.org/new'));
  const mine =
    'title: Meet!\nkind: meetup\nstart: 2022-03-03T11:00\nzone: Europe/Berlin\nurl: https://example.org/old\n';
  const { written, said, root } = await read(text, [], { 'content/events/ours.yaml': mine });
  expect(written).toEqual({});
  expect(said).toMatch(
    /ours\.yaml was not changed, but community\.ics differs: .*url is "https:\/\/example\.org\/old" here/,
  );
  expect(said).not.toMatch(/start|zone/);
  expect(await readdir(join(root, 'content', 'events'))).toEqual(['ours.yaml']);
});

describe('hostile or broken input', () => {
  it('is left out or treated as plain text', async () => {
    const { code, written, said, errors } = await read(
      calendar(
        ...event(
          'UID:1',
          'SUMMARY:a\\n---\\nkind: talk\u0007\u202e',
          'DTSTART;VALUE=DATE:20220303',
          'URL:javascript:alert(1)',
        ),
        ...event('UID:2', 'SUMMARY:Private', 'CLASS:PRIVATE', 'DTSTART;VALUE=DATE:20220303'),
        ...event('UID:3', 'DTSTART;VALUE=DATE:20220303'),
        ...event('UID:4', 'SUMMARY:No date'),
        ...event('UID:5', 'SUMMARY:Bad date', 'DTSTART:99999999T999999Z'),
        ...event('UID:6', 'SUMMARY:Sound', 'DTSTART;VALUE=DATE:20220304', 'DESCRIPTION:[x](/blog/nowhere/)'),
      ),
    );
    expect(code).toBe(0);
    expect(errors).toEqual([]);
    expect(Object.keys(written)).toEqual(['a-kind-talk-2022-03-03', 'sound-2022-03-04']);
    expect(written['a-kind-talk-2022-03-03']).toBe('title: "a --- kind: talk"\nkind: talk\nstart: 2022-03-03\n');
    expect(written['sound-2022-03-04']).toContain('\\[x]');
    expect(said).toContain('skipped "Private": it is marked as private');
    expect(said).toContain('skipped "3": it has no title');
    expect(said).toContain('skipped "No date": it has no date');
    expect(said).toContain('skipped "Bad date"');
  });

  it.each([
    ['no calendar', '<html></html>', 'it is not an iCalendar file'],
    ['half of one', calendar(...event('UID:1')).slice(0, 60), 'the file is incomplete'],
    ['nonsense', 'BEGIN:VCALENDAR\r\nEND:VEVENT\r\nno colon\r\nEND:VCALENDAR\r\n', 'it is not valid iCalendar'],
  ])('%s is reported', async (_, text, message) => {
    const { code, said } = await read(text);
    expect(code).toBe(1);
    expect(said).toContain(`community.ics: failed: ${message}`);
  });
});

it('reads URLs, uses a stale copy, and reports which one failed', async () => {
  const { dir: root } = await writeContent({ 'content/projects.yaml': 'projects: []\n' });
  const text = calendar(...event('UID:1', 'SUMMARY:Meet', 'DTSTART;VALUE=DATE:20220303'));
  const server = await startServer({ '/a.ics?key=secret': { text } });
  const run = async (...names: string[]) => {
    const terminal = testTerminal({ root });
    return { code: await collect.run(['calendar', ...names], terminal), said: terminal.errLines.join('\n') };
  };
  const first = await run(`${server.origin}/b.ics`, `${server.origin}/a.ics?key=secret`);
  expect(first.code).toBe(1);
  expect(first.said).toContain('/b.ics: failed: it responds with 404 (Not Found)');
  expect(first.said).toContain('1 new');
  expect(first.said).not.toContain('secret');
  expect((await run(`${server.origin}/a.ics?key=secret`)).code).toBe(0);
  expect(server.requests.at(-1)?.status).toBe(304);
  server.replies.set('/a.ics?key=secret', { text: '<html>Sign in</html>' });
  const last = await run(`${server.origin}/a.ics?key=secret`);
  expect(last.code).toBe(1);
  expect(last.said).toContain('it is not an iCalendar file; using the copy of 2022-03-02');
  expect((await run('http://example.org/a.ics')).said).toContain('the URL is not encrypted');
});

it('resolves files from the user’s working directory', async () => {
  const { dir: root } = await writeContent({ 'content/projects.yaml': 'projects: []\n', 'sub/x': '' });
  await writeFile(
    join(root, 'sub', 'a.ics'),
    calendar(...event('UID:1', 'SUMMARY:Meet', 'DTSTART;VALUE=DATE:20220303')),
  );
  const terminal = testTerminal({ root, cwd: join(root, 'sub') });
  expect(await collect.run(['calendar', 'a.ics'], terminal)).toBe(0);
  expect(terminal.outLines).toEqual(['../content/events/meet-2022-03-03.yaml']);
});
