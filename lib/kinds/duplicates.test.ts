import { describe, expect, it } from 'vitest';
import { sameAddress, sameName } from '@/lib/kinds/duplicates';

describe('sameName', () => {
  it.each([
    ['Knot  Works', 'knot-works'],
    ['Ａcme', 'acme'],
    ['A + B', 'a & b'],
    ['#knots', 'Knots'],
  ])('takes %s and %s for one', (a, b) => expect(sameName(a)).toBe(sameName(b)));

  it.each([
    ['C Works', 'C++ Works'],
    ['F# Works', 'F Works'],
    ['C++', 'C#'],
  ])('takes %s and %s for two', (a, b) => expect(sameName(a)).not.toBe(sameName(b)));
});

describe('sameAddress', () => {
  it('takes the forms of the address of a video for one', () => {
    expect(sameAddress('https://youtu.be/r_vKf5l1D1M?si=x')).toBe(
      sameAddress('https://www.youtube.com/watch?v=r_vKf5l1D1M'),
    );
    expect(sameAddress('https://youtu.be/r_vKf5l1D1M')).not.toBe(sameAddress('https://youtu.be/r_vKf5l1D1N'));
  });
});
