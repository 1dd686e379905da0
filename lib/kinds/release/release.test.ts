import { describe, expect, it } from 'vitest';
import { ar } from '@/lib/base/words/ar';
import { releaseName, sameVersion } from '@/lib/kinds/release/release';

describe('releaseName', () => {
  it('has the project and the version', () => expect(releaseName('Tool', '2.0-rc.1')).toBe('Tool 2.0-rc.1'));

  it('marks the version as left to right in a language that is not', () => {
    expect(releaseName('أداة', '2.0-rc.1', ar)).toBe('أداة \u200e2.0-rc.1');
  });
});

describe('sameVersion', () => {
  it.each([
    ['0.28', '0.28.0'],
    ['1', '1.0.0'],
    ['2022.3', '2022.03'],
    ['1.0-rc.1', '1.0.0-rc.1'],
    ['1.0.0-rc1', '1.0.0-RC.1'],
    ['1.0.rc1', '1.0.0-rc1'],
    ['1.0+build.1', '1.0.0+build.1'],
  ])('takes %s and %s for one', (a, b) => expect(sameVersion(a)).toBe(sameVersion(b)));

  it.each([
    ['0.28.0', '0.28.1'],
    ['1.1.0', '1.10'],
    ['1.0', '10'],
    ['0.1', '1'],
    ['0', '1'],
    ['1.0.0-rc.1', '1.0.0'],
    ['1.0.0-rc.1', '1.0.0-rc.10'],
    ['1.0.0-rc.1.0', '1.0.0-rc.10'],
    ['1.0-1', '1.1'],
    ['1.0-1', '11'],
    ['1.0.0-alpha', '1.0.0-beta'],
    ['1.0.0+1', '1.0.0+2'],
  ])('takes %s and %s for two', (a, b) => expect(sameVersion(a)).not.toBe(sameVersion(b)));
});
