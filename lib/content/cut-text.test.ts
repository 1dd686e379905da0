import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day, field, httpsUrl, markdown, text, texts, zone } from '@/lib/base/fields';
import { findCutText, validateWritten } from '@/lib/content/cut-text';
import { type LocatedData, parseYaml } from '@/lib/content/yaml';

const schema = z.strictObject({
  title: field(text, 'A title.', 'A talk'),
  about: markdown.optional(),
  tags: texts.optional(),
  kind: z.enum(['talk', 'meeting']).optional(),
  day: day.optional(),
  zone: zone.optional(),
  url: httpsUrl.optional(),
  count: z.number().optional(),
  draft: z.boolean().optional(),
  people: z.array(z.union([text, z.strictObject({ name: text, of: text.optional() })])).optional(),
  params: z.record(z.string(), z.unknown()).optional(),
});

const problemsIn = (yaml: string, file = 'a.yaml') => findCutText(schema, parseYaml(yaml, 1) as LocatedData, file);
const placesIn = (yaml: string) => problemsIn(yaml).map(({ line, column, code }) => `${line}:${column} ${code}`);

describe('findCutText', () => {
  it.each([
    ['a text', 'title: Office hours #42 move', 'title: Office hours#42 move', '1:21'],
    ['a text before a tab', 'title: Hours\t#42', 'title: "Hours\t#42"', '1:14'],
    ['one word', 'title: Company #1', "title: 'Company #1'", '1:16'],
    ['a remark after a text', 'title: Hours # a remark', 'title: "Hours" # a remark', '1:14'],
    ['a text of another script', 'title: 会議 #3 の案内', 'title: 会議#3 の案内', '1:11'],
    [
      'all of a text',
      'title: a\nparams: { x: y }\nabout: a #2 b',
      'title: a\nparams: { x: y }\nabout: |\n  a #2 b',
      '3:10',
    ],
    ['an item of a list', 'title: a\ntags:\n  - room #5\n  - b', 'title: a\ntags:\n  - room#5\n  - b', '3:10'],
    ['an item in brackets', 'title: a\ntags: [b,\n  c #1\n  ]', 'title: a\ntags: [b,\n  "c #1"\n  ]', '3:5'],
    [
      'a text within a list',
      'title: a\npeople:\n  - name: A\n    of: B #1',
      'title: a\npeople:\n  - name: A\n    of: B',
      '4:11',
    ],
    ['a text within braces', 'title: a\npeople: [{ name: A #1\n }]', 'title: a\npeople: [{ name: A\n }]', '2:20'],
    ['the end of several lines', 'title: We are\n  in room #5', 'title: We are\n  in room 5', '2:11'],
    [
      'the last of several lines',
      'title: We are\n  #1 in\nday: 2022-03-03',
      'title: We are\n  # in\nday: 2022-03-03',
      '2:3',
    ],
    ['a third line', 'title: We\n  are\n  #one', 'title: We\n  are\n  # one', '3:3'],
    ['the fragment of a URL', 'title: a\nurl: https://a.org/b #c', 'title: a\nurl: https://a.org/b # c', '2:22'],
    ['a value of any kind', 'title: a\nparams: { n: b #1\n }', 'title: a\nparams: { n: 1.2.3 #1\n }', '2:16'],
    ['all of an optional text', 'title: a\nparams:\n  n: #1 of b', 'title: a\nparams:\n  n: # of b', '3:6'],
    ['the text where a field is unknown', 'title: A #1\nother: b', 'title: A\nother: b', '1:10'],
  ])('reports a comment that takes %s', (_, wrong, right, place) => {
    expect(placesIn(wrong)).toEqual([`${place} yaml/comment`]);
    expect(placesIn(right)).toEqual([]);
  });

  it.each([
    ['a comment of its own', '# a\ntitle: b\n# c\ntags:\n  # d\n  - e\n#tags: f'],
    ['a field that is commented out', 'title: a\npeople:\n  - name: b\n    #of: c\n  #- name: d'],
    ['an indented remark', 'title: a\n  # a remark\ntags:\n  - b\n  # c'],
    [
      'a comment after a word that has a fixed form',
      'title: a\nkind: talk # weekly\nzone: Europe/Berlin # for now\nurl: https://a.org # it',
    ],
    [
      'a comment after a date, a number and a boolean',
      'title: a\nday: 2022-03-03 # Thursday\ncount: 1 #3\ndraft: true # yet',
    ],
    ['a comment after a list', 'title: a\ntags: [b] # c\npeople: # d\n  - # e\n    name: f'],
    ['a comment after quotes', 'title: "a #1" # b\nabout: \'c\' #2'],
    ['a text in lines of its own', 'title: a\nabout: | # b\n  #1 in c\n  d #2\n'],
  ])('passes %s', (_, yaml) => expect(placesIn(yaml)).toEqual([]));

  it('says what to write', () => {
    expect(problemsIn('title: Hours #42 move')).toMatchObject([
      {
        message: 'YAML reads "#42 move" as a comment and drops it',
        fix: 'put the whole value in quotes, "Hours #42 move", or the comment on a line of its own',
      },
    ]);
    expect(problemsIn('title: a\nurl: https://a.org/b #c')[0]?.fix).toContain('"https://a.org/b#c"');
  });

  it('is a warning in Markdown that may come from Hugo', () => {
    expect(problemsIn('title: a #1', 'a.md').map(({ severity }) => severity)).toEqual(['warning']);
    expect(problemsIn('title: a #1', 'a.mdx').map(({ severity }) => severity)).toEqual(['error']);
    expect(problemsIn('title: a #1', 'a.yaml').map(({ severity }) => severity)).toEqual(['error']);
  });
});

