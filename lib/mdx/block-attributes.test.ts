import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { inspectBody } from '@/lib/mdx/inspect';
import { parseBody } from '@/lib/mdx/syntax';

const parse = (body: string): Root => parseBody(body, 'md');

describe('attributes that are left out', () => {
  it.each([
    ['after a paragraph', 'a\n{.lead}\n\nb', 'a\n\nb'],
    ['of several kinds', 'a\n{#b .c d="e f" g=\'h\' i=50%}', 'a'],
    ['with spaces', 'a\n{ .b }', 'a'],
    ['after a list', '- a\n- b\n{.c}', '- a\n- b'],
    ['in a list', '1. a\n   {: .b}\n2. {: .c} d', '1. a\n2. d'],
    ['after a quote', '> a\n{.b}', '> a'],
    ['after code', '```sh\na\n```\n{.b}\n\nc', '```sh\na\n```\n\nc'],
    ['after a picture', '![a](b.png)\n{.center}', '![a](b.png)'],
    ['of a link', '[a](/b/){:target="_blank" rel="c"} d', '[a](/b/) d'],
    ['of pictures, emphasis and code', '![a](b.png){width=9} **c**{.d} *e*{.f} `g`{.sh}', '![a](b.png) **c** *e* `g`'],
    ['before a block, of kramdown', '{: .a}\nb\n\n{: .c}\n\nd', 'b\n\nd'],
    ['at the end, of kramdown', 'a {: #b}\n\n- c {: .d}', 'a\n\n- c'],
    ['below a heading', '## a\n{: .no_toc}\n\nb', '## a\n\nb'],
    ['of a heading, with a colon', '## a {: #b .c}', '## a'],
    ['where the contents are to be', '* TOC\n{:toc}\n\na', 'a'],
    ['in a comment of kramdown', '{::comment}\na\n{:/comment}\n\nb', 'b'],
    ['after a table', '| a |\n|---|\n| b |\n{.wide}', '| a |\n|---|\n| b |'],
  ])('%s', (_, body, same) => {
    const withoutData = (tree: Root) =>
      JSON.parse(JSON.stringify(tree, (key, value) => (/^(?:position|data)$/.test(key) ? undefined : value)));
    expect(withoutData(parse(body))).toEqual(withoutData(parse(same)));
    expect(inspectBody(body, 'md').inspection.diagnostics.filter(({ code }) => !code.startsWith('link'))).toEqual([]);
  });
});

describe('braces that are text', () => {
  it.each([
    ['in a sentence', 'a {.b} c {#d} e'],
    ['at the end of a line', 'a {.b}'],
    ['by themselves', 'a\n\n{.b}'],
    ['with words', 'a\n{not attributes}\n\nb {: smile :} c'],
    ['in code', '`{.a}`\n\n```\n{.b}\n```'],
    ['in a table', '| a |\n|---|\n| {.b} |\n| c |'],
    ['of a set', 'a\n{b, c}\n\n{}'],
  ])('%s', (_, body) => {
    const braces = (text: string) => text.match(/\{[^{}]*\}/g);
    expect(braces(textOf(parse(body)))).toEqual(braces(body));
  });
});

it('are the id of their block', () => {
  const ids = (body: string) => inspectBody(body, 'md').inspection.ids;
  expect(ids('a\n{#b .c}\n\n| d |\n|---|\n| e |\n{id="f"}\n\n```\n```\n{#g}')).toEqual(['b', 'f', 'g']);
  expect(inspectBody('a\n{#site-main}', 'md').inspection.diagnostics).toMatchObject([{ code: 'html/page-id' }]);
});
