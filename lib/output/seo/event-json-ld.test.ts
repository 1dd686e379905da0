import { describe, expect, it } from 'vitest';
import { sampleEvent, samplePeople } from '@/lib/output/calendar/fixtures/sample-event';
import { eventJsonLd } from '@/lib/output/seo/event-json-ld';
import { toJsonLd } from '@/lib/output/seo/json-ld';

const url = 'https://news.example.org/events/sample/';
const people = samplePeople({ 'scott-rigby': { name: 'Scott Rigby', affiliation: 'Weaveworks' } });

/** The node as a reader of the page gets it. */
function nodeOf(fields: object = {}, now = '2022-01-01T00:00:00Z') {
  return JSON.parse(toJsonLd(eventJsonLd(sampleEvent(fields), { url, now: new Date(now), people })));
}

describe('eventJsonLd', () => {
  it('has only the known facts of an event', () => {
    expect(nodeOf()).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: 'Tool for Helm Users',
      url,
      startDate: '2022-03-03T10:00:00-08:00',
      endDate: '2022-03-03T11:00:00-08:00',
      eventStatus: 'https://schema.org/EventScheduled',
      organizer: { '@type': 'Organization', name: 'Example Community News', url: 'https://news.example/' },
    });
  });

  it.each([
    ['UTC', '2022-03-03T10:00:00+00:00'],
    ['Asia/Kolkata', '2022-03-03T10:00:00+05:30'],
    ['America/St_Johns', '2022-03-03T10:00:00-03:30'],
  ])('writes times with the offset of %s', (zone, startDate) => {
    const node = nodeOf({ start: '2022-03-03T10:00', zone });
    expect(node.startDate).toBe(startDate);
    expect(node).not.toHaveProperty('endDate');
  });

  it('writes days as dates, to the last', () => {
    expect(nodeOf({ start: '2022-05-16', end: '2022-05-20' })).toMatchObject({
      startDate: '2022-05-16',
      endDate: '2022-05-20',
    });
    expect(nodeOf({ start: '2022-05-16' })).not.toHaveProperty('endDate');
  });

  it('describes the next occurrence of a repeated event, with its offset', () => {
    const fields = { start: '2022-03-03T10:00', end: '2022-03-03T11:00', zone: 'America/Los_Angeles' };
    const node = nodeOf({ ...fields, repeats: 'FREQ=WEEKLY' }, '2022-03-15T00:00:00Z');
    expect(node).toMatchObject({ startDate: '2022-03-17T10:00:00-07:00', endDate: '2022-03-17T11:00:00-07:00' });
  });

  it.each([
    [undefined, 'EventScheduled'],
    ['confirmed', 'EventScheduled'],
    ['cancelled', 'EventCancelled'],
    ['moved', 'EventRescheduled'],
  ])('has its status: %s', (status, expected) => {
    expect(nodeOf({ status }).eventStatus).toBe(`https://schema.org/${expected}`);
  });

  const place = { '@type': 'Place', name: 'Valencia, Spain', address: 'Valencia, Spain' };
  const room = { '@type': 'VirtualLocation', url: 'https://example.org/event' };

  it.each([
    ['a place', { location: 'Valencia, Spain' }, 'OfflineEventAttendanceMode', place],
    ['online', { online: true, url: room.url }, 'OnlineEventAttendanceMode', room],
    ['online, and no address', { online: true }, 'OnlineEventAttendanceMode', { ...room, url }],
    ['both', { location: place.name, online: true, url: room.url }, 'MixedEventAttendanceMode', [place, room]],
  ])('has its location: %s', (_, fields, mode, location) => {
    expect(nodeOf(fields)).toMatchObject({ eventAttendanceMode: `https://schema.org/${mode}`, location });
  });

  it('names one performer, or several', () => {
    const scott = {
      '@type': 'Person',
      name: 'Scott Rigby',
      affiliation: { '@type': 'Organization', name: 'Weaveworks' },
    };
    expect(nodeOf({ speakers: ['scott-rigby'] }).performer).toEqual(scott);
    expect(nodeOf({ speakers: ['scott-rigby', 'Grace Hopper'] }).performer).toEqual([
      scott,
      { '@type': 'Person', name: 'Grace Hopper' },
    ]);
  });

  it('has its description as plain text', () => {
    expect(nodeOf({ description: 'A **live** demo with [Dex](https://dexidp.io).' }).description).toBe(
      'A live demo with Dex.',
    );
    expect(nodeOf({ description: '<!-- nothing -->' })).not.toHaveProperty('description');
  });

  it('keeps a hostile title within its string', () => {
    const title = '</script><script>alert(1)</script>';
    const text = toJsonLd(eventJsonLd(sampleEvent({ title }), { url, now: new Date('2022-01-01T00:00:00Z'), people }));
    expect(text).not.toContain('<');
    expect(JSON.parse(text).name).toBe(title);
  });
});
