import { expect, it } from 'vitest';
import { groupByLetter } from '@/lib/base/letters';

const same = (name: string) => name;
const many = (...names: string[]) => [...names, ...Array.from({ length: 60 }, (_, index) => `m${index}`)];

it('groups a long list by letter: digits first, other scripts last, accents with their letters', () => {
  const groups = groupByLetter(many('zoo', 'Éa', 'eb', '2024', '日本', ' .net', 'Ōsaka'), same);
  expect(groups?.map(({ letter }) => letter)).toEqual(['0–9', 'E', 'M', 'O', 'Z', 'Other']);
  expect(groups?.find(({ letter }) => letter === 'E')?.items).toEqual(['Éa', 'eb']);
  expect(groups?.at(-1)?.items).toEqual(['日本', ' .net']);
});

it('does not group a short list', () => {
  expect(groupByLetter(['a', 'b'], same)).toBeUndefined();
  expect(groupByLetter([], same)).toBeUndefined();
});
