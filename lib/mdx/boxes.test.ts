import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { boxNames, readBoxLine } from '@/lib/mdx/boxes';
import { inspectBody } from '@/lib/mdx/inspect';
import { parseBody } from '@/lib/mdx/syntax';
import { walkMarkdown } from '@/lib/mdx/walk';

/** The boxes of a body: `kind title: text`. */
function boxesOf(body: string): string[] {
  const found: string[] = [];
  walkMarkdown(parseBody(body, 'md') as Nodes, (node) => {
    if (node.type !== 'shortcode') return;
    const { hName, hProperties } = node.data;
    const text = textOf({ ...node, type: 'paragraph' } as Nodes).replace(/\s+/g, ' ');
    const name = hName === 'callout' ? hProperties.kind : hName;
    if (hName !== 'summary') found.push(`${name}${hProperties.title ? ` ${hProperties.title}` : ''}: ${text}`);
  });
  return found;
}

const warningsOf = (body: string) =>
  inspectBody(body, 'md').inspection.diagnostics.map(
    ({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`,
  );

describe('a box', () => {
  it.each([
    ['of colons', ':::note\n\na\n\n:::', ['note: a']],
    ['without empty lines', 'b\n:::tip\na *c*\n:::\nd', ['tip: a c']],
    ['with a title', ':::warning My **title**\na\n:::', ['warning My title: a']],
    ['with a title in brackets', ':::caution[Did [you] know?]{icon="x"}\na\n:::', ['caution Did [you] know?: a']],
    ['of VuePress', '::: tip Title\na\n:::', ['tip Title: a']],
    ['of Quarto', '::: {.callout-important title="T"}\na\n:::', ['important T: a']],
    ['that folds', ':::details More\na\n:::', ['details: Morea']],
    ['whose name says more than its kind', ':::example\na\n:::', ['note Example: a']],
    ['around another', '::::danger\na\n:::info\nb\n:::\nc\n::::', ['caution: abc', 'note: b']],
    ['around another with as many colons', ':::note\na\n:::tip\nb\n:::\nc\n:::', ['note: abc', 'tip: b']],
    ['with code in it', ':::note\n```\n:::\n```\n:::', ['note: :::']],
    ['in a list', '- a\n\n  :::note\n  b\n  :::\n\n- c', ['note: b']],
    ['in a quote', '> :::note\n> b\n> :::\n\nc', ['note: b']],
    ['with Windows’ line ends', ':::note\r\na\r\n:::\r\n'.replace(/\r\n/g, '\n'), ['note: a']],
    ['of exclamation marks', '!!! note "T"\n\n    a\n\n    - b\n\nc', ['note T: ab']],
    ['of exclamation marks below text', 'b\n!!! tip\n    a\nc', ['tip: a']],
    ['without a title on purpose', '!!! abstract ""\n    a', ['note: a']],
    ['next to the text', '!!! info inline end "T"\n    a', ['note T: a']],
    ['of question marks', '??? note "T"\n    a\n\n    !!! tip\n        b\n\n    c', ['details: Tabc', 'tip: b']],
    ['of exclamation marks in a list', '1. a\n\n    !!! note\n        b\n\n2. c', ['note: b']],
    ['after another', '!!! note\n\ta\n!!! tip\n\tb', ['note: a', 'tip: b']],
  ])('%s', (_, body, boxes) => {
    expect(boxesOf(body)).toEqual(boxes);
    expect(warningsOf(body)).toEqual([]);
  });

  it.each([
    ['code', '```\n:::note\na\n:::\n```\n\n    !!! note\n        a\n\n`:::note`'],
    ['a separator', ':::\n\n::::::::'],
    ['names of a language', 'std::vector\n\n::name and dplyr:::filter'],
    ['exclamations', '!!! wow this is great\n\n???\n\n!!!'],
  ])('is not %s', (_, body) => {
    expect(boxesOf(body)).toEqual([]);
    expect(warningsOf(body)).toEqual([]);
  });

  it.each([
    ['that never ends', 'a\n\n:::note\nb', '3:1 warning mark/box', 'a\n\n:::note\nb\n:::'],
    ['of an unknown name', ':::center\na\n:::', '1:1 warning mark/box', ':::note\na\n:::'],
    ['without an indent', '- !!! note\n  a', '1:3 warning mark/box', '- !!! note\n      a'],
    ['of an unknown name, indented', '> !!! nte "T"\n>     a', '1:3 warning mark/box', '> !!! note "T"\n>     a'],
  ])('%s is reported', (_, wrong, found, right) => {
    expect(warningsOf(wrong)).toEqual([found]);
    expect(warningsOf(right)).toEqual([]);
  });
});

it('keeps the text of an unknown box of colons without the box', () => {
  expect(textOf(parseBody(':::center\na\n:::', 'md'))).toBe('a');
});

it('reports boxes in MDX, where they are text', () => {
  const { diagnostics } = inspectBody('a\n\n:::note\nb\n:::', 'mdx').inspection;
  expect(diagnostics).toMatchObject([{ line: 3, column: 1, severity: 'warning', code: 'mark/box' }]);
  expect(inspectBody('`:::note` and :::other\n\n<Note>a</Note>', 'mdx').inspection.diagnostics).toEqual([]);
});

it('suggests only names that exist', () => {
  expect(boxNames.every((name) => readBoxLine(`:::${name}`)?.isKnown)).toBe(true);
});

describe('comments for authors', () => {
  it.each([
    ['between tags', 'a {{% comment %}} b `{{< c >}}` {{% /comment %}} d', 'a  d'],
    ['over several lines', 'a\n\n{{< comment >}}\n```\n{{< c >}}\n:::note\n{{< /comment >}}\n\nd', 'ad'],
    ['in Liquid', 'a {% comment %} {{ b }} {% endcomment %} d', 'a  d'],
  ])('%s is neither shown nor checked', (_, body, text) => {
    expect(textOf(parseBody(body, 'md'))).toBe(text);
    expect(warningsOf(body)).toEqual([]);
  });

  it('must be closed', () => {
    expect(warningsOf('{{% comment %}}')).toEqual(['1:1 warning shortcode/unclosed']);
  });
});

describe('code in Liquid', () => {
  it('is code', () => {
    const body = '{% highlight python linenos %}\ndef a():\n    # {{ b }}\n{% endhighlight %}';
    expect(parseBody(body, 'md').children).toMatchObject([
      { type: 'code', lang: 'python', value: 'def a():\n    # {{ b }}' },
    ]);
    expect(warningsOf(body)).toEqual([]);
  });

  it('is shown without the raw tags around it', () => {
    const body = '{% raw %}{{ a }}{% endraw %}';
    expect(textOf(parseBody(body, 'md'))).toBe('{{ a }}');
    expect(warningsOf(body)).toEqual([]);
  });
});
