import { describe, expect, it } from 'vitest';
import { sameVersion } from '@/lib/kinds/release/release';

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
