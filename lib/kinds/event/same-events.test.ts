import { describe, expect, it } from 'vitest';
import { findSameEvents } from '@/lib/kinds/event/same-events';
import { eventSchema } from '@/lib/kinds/event/schema';

const talk = { title: 'Knot hour', kind: 'talk', start: '2022-03-03' };
const evening = { ...talk, start: '2022-03-03T19:00', zone: 'America/Los_Angeles' };
const weekly = { ...talk, repeats: 'FREQ=WEEKLY;BYDAY=TH' };

/** What is reported of some events, called a, b, c: `b error event/twice title`, with the file that the message names. */
function problemsOf(...all: readonly object[]) {
  const events = all.map((fields, index) => {
    const id = 'abc'[index] as string;
    return { ...eventSchema.parse(fields), id, file: `events/${id}.yaml`, shownFile: `content/events/${id}.yaml` };
  });
  return findSameEvents(events, (entry, path = []) => ({ file: `${entry.id} ${path.join('.')}` })).map(
    ({ file, severity, code, message }) => `${file} ${severity} ${code}, ${/events\/\w/.exec(message)?.[0]}`,
  );
}

const twice = ['b title error event/twice, events/a'];
const sameDay = ['b title warning event/same-day, events/a'];
const sameRecording = ['b recording warning event/same-recording, events/a'];

describe('one event in two files', () => {
  it.each([
    ['with the same fields', talk, { ...talk, aliases: ['/old/'] }, twice],
    ['that repeats', weekly, weekly, twice],
    ['with another time', evening, { ...evening, start: '2022-03-03T09:00' }, sameDay],
    ['with more fields', talk, { ...talk, url: 'https://example.org' }, sameDay],
    ['in other letters', talk, { ...talk, title: 'KNOT  hour' }, sameDay],
    ['with other marks', talk, { ...talk, title: '“Knot” – hour!' }, sameDay],
    ['in another zone', evening, { ...evening, start: '2022-03-04T03:00', zone: 'UTC' }, sameDay],
    ['once with a time', talk, evening, sameDay],
  ])('is reported: %s', (_, first, second, problems) => expect(problemsOf(first, second)).toEqual(problems));

  it.each([
    ['another day', talk, { ...talk, start: '2022-03-04' }],
    ['another title', talk, { ...talk, title: 'Knot hours' }],
    ['a title with another sign', { ...talk, title: 'C hour' }, { ...talk, title: 'C++ hour' }],
    ['titles of marks alone', { ...talk, title: '???' }, { ...talk, title: '!!!' }],
    ['another time of the night', evening, { ...evening, start: '2022-03-04T19:00' }],
    ['the day that a series leaves out', { ...weekly, except: ['2022-03-03'] }, talk],
    ['the place of a cancelled one', { ...talk, status: 'cancelled' }, { ...talk, kind: 'meetup' }],
  ])('is not seen in two that have %s', (_, first, second) => expect(problemsOf(first, second)).toEqual([]));
});

const id = 'Zy9xWv6uTsR';
const recorded = (recording: string, day = '3') => ({
  title: `Day ${day}`,
  kind: 'talk',
  start: `2022-03-0${day}`,
  recording,
});
const short = recorded(`https://youtu.be/${id}`);

describe('one recording of two events', () => {
  it.each([
    `https://youtu.be/${id}`,
    `https://youtu.be/${id}/`,
    `https://youtu.be/${id}?si=abc`,
    `https://www.youtube.com/watch?v=${id}`,
    `https://www.youtube.com/watch?list=PL1&v=${id}&feature=shared`,
    `https://m.youtube.com/watch?v=${id}#t=90`,
    `https://youtube.com/embed/${id}?rel=0`,
    `https://www.youtube-nocookie.com/embed/${id}`,
    `https://www.youtube.com/shorts/${id}`,
    `https://www.youtube.com/live/${id}?t=3`,
    `https://www.youtube.com/v/${id}`,
  ])('is found at %s', (address) => expect(problemsOf(short, recorded(address, '4'))).toEqual(sameRecording));

  it.each([
    'https://youtu.be/Zy9xWv6uTsQ',
    'https://www.youtube.com/watch?v=zy9xWv6uTsR',
    'https://www.youtube.com/playlist?list=PL1',
    `https://example.org/watch?v=${id}`,
  ])('is not found at %s', (address) => expect(problemsOf(short, recorded(address, '4'))).toEqual([]));

  it('may be of two talks, each with its time in it', () => {
    const at = (time: string, day: string) => recorded(`https://youtu.be/${id}?t=${time}`, day);
    expect(problemsOf(at('1m30s', '3'), at('3600', '4'))).toEqual([]);
    expect(problemsOf(at('90', '3'), at('1m30s', '4'))).toEqual(sameRecording);
  });

  it('is found on Vimeo', () => {
    const player = recorded('https://player.vimeo.com/video/76979871?dnt=1');
    expect(problemsOf(player, recorded('https://vimeo.com/76979871', '4'))).toEqual(sameRecording);
    expect(problemsOf(player, recorded('https://vimeo.com/76979872', '4'))).toEqual([]);
  });

  it('is reported for each event after the first', () => {
    expect(problemsOf(short, recorded(`https://youtu.be/${id}`, '4'), recorded(`https://youtu.be/${id}`, '5'))).toEqual(
      [...sameRecording, 'c recording warning event/same-recording, events/a'],
    );
  });
});
