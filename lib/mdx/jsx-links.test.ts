import { describe, expect, it } from 'vitest';
import { compileBody } from '@/lib/mdx/compile';
import { inspectBody } from '@/lib/mdx/inspect';
import { parseBody } from '@/lib/mdx/syntax';

const compile = (body: string) => compileBody(body, { format: 'mdx', pictures: new Map(), hasPublicFile: () => false });

describe('<a href> in MDX', () => {
  it.each([
    [
      'in a paragraph',
      'a <a href="https://b.example/" title="t">c **d**</a> e',
      'a [c **d**](https://b.example/ "t") e',
    ],
    ['alone', '<a href="https://b.example/">c</a>', '[c](https://b.example/)'],
    ['on lines of its own', '<a href="https://b.example/">\n\nc\n\n</a>', '[c](https://b.example/)'],
    ['in a list', '- <a href="/events/">c</a>', '- [c](/events/)'],
    ['with entities', '<a href="https://b.example/?a=1&amp;b=2">c</a>', '[c](https://b.example/?a=1&b=2)'],
    [
      'in a component',
      '<Note>\n\n<a href="https://b.example/">c</a>\n\n</Note>',
      '<Note>\n\n[c](https://b.example/)\n\n</Note>',
    ],
    [
      'around an address',
      '<a href="https://b.example/">https://b.example</a>',
      '[https:/\\/b.example](https://b.example/)',
    ],
  ])('%s renders the same link as Markdown', async (_, jsx, markdown) => {
    expect(inspectBody(jsx, 'mdx').inspection.diagnostics).toEqual([]);
    expect((await compile(jsx)).source).toBe((await compile(markdown)).source);
  });

  it('is checked like any link', () => {
    const codesOf = (body: string) =>
      inspectBody(body, 'mdx').inspection.diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`);
    expect(codesOf('a\n<a href="javascript:alert">b</a>')).toEqual(['2:1 link/scheme']);
    expect(codesOf('- <a href="https://kеttle.example/">b</a>')).toEqual(['1:3 link/look-alike']);
    expect(codesOf('<a href="http://b.example/">b</a>')).toEqual(['1:1 link/http']);
    expect(inspectBody('<a href="/c/">b</a>', 'mdx').inspection.references).toMatchObject([{ address: '/c/' }]);
  });

  it('stays an element if it cannot be a link', () => {
    expect(JSON.stringify(parseBody('<a href="/">b <a href="/c/">d</a></a>', 'mdx'))).toContain('mdxJsx');
  });
});
