import type { ElementContent, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parsePlain } from '@/lib/mdx/syntax';
import { toMarkdown } from '@/lib/output/feeds/html-to-markdown';

const nodesOf = (html: string) => fromHtml(html, { fragment: true }).children as ElementContent[];
const toHast = unified().use(remarkRehype, { allowDangerousHtml: true }).freeze();
const write = (html: string) => toMarkdown(nodesOf(html));

/** What a reader of the Markdown makes of it, as HTML without the white space that means nothing. */
function readBack(markdown: string): string {
  return tidy(toHtml(toHast.runSync(parsePlain(markdown)) as Nodes, { allowDangerousHtml: true }));
}

/** HTML read and written again, without the white space between blocks. */
function tidy(html: string): string {
  const tree = fromHtml(html.replace(/\s*\n\s*/g, '\n'), { fragment: true });
  return toHtml(tree as Root)
    .replace(/\s+/g, ' ')
    .replace(/ ?(<\/?(?:p|h\d|ul|ol|li|blockquote|pre|table|thead|tbody|tr|t[hd]|hr|br)\b[^>]*>) ?/g, '$1');
}

describe('toMarkdown', () => {
  it.each([
    ['a paragraph', '<p>Text.</p>', 'Text.'],
    ['headings', '<h2>Two</h2><h6>Six</h6>', '## Two\n\n###### Six'],
    ['a line between', '<p>a</p><hr><p>b</p>', 'a\n\n***\n\nb'],
    ['marks', '<p><strong>b</strong> <em>i</em> <del>d</del> <code>c</code></p>', '**b** *i* ~~d~~ `c`'],
    ['marks in marks', '<p><b>a <i>b</i></b></p>', '**a *b***'],
    ['white space out of marks', '<p>a<strong> b </strong>c</p>', 'a **b** c'],
    ['the same mark once', '<p><b>a <strong>b</strong></b></p>', '**a b**'],
    ['marks that would be none, as elements', '<p>a<strong>(b)</strong>c</p>', 'a<strong>(b)</strong>c'],
    ['a link', '<p>See <a href="https://e.example/">this</a>.</p>', 'See [this](https://e.example/).'],
    [
      'a link with a title',
      '<p><a href="https://e.example/" title=\'a "b"\'>x</a></p>',
      '[x](https://e.example/ "a \\"b\\"")',
    ],
    ['a link with brackets', '<p><a href="https://e.example/(a)">x]</a></p>', '[x\\]](https://e.example/\\(a\\))'],
    ['a link without an address', '<p><a>x</a></p>', 'x'],
    ['a picture', '<p><img src="https://e.example/a.png" alt="A [b]"></p>', '![A \\[b\\]](https://e.example/a.png)'],
    ['a line break', '<p>a<br>b</p>', 'a\\\nb'],
    ['a list', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n  - c'],
    ['a numbered list', '<ol start="9"><li>a</li><li>b</li></ol>', '9. a\n10. b'],
    ['a list of paragraphs', '<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>', '- a\n\n  b\n\n- c'],
    ['two lists', '<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b'],
    ['a quotation', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
    ['code', '<pre><code>a\n\n  b\n</code></pre>', '```\na\n\n  b\n```'],
    ['code with fences in it', '<pre><code>```\na\n```\n</code></pre>', '````\n```\na\n```\n````'],
    ['backticks in code', '<p><code>a`b</code> <code>`</code></p>', '``a`b`` `` ` ``'],
    [
      'a table',
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1|2</td></tr></tbody></table>',
      '| a |\n| - |\n| 1\\|2 |',
    ],
    [
      'the alignment of columns',
      '<table><tr><th align="left">a</th><th align="center">b</th><th align="right">c</th><th>d</th></tr></table>',
      '| a | b | c | d |\n| :- | :-: | -: | - |',
    ],
    ['a table without heads', '<table><tr><td>1</td><td>2</td></tr></table>', '|  |  |\n| - | - |\n| 1 | 2 |'],
    [
      'a figure',
      '<figure><img src="https://e.example/a.png" alt="A"><figcaption>B</figcaption></figure>',
      '![A](https://e.example/a.png)\n\nB',
    ],
    ['a list of terms', '<dl><dt>a</dt><dd>b</dd></dl>', '**a**\n\nb'],
    ['a block in a link', '<a href="https://e.example/"><h2>a</h2></a>', '## a'],
    ['nothing', '', ''],
    ['empty elements', '<p></p><ul></ul><h2> </h2><blockquote></blockquote><strong> </strong><table></table>', ''],
  ])('writes %s', (_, html, markdown) => {
    expect(write(html)).toBe(markdown);
  });

  it('keeps the language of code', () => {
    expect(write('<pre><code data-language="yaml">a: 1</code></pre>')).toBe('```yaml\na: 1\n```');
    expect(write('<pre><code data-language="a b`">a: 1</code></pre>')).toBe('```\na: 1\n```');
  });

  it.each([
    '# a',
    '#a',
    '- a',
    '+ a',
    '* a',
    '> a',
    '1. a',
    '2) a',
    '12',
    '---',
    '- - -',
    '===',
    '***',
    '___',
    '~~~',
    '```',
    '`a`',
    '*a*',
    '**a**',
    '_a_',
    '__a__',
    'snake_case_name',
    '~~a~~',
    '~a',
    '[a](/b/)',
    '![a](b)',
    '[a]: b',
    '[^1]',
    '<b>a</b>',
    '<a:b>',
    '&amp;',
    '&#35;',
    '&',
    'a\\b',
    'a\\*b',
    '| a |',
    '- [x] a',
    '# a #',
    'a!',
    '$a$',
    '    four',
    '\ta',
    'a  b',
    '!',
    '1.',
    '-',
    '+',
    '#',
    '{a}',
    '<!-- a -->',
    '](',
    '``',
    'a*',
    '*a',
    '2 * 3 * 4',
    'a_',
    '_',
  ])('keeps %j as plain text', (text) => {
    const wanted = text.replace(/\s+/g, ' ').trim();
    for (const around of ['p', 'li', 'td', 'h2', 'blockquote', 'strong', 'em']) {
      const inner = [{ type: 'text' as const, value: text }];
      const node: ElementContent = { type: 'element', tagName: around, properties: {}, children: inner };
      const list: ElementContent[] = around === 'li' ? [{ ...node, tagName: 'ul', children: [node] }] : [node];
      const table: ElementContent[] =
        around === 'td'
          ? [{ ...node, tagName: 'table', children: [{ ...node, tagName: 'tr', children: [node] }] }]
          : list;
      const back = fromHtml(readBack(toMarkdown(table)), { fragment: true });
      expect(textOf(back).trim(), around).toBe(wanted);
      expect(
        elementsOf(back).filter(
          (name) => !'p ul li table thead tbody tr th td h2 blockquote strong em'.split(' ').includes(name),
        ),
      ).toEqual([]);
    }
  });

  it.each([
    ['lines broken before a mark', '<p>a<br># b<br>- c<br>1. d<br>===</p>'],
    ['marks next to words', '<p>a<strong>b</strong>c <em>d</em>, <em>“e”</em>f</p>'],
    ['marks next to marks', '<p><strong>a</strong><em>b</em><del>c</del></p>'],
    ['a mark at the end of another', '<p><strong>a <em>b</em></strong> c</p>'],
    ['a link in a mark', '<p><strong><a href="https://e.example/">a</a></strong>.</p>'],
    ['a picture in a link', '<p><a href="https://e.example/"><img src="https://e.example/a.png" alt="a"></a></p>'],
    ['lists in lists', '<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d<ul><li>e</li></ul></li></ol>'],
    ['code in a list', '<ul><li><p>a</p><pre><code>b\n\nc\n</code></pre></li></ul>'],
    [
      'a quotation in a list in a quotation',
      '<blockquote><ul><li><blockquote><p>a</p></blockquote></li></ul></blockquote>',
    ],
    ['three adjacent lists', '<ul><li>a</li></ul><ul><li>b</li></ul><ul><li>c</li></ul>'],
    [
      'a table with marks',
      '<table><thead><tr><th>a</th><th><code>b</code></th></tr></thead><tbody><tr><td><strong>c</strong></td><td><a href="https://e.example/">d</a></td></tr></tbody></table>',
    ],
    ['an item that is empty', '<ul><li></li><li>a</li></ul>'],
    ['Arabic and Chinese', '<p>مرحبا <strong>بكم</strong>。<em>你好</em>，世界</p>'],
  ])('is read as it was written: %s', (_, html) => {
    expect(readBack(write(html))).toBe(tidy(html));
  });

  it('handles deep and long content', () => {
    const deep = `${'<blockquote>'.repeat(50)}<p>a</p>${'</blockquote>'.repeat(50)}`;
    expect(readBack(write(deep))).toBe(tidy(deep));
    expect(write(`<p>${'*a* '.repeat(50_000)}</p>`)).toHaveLength(6 * 50_000 - 1);
  });
});

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function elementsOf(node: Nodes): string[] {
  const own = node.type === 'element' ? [node.tagName] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(elementsOf)] : own;
}
