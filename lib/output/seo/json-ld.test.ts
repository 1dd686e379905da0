import { describe, expect, it } from 'vitest';
import { toJsonLd } from '@/lib/output/seo/json-ld';

describe('toJsonLd', () => {
  it.each([
    ['plain text', 'Tool for Helm Users'],
    ['the end of a script', '</script><script>alert(1)</script>'],
    ['a comment', '<!-- <script>'],
    ['entities', '&lt; & &amp;'],
    ['line separators', 'a\u2028b\u2029c'],
    ['quotes and escapes', '"\\" \n \u0000 \\u003c'],
    ['other scripts', 'مرحبا 通量 🎉'],
  ])('keeps %s, but escapes what a page would parse as markup', (_, name) => {
    const text = toJsonLd({ name, [name]: [name] });
    expect(JSON.parse(text)).toEqual({ name, [name]: [name] });
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
  });

  it('keeps plain data, and drops fields without a value', () => {
    expect(toJsonLd({ '@type': 'Event', name: 'x', endDate: undefined })).toBe('{"@type":"Event","name":"x"}');
  });
});
