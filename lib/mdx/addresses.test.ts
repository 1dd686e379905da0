import { describe, expect, it } from 'vitest';
import { checkAddress } from '@/lib/mdx/addresses';

describe('addresses that content may hold', () => {
  it.each([
    'https://example.org/a?b=c#d',
    'HTTPS://EXAMPLE.ORG/',
    'mailto:ann@example.org',
    '/events/talk/',
    '/',
    '../other/',
    './a.png',
    'a.png',
    '#part',
    '?a=b',
    '',
    'a/b:c',
    '/blog/café/',
    'https://example.org/javascript:alert(1)',
  ])('%s', (address) => {
    expect(checkAddress(address, 'mdx')).toBeUndefined();
    expect(checkAddress(address, 'md')).toBeUndefined();
  });
});

describe('addresses that it may not', () => {
  it.each([
    ['javascript:alert(1)', 'link/scheme'],
    ['JaVaScRiPt:alert(1)', 'link/scheme'],
    [' javascript:alert(1)', 'link/scheme'],
    ['\u0001javascript:alert(1)', 'link/scheme'],
    ['java\tscript:alert(1)', 'link/scheme'],
    ['java\nscript:alert(1)', 'link/scheme'],
    ['java\u0000script:alert(1)', 'link/scheme'],
    ['java\u200bscript:alert(1)', 'link/scheme'],
    ['javascript&colon;alert', undefined],
    ['data:text/html,a', 'link/scheme'],
    ['vbscript:a', 'link/scheme'],
    ['file:///etc/passwd', 'link/scheme'],
    ['ftp://example.org/', 'link/scheme'],
    ['tel:123', 'link/scheme'],
    ['blob:https://example.org/a', 'link/scheme'],
    ['view-source:https://example.org/', 'link/scheme'],
    ['//example.org/', 'link/host'],
    ['\\\\example.org/', 'link/host'],
    ['/\\example.org/', 'link/host'],
    ['\\/example.org/', 'link/host'],
    ['https://ann@example.org/', 'link/host'],
    ['https://fluxcd.io:secret@example.org/', 'link/host'],
    ['https://exa\tmple.org/', 'link/control'],
    ['/events/\u200btalk/', 'link/control'],
    ['https:example.org', 'link/invalid'],
    ['https:/example.org', 'link/invalid'],
    ['https://', 'link/invalid'],
    ['https://[a', 'link/invalid'],
  ])('%j', (address, code) => {
    expect(checkAddress(address, 'mdx')?.code).toBe(code);
    expect(checkAddress(address, 'md')?.code).toBe(code);
    if (code) expect(checkAddress(address, 'md')?.severity).toBe('error');
  });

  it('is lenient with http: in Markdown that moved in', () => {
    expect(checkAddress('http://example.org/a', 'mdx')).toMatchObject({
      severity: 'error',
      code: 'link/http',
      fix: 'write https://example.org/a',
    });
    expect(checkAddress('HTTP://example.org/', 'md')).toMatchObject({ severity: 'warning', code: 'link/http' });
  });
});
