import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '@/lib/base/cli/command';
import { ContentError } from '@/lib/base/diagnostic';
import { status } from '@/lib/news/status';
import { toRuns } from '@/lib/news/status/overview';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

afterEach(() => {
  vi.unstubAllEnvs();
});

const post = (title: string, date: string, ...fields: string[]) =>
  ['---', `title: ${title}`, `date: ${date}`, ...fields, '---', '', 'Hello.', ''].join('\n');

async function statusAt(now: string, files: Record<string, string>, ...args: string[]) {
  vi.stubEnv('NEWS_NOW', now);
  const { dir, shown } = await writeContent(files);
  const terminal = testTerminal({ root: dir, env: { CONTENT_DIR: '.' } });
  const code = await status.run(args, terminal);
  return { code, out: terminal.outLines.join('\n').replaceAll(`${shown('')}/`, ''), err: terminal.errLines.join('\n') };
}

describe('--due', () => {
  const due = async (date: string, since: string, now: string, ...fields: string[]) => {
    const files = { 'blog/2022/03/a.md': post('A', date, ...fields) };
    const { code, out } = await statusAt(now, files, '--due', '--since', since, '--json');
    return { code, due: (JSON.parse(out) as { due: unknown[] }).due.length };
  };
  const yes = { code: 0, due: 1 };
  const no = { code: 3, due: 0 };

  it.each([
    ['around midnight: a day begins at 00:00 UTC', '2022-03-01', '2022-02-28T23:00:00Z', '2022-03-01T00:00:00Z', yes],
    ['one second before', '2022-03-01', '2022-02-28T23:00:00Z', '2022-02-28T23:59:59Z', no],
    ['already there at the last build', '2022-03-01', '2022-03-01T00:00:00Z', '2022-03-01T01:00:00Z', no],
    ['one second after the last build', '2022-03-01', '2022-02-28T23:59:59Z', '2022-03-01T01:00:00Z', yes],
    ['a run that was missed', '2022-03-01', '2022-02-20T00:00:00Z', '2022-03-09T00:00:00Z', yes],
    ['long before', '2021-03-01', '2022-02-20T00:00:00Z', '2022-03-09T00:00:00Z', no],
    ['still to come', '2022-03-10', '2022-02-20T00:00:00Z', '2022-03-09T00:00:00Z', no],
    ['at the end of a short month', '2022-02-28T23:30:00Z', '2022-02-28T23:00:00Z', '2022-03-01T00:00:00Z', yes],
    ['on a leap day', '2024-02-29', '2024-02-28T12:00:00Z', '2024-02-29T00:00:00Z', yes],
    ['at the end of a year', '2022-01-01', '2021-12-31T23:59:00Z', '2022-01-01T00:00:00Z', yes],
    [
      'yesterday for us, today for the author',
      '2022-03-01T00:30+02:00',
      '2022-02-28T22:00:00Z',
      '2022-02-28T22:30:00Z',
      yes,
    ],
    ['and not before', '2022-03-01T00:30+02:00', '2022-02-28T22:00:00Z', '2022-02-28T22:29:59Z', no],
    // Berlin goes from +01:00 to +02:00 on 27 March 2022 at 01:00 UTC, and back on 30 October.
    ['before clocks go forward', '2022-03-27T01:59:59+01:00', '2022-03-27T00:59:00Z', '2022-03-27T00:59:59Z', yes],
    ['after clocks went forward', '2022-03-27T03:00:00+02:00', '2022-03-27T00:59:59Z', '2022-03-27T01:00:00Z', yes],
    ['the first 02:30 of a long night', '2022-10-30T02:30+02:00', '2022-10-30T00:00:00Z', '2022-10-30T00:30:00Z', yes],
    ['the second is not there yet', '2022-10-30T02:30+01:00', '2022-10-30T00:00:00Z', '2022-10-30T00:30:00Z', no],
    ['and comes an hour later', '2022-10-30T02:30+01:00', '2022-10-30T00:30:00Z', '2022-10-30T01:30:00Z', yes],
  ])('%s', async (_, date, since, now, expected) => {
    expect(await due(date, since, now)).toEqual(expected);
  });

  it('skips drafts', async () => {
    const times = ['2022-03-01', '2022-02-28T23:00:00Z', '2022-03-02T00:00:00Z'] as const;
    expect(await due(...times, 'draft: true')).toEqual(no);
    expect(await due(...times)).toEqual(yes);
  });

  it('uses publishDate if there is one', async () => {
    const times = ['2022-03-01', '2022-02-28T23:00:00Z', '2022-03-02T00:00:00Z'] as const;
    expect(await due(...times, 'publishDate: 2022-03-02')).toEqual(yes);
    expect(await due(...times, 'publishDate: 2022-03-03')).toEqual(no);
    const files = {
      'blog/2022/03/a.md': post('A', '2022-03-01', 'publishDate: 2022-03-09'),
      'blog/2022/03/b.md': post('B', '2022-03-05'),
    };
    const { out } = await statusAt('2022-03-02T00:00:00Z', files, '--due', '--since', '2022-03-01T00:00:00Z');
    expect(out).toBe('Nothing has become due since 2022-03-01.\nNext: B, 2022-03-05 (in 3 days)');
    const later = await statusAt('2022-03-06T00:00:00Z', files);
    expect(later.out).toContain('Next: A, 2022-03-09 (in 3 days)');
  });

  it('includes posts that expire', async () => {
    const files = { 'blog/2022/03/a.md': post('A', '2022-03-01', 'expiryDate: 2022-03-05') };
    const before = await statusAt('2022-03-04T23:59:59Z', files, '--due', '--since', '2022-03-04T00:00:00Z');
    expect(before.code).toBe(3);
    const after = await statusAt('2022-03-05T00:00:00Z', files, '--due', '--since', '2022-03-04T00:00:00Z');
    expect(after.code).toBe(0);
    expect(after.out).toContain('A  (blog/2022/03/a.md), which is no longer listed');
  });

  it('reports what is due and what is next', async () => {
    const files = {
      'blog/2022/03/a.md': post('A', '2022-03-01'),
      'blog/2022/03/b.md': post('B', '2022-03-05T09:30:00Z'),
    };
    expect(await statusAt('2022-03-03T12:00:00Z', files, '--due', '--since', '2022-02-28')).toEqual({
      code: 0,
      out: 'Due since 2022-02-28:\n2022-03-01  A  (blog/2022/03/a.md)\nNext: B, 2022-03-05 09:30 UTC (in 2 days)',
      err: '',
    });
    expect((await statusAt('2022-03-06T12:00:00Z', files, '--due', '--since', '2022-03-06')).out).toBe(
      'Nothing has become due since 2022-03-06.\nNothing is scheduled.',
    );
  });

  it('uses the time of the last local build', async () => {
    vi.stubEnv('NEWS_NOW', '2022-03-03T12:00:00Z');
    const { dir } = await writeContent({ 'blog/2022/03/a.md': post('A', '2022-03-01') });
    const terminal = testTerminal({ root: dir, env: { CONTENT_DIR: '.' } });
    await expect(status.run(['--due'], terminal)).rejects.toThrow('The site was not built here');
    await mkdir(join(dir, '.next'));
    await writeFile(join(dir, '.next/BUILD_ID'), 'x');
    const built = async (time: string) => {
      await utimes(join(dir, '.next/BUILD_ID'), new Date(time), new Date(time));
      return status.run(['--due'], terminal);
    };
    expect(await built('2022-02-28T12:00:00Z')).toBe(0);
    expect(await built('2022-03-02T12:00:00Z')).toBe(3);
  });

  it('makes no decision if a post is invalid', async () => {
    const broken = { 'blog/2022/03/a.md': post('A', '2022-02-30') };
    await expect(statusAt('2022-03-03T12:00:00Z', broken, '--due', '--since', '2022-03-01')).rejects.toThrow(
      ContentError,
    );
  });
});

