import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Format } from '@/lib/mdx/body';
import { type CompiledBody, type CompileOptions, compileBody } from '@/lib/mdx/compile';
import { renderBody } from '@/lib/mdx/render';

const picture = { src: '/p/a.png', width: 300, height: 200, srcSet: '' };

const components = {
  callout: ({ kind, children }: { kind: string; children?: ReactNode }) =>
    createElement('aside', { className: kind }, children),
  'picture-place': ({ alt, href }: { alt: string; href?: string }) => createElement('i', { title: href }, alt),
};

async function compile(
  body: string,
  format: Format,
  rest: Partial<CompileOptions> = {},
): Promise<CompiledBody & { content: ReactNode }> {
  const compiled = await compileBody(body, {
    format,
    pictures: new Map([['a.png', picture]]),
    hasPublicFile: () => false,
    ...rest,
  });
  return { ...compiled, content: renderBody(compiled, components) };
}

async function htmlOf(body: string, format: Format): Promise<string> {
  return renderToStaticMarkup((await compile(body, format)).content);
}

describe.each(['md', 'mdx'] as const)('in .%s', (format) => {
  it('Markdown becomes HTML', async () => {
    expect(await htmlOf('**a** *b* ~~c~~\n\n- d\n', format)).toBe(
      '<p><strong>a</strong> <em>b</em> <del>c</del></p>\n<ul>\n<li>d</li>\n</ul>',
    );
  });

  it('headings have ids, are listed, and move below the title', async () => {
    const { content, headings } = await compile('# A\n\n## B\n\n## B\n', format);
    expect(headings).toEqual([
      { rank: 2, id: 'a', text: 'A' },
      { rank: 3, id: 'b', text: 'B' },
      { rank: 3, id: 'b-1', text: 'B' },
    ]);
    expect(renderToStaticMarkup(content)).toMatch(/^<h2 id="a">A<a class="anchor" href="#a" aria-label="Link to “A”">/);
  });

  it('alerts are rendered by the callout component', async () => {
    expect(await htmlOf('> [!TIP]\n> a', format)).toBe('<aside class="tip">\n<p>a</p>\n</aside>');
  });

  it('pictures are rendered with their dimensions, or by the component for external pictures', async () => {
    expect(await htmlOf('![A](a.png)', format)).toBe(
      '<p><img src="/p/a.png" alt="A" width="300" height="200" loading="lazy" decoding="async"/></p>',
    );
    expect(await htmlOf('![A](https://example.org/a.png)', format)).toBe(
      '<p><i title="https://example.org/a.png">A</i></p>',
    );
  });

  it('links are resolved', async () => {
    expect(await htmlOf('[a](/blog/x) [b](https://example.org)', format)).toBe(
      '<p><a href="/blog/x/">a</a> <a href="https://example.org" rel="external">b</a></p>',
    );
  });

  it('code is highlighted and never parsed as markup', async () => {
    const html = await htmlOf('```js\nlet a = {b} < c;\n```\n\n`{d} <e>`\n', format);
    expect(html).toMatch(
      /^<copy-code><pre tabindex="0"><code data-language="js"><span class="c-keyword">let<\/span> a/,
    );
    expect(html).toContain('<code>{d} &lt;e></code>');
    expect(html).not.toContain('style=');
  });

  it('tables scroll and have no style attributes', async () => {
    const html = await htmlOf('| a |\n|--:|\n| b |\n', format);
    expect(html).toContain('<div class="table-scroll" role="group" aria-label="Table" tabindex="0"><table>');
    expect(html).toContain('<td class="align-right">b</td>');
    expect(html).not.toMatch(/style=|align=/);
  });

  it('footnotes have links in both directions and a heading for screen readers', async () => {
    const html = await htmlOf('a[^1]\n\n[^1]: b\n', format);
    const [, reference] = /<a href="#([^"]+)" id="[^"]+"/.exec(html) ?? [];
    expect(html).toContain(`<li id="${reference}">`);
    expect(html).toContain('<h2 class="sr-only" id="footnote-label">');
    expect((await compile('a[^1]\n\n[^1]: b\n', format)).headings).toEqual([]);
  });

  it('links cannot run a script', async () => {
    const html = await htmlOf('[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1))', format);
    expect(html).not.toContain('alert(1)');
    expect(await htmlOf('[a](https://example.org/alert(1))', format)).toContain('alert(1)');
  });

  it('words are counted without code', async () => {
    const words = 'word '.repeat(690);
    expect((await compile(words, format)).words).toBe(690);
    expect((await compile(`\`\`\`\n${words}\n\`\`\``, format)).words).toBe(0);
  });

  it('an empty body renders nothing', async () => {
    const { content, headings, words } = await compile('', format);
    expect(renderToStaticMarkup(content)).toBe('');
    expect({ headings, words }).toEqual({ headings: [], words: 0 });
  });

  it('bodies do not affect each other', async () => {
    const [first, second] = await Promise.all([compile('## A\n', format), compile('## A\n', format)]);
    expect(first.headings).toEqual(second.headings);
    expect(first.headings).toHaveLength(1);
  });
});

