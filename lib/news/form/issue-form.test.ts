import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isZone } from '@/lib/base/zones';
import { type EntryKind, kindNamed, kinds } from '@/lib/kinds/index';
import { toIssueForm } from '@/lib/news/form/issue-form';

const context = {
  now: new Date('2026-11-22T12:00:00Z'),
  zones: ['Asia/Tokyo', 'UTC'],
  people: [],
  projects: [
    { id: 'tool', repository: '' },
    { id: 'flagger', repository: '' },
  ],
};

interface Element {
  readonly type: string;
  readonly id: string;
  readonly attributes: {
    readonly multiple?: boolean;
    readonly label: string;
    readonly description?: string;
    readonly placeholder?: string;
    readonly options?: readonly string[];
  };
}

function elementsOf(kind: EntryKind | undefined, given = context): Element[] {
  return kind ? (parse(toIssueForm(kind, given), { version: '1.1' }) as { body: Element[] }).body : [];
}

const elementOf = (kind: string, id: string, given = context) =>
  elementsOf(kindNamed(kind), given).find((element) => element.id === id);

describe('toIssueForm', () => {
  it('has the questions of `news new`, with what is in brackets as help', () => {
    expect(elementOf('event', 'start')).toEqual({
      type: 'input',
      id: 'start',
      attributes: {
        label: 'When does it begin?',
        description: 'A day with the time that clocks show there, or a day alone.',
        placeholder: '2022-03-03T10:00',
      },
      validations: { required: true },
    });
    expect(elementOf('event', 'speakers')?.attributes.description).toMatch(/^One per line: the id of a person, /);
  });

  it('offers every zone, the given ones first, and requires none: a day has no zone', () => {
    const zone = elementOf('event', 'zone');
    expect(zone).toMatchObject({ type: 'dropdown' });
    expect(zone).not.toHaveProperty('validations');
    const options = zone?.attributes.options ?? [];
    expect(options.slice(0, 3)).toEqual(['Asia/Tokyo', 'UTC', 'Africa/Abidjan']);
    expect(options.filter((option) => !isZone(option))).toEqual([]);
  });

  it('offers the projects, of which none is chosen, or a text where there are none', () => {
    expect(elementOf('adopter', 'projects')).toMatchObject({
      type: 'dropdown',
      attributes: { multiple: true, options: ['tool', 'flagger'] },
      validations: { required: true },
    });
    expect(elementOf('adopter', 'projects')?.attributes).not.toHaveProperty('default');
    expect(elementOf('adopter', 'projects', { ...context, projects: [] })).toMatchObject({
      type: 'textarea',
      attributes: { description: 'One per line.' },
    });
  });

  it('offers how an event may repeat in words', () => {
    const repeats = elementOf('event', 'repeats');
    expect(repeats?.attributes).not.toHaveProperty('description');
    expect(repeats?.attributes.options).toContain('every second week');
  });

  it('asks for consent where the kind needs it', () => {
    expect(elementOf('adopter', 'consent')).toMatchObject({
      type: 'checkboxes',
      attributes: { options: [{ label: expect.stringMatching(/^I may say this/), required: true }] },
    });
    expect(elementOf('event', 'consent')).toBeUndefined();
  });

  it('asks neither for dates of entries, nor for files, nor for what only a later change needs', () => {
    const ids = [...elementsOf(kindNamed('event')), ...elementsOf(kindNamed('adopter'))].map(({ id }) => id);
    for (const id of ['joined', 'logo', 'status', 'recording', 'aliases']) expect(ids).not.toContain(id);
    expect(ids).toContain('repeats');
  });

  // https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/common-validation-errors-when-creating-issue-forms
  it.each(kinds.map((kind) => [kind.name, kind] as const))('is a form that GitHub accepts: %s', (name, kind) => {
    const text = toIssueForm(kind, context);
    expect(parse(text, { version: '1.1' })).toEqual(parse(text, { version: '1.2' }));
    expect(parse(text)).toMatchObject({ labels: [name] });
    const elements = elementsOf(kind);
    for (const values of [elements.map(({ id }) => id), elements.map(({ attributes }) => attributes.label)]) {
      expect(new Set(values).size).toBe(values.length);
    }
    for (const { type, id, attributes } of elements) {
      expect(id).toMatch(/^[a-zA-Z0-9_-]+$/);
      expect(attributes.label).not.toMatch(/\(|\.$/);
      const { options } = attributes;
      expect(type === 'dropdown' || type === 'checkboxes').toBe(options !== undefined);
      if (!options) continue;
      expect(options.length).toBeGreaterThan(0);
      expect(new Set(options).size).toBe(options.length);
      // GitHub's own word for no answer.
      expect(options).not.toContain('None');
    }
  });
});