describe('the overview', () => {
  const entry = (title: string, kind: string, start: string, more = '') =>
    `title: ${title}\nkind: ${kind}\nstart: ${start}\n${more}`;
  const files = {
    'blog/2022/02/january.md': post('January', '2022-02-01', 'period: 2022-01', 'events: [used]', 'author: ann'),
    'blog/2022/04/march.md': post('March', '2022-04-01', 'period: 2022-03'),
    'blog/2022/06/soon.md': post('Soon', '2022-06-20T08:00:00Z'),
    'blog/2022/06/sketch.md': post('Sketch', '2022-06-01', 'draft: true'),
    'events/used.yaml': entry('Used', 'talk', '2022-01-10', 'recording: https://a.example/\n'),
    'events/unused.yaml': entry('Unused', 'webinar', '2022-02-10'),
    'events/future.yaml': entry('Future', 'talk', '2022-07-10'),
    'events/scrub.yaml': entry('Scrub', 'bug-scrub', '2022-02-11'),
    'events/called-off.yaml': entry('Off', 'talk', '2022-02-12', 'status: cancelled\n'),
    'people/ann.yaml': 'name: Ann\n',
    'people/bob.yaml': 'name: Bob\n',
  };

  it('shows what is next, missing, unused and not recorded', async () => {
    const { code, out } = await statusAt('2022-06-10T12:00:00Z', files);
    expect(code).toBe(0);
    expect(out).toBe(`Next: Soon, 2022-06-20 08:00 UTC (in 10 days)

Scheduled (1)
  2022-06-20 08:00 UTC  Soon  (blog/2022/06/soon.md)

Drafts (1)
  2022-06-01  Sketch  (blog/2022/06/sketch.md)

Published, newest first (2)
  2022-04-01  March  (blog/2022/04/march.md)
  2022-02-01  January  (blog/2022/02/january.md)

Months without an edition
  2022-02, 2022-04 to 2022-05
  To start one: npm run news -- draft 2022-05

Entries that no post mentions
  events (4): called-off, future, scrub, unused
  people (1): bob

Talks, webinars and workshops without a recording (1)
  2022-02-10  Unused  (events/unused.yaml)

Series of events that ended in the last three months
  none`);
  });

  it('counts people as mentioned who made something that is linked', async () => {
    const link = 'title: A\nurl: https://a.example/\nform: talk\ndate: 2022-01\nby: [Bob]\n';
    const { out } = await statusAt('2022-06-10T12:00:00Z', { ...files, 'links/a.yaml': link }, '--json');
    expect(JSON.parse(out).unusedEntries).toMatchObject({ people: [], links: ['a'] });
  });

  it('says which series of events have ended', async () => {
    const series = 'title: Chat\nkind: meeting\nstart: 2022-05-05\nrepeats: FREQ=WEEKLY;COUNT=3\n';
    const ended = { ...files, 'events/chat.yaml': series };
    const { out } = await statusAt('2022-06-10T12:00:00Z', ended);
    expect(out).toMatch(
      /Series of events that ended in the last three months \(1\)\n {2}2022-05-19 {2}Chat {2}\(events/,
    );
    const json = await statusAt('2022-06-10T12:00:00Z', ended, '--json');
    expect(JSON.parse(json.out).endedSeries).toEqual([
      { id: 'chat', title: 'Chat', last: '2022-05-19', file: 'events/chat.yaml' },
    ]);
  });

  it('prints the same as JSON', async () => {
    const { out } = await statusAt('2022-06-10T12:00:00Z', files, '--json');
    expect(JSON.parse(out)).toMatchObject({
      next: { title: 'Soon', url: '/blog/2022/06/soon/', date: '2022-06-20T08:00:00.000Z' },
      drafts: [{ title: 'Sketch' }],
      published: [{ period: '2022-03' }, { period: '2022-01' }],
      monthsWithoutEdition: ['2022-02', '2022-04', '2022-05'],
      unusedEntries: { people: ['bob'], releases: [] },
      eventsWithoutRecording: [{ id: 'unused' }],
    });
  });

  it('shortens long lists without --all', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`blog/2022/05/p${index}.md`, post(`P${index}`, '2022-05-01')]),
    );
    const { out } = await statusAt('2022-06-10T12:00:00Z', many);
    expect(out).toContain('… and 4 more (--all)');
    expect((await statusAt('2022-06-10T12:00:00Z', many, '--all')).out).not.toContain('more (--all)');
  });

  it('has a message for an empty site', async () => {
    expect((await statusAt('2022-06-10T12:00:00Z', {})).out).toMatch(/^Scheduled\n {2}nothing/);
  });
});

it.each([
  [[], ''],
  [['2022-01'], '2022-01'],
  [['2022-11', '2022-12', '2023-01', '2023-03'], '2022-11 to 2023-01, 2023-03'],
])('formats the months %j as ranges', (months, text) => {
  expect(toRuns(months)).toBe(text);
});

it.each([
  [['--since', '2022-03-01'], '--since goes with --due'],
  [['--due', '--since', 'yesterday'], '--since “yesterday” is not an instant'],
  [['2022-02'], 'status takes only options'],
])('rejects %j', async (args, message) => {
  const call = statusAt('2022-06-10T12:00:00Z', {}, ...args);
  await expect(call).rejects.toThrow(UsageError);
  await expect(call).rejects.toThrow(message);
});
