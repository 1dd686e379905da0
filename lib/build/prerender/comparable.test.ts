import { expect, it } from 'vitest';
import { firstDifference, toComparable } from '@/lib/build/prerender/comparable';

const page = (head: string, body: string) => `<html><head>${head}</head><body>${body}</body></html>`;

it('is the same for pages that differ in the order of their heads, or in the names of ids', () => {
  const one = page(
    '<meta name="a"/><title>T</title><script src="x"></script>',
    '<p id="_R_1_"></p><a for="_R_1_"></a>',
  );
  const other = page(
    '<script src="x"></script><title>T</title><meta name="a"/>',
    '<p id="_S_9_"></p><a for="_S_9_"></a>',
  );
  expect(toComparable(one)).toBe(toComparable(other));
});

it.each([
  ['another head', page('<meta name="b"/>', '')],
  ['an element of the head in the body', page('', '<meta name="a"/>')],
  ['a body in another order', page('<meta name="a"/>', '<i></i><b></b>')],
])('is different for %s', (_, other) => {
  expect(toComparable(page('<meta name="a"/>', '<b></b><i></i>'))).not.toBe(toComparable(other));
});

it('is different for ids that are connected in another way', () => {
  const together = page('', '<p id="_R_1_"></p><a for="_R_1_"></a>');
  expect(toComparable(together)).not.toBe(toComparable(page('', '<p id="_R_1_"></p><a for="_R_2_"></a>')));
});

it('quotes where two texts differ', () => {
  expect(firstDifference('same', 'same')).toBeUndefined();
  expect(firstDifference('<p>a</p>', '<p>b</p>')).toBe('ours has "<p>a</p>", the framework\'s "<p>b</p>"');
});
