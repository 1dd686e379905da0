import { describe, expect, it } from 'vitest';
import { en } from '@/lib/base/words/en';
import { isEmpty, outcomeText, readQuery as read, writeQuery } from '@/lib/output/search/query';

const choices = new Map([
  ['post', 'posts'],
  ['event', 'events'],
  ['job', 'jobs'],
]);
const readQuery = (search: string) => read(search, choices);

it('survives a round trip through an address', () => {
  for (const search of ['', '?q=helm', '?q=helm+oci&kind=post', '?q=%E6%8C%81&year=2022', '?kind=job']) {
    expect(writeQuery(readQuery(search)), search).toBe(search);
  }
});

it('drops parameters without a meaning', () => {
  expect(readQuery('?q=%20%20helm%20&kind=nothing&year=20222')).toEqual({ words: 'helm', kind: '', year: '' });
  expect(readQuery('?kind=constructor')).toEqual({ words: '', kind: '', year: '' });
  expect(readQuery('?q=helm&kind=event&year=2022')).toEqual({ words: 'helm', kind: 'event', year: '2022' });
});

it('is empty only without words and filters', () => {
  expect(isEmpty(readQuery('?q=+'))).toBe(true);
  expect(isEmpty(readQuery('?q=a'))).toBe(false);
  expect(isEmpty(readQuery('?year=2022'))).toBe(false);
});

describe('outcomeText', () => {
  const say = (search: string, found: number, scripts = en.scripts) =>
    outcomeText(readQuery(search), found, choices, { ...scripts, locale: en.locale });

  it('describes the results in plain words', () => {
    expect(say('?q=helm', 1234)).toBe('1,234 results for “helm”.');
    expect(say('?q=helm&kind=post&year=2022', 1)).toBe('1 result for “helm” among posts in 2022.');
    expect(say('?kind=job', 3)).toBe('3 results among jobs.');
  });

  it('says what to try without results', () => {
    expect(say('?q=xyz', 0)).toBe(
      'No results for “xyz”. Try another word, or part of one, or browse the archive below.',
    );
    expect(say('?q=xyz&year=2019', 0)).toBe(
      'No results for “xyz” in 2019. Remove a filter, or browse the archive below.',
    );
  });

  it('lets a language have the parts in another order', () => {
    const results = { other: '[{year}年][{kind}中]搜索[“{words}”]，共 # 条结果。' };
    expect(say('?q=helm&year=2022', 2, { ...en.scripts, results })).toBe('2022年搜索“helm”，共 2 条结果。');
  });

  it('leaves what was typed as it is', () => {
    expect(say('?q=%7Byear%7D+%23+%5B%7Bkind%7D%5D&kind=post', 2)).toBe(
      '2 results for “{year} # [{kind}]” among posts.',
    );
  });
});
