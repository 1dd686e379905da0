// What `news new event` asks, and the file that a newcomer fills in.

import { isDay } from '@/lib/base/dates';
import { listed } from '@/lib/base/english';
import { toId } from '@/lib/base/entry-id';
import { readLocalTime } from '@/lib/base/local-time';
import { isMeeting } from '@/lib/kinds/event/event';
import { eventKinds } from '@/lib/kinds/event/schema';
import { eventKindLabel } from '@/lib/kinds/event/view';
import { type Answers, type OwnRecipe, sendPullRequest, textOf, type WrittenFields } from '@/lib/kinds/recipe';

export const eventRecipe: OwnRecipe = {
  // With a zone, because the question about it comes after the one about the time.
  sample: { title: 'A talk', kind: eventKinds[0], start: '2022-03-03', zone: 'UTC' },
  example: `--title "Weekly meeting" --kind ${eventKinds[0]} --start 2022-03-03T10:00 --zone America/Los_Angeles`,
  questions: [
    { flag: 'title', ask: 'What is it called?', example: 'The Tool for Newcomers' },
    { flag: 'kind', ask: 'What kind of event is it?', choiceLabel: kindLabel },
    {
      flag: 'start',
      ask: 'When does it begin? (a day with the time that clocks show there, or a day alone)',
      example: '2022-03-03T10:00',
      read: readLocalTime,
    },
    {
      flag: 'zone',
      ask: 'In which time zone is that? (needed if there is a time)',
      example: 'Europe/Berlin',
      required: true,
      when: (answers) => !isDayAlone(answers),
      read: (zone, answers) => (isDayAlone(answers) ? undefined : zone),
    },
    {
      flag: 'end',
      ask: 'When does it end? (written like the beginning)',
      example: '2022-03-03T11:00',
      read: readLocalTime,
    },
    { flag: 'online', ask: 'Can people join online?' },
    { flag: 'location', ask: 'Where does it take place?', example: 'Valencia, Spain' },
    { flag: 'url', ask: 'What is the URL of its website or registration?', example: 'https://example.org/event' },
    {
      flag: 'speaker',
      field: 'speakers',
      read: toSpeaker,
      ask: 'Who is speaking? (the id of a person, a name, or "Name, Affiliation")',
      example: 'scott-rigby',
    },
    { flag: 'description', ask: 'What is it about? (Markdown)' },
    { flag: 'repeats', ask: 'Does it repeat? (an RFC 5545 rule)', example: 'FREQ=WEEKLY;BYDAY=TH' },
    { flag: 'except', onlyFlag: true, ask: 'A date on which a recurring event does not take place.' },
    { flag: 'status', onlyFlag: true, onlyChanges: true, ask: 'Whether it takes place.' },
    { flag: 'lastmod', onlyFlag: true, onlyChanges: true, ask: 'When its time, place or status was last changed.' },
    { flag: 'recording', onlyFlag: true, ask: 'URL of the recording, after the event.' },
    { flag: 'slides', onlyFlag: true, ask: 'URL of the slides.' },
  ],
  toId(answers) {
    const id = toId(textOf(answers, 'title') ?? '');
    const day = startOf(answers).slice(0, 10);
    // Meetings come again with the same title; each needs an id of its own.
    const kind = eventKinds.find((each) => each === textOf(answers, 'kind'));
    const again = kind !== undefined && isMeeting({ kind }) && !answers.has('repeats');
    return id && again ? `${id}-${day}` : id;
  },
  next: (id, answers) => [
    `List it in the month's edition ("events: [${id}]"), or let "npm run news -- draft" do that.`,
    ...(isRecorded(answers) && !answers.has('recording') ? ['After the event, add "recording:".'] : []),
    sendPullRequest,
  ],
};

/** When it begins, as the file has it; empty where that was not answered. */
function startOf(answers: Answers): string {
  return readLocalTime(textOf(answers, 'start') ?? '');
}

/** Whether it begins on a day without a time, which is the same day in every zone. */
function isDayAlone(answers: Answers): boolean {
  return isDay(startOf(answers));
}

/** Whether it is of a kind that is usually recorded: all but meetings. */
function isRecorded(answers: Answers): boolean {
  const kind = eventKinds.find((each) => each === textOf(answers, 'kind'));
  return kind !== undefined && !isMeeting({ kind });
}

function kindLabel(id: string): string {
  const kind = eventKinds.find((each) => each === id);
  return kind === undefined ? id : eventKindLabel(kind);
}

/** `Ada Lovelace, Analytical Engines` as a name with an affiliation; an id or a name stays as it is. */
function toSpeaker(text: string): string | WrittenFields {
  const [, name, affiliation] = /^([^,]+),\s*(.+)$/.exec(text) ?? [];
  return name ? { name: name.trim(), affiliation } : text;
}

/** What the code host's new-file form begins with. */
export const eventTemplate = `# yaml-language-server: $schema=../../.schemas/event.json
title: What it is called
# ${listed(eventKinds, 'or')}
kind: ${eventKinds[0]}
# The time that clocks show where it takes place, and the zone.
start: 2026-01-31T18:00
end: 2026-01-31T19:00
zone: Europe/Berlin
url: https://example.org/your-event
online: true
speakers:
  - name: Your name
    affiliation: Your organisation
description: What it is about, in a sentence or two.
`;
