import { describe, expect, it } from 'vitest';
import { globMatcher } from '@/lib/base/glob';

const matches = (glob: string, name: string) => globMatcher(glob)(name);

describe('globMatcher', () => {
  it.each([
    ['*', 'a.png', 'images/a.png'],
    ['**', 'images/a.png', undefined],
    ['**.png', 'images/a.png', 'images/a.png.txt'],
    ['images/*.png', 'images/.png', 'images/b/a.png'],
    ['**/a.png', 'images/b/a.png', 'a.png'],
    ['knot-?.svg', 'knot-é.svg', 'knot-/.svg'],
    ['?', '😀', ''],
    ['*.{png,svg}', 'a.svg', 'a.gif'],
    ['{a*,b?}c', 'axxc', 'bc'],
    ['a{,b}', 'a', 'a,b'],
    ['{a,b', 'b', '{a,b'],
    ['a,b}', 'a,b}', 'a'],
    ['a.(b)[c]+$', 'a.(b)[c]+$', 'axb'],
    ['CAF\u00c9*', 'cafe\u0301.png', 'cafe.png'],
    ['***a', 'b/ca', 'b/cab'],
  ])('%s matches %s, not %s', (glob, name, other) => {
    expect(matches(glob, name)).toBe(true);
    if (other !== undefined) expect(matches(glob, other)).toBe(false);
  });

  it('takes no longer for many wildcards', () => {
    const name = `${'o'.repeat(250)}.svg`;
    for (const glob of ['*o', '**o', '?*o', '{*,**}o', '{o*,*o}']) {
      expect(matches(`${glob.repeat(60)}*.png`, name)).toBe(false);
      expect(matches(`${glob.repeat(60)}*.svg`, name)).toBe(true);
    }
  });
});
