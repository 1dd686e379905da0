import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { day, dayOrMonth, field, httpsUrl, markdown, text } from '@/lib/base/fields';
import { entryFromAnswers } from '@/lib/content/entry-from-answers';
import { defineKind } from '@/lib/kinds/define-kind';
import { type EntryKind, kindNamed } from '@/lib/kinds/index';
import { toIssueForm } from '@/lib/news/form/issue-form';
import { parseForm } from '@/lib/tooling/workflows/form';

const context = {
  suffix: '7',
  now: new Date('2026-11-22T12:00:00Z'),
  projects: [{ id: 'tool', name: 'The Tool' }],
  isTaken: (path: string) => path === 'events/taken.yaml',
};

function kindOf(name: string): EntryKind {
  const kind = kindNamed(name);
  if (!kind) throw new Error(name);
  return kind;
}

function make(name: string, answers: Record<string, string>) {
  return entryFromAnswers(kindOf(name), new Map(Object.entries(answers)), context);
}

const event = { title: 'A Talk', kind: 'talk', start: '2026-12-01T18:00', zone: 'Europe/Berlin' };

describe('entryFromAnswers', () => {
  it('makes an event', () => {
    expect(
      make('event', {
        ...event,
        online: 'yes',
        speakers: 'Ada Lovelace, Analytical Engines, Ltd\n- Grace Hopper\n\n',
        description: 'One.\n\nTwo: *three*.',
      }),
    ).toMatchObject({
      id: 'a-talk',
      path: 'events/a-talk.yaml',
      text: `# yaml-language-server: $schema=../../.schemas/event.json
title: A Talk
kind: talk
start: 2026-12-01T18:00
zone: Europe/Berlin
online: true
speakers:
  - name: Ada Lovelace
    affiliation: Analytical Engines, Ltd
  - Grace Hopper
description: |-
  One.

  Two: *three*.
`,
    });
  });

  it('reads a time as people write it, if it can mean only one', () => {
    expect(make('event', { ...event, start: 'December 1, 2026 at 6pm' }).text).toContain('start: 2026-12-01T18:00\n');
    expect(make('event', { ...event, start: '1/12/2026' })).toMatchObject({ problems: [{ code: 'event/time' }] });
  });

  it('makes an adopter with projects by name or id, joined in the month of the form', () => {
    const file = make('adopter', {
      name: 'Ünïcorn & Co',
      url: 'https://u.example',
      projects: '- the tool\nother',
      consent: 'x',
    });
    expect(file).toMatchObject({ path: 'adopters/unicorn-and-co.yaml' });
    expect(parse(file.text)).toEqual({
      name: 'Ünïcorn & Co',
      url: 'https://u.example',
      projects: ['tool', 'other'],
      joined: '2026-11',
    });
  });

  it('makes a link with several projects, as GitHub writes a choice of several', () => {
    const answers = {
      title: 'A',
      url: 'https://a.example',
      form: 'video',
      date: '2026-11',
      projects: 'The Tool, other',
    };
    const { text } = make('link', { ...answers, by: 'Ada Lovelace\nscott-rigby' });
    expect(parse(text)).toEqual({ ...answers, projects: ['tool', 'other'], by: ['Ada Lovelace', 'scott-rigby'] });
  });

  it('makes an ecosystem entry', () => {
    const answers = { name: 'A', url: 'https://a.example', about: 'Does\nthings: all', kind: 'tool' };
    expect(make('ecosystem', answers)).toMatchObject({ text: expect.stringContaining('about: "Does things: all"\n') });
  });

  it.each([
    ['a taken name', 'Taken', 'events/taken-7.yaml'],
    ['no Latin letter', '配置', 'events/event-7.yaml'],
    ['a path', '../../../etc/passwd', 'events/etc-passwd.yaml'],
    ['a dotfile', '.github', 'events/github.yaml'],
    ['shell', '$(touch x); `id`', 'events/touch-x-id.yaml'],
    ['a long title', 'long '.repeat(100), `events/${'long-'.repeat(12).slice(0, -1)}.yaml`],
  ])('names the file safely: %s', (_, title, path) => {
    expect(make('event', { ...event, title })).toMatchObject({ path });
  });

  it('cannot be used to inject a field, a comment or a second document', () => {
    const title = 'A\nrecording: https://evil.example\n---\n# ';
    const file = make('event', { ...event, title });
    expect(parse(file.text)).toEqual({
      ...event,
      title: 'A recording: https://evil.example --- #',
    });
  });

  it.each<[string, Record<string, string>, string, Record<string, string>]>([
    ['no title', { title: '' }, 'event/value', { title: 'B' }],
    ['an unknown kind', { kind: 'party' }, 'event/value', { kind: 'meetup' }],
    ['a day that does not exist', { start: '2026-02-30' }, 'event/time', { start: '2026-02-28' }],
    ['an unknown zone', { zone: 'CEST' }, 'event/zone', { zone: 'UTC' }],
    ['a script as address', { url: 'javascript:alert(1)' }, 'url/scheme', { url: 'https://a.example' }],
  ])('refuses %s, as the check does', (_, bad, code, good) => {
    const result = make('event', { ...event, ...bad });
    expect('problems' in result && result.problems.map((problem) => problem.code)).toEqual([code]);
    expect(make('event', { ...event, ...good })).toHaveProperty('entry');
  });
});

