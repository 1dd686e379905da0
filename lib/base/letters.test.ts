import { expect, it } from 'vitest';
import { groupByLetter } from '@/lib/base/letters';

const same = (name: string) => name;
const many = (...names: string[]) => [...names, ...Array.from({ length: 60 }, (_, index) => `m${index}`)];

it('groups a long list by letter: digits first, other characters last, accents with their letters', () => {
  const groups = groupByLetter(many('zoo', 'Éa', 'eb', '2024', '日本', ' .net', 'Ōsaka'), same);
  expect(groups?.map(({ letter }) => letter)).toEqual(['0–9', 'E', 'M', 'O', 'Z', undefined]);
  expect(groups?.find(({ letter }) => letter === 'E')?.items).toEqual(['Éa', 'eb']);
  expect(groups?.at(-1)?.items).toEqual(['日本', ' .net']);
});

it.each([
  ['en-GB', ['M', 'Z', 'Ж', 'ا', 'م']],
  ['ar', ['ا', 'م', 'M', 'Z', 'Ж']],
])('has the letters of other scripts, in the order of the alphabets of %s', (locale, letters) => {
  const groups = groupByLetter(many('Zoe', 'Жанна', 'أمل', 'محمد'), same, { locale });
  expect(groups?.map(({ letter }) => letter)).toEqual(letters);
});

it('does not group a short list', () => {
  expect(groupByLetter(['a', 'b'], same)).toBeUndefined();
  expect(groupByLetter([], same)).toBeUndefined();
});
