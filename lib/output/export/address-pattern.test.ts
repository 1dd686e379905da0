import { describe, expect, it } from 'vitest';
import { fixedAddress, reverseRule } from '@/lib/output/export/address-pattern';

const calendar = { source: '/events/:id([a-z0-9][a-z0-9._-]*).ics', destination: '/events/:id/event.ics' };

describe('reverseRule', () => {
  it.each([
    ['a rewrite', calendar, '/events/a-1.0/event.ics', '/events/a-1.0.ics'],
    ['a redirect', { source: '/authors/:id([^/]+)/', destination: '/people/:id/' }, '/people/ada/', '/authors/ada/'],
    ['several parameters', { source: '/:b/:a', destination: '/:a/:b/' }, '/x/y/', '/y/x'],
    ['none', { source: '/old\\.html', destination: '/new/' }, '/new/', '/old.html'],
  ])('finds the public address: %s', (_, rule, address, asked) => {
    expect(reverseRule(rule, address)).toBe(asked);
  });

  it.each([
    ['another address', calendar, '/events/a/other.ics'],
    ['a value that the rule does not take', calendar, '/events/A/event.ics'],
    [
      'a parameter that the destination does not have',
      { source: '/:base(news(?!/))', destination: '/news/' },
      '/news/',
    ],
  ])('finds no address: %s', (_, rule, address) => {
    expect(reverseRule(rule, address)).toBeUndefined();
  });
});

describe('fixedAddress', () => {
  it('is the address of a pattern without parameters', () => {
    expect(fixedAddress('/news/tool-v2\\.3\\.0/')).toBe('/news/tool-v2.3.0/');
    expect(fixedAddress('/news/:id/')).toBeUndefined();
    expect(fixedAddress('/news/:path*')).toBeUndefined();
  });
});
