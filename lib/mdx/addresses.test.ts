import { describe, expect, it } from 'vitest';
import { checkAddress } from '@/lib/mdx/addresses';

describe('accepts these addresses', () => {
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
    '/blog/☕\ufe0f/',
    'https://example.org/می\u200cخواهم',
    'https://example.org/?a=\\b#\\c',
    'https://example.org/javascript:alert(1)',
    'http://localhost:8080/a',
    'http://127.0.0.1/',
  ])('%s', (address) => {
    expect(checkAddress(address, 'mdx')).toBeUndefined();
    expect(checkAddress(address, 'md')).toBeUndefined();
  });
});

describe('rejects these addresses', () => {
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
    ['blob:https://example.org/a', 'link/scheme'],
    ['data:image/svg+xml,a', 'link/scheme'],
    ['fi\u200ble:///etc/passwd', 'link/scheme'],
    ['htts://example.org/', 'link/scheme'],
    ['ttps://example.org/', 'link/scheme'],
    ['hhtp://example.org/', 'link/scheme'],
    ['mailo:ann@example.org', 'link/scheme'],
    ['ht\u200btps://example.org/', 'link/control'],
    ['view-source:https://example.org/', 'link/scheme'],
    ['\\\\example.org/', 'link/host'],
    ['/\\example.org/', 'link/host'],
    ['\\/example.org/', 'link/host'],
    ['https://ann@example.org/', 'link/host'],
    ['https://tool.example:secret@example.org/', 'link/host'],
    ['https://exa\tmple.org/', 'link/control'],
    ['https://a.example\\@b.example/', 'link/host'],
    ['https://a.example⁄b.example/', 'link/host'],
    ['https://kеttle.example/', 'link/look-alike'],
    ['http://kеttle.example/', 'link/look-alike'],
    ['mailto:ann@kеttle.example', 'link/look-alike'],
  ])('%j', (address, code) => {
    expect(checkAddress(address, 'mdx')?.code).toBe(code);
    expect(checkAddress(address, 'md')?.code).toBe(code);
    if (code) expect(checkAddress(address, 'md')?.severity).toBe('error');
  });

  it.each(['https://example.org/a\\b', 'images\\a.png', '/blog\\a/'])('accepts a backslash in a path: %s', (path) => {
    expect(checkAddress(path, 'mdx')).toMatchObject({ severity: 'error', code: 'link/host' });
    expect(checkAddress(path, 'md')).toMatchObject({ severity: 'warning', fix: `write ${path.replace('\\', '/')}` });
  });

  it.each([
    ['irc://irc.example.org/wombats', 'link/scheme'],
    ['ftp://example.org/', 'link/scheme'],
    ['sftp://example.org/', 'link/scheme'],
    ['tcp://localhost:4317', 'link/scheme'],
    ['file:///etc/passwd', 'link/scheme'],
    ['tel:123', 'link/scheme'],
    ['localhost:8080', 'link/scheme'],
    ['data:image/png;base64,AAAA', 'link/scheme'],
    ['//example.org/', 'link/host'],
    ['/events/\u200btalk/', 'link/control'],
    ['/events/qu\u00aday/', 'link/control'],
    ['/events/a\u{e0101}/', 'link/control'],
    ['https://example.org/a\u200b', 'link/control'],
    ['https:example.org', 'link/invalid'],
    ['https:/example.org', 'link/invalid'],
    ['https://', 'link/invalid'],
    ['https://[a', 'link/invalid'],
  ])('are only warned of in Markdown that moved in, where they are harmless: %j', (address, code) => {
    expect(checkAddress(address, 'mdx')).toMatchObject({ severity: 'error', code });
    expect(checkAddress(address, 'md')).toMatchObject({ severity: 'warning', code });
  });

  it.each(['http://localhost.example.org/', 'http://127.0.0.1.example.org/'])('are not local: %s', (address) => {
    expect(checkAddress(address, 'md')).toMatchObject({ severity: 'warning', code: 'link/http' });
  });

  it('say which scheme was meant', () => {
    expect(checkAddress('htts://example.org/', 'md')?.fix).toBe('did you mean https:?');
    expect(checkAddress('irc://example.org/', 'md')?.fix).toBe('use an https: or mailto: URL');
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
