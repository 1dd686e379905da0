import { describe, expect, it } from 'vitest';
import { adopter } from '@/lib/kinds/adopter/kind';
import { event } from '@/lib/kinds/event/kind';
import { addEntryHref } from '@/lib/kinds/recipe-of-schema';

const valuesOf = (href: string) => Object.fromEntries(new URL(href).searchParams);

describe('addEntryHref', () => {
  it('begins with the template of the kind', () => {
    expect(valuesOf(addEntryHref(event))).toEqual({
      filename: 'content/events/your-event.yaml',
      value: event.template.text,
    });
  });

  it('begins with the projects that there are', () => {
    const textFor = (projects: string[]) => valuesOf(addEntryHref(adopter, projects)).value;
    expect(textFor(['one', 'two'])).toContain('projects:\n  - one\n  - two\n');
    expect(textFor([])).toContain('projects:\n  - the-project\n');
  });
});
