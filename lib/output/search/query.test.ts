import { expect, it } from 'vitest';
import { isEmpty, outcomeText, readQuery as read, writeQuery } from '@/lib/output/search/query';

const choices = new Map([
  ['post', 'Posts'],
  ['event', 'Events'],
  ['job', 'Jobs'],
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

it('describes the results in plain words', () => {
  expect(outcomeText(readQuery('?q=helm'), 12, choices)).toBe('12 results for “helm”.');
  expect(outcomeText(readQuery('?q=helm&kind=post&year=2022'), 1, choices)).toBe(
    '1 result for “helm” among posts in 2022.',
  );
  expect(outcomeText(readQuery('?kind=job'), 3, choices)).toBe('3 results among jobs.');
  expect(outcomeText(readQuery('?q=xyz'), 0, choices)).toBe(
    'No results for “xyz”. Try another word, or part of one, or browse the archive below.',
  );
  expect(outcomeText(readQuery('?q=xyz&year=2019'), 0, choices)).toBe(
    'No results for “xyz” in 2019. Remove a filter, or browse the archive below.',
  );
});
