import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '@/lib/base/words';
import { en } from '@/lib/base/words/en';
import type { Words } from '@/lib/base/words/words';
import { alike, wordProblems } from '@/lib/tooling/testing/word-problems';

const others = Object.entries(languages).filter(([lang]) => lang !== 'en');

describe('the languages of the interface', () => {
  it('are all files of the folder', () => {
    const files = readdirSync('lib/base/words').map((name) => name.replace('.ts', ''));
    expect(Object.keys(languages).sort()).toEqual(
      files.filter((name) => !/^(?:index|words|plural|.*\.test)$/.test(name)).sort(),
    );
  });

  it.each(others)('%s says everything, in its own words', (lang, words) => {
    expect(wordProblems(words, en, alike[lang])).toEqual([]);
  });

  it.each(others)('%s has no text on its list of alike texts that differs', (lang, words) => {
    const problems = wordProblems(words, en).join('\n');
    for (const text of alike[lang] ?? []) expect(problems).toContain(`“${text}”`);
  });
});

describe('wordProblems', () => {
  /** English with every text in capitals, so that it is another language. */
  const capitals = upper(en) as Words;

  function upper(value: unknown): unknown {
    if (typeof value === 'string') return value.replace(/[a-z]+(?![^{]*\})/g, (text) => text.toUpperCase());
    if (typeof value === 'function') {
      const texts = (...parts: string[]) => upper(value(...parts));
      return Object.defineProperty(texts, 'length', { value: value.length });
    }
    if (Array.isArray(value)) return value.map(upper);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, ['locale', 'direction'].includes(key) ? each : upper(each)]),
    );
  }

  const withPage = (page: Partial<Words['page']>): Words => ({ ...capitals, page: { ...capitals.page, ...page } });

  it('finds nothing in a language of which every word differs', () => {
    expect(wordProblems(capitals, en)).toEqual([]);
  });

  it('finds nothing in a language without spaces', () => {
    expect(wordProblems({ ...capitals, space: '' }, en)).toEqual([]);
  });

  it.each<[string, Partial<Words['page']>, string]>([
    ['is empty', { menu: ' ' }, 'page.menu is empty'],
    ['is English', { menu: 'Menu' }, 'page.menu is English: “Menu”'],
    ['drops its part', { previewOf: () => ['PREVIEW'] }, 'page.previewOf has the parts none instead of «0»'],
    ['repeats its part', { previewOf: (x) => ['X', x, x] }, 'page.previewOf has the parts «0» «0» instead of «0»'],
  ])('finds a text that %s', (_, page, problem) => {
    expect(wordProblems(withPage(page), en)).toContain(problem);
  });

  it.each<[string, Words['post']['count'], string]>([
    ['without its number', { one: '# POST', other: 'POSTS' }, 'post.count does not say the number'],
    ['without a form', { other: '# POSTS' }, 'post.count has no form “one”'],
    [
      'with a form of another language',
      { one: '#', few: '#', other: '# P' },
      'post.count: en-GB has no category “few”',
    ],
  ])('finds a plural %s', (_, count, problem) => {
    expect(wordProblems({ ...capitals, post: { ...capitals.post, count } }, en)).toContain(problem);
  });
});