describe('validateWritten', () => {
  const read = (yaml: string) => {
    const result = validateWritten(schema, parseYaml(yaml, 1) as LocatedData, 'post', 'a.md');
    return ['entry' in result, result.problems.map(({ line, code }) => `${line} ${code}`)];
  };

  it('reports cut text with the other problems, once for each place', () => {
    expect(read('title: a')).toEqual([true, []]);
    expect(read('title: a #1')).toEqual([true, ['1 yaml/comment']]);
    expect(read('title: #1 is a')).toEqual([false, ['1 yaml/comment']]);
    expect(read('title: a #1\nkind: tlak')).toEqual([false, ['1 yaml/comment', '2 post/value']]);
  });
});

describe('YAML that a comment makes invalid', () => {
  it.each([
    ['the end of a list', 'title: a\ntags: [b, c #1]\nday: 2022-03-03', '2:13'],
    ['an item', 'title: a\ntags: [b, #1]\nday: 2022-03-03', '2:11'],
    ['the first item', 'title: a\ntags: [#b, c]\nday: 2022-03-03', '2:8'],
    ['the end of a group', 'title: a\nparams: { b: c #1, d: e }\nday: 2022-03-03', '2:16'],
    ['the middle of a text', 'title: We meet in\n  room #5 at noon\n  and go\nday: 2022-03-03', '2:8'],
    ['a line of a text', 'title: We meet in\n  room\n  #5 at noon\n  and go', '3:3'],
  ])('is reported at the number sign: %s', (_, yaml, place) => {
    const problems = parseYaml(yaml, 1);
    expect(Array.isArray(problems) && problems.map(({ line, column, fix }) => [`${line}:${column}`, fix])).toEqual([
      [place, 'put the text that contains "#" in quotes'],
    ]);
  });

  it('is not blamed for another error', () => {
    const [problem] = parseYaml('title: a # b\nday: "c #1', 1) as { line: number; fix: string }[];
    expect(problem).toMatchObject({ line: 2, fix: 'close the quote or the bracket' });
  });
});
