import { describe, expect, it } from 'vitest';
import { laneColor } from '@/components/releases/lane-color';
import { contrast } from '@/lib/output/design/contrast';

const colors = ['#000000', '#ffffff', '#1d4fd8', '#57534e', '#f0c35e', '#FFFF00', '#0f766e'];

describe('laneColor', () => {
  it.each(colors)('makes %s seen on light and on dark', (color) => {
    const [, light = '', dark = ''] = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(laneColor(color)) ?? [];
    for (const ground of ['#f3f0e8', '#fbfaf6', '#ffffff']) expect(contrast(light, ground), ground).toBeGreaterThan(3);
    for (const ground of ['#121315', '#18191b', '#1b1c1f']) expect(contrast(dark, ground), ground).toBeGreaterThan(3);
  });

  it('leaves a colour as it is where it is seen already', () => {
    expect(laneColor('#1d4fd8')).toMatch(/^light-dark\(#1d4fd8, /);
    expect(laneColor('#F0C35E')).toMatch(/, #f0c35e\)$/);
  });
});

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#ffffff', '#000000')).toBe(21);
  expect(contrast('#777777', '#777777')).toBe(1);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});
