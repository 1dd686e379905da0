// Events for tests, through the schema that real ones go through.

import type { Event } from '@/lib/kinds/event/event';
import { eventSchema } from '@/lib/kinds/event/schema';
import type { Person } from '@/lib/kinds/person/kind';
import { personSchema } from '@/lib/kinds/person/schema';

/** An event with the given fields; a webinar of an hour in Los Angeles where they do not say. */
export function sampleEvent(fields: object = {}, id = 'sample'): Event {
  const base = { title: 'Flux for Helm Users', kind: 'webinar' };
  const when = { start: '2022-03-03T10:00', end: '2022-03-03T11:00', zone: 'America/Los_Angeles' };
  const event = eventSchema.parse({ ...base, ...('start' in fields ? {} : when), ...fields });
  return { ...event, id, file: `events/${id}.yaml`, shownFile: `content/events/${id}.yaml` };
}

/** People with the given fields, by their ids. */
export function samplePeople(people: Readonly<Record<string, object>>): readonly Person[] {
  return Object.entries(people).map(([id, fields]) => {
    const place = { id, file: `people/${id}.yaml`, shownFile: `content/people/${id}.yaml` };
    return { ...personSchema.parse(fields), ...place };
  });
}