describe('in .md', () => {
  it.each([
    ['a {b} c', '<p>a {b} c</p>'],
    ['{1 + 1}', '<p>{1 + 1}</p>'],
    ['a < b > c', '<p>a &lt; b &gt; c</p>'],
    ['import a from "b"', '<p>import a from “b”</p>'],
    ['<https://example.org>', '<p><a href="https://example.org" rel="external">https://example.org</a></p>'],
    ['&lt;script&gt;', '<p>&lt;script&gt;</p>'],
  ])('braces and angle brackets are text or Markdown: %s', async (body, html) => {
    expect(await htmlOf(body, 'md')).toBe(html);
  });

  it('<script> is removed with its content', async () => {
    expect(await htmlOf('a <script>alert(1)</script>b', 'md')).toBe('<p>a b</p>');
    expect(await htmlOf('<script>\nalert(1)\n</script>\n\nb', 'md')).toBe('<p>b</p>');
  });

  it('<div> and <img> are kept, without attributes that could run code', async () => {
    expect(await htmlOf('<div align="center" onclick="a()">\n\n**b**\n\n</div>', 'md')).toBe(
      '<div align="center">\n<p><strong>b</strong></p>\n</div>',
    );
    expect(await htmlOf('<img src="a.png" alt="A" width="150" onerror="a()">', 'md')).toBe(
      '<img src="/p/a.png" alt="A" width="150" height="100" loading="lazy" decoding="async"/>',
    );
  });

  it('HTML is processed like Markdown', async () => {
    const { content, headings } = await compile(
      '<h2>A</h2>\n\n<a href="/blog">b</a>\n\n<img src="c.png" alt="C">',
      'md',
    );
    expect(headings).toEqual([{ rank: 2, id: 'a', text: 'A' }]);
    const html = renderToStaticMarkup(content);
    expect(html).toContain('<a href="/blog/">b</a>');
    expect(html).toContain('<i>C</i>');
  });
});

describe('in .mdx', () => {
  it('plain elements are kept', async () => {
    expect(await htmlOf('<abbr title="a">b</abbr> <kbd>c</kbd>\\\n\\{d} \\<e>', 'mdx')).toContain(
      '<abbr title="a">b</abbr> <kbd>c</kbd><br/>',
    );
    expect(await htmlOf('<details open>\n\n**a**\n\n</details>', 'mdx')).toBe(
      '<details open=""><p><strong>a</strong></p></details>',
    );
  });

  it('escaped braces and angle brackets are text', async () => {
    expect(await htmlOf('a \\{b} \\<c>', 'mdx')).toBe('<p>a {b} &lt;c&gt;</p>');
  });

  it.each([
    ['an expression', 'a\n\n{b}', '"{b}" would run as code'],
    ['an import', 'a\n\nimport b from "c"', 'would run as code'],
    ['an export', 'a\n\nexport const b = 1', 'would run as code'],
    ['a spread', 'a\n\n<kbd {...b}>c</kbd>', '<kbd {…}> would run as code'],
    ['an attribute in braces', 'a\n\n<abbr title={b}>c</abbr>', 'title={…} would run as code'],
    ['<script>', 'a\n\n<script>b</script>', '<script>'],
    ['<iframe>', 'a\n\n<iframe src="b" />', '<iframe>'],
  ])('a body with %s is not rendered, and the line is reported', async (_, body, message) => {
    await expect(compile(body, 'mdx')).rejects.toThrow('line 3 of the body: ');
    await expect(compile(body, 'mdx')).rejects.toThrow(message);
    await expect(compile('a\n\nb', 'mdx')).resolves.toBeDefined();
  });
});
