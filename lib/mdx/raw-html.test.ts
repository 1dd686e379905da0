import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { rehypeRawHtml } from '@/lib/mdx/raw-html';
import { parseBody } from '@/lib/mdx/syntax';

function transform(body: string): Root {
  const tree = unified().use(remarkRehype, { allowDangerousHtml: true }).runSync(parseBody(body, 'md')) as Root;
  return rehypeRawHtml()(tree, new VFile(body));
}

/** Each element as its name and its attributes. */
function elementsOf(body: string): [string, object][] {
  const found: [string, object][] = [];
  visit(transform(body), 'element', ({ tagName, properties }) => {
    found.push([tagName, properties]);
  });
  return found;
}

describe('removes, next to similar HTML that is kept', () => {
  it.each([
    ['<script>', '<script>alert(1)</script>\n\nb', '<div>b</div>'],
    ['<script> in a line', 'a <script>alert(1)</script> b', 'a <b>b</b>'],
    ['<script> in another element', '<div><script>alert(1)</script>b</div>', '<div>b</div>'],
    ['<iframe>', '<iframe src="https://example.org">a</iframe>b', '<div>b</div>'],
    ['<object> and <embed>', '<object data="a"></object><embed src="a">b', '<div>b</div>'],
    [
      '<base>, <meta> and <link>',
      '<base href="//x"><meta http-equiv="refresh"><link rel="stylesheet">b',
      '<div>b</div>',
    ],
    ['<form> and <button>', '<form action="/a"><button>b</button></form>', '<div>b</div>'],
    ['<svg> with a script', '<svg onload="a()"><script>a()</script></svg>b', '<div>b</div>'],
    ['<math>', '<math><mi>b</mi></math>', '<div>b</div>'],
    ['<audio>', '<audio src="a.mp3"></audio>b', '<div>b</div>'],
    ['what a video would do by itself', '<video autoplay onplay="alert(1)"></video>b', '<div>b</div>'],
    ['elements that are not HTML', '<copy-code>b</copy-code><picture-place href="a"></picture-place>', '<div>b</div>'],
  ])('%s', (_, bad, good) => {
    const forbidden = /^(?:script|iframe|object|embed|base|meta|link|form|button|svg|math|mi|audio|.*-.*)$/;
    const names = elementsOf(bad).map(([name]) => name);
    expect(names.filter((name) => forbidden.test(name))).toEqual([]);
    expect(textOf(transform(bad))).not.toContain('alert');
    expect(textOf(transform(bad))).toContain('b');
    expect(elementsOf(good).map(([name]) => name)).toContain(good.includes('<div>') ? 'div' : 'b');
  });

  it.each([
    ['an event handler', '<div onclick="a()">b</div>', '<div align="center">b</div>', 'align'],
    ['a style attribute', '<div style="color:red">b</div>', '<div align="center">b</div>', 'align'],
    ['a script for an address', '<a href="javascript:a()">b</a>', '<a href="https://example.org">b</a>', 'href'],
    ['a script behind a space', '<a href=" javascript:a()">b</a>', '<a href="/blog/">b</a>', 'href'],
    ['a script behind a reference', '<a href="&#106;avascript:a()">b</a>', '<a href="#b">b</a>', 'href'],
    ['data for an address', '<a href="data:text/html,a">b</a>', '<a href="mailto:a@example.org">b</a>', 'href'],
    ['data for a picture', '<img src="data:image/svg+xml,a">', '<img src="a.png">', 'src'],
    ['a picture’s event handler', '<img onerror="a()">', '<img src="a.png">', 'src'],
    ['a key', '<div accesskey="s">b</div>', '<div dir="rtl">b</div>', 'dir'],
    ['the order of focus', '<div tabindex="1">b</div>', '<div lang="de">b</div>', 'lang'],
    [
      'data for search engines',
      '<div itemscope itemtype="a" itemprop="b" itemid="c">b</div>',
      '<div id="a">b</div>',
      'id',
    ],
    ['an older form of it', '<div rev="a" property="b" typeof="c">b</div>', '<div title="a">b</div>', 'title'],
    ['a width beyond the page', '<hr width="99999">', '<hr width="1200">', 'width'],
    ['a width in percent beyond the page', '<hr width="101%">', '<hr width="100%">', 'width'],
    ['a height beyond the page', '<hr height="1201">', '<hr height="120.5px">', 'height'],
    ['a picture’s width beyond any page', '<img width="4097">', '<img width="4096">', 'width'],
    ['a picture’s height beyond any page', '<img height="1e9">', '<img height="3000">', 'height'],
    ['room around a picture', '<img hspace="9999">', '<img hspace="10">', 'hSpace'],
    ['a picture’s other sources', '<img srcset="a.png 2x">', '<img src="a.png">', 'src'],
  ])('%s', (_, bad, good, kept) => {
    const attributes = (body: string) => elementsOf(body).flatMap(([, properties]) => Object.keys(properties));
    expect(attributes(bad)).toEqual([]);
    expect(attributes(good)).toEqual([kept]);
  });

  it('comments', () => {
    expect(transform('<!-- a -->\n\nb').children).not.toContainEqual(expect.objectContaining({ type: 'comment' }));
    expect(textOf(transform('<!-- a -->\n\nb')).trim()).toBe('b');
  });

  it('style sheets, with their content', () => {
    expect(textOf(transform('<style>p { color: red }</style>\n\nb')).trim()).toBe('b');
  });
});

describe('keeps', () => {
  it('inline elements, with Markdown inside', () => {
    const names = elementsOf('<div align="center">\n\n**a** <kbd>b</kbd>\n\n</div>').map(([name]) => name);
    expect(names).toEqual(['div', 'p', 'strong', 'kbd']);
  });

  it('pictures with their dimensions', () => {
    expect(elementsOf('<img src="a.png" alt="A" width="300" height="200" title="T">')).toEqual([
      ['img', { src: 'a.png', alt: 'A', width: 300, height: 200, title: 'T' }],
    ]);
  });

  it.each(['figure', 'figcaption', 'mark', 'small', 'details', 'summary', 'sub', 'sup', 'table', 'h2', 'ul'])(
    '<%s>',
    (name) => {
      expect(elementsOf(`<${name}></${name}>`).map(([found]) => found)).toContain(name);
    },
  );

  it('ids unchanged', () => {
    expect(elementsOf('<div id="mine">a</div>')).toEqual([['div', { id: 'mine' }]]);
  });

  it('what Markdown generates: classes of code, tasks and footnotes, alignment', () => {
    const body = '<br>\n\n```js\na\n```\n\n- [x] b\n\n| c |\n|--:|\n\nd[^1]\n\n[^1]: e';
    const elements = new Map(elementsOf(body));
    expect(elements.get('code')).toEqual({ className: ['language-js'] });
    expect(elements.get('ul')).toEqual({ className: ['contains-task-list'] });
    expect(elements.get('input')).toMatchObject({ type: 'checkbox', checked: true, disabled: true });
    expect(elements.get('th')).toEqual({ align: 'right' });
    expect(elements.get('h2')).toMatchObject({ id: 'footnote-label' });
    expect(elements.get('section')).toMatchObject({ className: ['footnotes'] });
  });
});

it('returns the same tree object if there is no HTML', () => {
  const tree = unified().use(remarkRehype).runSync(parseBody('a *b*', 'md')) as Root;
  expect(rehypeRawHtml()(tree, new VFile())).toBe(tree);
});
