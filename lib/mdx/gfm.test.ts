import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parserWithGfm } from '@/lib/mdx/gfm';

const plain = unified().use(remarkParse).use(remarkGfm).freeze();
const lean = parserWithGfm(unified().use(remarkParse) as Processor<Root>);
const plainMdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();
const leanMdx = parserWithGfm(unified().use(remarkParse).use(remarkMdx) as Processor<Root>);

const texts: readonly (readonly [name: string, text: string])[] = [
  ['a table', 'a | b\n--|--\n1 | 2'],
  ['a table with one column', '| a |\n| - |\n| b |'],
  ['a table whose second row has colons alone', 'a\n:-\nb'],
  ['a heading underlined, and no table', 'a | b\n---'],
  ['a table in a quote', '> a | b\n> :-:|--\n> 1 | 2\n\n> c\nd | e\n--|--'],
  ['a table in a list', '- a | b\n  --|--\n  1 | 2\n\n1. a | b\n\t--|--'],
  ['a table after a paragraph', 'text\na | b\n--|--\nmore'],
  ['a table with Windows’ line ends', 'a | b\r\n--|--\r\n1 | 2\r\n'],
  ['a table with old line ends', 'a | b\r--|--\r1 | 2'],
  ['a table after a tab and spaces', 'x\n\n   a | b\n   --|--\t\n'],
  ['a table in a footnote', 'a[^1]\n\n[^1]: a | b\n    --|--\n    1 | 2'],
  [
    'e-mail addresses',
    'Ask ann@example.org, or\n> bo.b+c@a-b.example\n\n- x_y@example.org\n\n| a |\n| - |\n| d@example.org |',
  ],
  ['e-mail addresses far from the beginning', 'one\ntwo\n\n* three\n  four e@example.org five\r\nsix@example.org'],
  ['signs @ that are none', '@ann and a@ and @ and a@b, image@sha256:abc'],
  ['addresses of pages', 'See https://example.org/a_b, www.example.org. (http://a.example) Https://B.example'],
  [
    'addresses that only the second look sees',
    'xhttps://a.example, _https://b.example, mailto:a@b.example, xmpp:a@b.example/c',
  ],
  ['addresses in links', '[https://a.example](https://b.example) [a@b.example][c]\n\n[c]: https://d.example'],
  ['the rest', '~~a~~ [^b]\n\n- [ ] c\n- [x] d\n\n[^b]: e'],
  ['nothing', ''],
];

describe('GitHub’s extensions, tried where needed', () => {
  it.each(texts)('make the same tree of %s', (_, text) => {
    expect(lean(text)).toEqual(plain.parse(text));
  });

  it.each([
    ...texts.filter(([, text]) => !text.includes('<')),
    ['a component around a table', '<Note>\n  a | b\n  --|--\n  1 | 2\n\n  c@example.org\n</Note>'] as const,
  ])('make the same tree of MDX with %s', (_, text) => {
    expect(leanMdx(text)).toEqual(plainMdx.parse(text));
  });

  it('make a table and an address where there is one', () => {
    expect(JSON.stringify(lean('a | b\n--|--\n1 | c@example.org'))).toMatch(/"table".*mailto:c@example\.org/);
  });

  it('forget the lines of the text before', () => {
    lean('a | b\n--|--');
    expect(lean('x\n\na | b\n--|--')).toEqual(plain.parse('x\n\na | b\n--|--'));
    expect(lean('a\nb@example.org')).toEqual(plain.parse('a\nb@example.org'));
  });
});
