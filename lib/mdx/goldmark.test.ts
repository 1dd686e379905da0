// What Goldmark, Hugo's Markdown parser, supports in addition to GitHub's Markdown.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Format } from '@/lib/mdx/body';
import { compileBody } from '@/lib/mdx/compile';
import { inspectBody } from '@/lib/mdx/inspect';
import { renderBody } from '@/lib/mdx/render';

async function compile(body: string, format: Format = 'md') {
  const compiled = await compileBody(body, { format, pictures: new Map(), hasPublicFile: () => false });
  return { ...compiled, html: renderToStaticMarkup(renderBody(compiled, {})) };
}

const htmlOf = async (body: string, format?: Format) => (await compile(body, format)).html;
const idsOf = async (body: string) => (await compile(body)).headings.map(({ id, text }) => `${id}: ${text}`);
const codesOf = (body: string) =>
  inspectBody(body, 'md').inspection.diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`);

describe('attributes of headings', () => {
  it.each([
    ['## One {#first}', 'first: One'],
    ['## One {#First.v1_x:y .wide data-a="b c"}', 'First.v1_x:y: One'],
    ['## One {.wide}', 'one: One'],
    ['One *two* {#first}\n---', 'first: One two'],
    ['## One {#first} ##', 'first: One'],
    ['## Einführung {#einführung}', 'einführung: Einführung'],
    ['## `a` {#b}', 'b: a'],
    ['## {#b}', 'b: '],
    ['## A {b}', 'a-b: A {b}'],
    ['## A {}', 'a-: A {}'],
    ['## A {#b} c', 'a-b-c: A {#b} c'],
    ['## A {#b c}', 'a-b-c: A {#b c}'],
    ['## A `{#b}`', 'a-b: A {#b}'],
    ['## A {#"onclick=x}', 'a-onclickx: A {#”onclick=x}'],
  ])('%s', async (body, id) => {
    expect(await idsOf(body)).toEqual([id]);
    expect(inspectBody(body, 'md').inspection.ids).toEqual([id.slice(0, id.indexOf(': '))]);
  });

  it('come before the ids that are made from titles', async () => {
    const body = '## One\n\n## Two {#one}\n\n## One\n\n<h3 id="two">Three</h3>\n\n## Two\n';
    expect(await idsOf(body)).toEqual(['one-1: One', 'one: Two', 'one-2: One', 'two: Three', 'two-1: Two']);
    expect(inspectBody(body, 'md').inspection.ids).toEqual(['one-1', 'one', 'one-2', 'two-1', 'two']);
    expect(await htmlOf('## Two {#one .x onclick="y"}')).toBe(
      '<h2 id="one">Two<a class="anchor" href="#one" aria-label="Link to “Two”">#</a></h2>',
    );
    // The same through the sanitiser, which runs where there is HTML.
    expect(await htmlOf('## Two {#one .x}\n\n<b>x</b>')).toContain('<h2 id="one">Two');
  });

  it('never repeat an id of the page or of another heading', async () => {
    expect(codesOf('## A {#site-main}')).toEqual(['1:1 html/page-id']);
    expect(codesOf('## A {#a}\n\n## B {#a}\n\n<i id="a"></i>')).toEqual(['3:1 html/id-twice', '5:1 html/id-twice']);
    expect(codesOf('## A {#a}\n\n## B {#b}')).toEqual([]);
    expect(await idsOf('## A {#site-main}\n\n## B {#a}\n\n## C {#a}')).toEqual(['the-site-main: A', 'a: B', 'a-1: C']);
  });

  it('are supported in Markdown only', async () => {
    expect(await htmlOf('## A \\{#b}', 'mdx')).toContain('A {#b}');
  });
});

