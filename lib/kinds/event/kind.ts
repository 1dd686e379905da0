// The kind of events: talks, meetups, conferences, meetings.

import { compare } from '@/lib/base/compare';
import { toDay } from '@/lib/base/dates';
import { idPattern } from '@/lib/base/entry-id';
import { sectionTexts } from '@/lib/base/sections';
import { eventKindPath, eventPath } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { defineKind } from '@/lib/kinds/define-kind';
import {
  changedAt,
  type Event,
  gatherEvents,
  isMeeting,
  isOver,
  mainOccurrence,
  nextOccurrences,
  timesInEdition,
} from '@/lib/kinds/event/event';
import { eventFacts, plainEvent, plainTimes } from '@/lib/kinds/event/plain';
import { eventRecipe, eventTemplate } from '@/lib/kinds/event/questions';
import { findSameEvents } from '@/lib/kinds/event/same-events';
import { eventKinds, eventSchema } from '@/lib/kinds/event/schema';
import { eventKindLabel, toEventView, toTimes } from '@/lib/kinds/event/view';
import type { AnnouncedItem, EntryCard, Lookup } from '@/lib/kinds/kind';

const said = words.kinds.event;

export const event = defineKind({
  name: 'event',
  folder: 'events',
  label: { ...said, one: 'event', many: 'events', section: sectionTexts.events.title },
  schema: eventSchema,
  field: { about: 'Events that it covers, by id.', example: 'tool-for-newcomers' },
  components: {
    one: { about: 'One event; the text inside takes the place of its description.' },
    part: { name: 'Meetings', about: 'Of these, the meetings, as one table of their dates.', has: isMeeting },
  },
  shape: 'disc',
  hasPages: true,
  reserved: /^(?:kind|index|feed\.json)$|\.(?:ics|xml)$/,
  feed: {
    ...said.feed,
    published: announcedAt,
    summary: (entry, lookup) => eventFacts(toEventView(entry, lookup)).join(' · '),
    tags: (entry) => [eventKindLabel(entry.kind)],
  },
  announcement: {
    title: said.announced,
    form: 'list',
    item(entry, { now }) {
      const [next] = entry.status === 'cancelled' ? [] : nextOccurrences(entry, now, 1);
      if (!next) return undefined;
      const { timeText } = toTimes(next, entry.zone);
      const day = toDay(new Date(`${next.localStart.slice(0, 10)}T00:00:00Z`));
      const when = timeText ? day + words.comma + timeText : day;
      return { text: words.labelled(when, entry.title), path: eventPath(entry.id), order: next.localStart };
    },
    past: { title: said.happened, item: announcedRecording },
  },
  changed: changedAt,
  compare: (a, b) => compare(a.start, b.start) || compare(a.id, b.id),
  parts: (events) =>
    eventKinds.map((id) => ({
      path: eventKindPath(id),
      title: eventKindLabel(id),
      entries: events.filter(({ kind }) => kind === id),
    })),
  view: toEventView,
  plain: plainEvent,
  plainPart: plainTimes,
  when: (entry, days) => timesInEdition(entry, days).when,
  card: toCard,
  search(entry, lookup) {
    // The day as clocks show it where the event takes place.
    const datetime = mainOccurrence(entry, lookup.now).localStart.slice(0, 10);
    const speakers = (entry.speakers ?? []).map(({ name }) => lookup.person(name)?.name ?? name);
    return {
      date: { datetime, text: toDay(new Date(`${datetime}T00:00:00Z`)) },
      years: [...new Set([entry.start.slice(0, 4), datetime.slice(0, 4)])],
      names: [...speakers, ...(entry.location ? [entry.location] : [])],
    };
  },
  words: ({ title, description }) => [title, description],
  references: ({ speakers = [] }) =>
    speakers.flatMap(({ name, affiliation }, index) =>
      // A name has capitals or a space; what has neither is meant as an id.
      affiliation === undefined && idPattern.test(name)
        ? [{ to: 'person' as const, id: name, path: ['speakers', index] }]
        : [],
    ),
  check: findSameEvents,
  gather: gatherEvents,
  draftNames: ({ id, title }) => ({ id, title }),
  draftLists(past, upcoming) {
    const isTalk = (entry: Event) => !isMeeting(entry);
    return {
      pastEvents: past,
      pastTalks: past.filter(isTalk),
      pastMeetings: past.filter(isMeeting),
      upcomingEvents: upcoming,
      upcomingTalks: upcoming.filter(isTalk),
      upcomingMeetings: upcoming.filter(isMeeting),
    };
  },
  recipe: eventRecipe,
  template: { file: 'events/your-event.yaml', text: eventTemplate },
});

/** What is over: with its recording, or, unless it is a meeting, with its page. */
function announcedRecording(entry: Event, { now }: Lookup): AnnouncedItem | undefined {
  const { id, title, start, status, recording } = entry;
  if (!isOver(entry, now) || status === 'cancelled' || (isMeeting(entry) && !recording)) return undefined;
  return { text: title, order: start, ...(recording ? { url: recording } : { path: eventPath(id) }) };
}

/**
 * When an event was announced: with the first post that names it, where that is before it begins. Nothing else in its file
 * says when it became known.
 */
function announcedAt(entry: Event, named: Date | undefined): Date {
  const { start } = mainOccurrence(entry, new Date(0));
  return named && named < start ? named : start;
}

function toCard(entry: Event, lookup: Lookup): EntryCard {
  const view = toEventView(entry, lookup);
  const notice = { confirmed: undefined, moved: said.moved, cancelled: said.cancelled }[view.status];
  const time = [view.dateText, view.timeText].filter((part) => part !== undefined).join(words.comma);
  return {
    kicker: [view.kindLabel, notice, view.repeatText].filter((part) => part !== undefined).join(' · '),
    title: view.title,
    line: [time, view.place].filter((part) => part !== undefined).join(' · '),
    figure: { kind: 'leaf', ...view.leaf },
  };
}
