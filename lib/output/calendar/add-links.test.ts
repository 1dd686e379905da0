import { describe, expect, it } from 'vitest';
import type { Event } from '@/lib/kinds/event/event';
import { addLinks } from '@/lib/output/calendar/add-links';
import { sampleEvent, samplePeople } from '@/lib/output/calendar/fixtures/sample-event';

const early = new Date('2022-01-01T00:00:00Z');

/** The query of each link, decoded as a browser does. */
function queriesOf(event: Event, now = early, detail = {}) {
  const { google, outlook, office365 } = addLinks(event, now, detail);
  const query = (href: string) => Object.fromEntries(new URL(href).searchParams);
  expect(query(office365)).toEqual(query(outlook));
  return { google: query(google), outlook: query(outlook) };
}

describe('addLinks', () => {
  it('links to each calendar', () => {
    const { google, outlook, office365 } = addLinks(sampleEvent(), early);
    expect(google).toMatch(/^https:\/\/calendar\.google\.com\/calendar\/render\?action=TEMPLATE&/);
    expect(outlook).toMatch(/^https:\/\/outlook\.live\.com\/calendar\/0\/deeplink\/compose\?/);
    expect(office365).toMatch(/^https:\/\/outlook\.office\.com\/calendar\/0\/deeplink\/compose\?/);
  });

  it('uses times in UTC, and the zone for Google', () => {
    const { google, outlook } = queriesOf(sampleEvent({ location: 'Valencia, Spain' }));
    expect(google).toEqual({
      action: 'TEMPLATE',
      text: 'Tool for Helm Users',
      dates: '20220303T180000Z/20220303T190000Z',
      ctz: 'America/Los_Angeles',
      location: 'Valencia, Spain',
    });
    expect(outlook).toEqual({
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject: 'Tool for Helm Users',
      startdt: '2022-03-03T18:00:00Z',
      enddt: '2022-03-03T19:00:00Z',
      location: 'Valencia, Spain',
    });
  });

  it('uses dates for all-day events, and ends on the day after the last', () => {
    const { google, outlook } = queriesOf(sampleEvent({ start: '2022-05-16', end: '2022-05-20' }));
    expect(google).toMatchObject({ dates: '20220516/20220521' });
    expect(google).not.toHaveProperty('ctz');
    expect(outlook).toMatchObject({ startdt: '2022-05-16', enddt: '2022-05-21', allday: 'true' });
    const single = queriesOf(sampleEvent({ start: '2022-12-31' }));
    expect(single.google).toMatchObject({ dates: '20221231/20230101' });
    expect(single.outlook).toMatchObject({ startdt: '2022-12-31', enddt: '2023-01-01' });
  });

  it('does not invent a duration', () => {
    const { google, outlook } = queriesOf(sampleEvent({ start: '2022-03-03T10:00', zone: 'UTC' }));
    expect(google).toMatchObject({ dates: '20220303T100000Z/20220303T100000Z' });
    expect(outlook).toMatchObject({ startdt: '2022-03-03T10:00:00Z', enddt: '2022-03-03T10:00:00Z' });
  });

  it('puts the description, the speakers and the page in the note', () => {
    const people = samplePeople({ 'scott-rigby': { name: 'Scott Rigby' } });
    const event = sampleEvent({ description: 'A **tour**.', speakers: ['scott-rigby'] });
    const detail = { href: 'https://news.example.org/events/sample/', people };
    const note = 'A tour.\n\nSpeaker: Scott Rigby\n\nhttps://news.example.org/events/sample/';
    const { google, outlook } = queriesOf(event, early, detail);
    expect(google.details).toBe(note);
    expect(outlook.body).toBe(note);
    expect(queriesOf(sampleEvent()).google).not.toHaveProperty('details');
  });

  it('shortens a long note between characters, and keeps the page', () => {
    const event = sampleEvent({ description: '🎉'.repeat(5000) });
    const { google } = addLinks(event, early, { href: 'https://news.example.org/events/sample/' });
    expect(google.length).toBeLessThan(8000);
    const note = new URL(google).searchParams.get('details');
    expect(note).toMatch(/^(?:🎉)+…\n\nhttps:\/\/news\.example\.org\/events\/sample\/$/u);
  });

  it.each([
    ['a plain title', 'Tool for Helm Users', 'Tool for Helm Users'],
    ['what addresses are made of', 'a & b=c + d # e ? f % g', 'a & b=c + d # e ? f % g'],
    ['HTML', '"><script>alert(1)</script>', '"><script>alert(1)</script>'],
    ['another parameter', 'x&add=evil@example.org', 'x&add=evil@example.org'],
    ['line breaks', 'a\r\nb', 'a b'],
    ['half a character', 'a \ud83c b', 'a b'],
    ['other scripts', 'مرحبا 通量 🎉', 'مرحبا 通量 🎉'],
  ])('encodes %s', (_, title, expected) => {
    const event = { ...sampleEvent(), title };
    const { google, outlook } = queriesOf(event);
    expect(google.text).toBe(expected);
    expect(outlook.subject).toBe(expected);
    expect(google).not.toHaveProperty('add');
    for (const href of Object.values(addLinks(event, early))) expect(href).toMatch(/^[!-~]+$/);
    for (const href of Object.values(addLinks(event, early))) expect(href).not.toMatch(/[<>"+]/);
  });
});

describe('addLinks to a repeated event', () => {
  const weekly = { start: '2022-03-03T10:00', end: '2022-03-03T11:00', zone: 'America/Los_Angeles' };

  it('starts at the next occurrence, in local time, and repeats from there', () => {
    const event = sampleEvent({ ...weekly, repeats: 'FREQ=WEEKLY;BYDAY=TH' });
    const { google, outlook } = queriesOf(event, new Date('2022-03-15T00:00:00Z'));
    expect(google).toMatchObject({
      dates: '20220317T170000Z/20220317T180000Z',
      ctz: 'America/Los_Angeles',
      recur: 'RRULE:FREQ=WEEKLY;BYDAY=TH',
    });
    expect(outlook).toMatchObject({ startdt: '2022-03-17T17:00:00Z' });
    expect(queriesOf(sampleEvent()).google).not.toHaveProperty('recur');
  });

  it('counts only the remaining occurrences', () => {
    const event = sampleEvent({ ...weekly, repeats: 'FREQ=WEEKLY;COUNT=4', except: ['2022-03-17'] });
    expect(queriesOf(event).google.recur).toBe('RRULE:FREQ=WEEKLY;COUNT=4');
    const later = queriesOf(event, new Date('2022-03-12T00:00:00Z')).google;
    expect(later).toMatchObject({ dates: '20220324T170000Z/20220324T180000Z' });
    expect(later).not.toHaveProperty('recur');
    expect(queriesOf(event, new Date('2022-03-09T00:00:00Z')).google.recur).toBe('RRULE:FREQ=WEEKLY;COUNT=3');
  });

  it('ends when the rule ends, in UTC', () => {
    const event = sampleEvent({ ...weekly, repeats: 'FREQ=WEEKLY;UNTIL=20220331' });
    expect(queriesOf(event).google.recur).toBe('RRULE:FREQ=WEEKLY;UNTIL=20220331T170000Z');
  });

  it('starts at the last occurrence if all are over', () => {
    const event = sampleEvent({ ...weekly, repeats: 'FREQ=WEEKLY;COUNT=2' });
    const { google } = queriesOf(event, new Date('2030-01-01T00:00:00Z'));
    expect(google).toMatchObject({ dates: '20220310T180000Z/20220310T190000Z' });
    expect(google).not.toHaveProperty('recur');
  });
});
