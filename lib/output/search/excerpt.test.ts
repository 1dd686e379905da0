import { expect, it } from 'vitest';
import { splitExcerpt } from '@/lib/output/search/excerpt';

it('separates matches from the text around them', () => {
  expect(splitExcerpt('Pull it <mark>into</mark> the <mark>cluster.</mark>')).toEqual([
    { text: 'Pull it ', isHit: false },
    { text: 'into', isHit: true },
    { text: ' the ', isHit: false },
    { text: 'cluster.', isHit: true },
  ]);
  expect(splitExcerpt('')).toEqual([]);
});

it('returns the original text, whatever it contains', () => {
  expect(splitExcerpt('&lt;script&gt;<mark>alert(1)&lt;/script&gt;</mark> AT&T &amp; <b>')).toEqual([
    { text: '<script>', isHit: false },
    { text: 'alert(1)</script>', isHit: true },
    { text: ' AT&T &amp; <b>', isHit: false },
  ]);
});

it('does not repeat a heading', () => {
  expect(splitExcerpt('What <mark>shipped.</mark> Tool <mark>1.11</mark>', 'What shipped')).toEqual([
    { text: 'Tool ', isHit: false },
    { text: '1.11', isHit: true },
  ]);
  expect(splitExcerpt('Tools <mark>are</mark> here', 'Tool')[0]).toEqual({ text: 'Tools ', isHit: false });
  expect(splitExcerpt('What <mark>shipped.</mark>', 'What shipped')).toHaveLength(2);
});
