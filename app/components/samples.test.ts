import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { sampleEntries } from '@/app/components/sample-entries';
import { markdownSamples, samplesOf, shortcodeSamples } from '@/app/components/samples';
import { kindIn, kinds } from '@/lib/kinds/index';
import { inspectBody } from '@/lib/mdx/inspect';
import { shortcodeNames } from '@/lib/mdx/shortcode-specs';
import { componentSpecs, entryComponents, plainElements } from '@/lib/mdx/vocabulary';

// A community's own kind.
vi.mock('@/lib/kinds/own', async () => {
  const { z } = await import('zod');
  const { field, httpsUrl, markdown, text } = await import('@/lib/base/fields');
  const { defineKind } = await import('@/lib/kinds/define-kind');
  const job = defineKind({
    name: 'job',
    label: { one: 'job', many: 'jobs' },
    schema: z.strictObject({
      title: field(text, 'What is the job called?', 'Platform engineer'),
      url: field(httpsUrl, 'Where can people apply?', 'https://example.org/job'),
      about: field(markdown.optional(), 'What is the work?', 'You run it.'),
    }),
  });
  return { ownKinds: [job] };
});

const names = Object.keys(componentSpecs);
const all = [
  ...names.flatMap((name) => samplesOf(name).map((sample) => ({ name, ...sample }))),
  ...[...markdownSamples, ...shortcodeSamples].map((sample) => ({ name: sample.title, ...sample })),
];

describe('the samples', () => {
  it.each(names)('show <%s> with each of its attributes', (name) => {
    const sources = samplesOf(name).map(({ source }) => source);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(source).toMatch(new RegExp(`^<${name}\\b`));
    for (const attribute of Object.keys(componentSpecs[name]?.attributes ?? {})) {
      expect(sources.join('\n')).toMatch(new RegExp(`<${name}[^>]* ?\\b${attribute}="`));
    }
  });

  it('show every HTML element and every shortcode', () => {
    const text = all.map(({ source }) => source).join('\n');
    expect(Object.keys(plainElements).filter((name) => !new RegExp(`<${name}\\b`).test(text))).toEqual([]);
    expect(shortcodeNames.filter((name) => !new RegExp(`\\{\\{< ${name}\\b`).test(text))).toEqual([]);
  });

  it.each(all)('are what the check accepts: $name, $title', ({ source, format = 'mdx', listed = {} }) => {
    const context = { params: { version: '1.2.0' }, refs: { 'a-post.md': '/blog/' }, texts: { 'tool.yaml': '' } };
    const { inspection } = inspectBody(source, format, context);
    expect(inspection.diagnostics).toEqual([]);
    const placed = inspection.placements.flatMap(({ values }) => values.filter(({ attribute }) => attribute === 'id'));
    for (const { kind, value } of placed) expect(listed[kind]).toContain(value);
  });

  it('have no id of an entry twice, of which the page would have two elements', () => {
    const ids = all.flatMap(({ listed = {} }) =>
      Object.entries(listed).flatMap(([kind, of]) => of.map((id) => kind + id)),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the entries', () => {
  it('are in every state', () => {
    const states = kinds.map((kind) => [kind.folder, sampleEntries(kind).length]);
    expect(Object.fromEntries(states)).toEqual({
      events: 8,
      releases: 6,
      adopters: 3,
      ecosystem: 2,
      people: 3,
      links: 3,
      jobs: 2,
    });
  });

  it('of a kind of the community’s own are made from the examples of its schema', () => {
    const job = kindIn('jobs');
    expect(job && sampleEntries(job).map(({ state, fields }) => [state, fields])).toEqual([
      ['With every field', { title: 'Platform engineer', url: 'https://example.org/job', about: 'You run it.' }],
      ['With the required fields', { title: 'Platform engineer', url: 'https://example.org/job' }],
    ]);
    expect(samplesOf('Jobs')[0]).toMatchObject({
      source: '<Jobs />',
      listed: { jobs: ['jobs-all-a-job', 'jobs-all-a-short-job'] },
    });
  });

  it('are shown as files that the schema of their kind accepts', () => {
    for (const { name, kind } of entryComponents) {
      for (const { beside } of samplesOf(name).filter(({ source }) => source.includes(' id="'))) {
        expect(kind.schema.safeParse(parse(beside?.source ?? '')).error, beside?.title).toBeUndefined();
      }
    }
  });
});
