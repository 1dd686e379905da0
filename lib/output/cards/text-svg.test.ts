import { expect, it } from 'vitest';
import { CardText } from '@/lib/output/cards/text-svg';

/** The runs of a right-to-left line, from left to right. */
function visibleRuns(text: string): string[] {
  const svg = new CardText().draw(text, 'label', { x: 0, y: 0, size: 26, fill: '#000000', rightToLeft: true });
  const runs = [...svg.matchAll(/<text x="([\d.-]+)"[^>]*>(.*?)<\/text>/g)];
  return runs
    .sort(([, a], [, b]) => Number(a) - Number(b))
    .map(([, , run = '']) => run.replace(/[\u202b\u202c]/g, '').trim());
}

it.each([
  ['numbers between its words', 'الخميس، 3 مارس 2022، 10:00 CET', ['10:00 CET', '،', '2022', 'مارس', '3', 'الخميس،']],
  ['letters of another script, with a number after them', 'تحديث Tool 😀 2 الآن', ['الآن', 'Tool', '😀', '2', 'تحديث']],
])('writes a line from right to left with %s', (_, text, expected) => {
  expect(visibleRuns(text)).toEqual(expected);
});
