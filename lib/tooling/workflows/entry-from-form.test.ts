import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { adopterSchema } from '@/lib/kinds/adopter/schema';
import { ecosystemSchema } from '@/lib/kinds/ecosystem/schema';
import { eventKinds, eventSchema } from '@/lib/kinds/event/schema';
import { entryFromForm, type FormKind, formKinds } from '@/lib/tooling/workflows/entry-from-form';
import { parseForm } from '@/lib/tooling/workflows/issue-form';

const surroundings = {
  issue: 7,
  now: new Date('2026-11-22T12:00:00Z'),
  projects: [{ id: 'tool', name: 'The Tool' }],
  isTaken: (path: string) => path === 'events/taken.yaml',
};

function make(kind: FormKind, answers: Record<string, string>) {
  return entryFromForm(kind, new Map(Object.entries(answers)), surroundings);
}

const event = { title: 'A Talk', kind: 'talk', start: '2026-12-01T18:00', zone: 'Europe/Berlin' };

describe('entryFromForm', () => {
  it('makes an event', () => {
    expect(
      make('event', {
        ...event,
        online: 'yes',
        speakers: 'Ada Lovelace, Analytical Engines, Ltd\n- Grace Hopper\n\n',
        description: 'One.\n\nTwo: *three*.',
      }),
    ).toEqual({
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

  it('makes an adopter, its projects by name or id, joined in the month of the form', () => {
    const file = make('adopter', {
      name: 'Ünïcorn & Co',
      url: 'https://u.example',
      projects: '- the tool\nother',
      may: 'x',
    });
    expect(file).toMatchObject({ path: 'adopters/unicorn-co.yaml' });
    expect(parse('text' in file ? file.text : '')).toEqual({
      name: 'Ünïcorn & Co',
      url: 'https://u.example',
      projects: ['tool', 'other'],
      joined: '2026-11',
    });
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

  it('cannot be talked into another field, a comment or a second document', () => {
    const title = 'A\nrecording: https://evil.example\n---\n# ';
    const file = make('event', { ...event, title });
    expect(parse('text' in file ? file.text : '')).toEqual({
      ...event,
      title: 'A recording: https://evil.example --- #',
    });
  });

  it.each<[string, Record<string, string>, string, Record<string, string>]>([
    ['no title', { title: '' }, 'event/value', { title: 'B' }],
    ['an unknown kind', { kind: 'party' }, 'event/value', { kind: 'meetup' }],
    ['a day that is none', { start: '2026-02-30' }, 'event/time', { start: '2026-02-28' }],
    ['a zone that is none', { zone: 'CEST' }, 'event/zone', { zone: 'UTC' }],
    ['a script as address', { url: 'javascript:alert(1)' }, 'url/scheme', { url: 'https://a.example' }],
  ])('refuses %s, as the check does', (_, bad, code, good) => {
    const result = make('event', { ...event, ...bad });
    expect('problems' in result && result.problems.map((problem) => problem.code)).toEqual([code]);
    expect(make('event', { ...event, ...good })).toHaveProperty('text');
  });
});

describe('the forms', () => {
  const schemas = { event: eventSchema, adopter: adopterSchema, ecosystem: ecosystemSchema };

  it.each(formKinds)('ask for fields of the schema, the needed ones as such: %s', async (kind) => {
    const text = await readFile(`.github/ISSUE_TEMPLATE/${kind}.yml`, 'utf8');
    const known = [...Object.keys(schemas[kind].shape), 'may'];
    for (const { id } of parseForm(text)) expect(known).toContain(id);
    const { body, labels } = parse(text) as {
      body: { id?: string; validations?: { required?: boolean } }[];
      labels: string[];
    };
    const asked = body.filter(({ validations }) => validations?.required).map(({ id }) => id);
    const needed = Object.entries(schemas[kind].shape).filter(([, field]) => !field.safeParse(undefined).success);
    expect(asked).toEqual(needed.map(([name]) => name));
    expect(labels).toEqual([kind]);
  });

  it('offer the kinds of event that there are', async () => {
    const { body } = parse(await readFile('.github/ISSUE_TEMPLATE/event.yml', 'utf8')) as {
      body: { id?: string; attributes: { options?: string[] } }[];
    };
    expect(body.find(({ id }) => id === 'kind')?.attributes.options).toEqual([...eventKinds]);
  });
});
