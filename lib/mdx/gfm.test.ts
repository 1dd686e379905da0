import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parserWithGfm } from '@/lib/mdx/gfm';
import { parsePlain } from '@/lib/mdx/syntax';

const plain = unified().use(remarkParse).use(remarkGfm).freeze();
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

/** A node as JSON has it, without what is nothing: two libraries spell that differently. */
interface Plain {
  readonly type: string;
  position?: unknown;
  readonly children?: Plain[];
}

function toPlain(tree: Root): Plain {
  return JSON.parse(JSON.stringify(tree, (_, value) => value ?? undefined)) as Plain;
}

/** Takes the places of nodes out where the other tree has none: of addresses that only remark's second look sees. */
function dropUnknownPlaces(tree: Plain, other: Plain): Plain {
  if (!other.position) delete tree.position;
  for (const [index, child] of (tree.children ?? []).entries()) {
    const like = other.children?.[index];
    if (like) dropUnknownPlaces(child, like);
  }
  return tree;
}

function files(dir: string): [path: string, text: string][] {
  return readdirSync(dir, { recursive: true })
    .map((name) => join(dir, String(name)))
    .filter((path) => path.endsWith('.md'))
    .map((path) => [path, readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')]);
}

describe('Markdown with GitHub’s extensions', () => {
  it.each([
    ...texts,
    ['HTML', 'a <b>c</b> <!-- d -->\n\n<div>\n\n*e*\n\n</div>\n<script>\nf()\n</script>'],
    ['lists in lists', '- a\n  - b\n\n    c\n1. d\n   ```go\n   e\n   ```\n\n* f\n+ g\n10) h'],
    ['emphasis', '*a **b*** __c_d_e__ ***f*** **g*h* i** ~~j~~ ~k~ *ü*x **中**文'],
    ['links', '[a][b] ![c](d "e") [f] <https://g.example> [h](<i j>)\n\n[b]: /k (l)\n[f]: m\n  "n"'],
    ['what stands for other characters', '&amp; &copy; &#35; &nosuch; \\* \\a a\\\nb  \nc'],
    ['characters beyond the first plane', '😀 **👩‍🚀** [é](中文)\n\n# 𝒯 `𝒞`\n\n| 😀 | b |\n|:-|-:|\n| `|` | \\| |'],
    ['an indented beginning, a tab, and code', '\ta\n\n   # b\n\n    c\n\td\n> \te'],
    ['a line under a line', 'a\n===\nb\n---\n***\n- - -\n+++\nc: d\n+++'],
    ...files('e2e/fixtures'),
    ...files('content'),
  ] as const)('is read as remark reads %s', (_, text) => {
    const expected = toPlain(plain.parse(text));
    expect(dropUnknownPlaces(toPlain(parsePlain(text)), expected)).toEqual(expected);
  });

  it('is none of MDX, and has no front matter', () => {
    const types = (text: string) => parsePlain(text).children.map(({ type }) => type);
    expect(types('---\na: b\n---\n')).toEqual(['thematicBreak', 'heading']);
    expect(types('<A b={1} />\n\n{c}\n\nimport d from "e"')).toEqual(['html', 'paragraph', 'paragraph']);
  });
});

describe('GitHub’s extensions in MDX, tried where needed', () => {
  it.each([
    ...texts.filter(([, text]) => !text.includes('<')),
    ['a component around a table', '<Note>\n  a | b\n  --|--\n  1 | 2\n\n  c@example.org\n</Note>'] as const,
  ])('make the same tree of MDX with %s', (_, text) => {
    expect(leanMdx(text)).toEqual(plainMdx.parse(text));
  });

  it('make a table and an address where there is one', () => {
    expect(JSON.stringify(leanMdx('a | b\n--|--\n1 | c@example.org'))).toMatch(/"table".*mailto:c@example\.org/);
  });

  it('forget the lines of the text before', () => {
    leanMdx('a | b\n--|--');
    expect(leanMdx('x\n\na | b\n--|--')).toEqual(plainMdx.parse('x\n\na | b\n--|--'));
    expect(leanMdx('a\nb@example.org')).toEqual(plainMdx.parse('a\nb@example.org'));
  });
});
