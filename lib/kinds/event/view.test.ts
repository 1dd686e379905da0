import { describe, expect, it } from 'vitest';
import type { Event } from '@/lib/kinds/event/event';
import { eventKindLabel, placeText, toEventView } from '@/lib/kinds/event/view';
import type { Lookup } from '@/lib/kinds/kind';
import { site } from '@/lib/site';
import type { EventKind } from '@/lib/site-types';

const lookup: Lookup = { now: new Date('2022-03-01T12:00:00Z'), project: () => undefined, person: () => undefined };
const talk = {
  id: 'a',
  file: 'events/a.yaml',
  shownFile: 'events/a.yaml',
  title: 'A',
  kind: 'talk',
  start: '2022-03-03',
};
const viewOf = (fields: Partial<Event>) => toEventView({ ...talk, ...fields } as Event, lookup);

describe('a kind of event', () => {
  it('is called as the language calls it, unless the site says otherwise', () => {
    expect(eventKindLabel('talk')).toBe('Talk');
    for (const { id, label } of site.eventKinds as readonly EventKind[]) {
      if (label) expect(eventKindLabel(id as Event['kind'])).toBe(label);
    }
  });

  it('needs a label where the language has no name for it', () => {
    const named = [{ id: 'talk' }, { id: 'hack-day', label: 'Hack day' }] satisfies readonly EventKind[];
    // @ts-expect-error It has no label.
    const unnamed = [{ id: 'hack-day' }] satisfies readonly EventKind[];
    expect(unnamed).not.toEqual(named);
  });
});

it.each([
  ['FREQ=DAILY', 'every day'],
  ['FREQ=WEEKLY;BYDAY=TH', 'every week'],
  ['FREQ=WEEKLY;INTERVAL=2', 'every 2 weeks'],
  ['FREQ=MONTHLY;INTERVAL=3;COUNT=4', 'every 3 months, 4 times'],
  ['FREQ=YEARLY;COUNT=1', 'every year, 1 time'],
])('says how an event repeats: %s', (repeats, text) => {
  expect(viewOf({ repeats }).repeatText).toBe(text);
});

it.each([
  [{}, undefined],
  [{ online: true }, 'Online'],
  [{ location: 'Valencia' }, 'Valencia'],
  [{ location: 'Valencia', online: true }, 'Valencia and online'],
])('says where an event takes place: %o', (fields, text) => {
  expect(placeText(fields)).toBe(text);
});

it('says the first and the last day of an event of several, and one day once', () => {
  expect(viewOf({ end: '2022-03-05' }).dateText).toBe('Thursday, 3 March 2022 to Saturday, 5 March 2022');
  expect(viewOf({}).dateText).toBe('Thursday, 3 March 2022');
});
