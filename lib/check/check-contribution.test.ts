import { describe, expect, it } from 'vitest';
import { checkContribution } from '@/lib/check/check-contribution';
import { loadCommunity } from '@/lib/content/load-community';
import { type EntryKind, kindNamed } from '@/lib/kinds/index';

const { community } = await loadCommunity('e2e/fixtures/site');
const context = { community, paths: new Set(['/events/', '/']), now: new Date('2026-11-22T12:00:00Z') };

function check(name: string, answers: Readonly<Record<string, string>>) {
  const kind = kindNamed(name) as EntryKind;
  return checkContribution(kind, new Map(Object.entries(answers)), context);
}

const event = { title: 'A new talk', kind: 'talk', start: '2027-01-13T18:00', zone: 'Europe/Berlin' };
const adopter = { name: 'Somebody new', url: 'https://new.example/', projects: 'tool' };

it('makes the file of an entry that is complete', () => {
  const { entry, file, problems, similar } = check('event', event);
  expect(problems).toEqual([]);
  expect(similar).toEqual([]);
  expect(entry).toMatchObject({ id: 'a-new-talk', title: 'A new talk' });
  expect(file.path).toBe('events/a-new-talk.yaml');
  expect(file.text).toContain('start: 2027-01-13T18:00\n');
});

describe('names the field of each problem', () => {
  it.each<[string, string, Record<string, string>, Record<string, string>]>([
    ['start', 'event', { ...event, start: '2027-02-30' }, { ...event, start: '2027-02-28' }],
    ['kind', 'event', { ...event, kind: 'party' }, { ...event, kind: 'meetup' }],
    ['zone', 'event', { ...event, zone: 'CEST' }, { ...event, zone: 'UTC' }],
    ['end', 'event', { ...event, end: '2027-01-13T17:00' }, { ...event, end: '2027-01-13T19:00' }],
    ['url', 'event', { ...event, url: 'javascript:alert(1)' }, { ...event, url: 'https://a.example/' }],
    ['speakers', 'event', { ...event, speakers: 'nobody' }, { ...event, speakers: 'sample-writer' }],
    [
      'description',
      'event',
      { ...event, description: 'One.\n\nA [link](https://а.example/) and <b>more</b>.' },
      { ...event, description: 'One.\n\nA [link](https://a.example/) and *more*.' },
    ],
    [
      'description',
      'event',
      { ...event, description: '[None](/events/none/)' },
      { ...event, description: '[All](/events/)' },
    ],
    ['title', 'event', { ...event, title: 'A \u202etalk' }, { ...event, title: 'Ein Gespräch' }],
    ['projects', 'adopter', { ...adopter, projects: 'other' }, { ...adopter, projects: 'tool' }],
    ['name', 'adopter', { ...adopter, name: 'With a Logo' }, { ...adopter, name: 'With another logo' }],
  ])('%s of an %s', (field, name, bad, good) => {
    expect(check(name, bad).problems.map((problem) => problem.field)).toContain(field);
    expect(check(name, good).problems).toEqual([]);
  });

  it('also where the field is missing', () => {
    const { problems, entry } = check('event', { title: 'A' });
    expect(problems).toMatchObject([
      { field: 'kind', isMissing: true },
      { field: 'start', isMissing: true },
    ]);
    expect(entry).toBeUndefined();
  });
});

describe('finds entries that may be the same', () => {
  it('by what only one may have', () => {
    const { similar, problems } = check('adopter', { ...adopter, url: 'https://www.with-logo.example' });
    expect(similar.map(({ id }) => id)).toEqual(['with-logo']);
    expect(problems).toMatchObject([{ field: 'url', isTwice: true }]);
    expect(check('adopter', adopter).similar).toEqual([]);
  });

  it('before the other answers are there, and never those of the sample', () => {
    expect(check('adopter', { name: 'with a LOGO' }).similar.map(({ id }) => id)).toEqual(['with-logo']);
    expect(check('adopter', { name: 'with another logo' }).similar).toEqual([]);
    expect(check('adopter', { kind: 'Manufacturer' }).similar).toEqual([]);
  });

  it('by what is only unlikely, which is no mistake', () => {
    const { similar, problems } = check('adopter', { ...adopter, url: 'https://with-logo.example/eu/' });
    expect(similar.map(({ id }) => id)).toEqual(['with-logo']);
    expect(problems).toEqual([]);
  });
});

it('gives another name to a file whose name is taken', () => {
  expect(check('event', { ...event, title: 'Far talk' }).file.path).toBe('events/far-talk-2027-01-13.yaml');
  expect(check('adopter', { ...adopter, name: 'Without logo!' }).file.path).toBe(
    'adopters/without-logo-2026-11-22.yaml',
  );
});

it('names a logo after the entry', () => {
  expect(check('adopter', { ...adopter, logo: 'svg' }).file.text).toContain('logo: somebody-new.svg\n');
});
