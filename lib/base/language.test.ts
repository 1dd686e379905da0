import { expect, it } from 'vitest';
import { directionOf } from '@/lib/base/language';

it.each([
  ['en', 'ltr'],
  ['zh-Hans-CN', 'ltr'],
  ['az', 'ltr'],
  ['az-Arab', 'rtl'],
  ['ar', 'rtl'],
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['dv', 'rtl'],
  ['ckb', 'rtl'],
  ['yi', 'rtl'],
  ['ar-EG-Arab', 'rtl'],
  ['zh-CN-Hans', 'ltr'],
  ['?', 'ltr'],
])('knows the direction of %s: %s', (lang, direction) => {
  expect(directionOf(lang)).toBe(direction);
});
