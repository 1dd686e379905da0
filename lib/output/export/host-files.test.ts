import { describe, expect, it } from 'vitest';
import { headerRules, redirectPage, redirectRules } from '@/lib/output/export/host-files';

describe('redirectPage', () => {
  it('redirects at once, and has a link and a canonical address', () => {
    const html = redirectPage('/news/a/', 'https://x.example', 'en');
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/news/a/">');
    expect(html).toContain('<link rel="canonical" href="https://x.example/news/a/">');
    expect(html).toContain('<a href="/news/a/">/news/a/</a>');
  });

  it('escapes the address', () => {
    expect(redirectPage('/"><script>/', 'https://x.example', 'en')).not.toContain('<script>');
    expect(redirectPage('/a/', 'https://x.example', 'en')).toContain('url=/a/');
  });
});

describe('rules', () => {
  it('have one encoded redirect per line', () => {
    const redirects = [{ address: '/alt é/', to: '/news/a/', status: 308 }];
    expect(redirectRules(redirects, '/news')).toBe('/news/alt%20%C3%A9/ /news/a/ 308\n');
    expect(redirectRules([], '')).toBe('');
  });

  it('contain no character that hosts read as a pattern, a query or a fragment', () => {
    const redirects = [{ address: '/old/*/:name/a?b#c/', to: '/v1:2/*', status: 308 }];
    expect(redirectRules(redirects, '')).toBe('/old/%2A/%3Aname/a%3Fb%23c/ /v1%3A2/%2A 308\n');
  });

  it('have general headers first, without duplicates', () => {
    const all = { path: '/*', headers: { 'x-content-type-options': 'nosniff' } };
    const one = { path: '/a.png', headers: { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' } };
    expect(headerRules([one, all])).toBe('/*\n  x-content-type-options: nosniff\n/a.png\n  content-type: image/png\n');
    const other = { path: '/search/', headers: { 'x-content-type-options': 'other' } };
    expect(headerRules([other, all])).toBe(
      '/*\n  x-content-type-options: nosniff\n/search/\n  ! x-content-type-options\n  x-content-type-options: other\n',
    );
    const cards = { path: '/cards/*', headers: { 'x-content-type-options': 'other' } };
    expect(headerRules([cards, all])).toBe(headerRules([all, cards]));
    expect(headerRules([cards, all])).toContain(
      '/cards/*\n  ! x-content-type-options\n  x-content-type-options: other\n',
    );
    expect(headerRules([cards, all]).indexOf('/*')).toBe(0);
    expect(headerRules([one])).toBe('/a.png\n  content-type: image/png\n  x-content-type-options: nosniff\n');
  });
});
