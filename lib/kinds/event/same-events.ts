// What is wrong between events: one event in two files, and one recording of two events.
import { isDeepStrictEqual } from 'node:util';
import { type Diagnostic, error, warning } from '@/lib/base/diagnostic';
import { parseVideo } from '@/lib/base/videos';
import { duplicatesBy } from '@/lib/kinds/duplicates';
import { type Event, occurrencesOf } from '@/lib/kinds/event/event';
import type { PlaceOf } from '@/lib/kinds/kind';

/**
 * Problems between events. Two files with the same fields are an error; the same title on the same day, or at the same
 * time in another zone, and the same recording are warnings.
 *
 * @param events sorted by file: the second of two is reported.
 */
export function findSameEvents(events: readonly Event[], placeOf: PlaceOf): Diagnostic[] {
  return [...findSameTimes(events, placeOf), ...findSameRecordings(events, placeOf)];
}

function findSameTimes(all: readonly Event[], placeOf: PlaceOf): Diagnostic[] {
  const firsts = all.map((event) => ({ event, first: occurrencesOf(event).next().value }));
  const pairs = new Map([
    ...duplicatesBy(firsts, ({ event, first }) => first && `${nameOf(event)} ${first.start.getTime()}`),
    ...duplicatesBy(firsts, ({ event, first }) => first && `${nameOf(event)} ${first.localStart.slice(0, 10)}`),
  ]);
  return [...pairs].flatMap(([{ event: second }, { event: first }]) => {
    const where = placeOf(second, ['title']);
    if (isDeepStrictEqual(fieldsOf(second), fieldsOf(first))) {
      return error('event/twice', `the event is the same as in ${first.shownFile}`, 'keep one of the two', where);
    }
    // One that takes the place of a cancelled one has its title.
    if ((second.status === 'cancelled') !== (first.status === 'cancelled')) return [];
    const message = `${first.shownFile} has an event with this title on the same day`;
    return warning('event/same-day', message, 'keep one of the two, or give them different titles', where);
  });
}

/** A title without what is easily written in another way: capitals, marks between words, emoji. C++ and C# stay different. */
function nameOf({ title }: Event): string {
  const plain = title.normalize('NFKC').toLowerCase();
  const words = plain.replace(/[^\p{L}\p{M}\p{N}+#*.]+|\.(?![\p{L}\p{N}])/gu, ' ').trim();
  return words === '' ? plain : words;
}

function fieldsOf({ id, file, shownFile, aliases, ...fields }: Event) {
  return fields;
}

/** Two talks may be in one recording, if each has its own time in it. */
function findSameRecordings(events: readonly Event[], placeOf: PlaceOf): Diagnostic[] {
  const found = new Map<string, { readonly event: Event; readonly start: number }[]>();
  return events.flatMap((event) => {
    const video = parseVideo(event.recording ?? '');
    if (!video) return [];
    const key = `${video.host} ${video.id}`;
    const earlier = found.get(key) ?? [];
    found.set(key, [...earlier, { event, start: video.start }]);
    const same = earlier.find(({ start }) => start === video.start || start === 0 || video.start === 0);
    if (!same) return [];
    const message = `the recording is the same video as in ${same.event.shownFile}`;
    const fix = 'correct one of the two, or keep one of the two events';
    return warning('event/same-recording', message, fix, placeOf(event, ['recording']));
  });
}
