import { expect, it } from 'vitest';
import { toComparable } from '@/lib/build/draw/comparable';

const page = (head: string, body: string) => `<html><head>${head}</head><body>${body}</body></html>`;

it('takes pages for the same whose heads differ in order, or their ids in name', () => {
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
])('does not take %s for the same', (_, other) => {
  expect(toComparable(page('<meta name="a"/>', '<b></b><i></i>'))).not.toBe(toComparable(other));
});

it('does not take ids for the same that belong together otherwise', () => {
  const together = page('', '<p id="_R_1_"></p><a for="_R_1_"></a>');
  expect(toComparable(together)).not.toBe(toComparable(page('', '<p id="_R_1_"></p><a for="_R_2_"></a>')));
});
