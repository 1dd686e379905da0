import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { adopter } from '@/lib/kinds/adopter/kind';
import { event } from '@/lib/kinds/event/kind';
import { kinds } from '@/lib/kinds/index';
import { addEntryHref, entryFileHref } from '@/lib/kinds/recipe-of-schema';

const valuesOf = (href: string) => Object.fromEntries(new URL(href).searchParams);

it.each(kinds.map(({ name, template }) => [name, template.text] as const))(
  'has no date on which it came: %s',
  (_, text) => {
    expect(Object.keys(parse(text))).not.toContain('joined');
  },
);

it('leads to the form on this site, and to the code host for what anybody may not add', () => {
  expect(addEntryHref(event)).toBe('/contribute/event/');
  expect(addEntryHref({ ...event, isContributed: false })).toBe(entryFileHref(event));
});

describe('entryFileHref', () => {
  it('begins with the template of the kind', () => {
    expect(valuesOf(entryFileHref(event))).toEqual({
      filename: 'content/events/your-event.yaml',
      value: event.template.text,
    });
  });

  it('lists the projects that there are, and chooses none', () => {
    const textFor = (projects: string[]) => String(valuesOf(entryFileHref(adopter, projects)).value);
    const text = textFor(['one', 'two']);
    expect(text).toContain('projects:\n  # Remove the # before those that you mean.\n  # - one\n  # - two\n');
    expect(adopter.schema.safeParse(parse(text)).success).toBe(false);
    const chosen = text.replace('# - two', '- two');
    expect(adopter.schema.safeParse(parse(chosen)).data?.projects).toEqual(['two']);
    expect(textFor([])).toContain('projects:\n  - the-project\n');
  });
});
