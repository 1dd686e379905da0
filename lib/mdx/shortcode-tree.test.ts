import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { BodyContext } from '@/lib/content/posts';
import { compileBody } from '@/lib/mdx/compile';
import { inspectBody } from '@/lib/mdx/inspect';
import type { Picture } from '@/lib/mdx/picture';
import { renderBody } from '@/lib/mdx/render';

const picture = { src: '/b/one-featured.png', width: 1400, height: 1400, srcSet: '' };
const pictures = new Map<string, Picture>([
  ['one-featured.png', picture],
  ['by.png', { ...picture, src: '/b/by.png', resource: 'signed', byline: 'Ann' }],
]);

async function htmlOf(body: string, context?: BodyContext): Promise<string> {
  const compiled = await compileBody(body, { format: 'md', pictures, context, hasPublicFile: () => false });
  return renderToStaticMarkup(renderBody(compiled, {}));
}

const problemsOf = (body: string, context?: BodyContext) =>
  inspectBody(body, 'md', context)
    .inspection.diagnostics.filter(({ code }) => code.startsWith('shortcode/'))
    .map(({ code, line, column, fix }) => [code, line, column, fix]);

const quoted = (href: string, text: string) =>
  `<blockquote>\n<p><a href="${href}" rel="external">${text}</a></p>\n</blockquote>`;

describe('each shortcode becomes the component that MDX posts use', () => {
  it.each([
    [
      '{{< youtube r_vKf5l1D1M >}}',
      '<shortcode-video url="https://www.youtube.com/watch?v=r_vKf5l1D1M" title="Video on YouTube"></shortcode-video>',
    ],
    [
      '{{< vimeo id="146022717" title="A talk" >}}',
      '<shortcode-video url="https://vimeo.com/146022717" title="A talk"></shortcode-video>',
    ],
    ['{{< tweet user="ann" id="12" >}}', quoted('https://x.com/ann/status/12', 'A post by @ann on X')],
    ['{{< twitter ann 12 >}}', quoted('https://x.com/ann/status/12', 'A post by @ann on X')],
    ['{{< x 12 >}}', quoted('https://x.com/i/status/12', 'A post on X')],
    ['{{< gist ann 7a "b.go" >}}', quoted('https://gist.github.com/ann/7a', 'A gist by ann: b.go')],
    [
      '{{% alert color="warning" title="T" %}}\n*a*\n{{% /alert %}}',
      '<callout kind="warning" title="T"><p><em>a</em></p></callout>',
    ],
    ['{{% pageinfo color="primary" %}}\na\n{{% /pageinfo %}}', '<callout kind="note"><p>a</p></callout>'],
    ['{{% note %}}a{{% /note %}}', '<callout kind="note"><p>a</p></callout>'],
    ['{{< warning >}}a{{< /warning >}}', '<callout kind="warning"><p>a</p></callout>'],
    ['{{< caution >}}a{{< /caution >}}', '<callout kind="caution"><p>a</p></callout>'],
    ['{{< details "More" >}}\na\n{{< /details >}}', '<details><summary>More</summary><p>a</p></details>'],
    [
      '{{< details summary="More" open=true >}}a{{< /details >}}',
      '<details open=""><summary>More</summary><p>a</p></details>',
    ],
    [
      '{{< highlight text >}}\na *b*\n{{< /highlight >}}',
      '<copy-code><pre tabindex="0"><code data-language="text">a *b*</code></pre></copy-code>',
    ],
    [
      '{{< tabpane >}}\n{{< tab header="A" >}}a{{< /tab >}}\n{{< tab "B" >}}b{{< /tab >}}\n{{< /tabpane >}}',
      '<div class="shortcode-tabs"><details open><summary>A</summary><p>a</p></details><details><summary>B</summary><p>b</p></details></div>',
    ],
    [
      '{{< cardpane >}}\n  {{< card header="**H**" footer="f" >}}\n  a\n  {{< /card >}}\n{{< /cardpane >}}',
      '<div class="shortcode-cards"><div class="shortcode-card"><p><strong><strong>H</strong></strong></p><p>a</p><p>f</p></div></div>',
    ],
    [
      '{{< gallery match="*.png" sortOrder="desc" >}}',
      '<shortcode-gallery match="*.png" order="desc"></shortcode-gallery>',
    ],
    [
      '{{< imgproc one Resize x700 >}}A *caption*{{< /imgproc >}}',
      '<figure><img src="/b/one-featured.png" alt="A caption" width="700" height="700" loading="lazy" decoding="async"/><figcaption>A <em>caption</em></figcaption></figure>',
    ],
    [
      '{{< imgproc signed Resize 70x >}}A{{< /imgproc >}}',
      '<figure><img src="/b/by.png" alt="A" width="70" height="70" loading="lazy" decoding="async"/><figcaption>A<br/><small>Ann</small></figcaption></figure>',
    ],
    [
      '{{< figure src="one-featured.png" alt="One" caption="A [b](https://example.org/)" width="300px" >}}',
      '<figure><img src="/b/one-featured.png" alt="One" width="300" height="300" loading="lazy" decoding="async"/><figcaption>A <a href="https://example.org/" rel="external">b</a></figcaption></figure>',
    ],
  ])('%s', async (body, html) => {
    expect(await htmlOf(body)).toBe(html);
    expect(problemsOf(body)).toEqual([]);
    // The same through the sanitiser, which runs where there is HTML.
    expect(await htmlOf(`<b>x</b>\n\n${body}`)).toContain(html.replace(/<(img [^>]*)\/>/, '<$1/>').slice(-40));
  });

  it('param, ref, relref and readfile are text', async () => {
    const context = {
      params: { version: '1_0*' },
      refs: { other: '/blog/2022/03/other/' },
      texts: { 'a.sh': 'ls\n', 'b.md': '*b*' },
    };
    expect(await htmlOf('It is {{< param version >}}.', context)).toBe('<p>It is 1_0*.</p>');
    expect(await htmlOf('[a]({{< ref "other" >}}#b)', context)).toBe('<p><a href="/blog/2022/03/other/#b">a</a></p>');
    expect(await htmlOf('[a]({{% relref other %}})', context)).toBe('<p><a href="/blog/2022/03/other/">a</a></p>');
    expect(await htmlOf('{{< readfile file="a.sh" code="true" >}}', context)).toContain('data-language="sh"');
    expect(await htmlOf('{{% readfile "b.md" %}}', context)).toBe('<p><em>b</em></p>');
    expect(problemsOf('{{< param versions >}}', context)).toEqual([['shortcode/missing', 1, 1, expect.any(String)]]);
    expect(problemsOf('a\n[a]({{< ref "no" >}})', context)).toEqual([['shortcode/missing', 2, 5, expect.any(String)]]);
    expect(problemsOf('{{< readfile "c.md" >}}', context)).toEqual([['shortcode/missing', 1, 1, expect.any(String)]]);
  });
});

