import { describe, expect, it } from 'vitest';
import { addAdopterHref, entryTemplates } from '@/lib/content/templates';
import { validate } from '@/lib/content/validate';
import { parseYaml } from '@/lib/content/yaml';
import { adopterSchema } from '@/lib/kinds/adopter/schema';
import { ecosystemSchema } from '@/lib/kinds/ecosystem/schema';
import { eventSchema } from '@/lib/kinds/event/schema';

const schemas = { adopters: adopterSchema, ecosystem: ecosystemSchema, events: eventSchema } as const;

describe('templates', () => {
  it.each(Object.keys(schemas) as (keyof typeof schemas)[])('are valid entries: %s', (kind) => {
    const located = parseYaml(entryTemplates[kind], 1);
    if (Array.isArray(located)) throw new Error(JSON.stringify(located));
    expect(validate(schemas[kind], located, kind, 'x.yaml')).toHaveProperty('entry');
  });

  it('begin with the projects that there are', () => {
    const textFor = (projects: string[]) => new URL(addAdopterHref(projects)).searchParams.get('value');
    expect(textFor(['one', 'two'])).toContain('projects:\n  - one\n  - two\n');
    expect(textFor([])).toContain('projects:\n  - the-project\n');
  });
});
