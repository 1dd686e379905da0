import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { aliases, day, dayOrMonth, entryId, field, httpsUrl, markdown, projectId, text, zone } from '@/lib/base/fields';
import { kinds } from '@/lib/kinds/index';
import { recipeOf, templateOf } from '@/lib/kinds/recipe-of-schema';
import { fieldsOf } from '@/lib/kinds/schema-fields';

const schema = z.strictObject({
  title: field(text, 'What is it called?', 'Platform engineer'),
  url: field(httpsUrl, 'Where can people apply?', 'https://example.org/job'),
  level: field(z.enum(['junior', 'senior']).optional(), 'For whom is it?', 'senior'),
  remote: field(z.boolean(), 'Is it remote?', true),
  hours: field(z.number().optional(), 'How many hours a week?', 32),
  projects: field(z.array(entryId), 'For which projects?', ['tool']),
  about: field(markdown.optional(), 'What is the work?', 'You *run* it.'),
  contact: z.strictObject({ name: text }).optional(),
});

const recipe = recipeOf('jobs', schema, 'Job');
const answers = (given: Record<string, string | readonly string[] | true>) => new Map(Object.entries(given));

describe('the questions of a schema', () => {
  it('are its fields, as what they hold is typed', () => {
    expect(
      recipe.questions.map(({ flag, type, required, example, choices }) => [
        flag,
        type,
        required,
        example,
        choices?.({ now: new Date(0), zones: ['UTC'], projects: [{ id: 'tool', repository: '' }], people: [] }),
      ]),
    ).toEqual([
      ['title', 'line', true, 'Platform engineer', undefined],
      ['url', 'line', true, 'https://example.org/job', undefined],
      ['level', 'line', false, 'senior', ['junior', 'senior']],
      ['remote', 'switch', false, undefined, undefined],
      ['hours', 'line', false, '32', undefined],
      ['projects', 'lines', true, 'tool', undefined],
      ['about', 'markdown', false, 'You *run* it.', undefined],
    ]);
    expect(recipe.example).toBe('--title "Platform engineer" --url "https://example.org/job" --projects "tool"');
  });

  it('offer the projects and the usual zones', () => {
    const { questions } = recipeOf('jobs', z.strictObject({ zone, projects: z.array(projectId) }), undefined);
    const context = {
      now: new Date(0),
      zones: ['UTC', 'Asia/Tokyo'],
      projects: [{ id: 'tool', repository: '' }],
      people: [],
    };
    const [zones, projects] = questions.map(({ choices }) => choices?.(context));
    expect(zones?.slice(0, 3)).toEqual(['UTC', 'Asia/Tokyo', 'Africa/Abidjan']);
    expect(questions[0]?.usual?.(context)).toEqual(['UTC', 'Asia/Tokyo']);
    expect(projects).toEqual(['tool']);
  });

  it('have valid values of what is required', () => {
    expect(schema.safeParse(recipe.sample).success).toBe(true);
    expect(schema.safeParse({ ...recipe.sample, title: undefined }).success).toBe(false);
  });

  it('make the fields and the id of the file', () => {
    const given = answers({ title: 'A Job', url: 'https://a.example', hours: '8', remote: true, projects: ['a', 'b'] });
    expect(recipe.toFields(given)).toEqual({
      title: 'A Job',
      url: 'https://a.example',
      level: undefined,
      remote: true,
      hours: 8,
      projects: ['a', 'b'],
      about: undefined,
    });
    expect(recipe.toFields(answers({ hours: 'many' }))).toMatchObject({ remote: false, hours: 'many' });
    expect(recipe.toId(given)).toBe('a-job');
    expect(recipe.toId(answers({ name: 'Ann' }))).toBe('ann');
    expect(recipe.toId(answers({}))).toBe('');
  });

  it('end with what to do next', () => {
    expect(recipe.next('a-job', answers({}))).toEqual([
      'List it in the front matter of a post: "jobs: [a-job]".',
      'To place it in the text, write <Job id="a-job" />.',
      'Then send a pull request.',
    ]);
    expect(recipeOf('equipment', schema, undefined).next('a', answers({}))).toHaveLength(2);
  });
});

describe('fields that say nothing of themselves', () => {
  const bare = z.strictObject({
    name: z.string(),
    url: httpsUrl,
    since: dayOrMonth,
    ids: z.array(entryId),
    kind: z.enum(['x']),
  });

  it('have a name for a question, and an example that is valid', () => {
    const { questions, sample } = recipeOf('things', bare, undefined);
    expect(questions.map(({ ask }) => ask)).toEqual(['Name.', 'Url.', 'Since.', 'Ids.', 'Kind.']);
    expect(bare.safeParse(sample).success).toBe(true);
  });
});

it('knows what the items of a list may be written as', () => {
  const person = z.union([text, z.strictObject({ name: text, affiliation: text.optional() })]);
  const found = fieldsOf(
    z.strictObject({ people: z.array(person), links: z.array(z.strictObject({ url: text })), aliases }),
  );
  expect(found.map(({ name, type, parts }) => [name, type, parts])).toEqual([
    ['people', 'lines', ['name', 'affiliation']],
    ['links', 'group', undefined],
    ['aliases', 'line', undefined],
  ]);
});

describe('the file that a newcomer fills in', () => {
  it('has what is required, and the rest as comments', () => {
    const written = templateOf('job', schema);
    expect(written).toContain(
      '# yaml-language-server: $schema=../../.schemas/job.json\n# What is it called?\ntitle: Platform engineer\n',
    );
    expect(written).toContain('# Optional: For whom is it?\n# level: senior\n');
    expect(schema.safeParse(parse(written)).success).toBe(true);
  });

  it('leaves open when the entry came', () => {
    const dates = z.strictObject({
      posted: field(day, 'When was it posted?', '2026-03-01'),
      joined: field(dayOrMonth.optional(), 'When did it join?', '2026-03'),
      closes: field(day, 'When does it close?', '2026-03-31'),
    });
    expect(templateOf('job', dates)).toContain(
      '# When was it posted?\nposted: YYYY-MM-DD\n# Optional: When did it join?\n# joined: YYYY-MM\n# When does it close?\ncloses: 2026-03-31\n',
    );
  });

  it.each(kinds.map((kind) => [kind.name, kind] as const))('is valid: %s', (_, { template, schema: own }) => {
    expect(own.safeParse(parse(template.text)).error).toBeUndefined();
    expect(own.safeParse({ ...parse(template.text), unknown: 1 }).success).toBe(false);
  });
});
