import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Diagnostic } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { postSchema } from '@/lib/content/schema';
import { validate } from '@/lib/content/validate';
import { type LocatedData, parseYaml } from '@/lib/content/yaml';
import { personSchema } from '@/lib/kinds/person/schema';

function problemsOf(yaml: string, schema: z.ZodObject = postSchema, kind = 'post'): Diagnostic[] {
  const result = validate(schema, parseYaml(yaml, 2) as LocatedData, kind, 'content/blog/x.md');
  return 'problems' in result ? result.problems : [];
}

/** The problems as `line:column code: message (fix: …)`. */
function linesOf(yaml: string, schema?: z.ZodObject, kind?: string): string[] {
  return problemsOf(yaml, schema, kind).map(
    ({ line, column, code, message, fix }) => `${line}:${column} ${code}: ${message} (fix: ${fix})`,
  );
}

const base = 'title: A post\ndate: 2022-03-01\n';

describe('validate', () => {
  it('returns the typed entry if it is valid', () => {
    const result = validate(postSchema, parseYaml(base, 2) as LocatedData, 'post', 'x');
    expect(result).toEqual({ entry: { title: 'A post', date: new Date('2022-03-01') } });
  });

  it('suggests a similar key', () => {
    expect(linesOf(`titel: A post\n${base}`)).toEqual([
      '2:1 post/unknown-key: unknown field "titel" (fix: did you mean "title"?)',
    ]);
    expect(linesOf(base)).toEqual([]);
  });

  it.each([
    ['Title', 'title'],
    ['tag', 'tags'],
    ['autor', 'author'],
    ['urll', 'url'],
    ['lastMod', 'lastmod'],
    ['ever_green', 'evergreen'],
  ])('suggests the right key: for %s, %s', (key, meant) => {
    expect(linesOf(`${base}${key}: x\n`)[0]).toContain(`(fix: did you mean "${meant}"?)`);
  });

  it('says to remove a key that is not similar to any field', () => {
    expect(linesOf(`${base}podcast: x\n`)).toEqual(['4:1 post/unknown-key: unknown field "podcast" (fix: remove it)']);
  });

  it('suggests the most similar of the allowed values', () => {
    const person = (role: string) => linesOf(`name: A\nroles:\n  - role: ${role}\n`, personSchema, 'person');
    expect(person('maintaner')).toEqual([
      '4:11 person/value: "roles.0.role": unknown value "maintaner" (fix: did you mean "maintainer"?)',
    ]);
    expect(person('queen')).toEqual([expect.stringContaining('(fix: use author, maintainer, contributor)')]);
    expect(person('maintainer')).toEqual([]);
  });

  it('names only the missing part of a field', () => {
    expect(linesOf('name: A\nroles:\n  - project: tool\n', personSchema, 'person')).toEqual([
      expect.stringMatching(/person\/missing-field: "roles\.0\.role" is missing \(fix: add "role:[^[{]*"\)/),
    ]);
  });

  it('shows an example of a missing field', () => {
    expect(linesOf('title: A post\n')).toEqual([
      '2:1 post/missing-field: "date" is missing (fix: add "date: 2022-03-01")',
    ]);
  });

  it.each([
    [
      'date: 2026-02-30',
      'date: 2026-02-28',
      'date/calendar: "date": "2026-02-30" is not a date or time that exists (fix: correct the day or the time)',
    ],
    [
      'date: 2022-03-01 14:30',
      'date: 2022-03-01 14:30Z',
      'date/zone: "date": "2022-03-01 14:30" has a time without a zone (fix: add Z for UTC, or an offset such as +01:00)',
    ],
    [
      'date: 1 March 2022',
      'date: 2022-03-01',
      'date/form: "date": "1 March 2022" is not an ISO date (fix: write it like 2022-03-01 or 2022-03-01T14:30:00Z)',
    ],
  ])('reports %s, but not %s', (bad, good, line) => {
    expect(linesOf(`title: A post\n${bad}\n`)).toEqual([`3:7 ${line}`]);
    expect(linesOf(`title: A post\n${good}\n`)).toEqual([]);
  });

  it('says to quote text that YAML reads as another type', () => {
    expect(linesOf('title: 2.30\ndate: 2022-03-01\n')).toEqual([
      '2:8 post/type: "title" must be text (fix: put it in quotes: "2.30")',
    ]);
    expect(linesOf('title: "2.30"\ndate: 2022-03-01\n')).toEqual([]);
  });

  it('shows an example for any other wrong type', () => {
    expect(linesOf(`${base}draft: yes\n`)).toEqual([
      '4:8 post/type: "draft" must be true or false (fix: write it like true)',
    ]);
    expect(linesOf('title:\ndate: 2022-03-01\n')).toEqual([
      '2:7 post/type: "title" must be text (fix: write it like February 2022 update)',
    ]);
  });

  it('reports the place of an invalid list item', () => {
    expect(linesOf(`${base}tags:\n  - a\n  - 3\n`)).toEqual([
      '6:5 post/type: "tags.1" must be text (fix: put it in quotes: "3")',
    ]);
    expect(linesOf(`${base}aliases: [/old/, older]\n`)).toEqual([
      '4:18 address/form: "aliases.1": "older" is not a path of this site (fix: write a path of this site, such as /blog/2022/03/february-update/)',
    ]);
  });

  it('explains the form of an address', () => {
    expect(linesOf(`${base}url: /news/x/\n`)).toEqual([
      '4:6 post/address: "url": "/news/x/" is not of the form /blog/YYYY/MM/slug/ (fix: write it like /blog/2022/03/february-update/)',
    ]);
  });

  it('reports every problem of an entry', () => {
    const codes = problemsOf('titel: x\ndate: 2026-02-30\ndraft: yes\ntags: [1, 2]\n').map(({ code }) => code);
    expect(codes.sort()).toEqual(['date/calendar', 'post/missing-field', 'post/type', 'post/type', 'post/unknown-key']);
  });

  it('reports errors of the given file', () => {
    expect(problemsOf('x: 1')).not.toEqual([]);
    for (const problem of problemsOf('x: 1')) {
      expect(problem).toMatchObject({ file: 'content/blog/x.md', severity: 'error' });
    }
  });
});

describe('nearest', () => {
  it('finds a name that differs by a letter or two, or by capitals', () => {
    expect(nearest('titel', ['date', 'title', 'tags'])).toBe('title');
    expect(nearest('TITLE', ['date', 'title'])).toBe('title');
    expect(nearest('diagram.png', ['Diagram.PNG', 'photo.png'])).toBe('Diagram.PNG');
  });

  it('finds nothing if no name is similar, or if there are no names', () => {
    expect(nearest('podcast', ['date', 'title'])).toBeUndefined();
    expect(nearest('title', [])).toBeUndefined();
  });

  it('prefers a name that differs by capitals only', () => {
    expect(nearest('diagram.png', ['DIAGRAM.PNG', 'digram.png'])).toBe('DIAGRAM.PNG');
  });
});
