import { describe, expect, it } from 'vitest';
import { isScalable, mediaEndings, mediaType } from '@/lib/base/media';

describe('mediaType', () => {
  it.each([
    ['a.png', 'image/png'],
    ['a.jpg', 'image/jpeg'],
    ['a.jpeg', 'image/jpeg'],
    ['a.webp', 'image/webp'],
    ['a.avif', 'image/avif'],
    ['a.gif', 'image/gif'],
    ['a.svg', 'image/svg+xml'],
    ['a.pdf', 'application/pdf'],
    ['A.PNG', 'image/png'],
    ['images/a.b.png', 'image/png'],
  ])('of %s is %s', (name, type) => {
    expect(mediaType(name)).toBe(type);
  });

  it.each([
    'a.js',
    'a.mjs',
    'a.html',
    'a.htm',
    'a.xhtml',
    'a.xml',
    'a.css',
    'a.png.html',
    'a.svgz',
    'a.mp4',
    'png',
    'a.',
    'a.constructor',
  ])('of %s is undefined, because it is not served', (name) => {
    expect(mediaType(name)).toBeUndefined();
  });

  it('supports every file extension that messages mention', () => {
    const endings = mediaEndings.split(/, | and /);
    expect(endings).toContain('PNG');
    for (const ending of endings) expect(mediaType(`a.${ending}`), ending).toBeDefined();
  });
});

it('scales bitmap pictures, but not SVGs, animations and documents', () => {
  expect(
    ['image/png', 'image/jpeg', 'image/webp', 'image/avif'].map((type) => isScalable(type as 'image/png')),
  ).toEqual([true, true, true, true]);
  expect([isScalable('image/svg+xml'), isScalable('image/gif'), isScalable('application/pdf')]).toEqual([
    false,
    false,
    false,
  ]);
});