describe('a form of a kind of its own', () => {
  const job = defineKind({
    name: 'job',
    folder: 'jobs',
    label: { one: 'job', many: 'jobs' },
    schema: z.strictObject({
      title: field(text, 'What is the job called?', 'Platform engineer'),
      url: field(httpsUrl, 'Where can people apply?', 'https://example.org/job'),
      level: field(z.enum(['junior', 'senior']).optional(), 'For whom is it?', 'senior'),
      remote: field(z.boolean(), 'Is it remote?', true),
      hours: field(z.number().optional(), 'How many hours a week?', 32),
      places: field(z.array(text).optional(), 'Where is the work done?', ['Berlin']),
      about: field(markdown.optional(), 'What is the work?', 'You *run* it.'),
      contact: z.strictObject({ name: text }).optional(),
      posted: field(day, 'When was it posted?', '2026-11-22'),
      joined: field(dayOrMonth.optional(), 'When did it join?', '2026-11'),
    }),
  });
  const kind: EntryKind = { ...job, name: 'release', folder: 'releases' };

  it('has a question for each simple field, and reads YAML 1.1 values as text', () => {
    const form = toIssueForm(kind, { now: context.now, zones: [], projects: [], people: [] });
    expect(parseForm(form)).toEqual([
      { id: 'title', label: 'What is the job called?' },
      { id: 'url', label: 'Where can people apply?' },
      { id: 'level', label: 'For whom is it?' },
      { id: 'remote', label: 'Is it remote?' },
      { id: 'hours', label: 'How many hours a week?' },
      { id: 'places', label: 'Where is the work done?' },
      { id: 'about', label: 'What is the work?' },
    ]);
    expect(parse(form, { version: '1.1' })).toEqual(parse(form, { version: '1.2' }));
    expect(parse(form)).toMatchObject({
      name: 'Add a job',
      body: [
        { type: 'input', attributes: { placeholder: 'Platform engineer' }, validations: { required: true } },
        { type: 'input' },
        { type: 'dropdown', attributes: { options: ['junior', 'senior'] } },
        { type: 'dropdown', attributes: { options: ['no', 'yes'] } },
        { type: 'input', attributes: { placeholder: '32' } },
        { type: 'textarea', attributes: { description: 'One per line.', placeholder: 'Berlin' } },
        { type: 'textarea', attributes: { placeholder: 'You *run* it.' } },
      ],
    });
  });

  it('becomes a file that matches the schema', () => {
    const answers = {
      title: 'A Job',
      url: 'https://a.example',
      remote: 'no',
      hours: '8',
      places: 'Berlin, Mitte\n- Rome',
    };
    const file = entryFromAnswers(kind, new Map(Object.entries({ ...answers, about: 'One.\n\nTwo.' })), context);
    expect(parse(file.text)).toEqual({
      title: 'A Job',
      url: 'https://a.example',
      remote: false,
      hours: 8,
      places: ['Berlin, Mitte', 'Rome'],
      about: 'One.\n\nTwo.',
      posted: '2026-11-22',
      joined: '2026-11',
    });
    const wrong = entryFromAnswers(kind, new Map(Object.entries({ ...answers, hours: 'many' })), context);
    expect('problems' in wrong && wrong.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('"hours"'),
    ]);
  });
});
