import { describe, expect, it } from 'vitest';
import { formatList, formatNumber, languages, listParts, plural, wordsOf } from '@/lib/base/words';
import { en } from '@/lib/base/words/en';

describe('wordsOf', () => {
  it.each([
    ['en', en],
    ['en-AU', en],
    ['EN', en],
    ['tlh', en],
    ['de-AT', languages.de],
    ['pt', languages['pt-br']],
    ['zh', languages['zh-cn']],
    ['zh-Hans-SG', languages['zh-cn']],
    ['zh-TW', en],
    ['not a tag', en],
  ])('finds the words for %s', (lang, expected) => {
    expect(wordsOf(lang)).toBe(expected);
  });
});

describe('plural', () => {
  it('takes the form for the number, and writes the number as the language does', () => {
    const forms = { one: '# event', other: '# events' };
    expect([0, 1, 2, 1234].map((count) => plural(forms, count, en))).toEqual([
      '0 events',
      '1 event',
      '2 events',
      '1,234 events',
    ]);
  });

  it('uses the general form for a category that is left out', () => {
    expect(plural({ other: 'events: #' }, 1, en)).toBe('events: 1');
  });
});

it('writes numbers and lists in the words of the site', () => {
  expect(formatNumber(1234)).toBe('1,234');
  expect(formatList(['a', 'b', 'c'])).toBe('a, b and c');
  expect(formatList(['a', 'b'], 'disjunction')).toBe('a or b');
  expect(listParts([1, 2, 3])).toEqual([1, ', ', 2, ' and ', 3]);
  expect(listParts([])).toEqual([]);
});

it.each(Object.entries(languages))('%s has a locale that Intl knows', (tag, { locale, direction }) => {
  expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toHaveLength(1);
  expect(new Intl.Locale(locale).language).toBe(new Intl.Locale(tag).language);
  expect(direction).toBe(/^(?:ar|fa|he|ur)/.test(tag) ? 'rtl' : 'ltr');
});
