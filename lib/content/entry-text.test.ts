import { describe, expect, it } from 'vitest';
import { toId } from '@/lib/base/entry-id';
import { toEntryText } from '@/lib/content/entry-text';
import { parseYaml } from '@/lib/content/yaml';

it('writes an entry in the style of existing ones', () => {
  const fields = { project: 'tool', version: '0.27.0', date: '2022-02', url: undefined, highlights: ['A: b', 'c'] };
  expect(toEntryText('release', fields)).toBe(
    [
      '# yaml-language-server: $schema=../../.schemas/release.json',
      'project: tool',
      'version: "0.27.0"',
      'date: 2022-02',
      'highlights:',
      '  - "A: b"',
      '  - c',
      '',
    ].join('\n'),
  );
});

describe('an entry survives a round trip', () => {
  it.each([
    'plain',
    'true',
    '1.10',
    '2022-03-01',
    '# no comment',
    '*alias',
    '&anchor x',
    '!!js/function x',
    '--- end',
    '...\n---\nkind: talk',
    'a\nkind: talk\n',
    '  indented\n\ttab',
    '{a: b}',
    '"quoted" and \'single\'',
    'ends with a colon:',
    `${'long '.repeat(100)}: x`,
    '__proto__: x',
    '<<: *x',
  ])('%j', (title) => {
    const located = parseYaml(toEntryText('event', { title, list: [title, { title }] }, `note\n${title}`), 1);
    expect(located).toMatchObject({ data: { title, list: [title, { title }] } });
  });
});

it.each([
  ['Tool Bug Scrub', 'tool-bug-scrub'],
  ['Ænix', 'aenix'],
  ['College of William & Mary', 'college-of-william-and-mary'],
  ['99 Group', '99-group'],
  ['../../etc/passwd', 'etc-passwd'],
  ['Mauricio’s café', 'mauricios-cafe'],
  ['日本語', ''],
  ['a'.repeat(100), 'a'.repeat(60)],
])('makes an id of %j', (name, id) => expect(toId(name)).toBe(id));
