import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { parseBody } from '@/lib/mdx/syntax';

function typesOf(tree: Root): string[] {
  const types: string[] = [];
  const add = (node: { type: string; children?: { type: string }[] }) => {
    types.push(node.type);
    node.children?.forEach(add);
  };
  tree.children.forEach(add);
  return types;
}

describe('in Markdown', () => {
  it.each(['a {b} c', '{1 + 1}', '{/* c */}', 'import a from b', 'export const a = 1', 'a < b', 'if (a<3) {'])(
    'braces, imports and lone angle brackets are text: %s',
    (body) => {
      const tree = parseBody(body, 'md');
      expect(typesOf(tree)).toEqual(['paragraph', 'text']);
      expect(textOf(tree)).toBe(body);
    },
  );

  it('tags are HTML, and addresses in angle brackets are links', () => {
    expect(typesOf(parseBody('a <b>c</b>', 'md'))).toEqual(['paragraph', 'text', 'html', 'text', 'html']);
    expect(typesOf(parseBody('<https://example.org>', 'md'))).toEqual(['paragraph', 'link', 'text']);
    expect(typesOf(parseBody('<!-- c -->', 'md'))).toEqual(['html']);
  });
});

describe('in MDX', () => {
  it.each([
    ['{1 + 1}', 'mdxFlowExpression'],
    ['a {b}', 'mdxTextExpression'],
    ['import a from "b"', 'mdxjsEsm'],
    ['export const a = 1', 'mdxjsEsm'],
    ['a <kbd>b</kbd>', 'mdxJsxTextElement'],
    ['<kbd>a</kbd>', 'mdxJsxFlowElement'],
    ['<details>\n\na\n\n</details>', 'mdxJsxFlowElement'],
  ])('%j is a node of its own', (body, type) => {
    expect(typesOf(parseBody(body, 'mdx'))).toContain(type);
    expect(typesOf(parseBody(body, 'md'))).not.toContain(type);
  });

  it.each([
    ['{', '\\{'],
    ['<kbd>a', '<kbd>a</kbd>'],
    ['</kbd>', '<kbd></kbd>'],
    ['<kbd title=a />', '<kbd title="a" />'],
    ['a <3', 'a \\<3'],
    ['<!-- c -->', '\\<!-- c -->'],
    ['<https://example.org>', '[example](https://example.org)'],
  ])('%j is rejected, %j is accepted', (bad, good) => {
    expect(() => parseBody(bad, 'mdx')).toThrow();
    expect(() => parseBody(good, 'mdx')).not.toThrow();
  });

  it('reports where parsing failed', () => {
    expect(() => parseBody('one\n\ntwo {', 'mdx')).toThrow('line 3 of the body: this { is not closed (fix: ');
  });
});

it.each(['md', 'mdx'] as const)(
  'GitHub’s additions are known in %s: tables, tasks, strikethrough, footnotes',
  (format) => {
    const body = '| a |\n|---|\n| b |\n\n- [x] c\n\n~~d~~ e[^1]\n\n[^1]: f\n\nhttps://example.org\n';
    expect(typesOf(parseBody(body, format))).toEqual(
      expect.arrayContaining(['table', 'delete', 'footnoteReference', 'footnoteDefinition', 'link']),
    );
  },
);
