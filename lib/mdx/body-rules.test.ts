import { describe, expect, it } from 'vitest';
import type { Format } from '@/lib/mdx/body';
import { checkNodes, checkTree } from '@/lib/mdx/body-rules';
import { findCostlyText } from '@/lib/mdx/costly-text';
import { htmlElementsOf } from '@/lib/mdx/references';
import { parseBody } from '@/lib/mdx/syntax';

/** What is wrong with a body, as `line:column severity code`. */
const problemsOf = (body: string, format: Format = 'md', headings: string[] = []) => {
  const tree = parseBody(body, format);
  return checkTree({ tree, body, format, elements: htmlElementsOf(tree), headings }).map(
    ({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`,
  );
};

describe('HTML in Markdown that would be dropped is reported at its line', () => {
  it.each([
    ['a placeholder', 'a\n\nb <name> c', 'a\n\nb `<name>` c', '3:3 warning html/element'],
    ['<script>', 'a\n\n<script>b</script>', 'a\n\n<kbd>b</kbd>', '3:1 warning html/element'],
    [
      '<iframe> below other HTML',
      '<div>\n<iframe src="https://example.org/"></iframe>\n</div>',
      '<div>\n<p>a</p>\n</div>',
      '2:1 warning html/element',
    ],
    ['<body>', '<body>a</body>', '<div>a</div>', '1:1 warning html/element'],
    ['an instruction', '<?php echo ?>', '<!-- php -->', '1:1 warning html/element'],
    ['a declaration', '<!x>', '<!-- <!x> <body> -->', '1:1 warning html/element'],
    ['a style', '<p\n  style="color: red">a</p>', '<p\n  title="red">a</p>', '1:1 warning html/attribute'],
    ['keys', 'b <a href="/c/" accesskey="s">a</a>', 'b <a href="/c/">a</a>', '1:3 warning html/attribute'],
    ['a width', '\n\n<img alt="" width="99999">', '\n\n<img alt="" width="640">', '3:1 warning html/attribute'],
    ['a handler', '<b onclick="a()">b</b>', '<b>b</b>', '1:1 warning html/attribute'],
    ['an id of the page', '<a id="site-main"></a>', '<a id="main"></a>', '1:1 error html/page-id'],
    ['an id twice', '<a id="a"></a> <a id="a"></a>', '<a id="a"></a> <a id="b"></a>', '1:16 warning html/id-twice'],
  ])('%s', (_, bad, good, place) => {
    expect(problemsOf(bad)).toEqual([place]);
    expect(problemsOf(good)).toEqual([]);
  });

  it('accepts tables, lists and pictures that GitHub renders', () => {
    const table = '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>';
    expect(problemsOf(`${table}\n\n<td>\n\n<ul><li>a</li></ul> <img src="a.png" alt="b" width="9">\n`)).toEqual([]);
  });

  it('reports an id that a heading already has', () => {
    expect(problemsOf('<a id="news"></a>', 'md', ['news'])).toEqual(['1:1 warning html/id-twice']);
    expect(problemsOf('<a id="news"></a>', 'md', ['old'])).toEqual([]);
  });
});

describe('images without alt text', () => {
  it('are an error, and a warning in Markdown', () => {
    expect(problemsOf('a\n\n![](b.png)', 'mdx')).toEqual(['3:1 error picture/alt']);
    expect(problemsOf('a\n\n![ ](b.png)', 'md')).toEqual(['3:1 warning picture/alt']);
    expect(problemsOf('a <img src="b.png">', 'md')).toEqual(['1:3 warning picture/alt']);
    expect(problemsOf('![a](b.png) ![a][b]\n\n[b]: c.png', 'mdx')).toEqual([]);
    expect(problemsOf('<img src="b.png" alt="">', 'md')).toEqual([]);
  });
});

describe('entities of hidden characters', () => {
  it.each([
    'a &#x202E;b',
    'ad&#8203;min',
    '[a](/b/ "c&#x202e;d")',
    '![a&#x202e;](b.png)',
    '<Note title="c&#x202e;d" />',
  ])('%s', (body) => {
    expect(problemsOf(body, 'mdx')).toHaveLength(1);
    expect(problemsOf(body.replace(/&#[^;]+;/, '&amp;'), 'mdx')).toEqual([]);
  });
});

describe('the size limit of a body', () => {
  const codeOf = (body: string) => checkNodes(parseBody(body, 'md'))?.code;

  it('is 20,000 parts', () => {
    expect(codeOf('*a* '.repeat(7_000))).toBe('body/nodes');
    expect(codeOf('*a* '.repeat(5_000))).toBeUndefined();
  });

  it('counts galleries for what they may show', () => {
    const sizeOf = (body: string, format: Format) => checkNodes(parseBody(body, format))?.code;
    expect(sizeOf('<Gallery match="a*" />\n\n'.repeat(200), 'mdx')).toBe('body/nodes');
    expect(sizeOf('<Gallery match="a*" />\n\n'.repeat(50), 'mdx')).toBeUndefined();
    expect(sizeOf('{{< gallery match="a*" >}}\n\n'.repeat(200), 'md')).toBe('body/nodes');
    expect(sizeOf('{{< gallery match="a*" >}}\n\n'.repeat(50), 'md')).toBeUndefined();
  });

  it('counts the cells that a table is filled up with', () => {
    const table = (columns: number, rows: number) =>
      `${'|a'.repeat(columns)}\n${'|-'.repeat(columns)}\n${'|b\n'.repeat(rows)}`;
    expect(codeOf(table(200, 200))).toBe('body/nodes');
    expect(codeOf(table(20, 200))).toBeUndefined();
  });
});

describe('text that would take too long', () => {
  it.each([
    ['marks that end nothing', '*a_ b\n'.repeat(8_000), '*a_ b\n'.repeat(6_000)],
    ['marks that only close', 'a* b\n'.repeat(12_000), 'a \\* b\n'.repeat(12_000)],
    ['strikethrough of two lengths', '~a~~ b\n'.repeat(8_000), '~~a~~ b\n'.repeat(8_000)],
    [
      'what looks like a definition in a paragraph',
      `b\n[a]: ${'*a_'.repeat(8_000)}`,
      `[b]: c\n[a]: ${'*a_'.repeat(8_000)}\n[d]:\n  é${'*a_'.repeat(8_000)}`,
    ],
    ['a row of marks', `a${'*'.repeat(500)}b`, '*'.repeat(500)],
    ['a line without an end', '_a'.repeat(20_000), '_a\n'.repeat(20_000)],
    [
      'a line that only begins like a fence',
      `\`\`\`a\` ${'中<'.repeat(20_000)}`,
      `\`\`\`a ${'中<'.repeat(20_000)}\n\`\`\``,
    ],
    ['brackets', '['.repeat(2_000), '- [ ] a\n'.repeat(900)],
    [
      'a deep quote that goes on',
      `${'> '.repeat(30)}a\n${'b\n'.repeat(500)}`,
      `${'> '.repeat(30)}a\n${'b\n'.repeat(50)}`,
    ],
    ['HTML that never closes', '<div>'.repeat(600), '<div></div>'.repeat(600)],
  ])('%s', (_, bad, good) => {
    expect(findCostlyText(`a\n\n${bad}`)).toMatchObject([{ line: 3, column: 1 }]);
    expect(findCostlyText(`a\n\n${good}`)).toEqual([]);
  });

  it.each([
    ['code', `\`\`\`c\n${'int *a, b*;\n'.repeat(2_000)}\`\`\`\n\n\`\`\`json\n${'[[1], [2]]\n'.repeat(1_000)}\`\`\``],
    ['a long list of links', '- [a](/b/) by [c](/d/)\n'.repeat(3_000)],
    ['a large table', `|a|b|\n|-|-|\n${'| some_name* | [a](b) and *c* |\n'.repeat(2_000)}`],
    ['long prose', 'Some *words* with snake_case_names and __more__ [links](/a/).\n'.repeat(200)],
    ['placeholders', 'tool get <name> <br> '.repeat(200)],
  ])('is not %s', (_, body) => {
    expect(findCostlyText(body)).toEqual([]);
  });
});
