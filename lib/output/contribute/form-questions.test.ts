import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day, field, httpsUrl, markdown, projectId, text } from '@/lib/base/fields';
import { loadCommunity } from '@/lib/content/load-community';
import { adopter } from '@/lib/kinds/adopter/kind';
import { defineKind } from '@/lib/kinds/define-kind';
import { event } from '@/lib/kinds/event/kind';
import type { EntryKind } from '@/lib/kinds/index';
import { contributedKinds, formQuestions, formTexts } from '@/lib/output/contribute/form-questions';

const { community } = await loadCommunity('e2e/fixtures/site');

function named(kind: EntryKind) {
  return new Map(formQuestions(kind, community).map((question) => [question.name, question]));
}

describe('the form of events', () => {
  const questions = named(event);

  it('asks for each field with its control, and for what few people need at the end', () => {
    expect(
      [...questions].map(([name, { control, isDetail }]) => `${name} ${control}${isDetail ? ' detail' : ''}`),
    ).toEqual([
      ...['title text', 'kind choice', 'start moment', 'end moment', 'zone text', 'url url', 'location text'],
      ...['online switch', 'speakers text', 'description markdown', 'repeats repeats'],
      ...['except day detail', 'recording url detail', 'slides url detail'],
    ]);
    expect([...questions.values()].filter(({ isRequired }) => isRequired).map(({ name }) => name)).toEqual([
      ...['title', 'kind', 'start'],
    ]);
  });

  it('proposes the zones in which the community meets before all others, and no names of old', () => {
    const zones = questions.get('zone')?.suggestions ?? [];
    expect(zones.slice(0, 3)).toEqual(['America/New_York', 'Europe/Berlin', 'UTC']);
    expect(zones).toContain('Asia/Kolkata');
    expect(zones.filter((zone) => /^(?:Etc|US)\//.test(zone))).toEqual([]);
  });

  it('proposes people who are here, and takes several of them', () => {
    expect(questions.get('speakers')).toMatchObject({ several: true, suggestions: ['Sample Writer'] });
  });

  it('does not propose the title of another event', () => {
    expect(questions.get('title')?.suggestions).toEqual([]);
  });
});

describe('the form of adopters', () => {
  it('offers the projects, of which none is chosen, and the formats of a logo', () => {
    const questions = named(adopter);
    expect(questions.get('projects')).toMatchObject({ control: 'choice', several: true });
    expect(questions.get('projects')?.choices).toContainEqual({ value: 'tool', label: 'Tool' });
    expect(questions.get('logo')?.choices.map(({ value }) => value)).toEqual(['svg', 'png', 'webp']);
  });

  it('asks for consent, and not for the month', () => {
    const names = [...named(adopter).keys()];
    expect(names).toContain('may');
    expect(names).not.toContain('joined');
  });
});

it('is there for what anybody may add', () => {
  expect(contributedKinds.map(({ name }) => name)).toEqual(['event', 'adopter', 'ecosystem', 'link']);
});

it('of a kind of its own says what its schema says', () => {
  const job = defineKind({
    name: 'job',
    folder: 'jobs',
    label: { one: 'job', many: 'jobs', intro: 'Work with us.' },
    schema: z.strictObject({
      title: field(text, 'What is the job called?', 'Platform engineer'),
      url: field(httpsUrl, 'Where can people apply?', 'https://example.org/job'),
      project: field(projectId.optional(), 'For which project?', 'tool'),
      closesOn: field(day.optional(), 'Until when?', '2027-01-31'),
      about: field(markdown.optional(), 'What is the work?', 'You *run* it.'),
      posted: field(day, 'When was it posted?', '2026-11-22'),
    }),
  });
  const kind: EntryKind = { ...job, name: 'event', folder: 'events' };
  const own = formQuestions({ ...kind, name: 'job' as 'event' }, community);
  expect(own.map(({ name, label, help, control }) => [name, label, help, control])).toEqual([
    ['title', 'Title', 'What is the job called?', 'text'],
    ['url', 'Address', 'Where can people apply?', 'url'],
    ['project', 'Project', 'For which project?', 'choice'],
    ['closesOn', 'Closes on', 'Until when?', 'day'],
    ['about', 'About', 'What is the work?', 'markdown'],
  ]);
  expect(formTexts({ ...kind, name: 'job' as 'event' })).toEqual({ add: 'Add a job', about: 'Work with us.' });
});
