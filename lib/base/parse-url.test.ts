import { expect, it } from 'vitest';
import { httpsUrl } from '@/lib/base/fields';
import { parseUrl } from '@/lib/base/parse-url';

it('reads a URL, complete or below another one', () => {
  expect(parseUrl('https://a.example/b')?.href).toBe('https://a.example/b');
  expect(parseUrl('/b', 'https://a.example/c')?.href).toBe('https://a.example/b');
});

it('reads nothing else', () => {
  expect(parseUrl('a.example')).toBeUndefined();
  expect(parseUrl('https://a b.example')).toBeUndefined();
});

it('accepts a host with a letter such as ü after any number of calls', () => {
  const address = 'https://münchen.example';
  const isUrl = (text: string) => URL.canParse(text);
  for (let count = 0; count < 20_000; count++) isUrl('https://a.example');
  expect([parseUrl(address)?.hostname, httpsUrl.safeParse(address).success]).toEqual(['xn--mnchen-3ya.example', true]);
});
