import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '@/lib/base/diagnostic';
import { type LocatedData, parseYaml } from '@/lib/content/yaml';

function read(text: string, firstLine = 1): LocatedData {
  const result = parseYaml(text, firstLine);
  if (Array.isArray(result)) throw new Error(JSON.stringify(result));
  return result;
}

function problemsOf(text: string, firstLine = 1): Diagnostic[] {
  const result = parseYaml(text, firstLine);
  return Array.isArray(result) ? result : [];
}

/** The diagnostics as `line:column code`. */
function placesOf(text: string, firstLine = 1): string[] {
  return problemsOf(text, firstLine).map(({ line, column, code }) => `${line}:${column} ${code}`);
}

describe('parsed values', () => {
  it('are text for dates, times, versions and the words that only YAML 1.1 reads as booleans', () => {
    expect(read('date: 2026-02-30\ntime: 10:30\nanswer: yes\nquoted: "1.10"\n').data).toEqual({
      date: '2026-02-30',
      time: '10:30',
      answer: 'yes',
      quoted: '1.10',
    });
  });

  it('are numbers and booleans', () => {
    expect(read('a: 2\nb: true\nc: false\n').data).toEqual({ a: 2, b: true, c: false });
  });

  it.each(['', '\n\n', '# only a comment'])('takes %j for nothing', (text) => {
    expect(read(text).data).toEqual({});
  });

  it('are lists', () => {
    expect(read('tags: [a, b]\nmore:\n  - c\n').data).toEqual({ tags: ['a', 'b'], more: ['c'] });
  });
});

describe('rejects, with its place, next to similar text that is accepted', () => {
  it.each([
    ['an open quote', 'a: 1\ntitle: "x', 'a: 1\ntitle: "x"', '2:10 yaml/invalid'],
    ['a colon in the text', 'title: Security: x', 'title: "Security: x"', '1:8 yaml/invalid'],
    ['a key twice', 'title: a\ndraft: true\ntitle: b', 'title: a\ndraft: true\nTitle: b', '3:1 yaml/invalid'],
    ['a tab before a key', 'a:\n\tb: 1', 'a:\n b: 1', '2:1 yaml/invalid'],
    ['text that begins with @', 'author: @me', 'author: "@me"', '1:9 yaml/invalid'],
    ['a tag', 'a: 1\nb: !!js/function x', 'a: 1\nb: x', '2:4 yaml/invalid'],
    ['an alias', 'a: &x 1\nb: *x', 'a: &x 1\nb: x', '2:4 yaml/alias'],
    ['a merge key', 'a: 1\n<<: {b: 1}', 'a: 1\n"< <": {b: 1}', '2:1 yaml/key'],
    ['a key that is a prototype', 'a:\n  __proto__: 1', 'a:\n  proto: 1', '2:3 yaml/key'],
    ['a number for a key', 'a: 1\n2: x', 'a: 1\n"2": x', '2:1 yaml/key'],
    ['a list for a key', '? [a]\n: 1', '? a\n: 1', '1:3 yaml/key'],
    ['a list for a mapping', '- a', 'a:', '1:1 yaml/root'],
    ['text for a mapping', 'just text', 'just: text', '1:1 yaml/root'],
    ['an escape that turns text round', 'title: "a\\u202eb"', 'title: "a\\u00e6b"', '1:8 text/direction'],
    ['an escape for NUL', 'title: "a\\0b"', 'title: "a\\tb"', '1:8 text/control'],
    ['an escape for an escape', 'title: "\\e[31m"', 'title: "\\\\e[31m"', '1:8 text/control'],
    // Whatever came after the second document would be lost without a word: a `draft: true`, say.
    ['a second document', 'title: a\n...\ndraft: true', 'title: a\ndraft: true', '3:1 yaml/invalid'],
  ])('%s', (_, bad, good, place) => {
    expect(placesOf(bad)).toContain(place);
    expect(placesOf(good)).toEqual([]);
  });

  it('reports every problem, each with a fix', () => {
    const problems = problemsOf('a: *x\nb: 1\nb: 2\n3: x');
    expect(problems.map(({ code, line }) => `${line} ${code}`).sort()).toEqual([
      '1 yaml/alias',
      '3 yaml/invalid',
      '4 yaml/key',
    ]);
    for (const { fix } of problems) expect(fix).toMatch(/\w/);
  });

  it('explains how to fix the most common mistakes', () => {
    expect(problemsOf('title: Security: x')[0]?.fix).toBe('put the value in quotes: it contains a colon');
    expect(problemsOf('a: 1\na: 2')[0]?.fix).toBe('keep one of the two');
    expect(problemsOf('a:\n\tb: 1')[0]?.fix).toBe('indent with spaces');
    expect(problemsOf('a: "x')[0]?.fix).toBe('close the quote or the bracket');
    expect(problemsOf('a: !x 1')[0]?.fix).toBe('remove the tag');
  });

  it('does not expand an alias bomb', () => {
    const lines = ['a: &a [x, x]', ...'bcdefghij'.split('').map((key, i) => `${key}: &${key} [*${'abcdefghi'[i]}]`)];
    expect(placesOf(lines.join('\n'))).toHaveLength(9);
  });

  it('rejects extremely nested lists with a diagnostic instead of a crash', () => {
    expect(placesOf(`a: ${'['.repeat(5000)}${']'.repeat(5000)}`)).toEqual(['1:1 yaml/depth']);
    expect(placesOf(`${'- '.repeat(5000)}a`)).toEqual(['1:1 yaml/depth']);
    expect(placesOf(`a: ${'['.repeat(20)}${']'.repeat(20)}`)).toEqual([]);
  });

  it('counts lines from the given first line', () => {
    expect(placesOf('a: 1\nb: *x', 2)).toContain('3:4 yaml/alias');
    expect(placesOf('- a', 5)).toEqual(['5:1 yaml/root']);
  });
});

describe('places in data', () => {
  const located = read('title: x\ntags:\n  - a\n  - b\nresources:\n  - src: "*.png"\n    title: y\nversion: 1.10\n', 2);

  it('finds a value', () => {
    expect(located.placeOf(['title'])).toEqual({ line: 2, column: 8 });
    expect(located.placeOf(['tags', 1])).toEqual({ line: 5, column: 5 });
    expect(located.placeOf(['resources', 0, 'title'])).toEqual({ line: 8, column: 12 });
  });

  it('finds the parent of a missing value', () => {
    expect(located.placeOf(['resources', 0, 'name'])).toEqual({ line: 7, column: 5 });
    expect(located.placeOf(['date'])).toEqual({ line: 2, column: 1 });
    expect(located.placeOf([])).toEqual({ line: 2, column: 1 });
  });

  it('finds a key', () => {
    expect(located.placeOfKey([], 'tags')).toEqual({ line: 3, column: 1 });
    expect(located.placeOfKey(['resources', 0], 'title')).toEqual({ line: 8, column: 5 });
  });

  it('finds the parent of a missing key', () => {
    expect(located.placeOfKey(['resources', 0], 'name')).toEqual({ line: 7, column: 5 });
  });

  it('keeps the source text of a value', () => {
    expect(located.data.version).toBe(1.1);
    expect(located.sourceOf(['version'])).toBe('1.10');
    expect(located.sourceOf(['title'])).toBe('x');
    expect(located.sourceOf(['tags'])).toBeUndefined();
    expect(located.sourceOf(['date'])).toBeUndefined();
  });
});