describe('text around a shortcode is unchanged', () => {
  it.each([
    ['a {{< youtube r_vKf5l1D1M >}} b', /^<p>a <\/p>\n<shortcode-video [^>]*><\/shortcode-video>\n<p> b<\/p>$/],
    [
      '- a\n- {{< youtube r_vKf5l1D1M >}}\n- c',
      /^<ul>\n<li>a<\/li>\n<li>\s*<shortcode-video [^>]*><\/shortcode-video>\s*<\/li>\n<li>c<\/li>\n<\/ul>$/,
    ],
    [
      '> {{% note %}}\n> *a*\n> {{% /note %}}',
      /^<blockquote>\n<callout kind="note"><p><em>a<\/em><\/p><\/callout>\n<\/blockquote>$/,
    ],
    [
      '1. a\n\n   {{% note %}}\n   - b\n   {{% /note %}}\n1. c',
      /<li>\s*<p>a<\/p>\s*<callout kind="note"><ul>\s*<li>b<\/li>\s*<\/ul><\/callout>\s*<\/li>\s*<li>\s*<p>c/,
    ],
    [
      '<div>\n{{< youtube r_vKf5l1D1M >}}\n</div>',
      /^<div>\s*<shortcode-video url="[^"]*" title="[^"]*"><\/shortcode-video>\s*<\/div>$/,
    ],
    [
      '{{% note %}}\n## H\n\n{{< highlight sh >}}ls{{< /highlight >}}\n{{% /note %}}',
      /^<callout kind="note"><h2 id="h">.*<copy-code>/,
    ],
    ['```\n{{< a >}} {{</* b */>}}\n```', /{{&lt; a &gt;}} {{&lt; b &gt;}}|{{&lt; a >}} {{&lt; b >}}/],
  ])('%s', async (body, html) => {
    expect(await htmlOf(body)).toMatch(html);
    expect(problemsOf(body)).toEqual([]);
  });
});

describe('problems are reported at their lines', () => {
  it.each([
    ['a\n\n{{< yotube x >}}', ['shortcode/unknown', 3, 1, 'did you mean "youtube"?'], '{{< youtube r_vKf5l1D1M >}}'],
    [
      'a\n\n{{% note %}}\nb',
      ['shortcode/unclosed', 3, 1, 'write {{< /note >}} after its text'],
      '{{% note %}}\nb\n{{% /note %}}',
    ],
    [
      '{{% note %}}\nx\n\n - {{< youtube a >}}\n{{% /note %}}',
      ['shortcode/argument', 4, 4, 'write {{< youtube ID >}} with the ID from its address'],
      '{{% note %}}\n{{< youtube r_vKf5l1D1M >}}\n{{% /note %}}',
    ],
  ])('%s', (body, wrong, right) => {
    expect(problemsOf(body)).toEqual([wrong]);
    expect(problemsOf(right)).toEqual([]);
  });

  it('including links and pictures in shortcodes and after them', () => {
    const body = '{{< gallery\nmatch="*" >}} b\n{{% note %}}\n\n  [a](/a/) ![b](b.png)\n{{% /note %}}\n\n![c](c.png)\n';
    const { references, matches } = inspectBody(body, 'md').inspection;
    expect(references).toEqual([
      { kind: 'link', address: '/a/', line: 5, column: 3 },
      { kind: 'picture', address: 'b.png', line: 5, column: 12 },
      { kind: 'picture', address: 'c.png', line: 8, column: 1 },
    ]);
    expect(matches).toEqual([{ line: 1, column: 1, shortcode: 'gallery', pattern: '*' }]);
  });

  it('an unknown shortcode becomes a box with its text, and the rest is rendered', async () => {
    expect(await htmlOf('a\n\n{{% nope %}}\n*b*\n{{% /nope %}}\n\nc')).toBe(
      '<p>a</p>\n<div class="shortcode-unknown"><p><strong>Not shown here: nope</strong></p><p><em>b</em></p></div>\n<p>c</p>',
    );
  });

  it('MDX has no shortcodes', () => {
    expect(inspectBody('`{{< a >}}`', 'mdx').inspection.diagnostics).toEqual([]);
  });
});
