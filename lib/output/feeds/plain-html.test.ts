import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { toPlainHtml } from '@/lib/output/feeds/plain-html';

const href = 'https://news.example/blog/2022/03/a/';
const plain = (html: string) => toPlainHtml(fromHtml(html, { fragment: true }), href);

describe('toPlainHtml', () => {
  it.each([
    ['a link to a page', '<a href="/blog/">x</a>', '<a href="https://news.example/blog/">x</a>'],
    ['a link to a place in the post', '<a href="#b">x</a>', `<a href="${href}#b">x</a>`],
    ['a picture next to the post', '<img src="g.png" alt="G">', `<img src="${href}g.png" alt="G" />`],
    ['a link elsewhere', '<a href="https://e.example/">x</a>', '<a href="https://e.example/">x</a>'],
    ['a table', '<table><tr><td colspan="2">x</td></tr></table>', '<td colspan="2">x</td>'],
    ['the alignment of a column', '<table><tr><td class="align-right">x</td></tr></table>', '<td align="right">x</td>'],
    ['text', 'a &lt; b', 'a &#x3C; b'],
  ])('keeps %s, with absolute addresses', (_, html, wanted) => {
    expect(plain(html)).toContain(wanted);
  });

  it.each([
    ['a script', '<p>a<script>alert(1)</script>b</p>', '<p>ab</p>'],
    ['a link that runs something', '<a href="javascript:x()">x</a>', '<a>x</a>'],
    ['a class like one of a column', '<p class="align-right">x</p>', '<p>x</p>'],
    ['a handler, a class, an id', '<p class="c" id="i" onclick="x()" style="color:red">x</p>', '<p>x</p>'],
    [
      'smaller variants',
      `<img src="${href}g.png" alt="" srcset="g.webp 1w" sizes="1px">`,
      `<img src="${href}g.png" alt="" />`,
    ],
    ['colours of code', '<pre><code><span class="c-k">let</span> x</code></pre>', '<pre><code>let x</code></pre>'],
    ['elements of this site', '<copy-code><pre>x</pre></copy-code>', '<pre>x</pre>'],
    ['a heading’s link to itself', '<h2 id="a">A<a class="anchor" href="#a">#</a></h2>', '<h2>A</h2>'],
    ['a frame', '<iframe src="https://e.example/"></iframe>', ''],
    ['a box to tick', '<li><input type="checkbox" checked disabled> x</li>', '<li>☑  x</li>'],
  ])('removes %s', (_, html, wanted) => {
    expect(plain(html)).toBe(wanted);
  });
});