describe('definition lists', () => {
  it.each([
    ['Term\n: Text', '<dl><dt>Term</dt><dd>Text</dd></dl>'],
    ['Term\n:   Text *a*\nand on\n: More', '<dl><dt>Term</dt><dd>Text <em>a</em>\nand on</dd><dd>More</dd></dl>'],
    ['A\nB\n: Text', '<dl><dt>A</dt><dt>B</dt><dd>Text</dd></dl>'],
    ['A\n: One\n\nB\n: Two', '<dl><dt>A</dt><dd>One</dd><dt>B</dt><dd>Two</dd></dl>'],
    [
      'A\n\n: One\n\n: Two\n\nB\n\n: Three',
      '<dl><dt>A</dt><dd><p>One</p></dd><dd><p>Two</p></dd><dt>B</dt><dd><p>Three</p></dd></dl>',
    ],
    [
      'A\n:   One\n\n    *two*\n\n    - three\n',
      '<dl><dt>A</dt><dd><p>One</p><p><em>two</em></p><ul>\n<li>three</li>\n</ul></dd></dl>',
    ],
    ['A\n: One\n\n  - two\n\nB', '<dl><dt>A</dt><dd><p>One</p><ul>\n<li>two</li>\n</ul></dd></dl>\n<p>B</p>'],
    ['> A\n> : One', '<blockquote>\n<dl><dt>A</dt><dd>One</dd></dl>\n</blockquote>'],
    ['- A\n  : One', '<ul>\n<li>\n<dl><dt>A</dt><dd>One</dd></dl>\n</li>\n</ul>'],
    ['Not:\nthis, and :tadaa: neither', '<p>Not:\nthis, and :tadaa: neither</p>'],
    [': One', '<p>: One</p>'],
    ['A\n:One', '<p>A\n:One</p>'],
    ['## A\n: One', '<h2 id="a">A<a class="anchor" href="#a" aria-label="Link to “A”">#</a></h2>\n<p>: One</p>'],
    ['```\nA\n: One\n```', '<copy-code><pre tabindex="0"><code>A\n: One</code></pre></copy-code>'],
  ])('%j', async (body, html) => {
    expect(await htmlOf(body)).toBe(html);
    expect(codesOf(body)).toEqual([]);
  });

  it('may contain shortcodes and HTML', async () => {
    expect(await htmlOf('A\n: One {{< x 12 >}} <b>b</b><script>c</script>')).toContain('<dt>A</dt><dd>One ');
    expect(await htmlOf('A\n: <script>c</script><b>b</b>')).toBe('<dl><dt>A</dt><dd><b>b</b></dd></dl>');
    expect(codesOf('A\n: [x](javascript:alert)')).toEqual(['2:3 link/scheme']);
  });
});

describe('the typographer', () => {
  it.each([
    ['"One" and \'two\'', '“One” and ‘two’'],
    ['"*One*" ("two")', '“<em>One</em>” (“two”)'],
    ["It's the '90s, and the users' site", 'It’s the ’90s, and the users’ site'],
    ['"\'One\' two"', '“‘One’ two”'],
    ['2020--2021, and --- so ... on', '2020–2021, and — so … on'],
    ['a -- b ---- c', 'a – b ---- c'],
    ['"`x`"', '“<code>x</code>”'],
    ['[`x`\'s "y"](/blog/)', '<a href="/blog/"><code>x</code>’s “y”</a>'],
    ['`"x" -- y`', '<code>"x" -- y</code>'],
    [
      'https://example.org/a--b...c',
      '<a href="https://example.org/a--b...c" rel="external">https://example.org/a--b...c</a>',
    ],
    ['[a](https://example.org/a--b "t")', '<a href="https://example.org/a--b" title="t" rel="external">a</a>'],
  ])('%s', async (body, html) => {
    expect(await htmlOf(body)).toBe(`<p>${html}</p>`);
  });

  it('leaves MDX unchanged, and dashes in headings, so that their ids do not change', async () => {
    expect(await idsOf('## What\'s -- "new"')).toEqual(['whats----new: What’s -- “new”']);
    expect(await htmlOf('"a"', 'mdx')).toBe('<p>&quot;a&quot;</p>');
  });

  it('leaves HTML unchanged', async () => {
    expect(await htmlOf('<kbd title="a--b">"</kbd> "c"')).toBe('<p><kbd title="a--b">“</kbd> “c”</p>');
  });
});
