import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '@/lib/check/check';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { fakeGitHub } from '@/lib/tooling/testing/fixtures/fake-github';
import { checkForm } from '@/lib/tooling/workflows/check-form';
import { formIssueSchema } from '@/lib/tooling/workflows/form-issue';

const files = {
  'content/projects.yaml':
    'projects:\n  - {id: tool, name: Tool, about: x, repository: https://a.example, color: "#1d4fd8"}\n',
  'content/events/hours.yaml': 'title: Office hours\nkind: talk\nstart: 2026-12-01\n',
  'content/adopters/known.yaml': 'name: Known\nurl: https://known.example\nprojects: [tool]\n',
};

const answer = (question: string, text: string) => `### ${question}\n\n${text}\n\n`;

const consent = '- [x] I may say this for my organisation, and its name may be shown on the site.';

function adopter({ name = 'New One', url = 'https://new.example', projects = 'tool', may = consent } = {}) {
  return [
    answer('What is the organisation called?', name),
    answer('What is its website?', url),
    answer('Which projects does it use?', projects),
    answer('What kind of organisation is it?', '_No response_'),
    answer('May we publish this?', may),
  ].join('');
}

const none = '_No response_';

function event({
  title = 'A Talk',
  start = '2026-12-01T18:00',
  zone = 'Europe/Madrid',
  end = none,
  repeats = none,
} = {}) {
  return [
    answer('What is it called?', title),
    answer('What kind of event is it?', 'talk'),
    answer('When does it begin?', start),
    answer('In which time zone is that?', zone),
    answer('When does it end?', end),
    answer('Does it repeat?', repeats),
  ].join('');
}

/** Checks an issue whose comments are these. @returns what was asked of GitHub, and the text of the comment. */
async function checkIssue(body: string | null, { labels = ['adopter'], comments = [] as object[] } = {}) {
  const { dir } = await writeContent(files);
  await cp('.github', join(dir, '.github'), { recursive: true });
  const { github, asked } = await fakeGitHub(({ method }) => ({ json: method === 'GET' ? comments : {} }));
  const issue = { number: 7, body, labels: labels.map((name) => ({ name })) };
  const parsed = formIssueSchema.parse({ issue, repository: { default_branch: 'main' } });
  const kept = await checkForm(github, parsed, { root: dir, now: new Date('2026-11-22T12:00:00Z'), check });
  const written = asked.filter(({ method }) => method !== 'GET');
  // The comment is all that it ever writes.
  for (const { path } of written) expect(path).toMatch(/^\/issues\/(?:7\/comments|comments\/\d+)$/);
  const text = (written[0]?.body as { body: string } | undefined)?.body ?? '';
  return { kept, written, text, dir };
}

