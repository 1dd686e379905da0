import type { Nodes, Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { BodyError } from '@/lib/mdx/body';
import { parseMdx } from '@/lib/mdx/parse-mdx';
import { checkRules } from '@/lib/mdx/rules';
import { parsePlain } from '@/lib/mdx/syntax';

/** A tree in one line: `paragraph(text "a" emphasis(text "b"))`. */
function outline(node: Nodes): string {
  const { type } = node;
  const name = type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement' ? `${type} ${node.name}` : type;
  if ('children' in node) return `${name}(${node.children.map(outline).join(' ')})`;
  return 'value' in node ? `${name} ${JSON.stringify(node.value)}` : name;
}

const outlineOf = (body: string) => parseMdx(body).children.map(outline).join(' ');

/** The source of each node, from its places. */
function sourcesOf(tree: Root, body: string): string[] {
  const sources: string[] = [];
  const add = (node: Nodes) => {
    sources.push(`${node.type} ${body.slice(node.position?.start.offset, node.position?.end.offset)}`);
    if ('children' in node) node.children.forEach(add);
  };
  tree.children.forEach(add);
  return sources;
}

describe('elements', () => {
  it.each([
    ['a <kbd>b</kbd> c', 'paragraph(text "a " mdxJsxTextElement kbd(text "b") text " c")'],
    ['<kbd>a</kbd>', 'mdxJsxFlowElement kbd(text "a")'],
    ['<kbd>a</kbd> <kbd>b</kbd>', 'mdxJsxFlowElement kbd(text "a") mdxJsxFlowElement kbd(text "b")'],
    ['<kbd>a</kbd>\nb', 'paragraph(mdxJsxTextElement kbd(text "a") text "\\nb")'],
    ['<Note>\na\n</Note>', 'mdxJsxFlowElement Note(paragraph(text "a"))'],
    ['<Note>\n\n- a\n\n</Note>', 'mdxJsxFlowElement Note(list(listItem(paragraph(text "a"))))'],
    ['<Note>\n    a\n</Note>', 'mdxJsxFlowElement Note(paragraph(text "a"))'],
    ['- <Events />\n- b', 'list(listItem(mdxJsxFlowElement Events()) listItem(paragraph(text "b")))'],
    ['> <Events />', 'blockquote(mdxJsxFlowElement Events())'],
    ['| <kbd>a</kbd> |\n|---|', 'table(tableRow(tableCell(mdxJsxTextElement kbd(text "a"))))'],
    [
      '<details>\n<summary>a</summary>\n\nb\n\n</details>',
      'mdxJsxFlowElement details(mdxJsxFlowElement summary(text "a") paragraph(text "b"))',
    ],
    ['a<br/>b', 'paragraph(text "a" mdxJsxTextElement br() text "b")'],
    ['`<a>` \\<b> &lt;c>', 'paragraph(inlineCode "<a>" text " <b> <c>")'],
    ['    a', 'paragraph(text "a")'],
  ])('%j', (body, expected) => {
    expect(outlineOf(body)).toBe(expected);
    expect(outlineOf(body.replaceAll('\n', '\r\n')).replaceAll('\\r\\n', '\\n')).toBe(expected);
  });

  it('have their attributes, with entities replaced', () => {
    const [note] = parseMdx('<Note a="b &lt;" c d=\'"{\' />').children;
    expect(note).toMatchObject({
      attributes: [
        { type: 'mdxJsxAttribute', name: 'a', value: 'b <' },
        { type: 'mdxJsxAttribute', name: 'c' },
        { type: 'mdxJsxAttribute', name: 'd', value: '"{' },
      ],
    });
  });

  it('have their places, in UTF-16 code units', () => {
    const body = '\n\n😀 <kbd>é `{a}`</kbd> 中\n\n<Note title="😀">\n\n*b*\n\n</Note>';
    const tree = parseMdx(body);
    expect(sourcesOf(tree, body)).toEqual([
      'paragraph 😀 <kbd>é `{a}`</kbd> 中',
      'text 😀 ',
      'mdxJsxTextElement <kbd>é `{a}`</kbd>',
      'text é ',
      'inlineCode `{a}`',
      'text  中',
      'mdxJsxFlowElement <Note title="😀">\n\n*b*\n\n</Note>',
      'paragraph *b*',
      'emphasis *b*',
      'text b',
    ]);
    expect(tree.children[1]?.position?.start).toEqual({ line: 5, column: 1, offset: 27 });
  });
});

it.each([
  'a | b\n--|--\n1 | 2',
  '> a | b\n> :-:|--\n> 1 | 2\n\n> c\nd | e\n--|--',
  '- [ ] a\n- [x] b\n  1. c\n\n     d',
  '~~a~~ b[^1] [^2]\n\n[^1]: c\n\n    d\n[^2]: e',
  'See https://example.org/a_b, www.example.org, a@example.org.',
  '# a\n\nb\n===\n\n```js title\nc\n```\n\n***\n\n> d\n> e',
  '*a **b*** __c__ `d` [e](/f "g") ![h](i) [j][k] [k]\n\n[k]: /l',
  '---\na: b\n---\n',
  'a\\\nb  \nc &copy; \\*',
])('is Markdown if there is no MDX syntax: %j', (body) => {
  expect(parseMdx(body)).toEqual(parsePlain(body));
  expect(parseMdx(`${body}\n\n<Events />\n`).children.slice(0, -1)).toEqual(parsePlain(`${body}\n\n`).children);
});

describe('braces', () => {
  it.each([
    ['in a block of code', '```js {1}\nconst a = {b: {c}};\n```', 'code "const a = {b: {c}};"'],
    ['in code', '`{a: {b}}`', 'paragraph(inlineCode "{a: {b}}")'],
    ['after a backslash', '\\{a: \\{b}}', 'paragraph(text "{a: {b}}")'],
    ['as entities', '&#123;a} &lbrace;b}', 'paragraph(text "{a} {b}")'],
    ['that close alone', 'a } b', 'paragraph(text "a } b")'],
  ])('are text %s', (_, body, expected) => {
    expect(outlineOf(body)).toBe(expected);
  });

  it('are text in addresses, titles, languages and quotes', () => {
    const tree = parseMdx('[a](/{b{c}} "{d{e}}") <Note title="{i{j}}" />\n\n[k]: /{l{m}}\n\n```{n{o}}\np\n```\n');
    const text = JSON.stringify(tree);
    for (const each of ['/{b{c}}', '{d{e}}', '{i{j}}', '/{l{m}}', '{n{o}}']) {
      expect(text).toContain(`"${each}"`);
    }
    expect(checkRules(tree, 'mdx')).toEqual([]);
  });

  it('are code elsewhere', () => {
    for (const body of [
      '{a}',
      'a {/* b */} c',
      '<kbd a={b}>c</kbd>',
      '<kbd {...a}>b</kbd>',
      '# {a}',
      '*{a}*',
      '- {a}',
    ]) {
      expect(checkRules(parseMdx(body), 'mdx'), body).toMatchObject([{ code: 'mdx/expression' }]);
    }
    for (const body of [
      '{{a}}',
      '{a => {b}}',
      '{`a`}',
      'a {<b/>}',
      '<kbd>{{a}}</kbd>',
      '| {{a}} |\n|---|',
      '# {{a}}',
    ]) {
      expect(() => parseMdx(body), body).toThrow('would run as code');
    }
  });
});

describe('lines that begin with import or export', () => {
  it.each([
    ['import a from "b"', ''],
    ['export const a = {\n  b: {c}\n}', ''],
    ['export a\n===', ''],
    ['export a | b\n---|---', ''],
    ['# a\nimport b from "c"', ' heading'],
  ])('are code at the beginning of a block: %j', (body, before) => {
    const types = (text: string) => parseMdx(text).children.map(({ type }) => type);
    expect(types(`${body}\n\na`)).toEqual([...before.trim().split(' ').filter(Boolean), 'mdxjsEsm', 'paragraph']);
    expect(types(`a\n\n${body}`)).toContain('mdxjsEsm');
    expect(parseMdx(body).children.at(-1)).toMatchObject({ value: body.replace(/^#.*\n/, '') });
  });

  it.each([
    ['a\nimport b from "c"', 'paragraph(text "a\\nimport b from \\"c\\"")'],
    ['a\nexport `{b}` \\{c}', 'paragraph(text "a\\nexport " inlineCode "{b}" text " {c}")'],
    ['```\nimport a from "b"\nexport {c}\n```', 'code "import a from \\"b\\"\\nexport {c}"'],
    ['imported a', 'paragraph(text "imported a")'],
    ['import', 'paragraph(text "import")'],
    ['- import a from "b"', 'list(listItem(paragraph(text "import a from \\"b\\"")))'],
  ])('are text elsewhere: %j', (body, expected) => {
    expect(outlineOf(body)).toBe(expected);
  });
});

describe('input that would take hours or crash the process', () => {
  const isRefused = (body: string) => {
    try {
      return checkRules(parseMdx(body), 'mdx').length > 0;
    } catch (error) {
      return error instanceof BodyError;
    }
  };

  it.each([
    ['tags in braces in tags', '<a b={'.repeat(40)],
    ['strings that look like an end', '<a b={"}"'.repeat(40)],
    ['brackets', `{${'('.repeat(100_000)}}`],
    ['brackets in an attribute', `<a b={${'('.repeat(100_000)}} />`],
    ['a few brackets', `{${'('.repeat(550)}}`],
    ['operators', `{${'!'.repeat(300_000)}a}`],
    ['functions', `{${'()=>{'.repeat(20_000)}}`],
    ['templates', `{${'`${'.repeat(10_000)}`],
    ['braces', '{'.repeat(300_000)],
    ['quotes', "{'".repeat(100_000)],
    ['comments', '{/*'.repeat(10_000)],
  ])('is rejected at once: %s', (_, body) => {
    for (const before of ['', '`', '<a b="`" />', '```\n```\n', '\\\\']) expect(isRefused(before + body)).toBe(true);
  });

  it('is rejected in an export, too', () => {
    for (const code of [
      '('.repeat(100_000),
      '['.repeat(100_000),
      'typeof '.repeat(50_000),
      `\n\n${'('.repeat(100_000)}`,
    ]) {
      expect(checkRules(parseMdx(`export const a = ${code}`), 'mdx')).toMatchObject([{ code: 'mdx/import' }]);
    }
  });

  it('is text in code', () => {
    const code = `${'<a b={'.repeat(40)}${'('.repeat(10_000)}`;
    expect(outlineOf(`\`\`\`\n${code}\n\`\`\``)).toBe(`code ${JSON.stringify(code)}`);
  });
});

it('drops noncharacters, which replace braces during parsing', () => {
  expect(outlineOf('a \ufdd0b} `{c}` \ufdd1')).toBe('paragraph(text "a \ufffdb} " inlineCode "{c}" text " \ufffd")');
});

it('does not count a byte-order mark', () => {
  expect(parseMdx('\ufeff<Events />').children).toMatchObject([{ position: { start: { column: 1, offset: 0 } } }]);
});
