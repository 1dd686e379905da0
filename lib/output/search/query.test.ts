import { describe, expect, it } from 'vitest';
import { en } from '@/lib/base/words/en';
import { zhCn } from '@/lib/base/words/zh-cn';
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
  const say = (search: string, found: number) =>
    outcomeText(readQuery(search), found, choices, { ...en.scripts, locale: en.locale, space: en.space });

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

  it('has the parts in the order of the language, and spaces between sentences only where it has them', () => {
    const sayInChinese = (search: string, found: number) => outcomeText(readQuery(search), found, choices, chinese);
    const chinese = { ...zhCn.scripts, locale: zhCn.locale, space: zhCn.space };
    expect(sayInChinese('?q=helm&year=2022', 2)).toBe('2022年找到 2 条与“helm”相关的结果。');
    expect(sayInChinese('?q=helm&year=2022', 0)).toBe(
      '2022年没有找到与“helm”相关的结果。请减少筛选条件，或浏览下方的归档。',
    );
  });

  it('leaves what was typed as it is', () => {
    expect(say('?q=%7Byear%7D+%23+%5B%7Bkind%7D%5D&kind=post', 2)).toBe(
      '2 results for “{year} # [{kind}]” among posts.',
    );
  });
});