describe('checkForm', () => {
  it('shows the file that complete answers make, and leaves nothing behind', async () => {
    const { kept, text, dir } = await checkIssue(adopter());
    expect(kept).toBe('created');
    expect(text).toContain(
      [
        'Everything is complete. This is the file that will be made: `content/adopters/new-one.yaml`',
        '',
        '```yaml',
        '# yaml-language-server: $schema=../../.schemas/adopter.json',
        'name: New One',
        'url: https://new.example',
        'projects:',
        '  - tool',
        'joined: 2026-11',
        '```',
      ].join('\n'),
    );
    expect(text).toContain('When a maintainer adds the label “accepted”, it becomes a pull request.');
    expect(existsSync(join(dir, 'content/adopters/new-one.yaml'))).toBe(false);
  });

  it.each([
    [
      'no answer',
      adopter({ name: '_No response_' }),
      '- **What is the organisation called?** `this question needs an answer`',
    ],
    [
      'a wrong answer',
      adopter({ url: 'http://a.example' }),
      '- **What is its website?** `"http://a.example" is not encrypted (write https://a.example)`',
    ],
    [
      'a project that is not there',
      adopter({ projects: 'tool, toll' }),
      '- **Which projects does it use?** `there is no project "toll" (did you mean "tool"?)`',
    ],
    [
      'no consent',
      adopter({ may: '- [ ] I may say this.' }),
      '- **May we publish this?** `please tick the box: - [x]`',
    ],
    [
      'an organisation that is there',
      adopter({ name: 'known' }),
      '- **What is the organisation called?** `the name is the same as in',
    ],
    [
      'one that is before it by name',
      adopter({ name: 'A known one', url: 'https://known.example' }),
      'content/adopters/known.yaml',
    ],
  ])('says what to correct by the questions of the form: %s', async (_, body, row) => {
    const { text } = await checkIssue(body);
    expect(text).toContain(row);
    expect(text).toContain('Please edit the text of this issue');
    expect(text).not.toMatch(/Everything is complete|\.yaml:\d|```/);
  });

  it.each([
    ['no zone for a time', { zone: '_No response_' }, '**In which time zone is that?** `this question needs an answer'],
    [
      'an unknown zone',
      { zone: 'CEST' },
      '**In which time zone is that?** `"CEST" is not a time zone (use Europe/Berlin)`',
    ],
    ['an end before the start', { end: '2026-12-01T17:00' }, '**When does it end?** `the event ends'],
    ['a day and a time', { end: '2026-12-01' }, '`“When does it begin?” and “When does it end?” must both be days'],
  ])('says what is wrong between answers: %s', async (_, given, row) => {
    expect((await checkIssue(event(given), { labels: ['event'] })).text).toContain(row);
    const { text } = await checkIssue(event(), { labels: ['event'] });
    expect(text).toContain('zone: Europe/Madrid\n');
  });

  it.each([
    ['every second week', 'December 1, 2026 at 6pm', 'repeats: FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
    ['every month, on the same weekday', '2026-12-08T18:00', 'repeats: FREQ=MONTHLY;BYDAY=2TU'],
    ['FREQ=WEEKLY;BYDAY=TU', '2026-12-01T18:00', 'repeats: FREQ=WEEKLY;BYDAY=TU'],
  ])('makes the rule of “%s”', async (repeats, start, line) => {
    expect((await checkIssue(event({ repeats, start }), { labels: ['event'] })).text).toContain(`${line}\n`);
    const { text } = await checkIssue(event({ repeats: 'often', start }), { labels: ['event'] });
    expect(text).toMatch(/\*\*Does it repeat\?\*\* `.*OFTEN/);
  });

  it('asks whether what the check warns of is intended', async () => {
    const { text } = await checkIssue(event({ title: 'Office hours' }), { labels: ['event'] });
    expect(text).toContain('Everything is complete');
    expect(text).toMatch(
      /Is this intended\?\n\n- .*`.*content\/events\/hours\.yaml has an event with this title on the same day/,
    );
    expect((await checkIssue(event(), { labels: ['event'] })).text).not.toContain('intended');
  });

  it('keeps one comment, and writes nothing if it says the same already', async () => {
    const { text } = await checkIssue(adopter());
    const own = { id: 5, body: text, user: { login: 'github-actions[bot]' } };
    expect(await checkIssue(adopter(), { comments: [own] })).toMatchObject({ kept: 'unchanged', written: [] });
    const changed = await checkIssue(adopter({ name: 'Newer' }), { comments: [own] });
    expect(changed).toMatchObject({ kept: 'updated', written: [{ method: 'PATCH', path: '/issues/comments/5' }] });
    const other = { ...own, user: { login: 'somebody' } };
    expect((await checkIssue(adopter(), { comments: [other] })).kept).toBe('created');
  });

  it('makes no pull request of an accepted issue that is edited, and says what is needed', async () => {
    const { text } = await checkIssue(adopter(), { labels: ['adopter', 'accepted'] });
    expect(text).toContain('removes the label “accepted” and adds it again');
  });

  it.each([
    ['no label of a kind', adopter(), ['bug']],
    ['labels of two kinds', adopter(), ['adopter', 'event']],
    ['no answer to any question', 'It does not work.', ['adopter']],
    ['no text', null, ['adopter']],
  ])('is silent on an issue that is no form: %s', async (_, body, labels) => {
    expect(await checkIssue(body, { labels })).toMatchObject({ kept: undefined, written: [] });
  });

  it('shows hostile answers without any effect', async () => {
    const name = '@all ``` ![x](http://evil.example) <script>alert(1)</script> #1';
    const complete = (await checkIssue(adopter({ name }))).text;
    const [before = '', block = '', after = ''] = complete.split(/^````(?:yaml)?$/m);
    expect(block).toContain('evil.example');
    expect(`${before}${after}`.replace(/`[^`\n]*`/g, '')).not.toMatch(/@|evil|script/);
    const wrong = (await checkIssue(adopter({ url: name }))).text;
    expect(wrong).toContain('evil.example');
    expect(wrong.replace(/`[^`\n]*`/g, '')).not.toMatch(/@|evil|script/);
  });
});
