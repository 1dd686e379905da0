import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { postSchema } from '@/lib/content/schema';
import { kinds } from '@/lib/kinds/index';
import { contributorsSchema, factsSchema, projectsSchema } from '@/lib/kinds/projects';
import { schemaKinds, toEitherCase, toJsonSchema } from '@/lib/output/data/schemas';

const sources: Readonly<Record<string, z.ZodObject>> = {
  ...Object.fromEntries(kinds.map(({ name, schema }) => [name, schema])),
  contributors: contributorsSchema,
  projects: projectsSchema,
  facts: factsSchema,
  post: postSchema,
};
const schemaOf = (kind: string) => sources[kind] ?? postSchema;

/** Whether a value is valid by the published JSON Schema, read from its text alone. */
function accepts(kind: string, value: unknown): boolean {
  const published = JSON.parse(JSON.stringify(toJsonSchema(kind)));
  return z.fromJSONSchema(published).safeParse(value).success;
}

it('has a schema for every kind of file', () => {
  expect(schemaKinds).toEqual(Object.keys(sources));
  expect(schemaKinds.slice(0, 6)).toEqual(['event', 'release', 'adopter', 'ecosystem', 'link', 'person']);
  expect(() => toJsonSchema('job')).toThrow('"job" is not a kind of file (fix: use one of event, release,');
});

describe.each(schemaKinds)('%s', (kind) => {
  const schema = toJsonSchema(kind);
  const properties = Object.entries(schema.properties ?? {}) as [string, z.core.JSONSchema.BaseSchema][];

  it('has a title and the JSON Schema draft', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.$id).toMatch(new RegExp(`^https://.+/schemas/${kind}\\.json$`));
    expect(schema.title).toMatch(/^[A-Z]/);
    expect(schema.description).toMatch(/\.$/);
    expect(schema.type).toBe('object');
  });

  it('has exactly the fields of the check, with the same ones required', () => {
    const shape = schemaOf(kind).shape as Record<string, z.ZodType>;
    expect(properties.map(([name]) => name)).toEqual(Object.keys(shape));
    const required = Object.keys(shape).filter((name) => !shape[name]?.safeParse(undefined).success);
    expect(schema.required ?? []).toEqual(required);
    expect(schema.additionalProperties).toBe(false);
  });

  it('describes each field, with an example that it accepts itself', () => {
    const shape = schemaOf(kind).shape as Record<string, z.ZodType>;
    for (const [name, property] of properties) {
      expect(property.description, name).toBe(shape[name]?.meta()?.description);
      expect(property.examples, name).toHaveLength(1);
      const [example] = property.examples as unknown[];
      expect(shape[name]?.safeParse(example).success, `${name} by the check`).toBe(true);
      expect(z.fromJSONSchema(property as never).safeParse(example).success, `${name} by JSON Schema`).toBe(true);
    }
  });

  it('is plain JSON and does not vary', () => {
    const text = JSON.stringify(schema);
    expect(JSON.parse(text)).toEqual({ ...schema });
    expect(JSON.stringify(toJsonSchema(kind))).toBe(text);
    expect(text).not.toContain('standard');
  });
});

describe('accepts valid entries, but not similar invalid ones', () => {
  const event = { title: 'A', kind: 'talk', start: '2022-03-03' };
  const release = { project: 'tool', version: '1.10.0' };
  const adopter = { name: 'A', url: 'https://a.example', projects: ['tool'] };
  const link = { title: 'A', url: 'https://a.example', form: 'case-study', date: '2022-03-03' };
  it.each([
    ['event', event, { ...event, kind: 'party' }],
    ['event', { ...event, speakers: ['a', { name: 'B' }] }, { ...event, speakers: [{ affiliation: 'B' }] }],
    ['event', { ...event, online: true }, { ...event, online: 'true' }],
    ['release', release, { ...release, version: 1.1 }],
    ['release', release, { ...release, version: 'v1.10.0' }],
    ['release', { ...release, breaking: [{ change: 'a', action: 'b' }] }, { ...release, breaking: [{ change: 'a' }] }],
    ['adopter', adopter, { ...adopter, projects: [] }],
    ['adopter', adopter, { ...adopter, Url: 'https://a.example' }],
    ['adopter', { ...adopter, logo: 'A.SVG' }, { ...adopter, logo: 'a/A.SVG' }],
    [
      'ecosystem',
      { name: 'A', url: 'https://a', about: 'b', kind: 'tool' },
      { name: 'A', url: 'https://a', about: 'b' },
    ],
    ['link', { ...link, date: '2022-02', language: 'pt-BR' }, { ...link, date: undefined }],
    ['link', link, { ...link, form: 'book' }],
    ['link', { ...link, by: ['Ada Lovelace'] }, { ...link, by: 'Ada Lovelace' }],
    ['person', { name: 'A', picture: 'a.JPEG' }, { name: 'A', picture: 'a.svg' }],
    ['person', { name: 'A', roles: [{ role: 'author' }] }, { name: 'A', roles: [{ role: 'owner' }] }],
    [
      'contributors',
      { people: [{ name: 'A', repositories: ['a/b'] }] },
      { people: [{ name: 'A', repositories: ['b'] }] },
    ],
    ['projects', projects('#1D4fd8'), projects('1d4fd8')],
    ['facts', { facts: [{ title: 'a', about: 'b' }] }, { facts: [{ title: 'a' }] }],
    ['post', { title: 'A', date: '2022-03-01', author: ['a'] }, { title: 'A', date: '2022-03-01', author: 1 }],
  ] as const)('%s', (kind, good, bad) => {
    expect(accepts(kind, good)).toBe(true);
    expect(accepts(kind, bad)).toBe(false);
    expect(schemaOf(kind).safeParse(good).success).toBe(true);
    expect(schemaOf(kind).safeParse(bad).success).toBe(false);
  });

  function projects(color: string) {
    return { projects: [{ id: 'a', name: 'A', about: 'b', repository: 'https://a.example', color }] };
  }
});

const fixtures = 'e2e/fixtures/site';

it.each([
  ['events', 'event'],
  ['releases', 'release'],
  ['adopters', 'adopter'],
  ['ecosystem', 'ecosystem'],
  ['links', 'link'],
  ['people', 'person'],
] as const)('accepts every file of %s', async (folder, kind) => {
  const names = (await readdir(join(fixtures, folder))).filter((name) => name.endsWith('.yaml'));
  for (const name of names) {
    const text = await readFile(join(fixtures, folder, name), 'utf8');
    expect(accepts(kind, parse(text)), name).toBe(true);
  }
});

describe('toEitherCase', () => {
  it.each([
    ['^#[0-9a-f]{6}$', ['#1d4FD8', '#ABCDEF'], ['#ABCDEG', '1d4fd8']],
    ['^[^/\\\\]+\\.(?:png|jpe?g)$', ['a.PNG', 'a.jpg', 'A.JpEg'], ['a/b.png', 'a\\b.PNG', 'apng', 'a.pdf']],
    ['^\\d+[a-cx]b-c$', ['1AB-C', '12xb-c'], ['dab-c', '1db-c', '1abc']],
  ])('matches %s in both cases', (source, good, bad) => {
    const either = new RegExp(toEitherCase(source), 'u');
    const ignoring = new RegExp(source, 'i');
    for (const text of good) expect([either.test(text), ignoring.test(text)], text).toEqual([true, true]);
    for (const text of bad) expect([either.test(text), ignoring.test(text)], text).toEqual([false, false]);
  });
});
