import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectBody } from '@/lib/mdx/inspect';
import { convertBody } from '@/lib/news/import/body';
import type { ConvertedBody, GeneratorName, SourcePost, SourceSite } from '@/lib/news/import/source';

let folder: string;

const plainSvg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
const editedSvg = plainSvg.replace('<rect', '<rect style="fill:#000" inkscape:label="x" xmlns:inkscape="urn:x"');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'import-body-'));
  const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#123' } })
    .png()
    .toBuffer();
  const jpeg = await sharp(png).jpeg().toBuffer();
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const large = await sharp({ create: { width: 1_200, height: 1_200, channels: 3, background: '#fff', noise } })
    .png()
    .toBuffer();
  const files: Record<string, Uint8Array | string> = {
    'blog/first/near.png': png,
    'blog/first/images/deep one.png': png,
    'blog/first/misnamed.png': jpeg,
    'blog/first/cut.png': png.subarray(0, 40),
    'blog/first/large.png': large,
    'blog/first/plain.svg': plainSvg,
    'blog/first/edited.svg': editedSvg,
    'blog/first/paper.pdf': '%PDF-1.4\n%%EOF',
    'blog/first/tools.zip': 'PK',
    'blog/second/near.png': jpeg,
    'static/img/logo.png': png,
    'static/img/drawn.svg': plainSvg,
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const firstPost: SourcePost = {
  file: 'blog/first/index.md',
  folder: 'blog/first',
  syntax: 'markdown',
  data: { title: 'First', version: '1.2', nested: { part: 'deep' } },
  body: '',
  bodyLine: 5,
  oldAddress: '/blog/first/',
  address: '/blog/2024/01/first/',
};

const secondPost: SourcePost = {
  ...firstPost,
  file: 'blog/second/index.md',
  folder: 'blog/second',
  oldAddress: '/blog/second/',
};

interface Options {
  readonly syntax?: SourcePost['syntax'];
  readonly origins?: readonly string[];
  readonly pictures?: readonly string[];
}

async function convert(generator: GeneratorName, body: string, options: Options = {}): Promise<ConvertedBody> {
  const { syntax = 'markdown', origins = ['https://old.example'], pictures = [] } = options;
  const post = { ...firstPost, syntax, body };
  const site: SourceSite = {
    ...{ generator, folder, origins, redirects: [], problems: [] },
    posts: [post, secondPost],
    served: [join(folder, 'static')],
    params: { title: 'Wombat News', params: { vers: '9.9' } },
  };
  const resolveLink = (link: string) => {
    const [whole, fragment = ''] = /(?:^|[/}])(?:2020-01-01-)?second(?:\.md|\/)?(#.*)?$/.exec(link) ?? [];
    return whole === undefined ? undefined : `/blog/2024/02/second/${fragment}`;
  };
  return convertBody({ site, post, resolveLink, pictures });
}

/** The body that a text becomes, which the check accepts. */
async function converted(generator: GeneratorName, body: string, options?: Options): Promise<string> {
  const result = await convert(generator, body, options);
  const errors = inspectBody(result.body, 'md', {}).inspection.diagnostics.filter(
    ({ severity }) => severity === 'error',
  );
  expect(errors).toEqual([]);
  return result.body.trimEnd();
}

type Case = readonly [title: string, generator: GeneratorName, source: string, result: string];

const fence = '```';

const markdown: readonly Case[] = [
  [
    'a shortcode without a space',
    'hugo',
    'A\n\n{{<youtube dQw4w9WgXcQ>}}\n\n<b>c</b>',
    'A\n\n{{<youtube dQw4w9WgXcQ>}}\n\n<b>c</b>',
  ],
  ['an address of Git', 'markdown', '[a](git@github.com:b/c.git)', '[a](https://github.com/b/c.git)'],
  ['param of the configuration', 'hugo', 'Use {{< param vers >}} or {{% param "version" %}}.', 'Use 9.9 or 1.2.'],
  ['ref to a post', 'hugo', '[a]({{< ref "second.md#part" >}})', '[a](/blog/2024/02/second/#part)'],
  ['ref to another page', 'hugo', '[a]({{< relref "/docs/x.md" >}})', '[a](https://old.example/docs/x/)'],
  ['block attributes', 'hugo', '| a |\n|---|\n| b |\n{.wide}\n\nText\n{#id .lead}', '| a |\n|---|\n| b |\n\nText'],
  [
    'a box of a theme',
    'hugo',
    '{{< notice tip >}}\nHi\n{{< /notice >}}',
    '{{% alert color="tip" %}}\nHi\n{{% /alert %}}',
  ],
  ['a card without an end', 'hugo', '{{< card title="A" >}}', '{{< card title="A" />}}'],
  ['a comment', 'hugo', '{{% comment %}}no{{% /comment %}}Yes', '<!--no-->Yes'],
  ['known shortcodes', 'hugo', '{{< youtube dQw4w9WgXcQ >}}', '{{< youtube dQw4w9WgXcQ >}}'],
  ['braces of other languages', 'hugo', 'Use {{ .Values.x }} here.', 'Use {{ .Values.x }} here.'],

  ['highlight', 'jekyll', '{% highlight rb linenos %}\na = `b`\n{% endhighlight %}', `${fence}rb\na = \`b\`\n${fence}`],
  [
    'highlight in a list',
    'jekyll',
    '- a\n\n  {% highlight sh %}\n  ls\n  {% endhighlight %}',
    `- a\n\n  ${fence}sh\n  ls\n  ${fence}`,
  ],
  [
    'highlight with fences inside',
    'jekyll',
    `{% highlight md %}\n${fence}\nx\n${fence}\n{% endhighlight %}`,
    `${fence}\`md\n${fence}\nx\n${fence}\n${fence}\``,
  ],
  [
    'highlight in a quote',
    'jekyll',
    '> {% highlight rb %}\n> a\n> {% endhighlight %}',
    `> ${fence}rb\n> a\n> ${fence}`,
  ],
  [
    'a captured text',
    'jekyll',
    '{% capture n %}*a*{% endcapture %}<div>{{ n | markdownify }}</div>',
    '<div>\n\n*a*\n\n</div>',
  ],
  [
    'a quote of a theme',
    'hugo',
    '{{< quote author="Ann" >}}\nHi\n{{< /quote >}}',
    '<blockquote>\n\nHi\n\n— Ann\n\n</blockquote>',
  ],
  [
    'the text of a glossary',
    'hugo',
    'A {{< term text="Pod" id="pod" >}} and {{< gloss >}}mesh{{< /gloss >}}',
    'A Pod and mesh',
  ],
  ['a callout with a title', 'hugo', '> [!info] A b\n> c', '> [!NOTE]\n> **A b**\n>\n> c'],
  ['an embedded picture', 'markdown', '![[near.png|300]] `![[near.png]]`', '![near](near.png) `![[near.png]]`'],
  ['blocks between slashes', 'mkdocs', '/// tip | A\nb\n///', '{{% alert title="A" color="tip" %}}\nb\n{{% /alert %}}'],
  ['raw', 'jekyll', 'Use {% raw %}{{ x }} and {% y %}{% endraw %}.', 'Use {{ x }} and {% y %}.'],
  ['raw in a fence', 'jekyll', `${fence}\n{% raw %}\n{{ x }}\n{% endraw %}\n${fence}`, `${fence}\n{{ x }}\n${fence}`],
  ['values', 'jekyll', '{{ site.title }}, {{page.version}}, {{ page.nested.part | upcase }}', 'Wombat News, 1.2, DEEP'],
  [
    'an address of the site',
    'jekyll',
    '[a]({{ site.baseurl }}/second/) [b]({{ "/x" | absolute_url }})',
    '[a](/blog/2024/02/second/) [b](https://old.example/x)',
  ],
  [
    'post_url and link',
    'jekyll',
    '[a]({% post_url 2020-01-01-second %}) [b]({% link _posts/2020-01-01-second.md %})',
    '[a](/blog/2024/02/second/) [b](/blog/2024/02/second/)',
  ],
  ['a video', 'jekyll', '{% include youtube.html id="dQw4w9WgXcQ" %}', '{{< youtube "dQw4w9WgXcQ" >}}'],
  [
    'a figure',
    'jekyll',
    '{% include figure.html src="/img/logo.png" alt="A" caption="C" %}',
    '{{< figure src="logo.png" alt="A" caption="C" >}}',
  ],
  [
    'attributes',
    'jekyll',
    '## A\n{: #own .x}\n\n[b](https://b.example){: .btn target="_blank"} {c}\n{: .d}',
    '## A {#own}\n\n[b](https://b.example) {c}',
  ],
  ['a table of contents', 'jekyll', '* TOC\n{:toc}\n\nText', 'Text'],
  ['a language below its fence', 'jekyll', '~~~\nx\n~~~\n{: .language-ruby}', '~~~ruby\nx\n~~~'],
  ['Markdown in HTML', 'jekyll', '<div markdown="1">\n*a*\n</div>', '<div>\n\n*a*\n\n</div>'],
  ['an abbreviation', 'jekyll', 'Use HTML.\n\n*[HTML]: Hyper Text', 'Use <abbr title="Hyper Text">HTML</abbr>.'],
  ['braces that are shortcodes here', 'jekyll', 'Hugo has {{< x >}}.', 'Hugo has &#123;{< x >}}.'],
  [
    'Liquid in code',
    'jekyll',
    '`{{ site.title }}` and\n\n    {{ site.title }}',
    '`{{ site.title }}` and\n\n    {{ site.title }}',
  ],

  ['a box', 'docusaurus', ':::note\n\nHi\n\n:::', '> [!NOTE]\n> Hi'],
  [
    'a box with a title',
    'docusaurus',
    ':::tip[A *b*]\nHi\n:::\n:::warning Two words\nX\n:::',
    '{{% alert title="A b" color="tip" %}}\nHi\n{{% /alert %}}\n{{% alert title="Two words" color="warning" %}}\nX\n{{% /alert %}}',
  ],
  [
    'nested boxes',
    'docusaurus',
    '::::caution\n:::tip\nA\n:::\nB\n::::',
    '{{% alert color="danger" %}}\n> [!TIP]\n> A\n\nB\n{{% /alert %}}',
  ],
  ['a box in a list', 'docusaurus', '- a\n\n  :::note\n  Hi\n  :::', '- a\n\n  > [!NOTE]\n  > Hi'],
  [
    'a box in a fence',
    'docusaurus',
    `${fence}\n:::note\n${fence}\n\n\`:::note\``,
    `${fence}\n:::note\n${fence}\n\n\`:::note\``,
  ],
  ['a box in CRLF', 'astro', ':::note\r\nHi\r\n:::\r\n', '> [!NOTE]\n> Hi'],

  ['an admonition', 'mkdocs', '!!! note\n\n    Hi\n\n    - a', '> [!NOTE]\n> Hi\n>\n> - a'],
  [
    'an admonition with a title',
    'mkdocs',
    '!!! bug "A \\"b\\""\n    Hi',
    '{{% alert title="A \\"b\\"" color="danger" %}}\nHi\n{{% /alert %}}',
  ],
  [
    'a fold',
    'mkdocs',
    '???+ tip "T"\n    Hi\n\nAfter',
    '{{% details summary="T" open="true" %}}\nHi\n{{% /details %}}\n\nAfter',
  ],
  [
    'tabs',
    'mkdocs',
    '=== "A"\n\n    a\n\n=== "B"\n\n    b',
    '{{< tabpane >}}\n{{% tab header="A" %}}\n\na\n{{% /tab %}}\n\n{{% tab header="B" %}}\n\nb\n{{% /tab %}}\n{{< /tabpane >}}',
  ],
  [
    'icons, keys and marks',
    'mkdocs',
    'A :material-x: b ++ctrl+c++ ==d== e==f c++ {g}',
    'A b <kbd>Ctrl</kbd>+<kbd>C</kbd> <mark>d</mark> e==f c++ {g}',
  ],
  ['attributes in braces', 'mkdocs', '## A { #own }\n\n![b](near.png){ width="3" }', '## A {#own}\n\n![b](near.png)'],
  [
    'wiki links',
    'mkdocs',
    '[[second]] and [[second|it]], a[[0]]',
    '[second](/blog/2024/02/second/) and [it](/blog/2024/02/second/), a[[0]]',
  ],
  ['an admonition in code', 'mkdocs', '    !!! note\n        x', '    !!! note\n        x'],
  ['[TOC]', 'mkdocs', '[TOC]\n\nA [TOC] b', 'A [TOC] b'],

  ['shortcodes', 'zola', '{{ youtube(id="dQw4w9WgXcQ") }}', '{{< youtube "dQw4w9WgXcQ" >}}'],
  ['a quote', 'zola', '{% quote(author="Ann") %}\nHi\n{% end %}', '> Hi\n>\n> — Ann'],
  ['a box with an end', 'zola', '{% warning() %}\nHi\n{% end %}', '{{% alert color="warning" %}}\nHi\n{{% /alert %}}'],
  ['an internal link', 'zola', '[a](@/blog/second.md#x)', '[a](/blog/2024/02/second/#x)'],
  ['options of a fence', 'zola', `${fence}rust,linenos\na\n${fence}`, `${fence}rust\na\n${fence}`],
  [
    'a shortcode that is only shown',
    'zola',
    '{{/* youtube(id="x") */}} `{{ youtube(id="x") }}`',
    '{{ youtube(id="x") }} `{{ youtube(id="x") }}`',
  ],

  [
    'files in braces',
    'pelican',
    '![a]({static}/img/logo.png) [b]({filename}second.md) [c]({attach}paper.pdf)',
    '![a](logo.png) [b](/blog/2024/02/second/) [c](paper.pdf)',
  ],
  [
    'code with its language inside',
    'pelican',
    'A\n\n    :::python\n    x = 1\n\nB',
    `A\n\n${fence}python\nx = 1\n${fence}\n\nB`,
  ],

  [
    'types in angle brackets',
    'markdown',
    'A Vec<T>, <string>, Option<Result>, Vec<i>, <your-name>, `Vec<T>`',
    'A Vec&lt;T>, &lt;string>, Option&lt;Result>, Vec&lt;i>, &lt;your-name>, `Vec<T>`',
  ],
  ['HTML that posts may have', 'markdown', 'a<sub>2</sub> <kbd>x</kbd><br>b', 'a<sub>2</sub> <kbd>x</kbd><br>b'],
  [
    'HTML that posts may not have',
    'markdown',
    '<center><font color="red">a</font> <u>b</u></center>',
    'a <ins>b</ins>',
  ],
  [
    'a player',
    'markdown',
    '<iframe src="//www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
    '{{< youtube "dQw4w9WgXcQ" >}}',
  ],
  [
    'another frame',
    'markdown',
    '<iframe src="https://x.example/y" title="Chart"></iframe>',
    '<a href="https://x.example/y">Chart</a>',
  ],
  ['scripts and styles', 'markdown', 'a\n\n<script>\nb()\n</script>\n\n<style>p{}</style>\n\nc', 'a\n\nc'],
  ['a link by reference', 'markdown', '[a][b]\n\n[b]: ../second/ "T"', '[a][b]\n\n[b]: /blog/2024/02/second/ "T"'],
  [
    'a misspelt scheme',
    'markdown',
    '[a](htts://a.example/b) <ttps://c.example>',
    '[a](https://a.example/b) [ttps://c.example](https://c.example)',
  ],
  [
    'links that stay',
    'markdown',
    '[a](#b) [c](https://c.example/(d)) <https://e.example> [f](mailto:a@b.example)',
    '[a](#b) [c](https://c.example/(d)) <https://e.example> [f](mailto:a@b.example)',
  ],
  [
    'a link to another page',
    'markdown',
    '[a](/docs/x?y#z) <a href="../about/">b</a>',
    '[a](https://old.example/docs/x?y#z) <a href="https://old.example/blog/about/">b</a>',
  ],
  ['a link in code', 'markdown', '`[a](/docs/x)`\n\n    [a](/docs/x)', '`[a](/docs/x)`\n\n    [a](/docs/x)'],
  [
    'a picture by its old address',
    'markdown',
    '![a](/blog/second/near.png) ![b](https://old.example/img/logo.png?raw=true)',
    '![a](near.jpg) ![b](logo.png)',
  ],
  [
    'a picture with a space',
    'markdown',
    '![a](images/deep%20one.png) <img src="images/deep one.png" alt="b">',
    '![a](images/deep-one.png) <img src="images/deep-one.png" alt="b">',
  ],
  ['a picture with another ending', 'markdown', '![a](/img/drawn.png)', '![a](drawn.svg)'],
  [
    'a missing picture',
    'markdown',
    'A ![the b](none.png) c <img src="/img/gone.png" alt="the d">',
    'A [the b](https://old.example/blog/first/none.png) c <a href="https://old.example/img/gone.png">the d</a>',
  ],
  ['a remote picture', 'markdown', '![a](https://other.example/b.png)', '![a](https://other.example/b.png)'],
  [
    'a picture in a link',
    'markdown',
    '[![a](near.png)](/docs/b "T")',
    '[![a](near.png)](https://old.example/docs/b "T")',
  ],
  ['a file that is not served', 'markdown', '[a](tools.zip)', '[a](https://old.example/blog/first/tools.zip)'],
  ['control characters', 'markdown', 'a\u0008b\u000cc', 'ab c'],
  ['text in the wrong encoding', 'markdown', 'JÃ¸rn and CafÃ©', 'Jørn and Café'],
];

describe('a Markdown body', () => {
  it.each(markdown)('%s (%s)', async (_, generator, source, result) => {
    expect(await converted(generator, source)).toBe(result);
  });

  it.each(markdown)('%s (%s) is the same when it is converted again', async (_, generator, source) => {
    const [once, again] = [await convert(generator, source), await convert(generator, source)];
    expect(again).toEqual(once);
  });
});

const mdx: readonly Case[] = [
  [
    'tabs that are called elsewhere',
    'docusaurus',
    "<Tabs values={[{label: 'A b', value: 'a'}]}>\n<TabItem value=\"a\">\n\nc\n\n</TabItem>\n</Tabs>",
    '{{< tabpane >}}\n{{% tab header="A b" %}}\n\nc\n\n{{% /tab %}}\n{{< /tabpane >}}',
  ],
  ['a component in a table', 'docusaurus', '| a |\n|---|\n| <B c="d|e" /> |', '| a |\n|---|\n| `<B c="d\\|e" />` |'],
  [
    'imports and comments',
    'docusaurus',
    "import A from 'a';\nimport {B} from './b';\n\nimport this is prose.\n\n{/* truncate */}\n\na {/* b */}c",
    'import this is prose.\n\n<!--more-->\n\na c',
  ],
  [
    'expressions',
    'docusaurus',
    'export const v = "2";\n\n{v} {frontMatter.title} {"x"} {1 + 2} \\{y} `{v}`',
    '2 First x `{1 + 2}` \\{y} `{v}`',
  ],
  [
    'tabs',
    'docusaurus',
    '<Tabs>\n  <TabItem value="a" label="A b">\n\n    Hi\n\n    ```sh\n    ls\n      x\n    ```\n\n  </TabItem>\n</Tabs>',
    '{{< tabpane >}}\n{{% tab header="A b" %}}\n\nHi\n\n```sh\nls\n  x\n```\n\n{{% /tab %}}\n{{< /tabpane >}}',
  ],
  [
    'a box',
    'docusaurus',
    '<Admonition type="danger" title="No">\n  *Hi*\n</Admonition>',
    '{{% alert title="No" color="danger" %}}\n*Hi*\n{{% /alert %}}',
  ],
  [
    'required pictures',
    'docusaurus',
    '<img src={require(\'./near.png\').default} alt="a" width={30} className="x" style={{width: \'9px\'}} />',
    '<img src="near.png" alt="a" width="30" />',
  ],
  ['imported pictures', 'astro', 'import near from \'./near.png\';\n\n<Image src={near} alt="a" />', '![a](near.png)'],
  ['an aside', 'astro', '<Aside type="tip">Hi</Aside>', '{{% alert color="tip" %}}Hi{{% /alert %}}'],
  ['code', 'astro', '<Code code={`a\n{b}`} lang="js" />', '```js\na\n{b}\n```'],
  [
    'a list in steps',
    'astro',
    '<Steps>\n\n1. a\n\n   ```sh\n   b\n   ```\n\n</Steps>',
    '1. a\n\n   ```sh\n   b\n   ```',
  ],
  ['a video', 'astro', '<YouTube id="https://youtu.be/dQw4w9WgXcQ" />', '{{< youtube "dQw4w9WgXcQ" >}}'],
  ['a link', 'docusaurus', '<Link to="/blog/second">go *on*</Link>', '[go *on*](/blog/2024/02/second/)'],
  ['Markdown in HTML', 'docusaurus', '<div className="x">\n  **a**\n</div>', '<div class="x">\n\n**a**\n\n</div>'],
  ['a component with text', 'docusaurus', '<Widget title="A">\n  b *c*\n</Widget>', '**A**\n\nb *c*'],
  ['a component without text', 'docusaurus', 'a <Widget b={1} /> c', 'a `<Widget b={1} />` c'],
  [
    'components in code',
    'docusaurus',
    '`<Tabs>` {`x`}\n\n```jsx\n<Tabs>{x}</Tabs>\nimport a from "a"\n```',
    '`<Tabs>` x\n\n```jsx\n<Tabs>{x}</Tabs>\nimport a from "a"\n```',
  ],
];

describe('an MDX body', () => {
  it.each(mdx)('%s (%s)', async (_, generator, source, result) => {
    expect(await converted(generator, source, { syntax: 'mdx' })).toBe(result);
  });

  it('reports text that was not converted, with its source line', async () => {
    const { problems } = await convert('docusaurus', "import A from 'a';\n\nText\n\n<Widget />\n\n{a.b}\n", {
      syntax: 'mdx',
    });
    expect(problems.map(({ file, line, code }) => [file, line, code])).toEqual([
      ['blog/first/index.md', 11, 'import/component'],
      ['blog/first/index.md', 9, 'import/component'],
    ]);
  });
});

const rst: readonly (readonly [title: string, source: string, result: string])[] = [
  ['headings', 'A\n===\n\nB\n---\n\nC\n===', '## A\n\n### B\n\n## C'],
  ['marks', '*a* **b** ``c*`` d * e_f [g] <h>', '*a* **b** `c*` d \\* e_f \\[g\\] \\<h>'],
  [
    'links',
    '`a b <https://a.example/>`_ Bc_ `D e`_ f__\n\n.. _Bc: https://b.example/\n.. _D e: second.md\n__ https://f.example/',
    '[a b](https://a.example/) [Bc](https://b.example/) [D e](/blog/2024/02/second/) [f](https://f.example/)',
  ],
  ['lists', '- a\n  b\n- c\n\n  - d\n\n1. e\n2. f', '- a\n  b\n\n- c\n\n  - d\n\n1. e\n2. f'],
  ['literal blocks', 'A::\n\n    b *c*\n      d\n\nE', 'A:\n\n```\nb *c*\n  d\n```\n\nE'],
  ['code blocks', '.. code-block:: py\n   :linenos:\n\n   a\n\n   b', '```py\na\n\nb\n```'],
  [
    'pictures',
    '.. image:: near.png\n   :alt: A\n   :target: https://a.example/',
    '[![A](near.png)](https://a.example/)',
  ],
  [
    'boxes',
    '.. note:: A\n   b\n\n.. tip::\n\n   C',
    '{{% alert %}}\nA b\n{{% /alert %}}\n\n{{% alert color="tip" %}}\nC\n{{% /alert %}}',
  ],
  ['tables', '===  ===\na    b\n===  ===\n1    2\n===  ===', '| a | b |\n| --- | --- |\n| 1 | 2 |'],
  ['footnotes and comments', 'A [1]_ b.\n\n.. no\n   no\n\n.. [1] C', 'A [^1] b.\n\n[^1]: C'],
  ['substitutions', '|a| b\n\n.. |a| replace:: *c*', '*c* b'],
  ['unknown directives', '.. thing:: a\n\n   B', '```rst\n.. thing:: a\n\n   B\n```'],
];

describe('a body of reStructuredText', () => {
  it.each(rst)('%s', async (_, source, result) => {
    expect(await converted('pelican', source, { syntax: 'rst' })).toBe(result);
  });
});

describe('a body of HTML', () => {
  it('becomes Markdown', async () => {
    const source =
      '<h2>A</h2>\n<p>B <b>c</b> {{ site.title }}\n<a href="/second">d</a></p>\n\n    <ul><li>e</li></ul>\n<pre><code class="language-js">f &lt; 1\n</code></pre>';
    expect(await converted('jekyll', source, { syntax: 'html' })).toBe(
      '## A\n\nB **c** Wombat News [d](/blog/2024/02/second/)\n\n- e\n\n```js\nf < 1\n```',
    );
  });
});

describe('files next to the post', () => {
  it('are the files that the post uses, with the file extension of their real type', async () => {
    const { files, pictures } = await convert('markdown', '![a](misnamed.png) [b](paper.pdf)', {
      pictures: ['/img/logo.png', 'none.png'],
    });
    expect(files.map(({ name, content }) => [name, content === undefined])).toEqual([
      ['misnamed.jpg', true],
      ['paper.pdf', true],
      ['logo.png', true],
    ]);
    expect(pictures).toEqual({ '/img/logo.png': 'logo.png' });
  });

  it('are scaled if they are too large', async () => {
    const { files, body } = await convert('markdown', '![a](large.png)');
    expect(body).toBe('![a](large.webp)\n');
    expect(files[0]?.content?.length).toBeLessThanOrEqual(2_000_000);
  });

  it('are cleaned if they are SVGs of a drawing program', async () => {
    const { files } = await convert('markdown', '![a](edited.svg) ![b](plain.svg)');
    expect(files.map(({ name, content }) => [name, content && Buffer.from(content).includes('style=')])).toEqual([
      ['edited.svg', false],
      ['plain.svg', undefined],
    ]);
  });

  it('do not include damaged pictures, whose alt text is kept', async () => {
    const { files, body, problems } = await convert('markdown', '![the graph](cut.png)', { origins: [] });
    expect(files).toEqual([]);
    expect(body).toBe('the graph\n');
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['import/picture', 5]]);
  });

  it('never come from outside the site', async () => {
    writeFileSync(join(folder, '..', 'outside-of-import.png'), '');
    const { files } = await convert('markdown', '![a](../../../outside-of-import.png)');
    rmSync(join(folder, '..', 'outside-of-import.png'));
    expect(files).toEqual([]);
  });

  it('include the files of a gallery', async () => {
    const { files } = await convert('hugo', '{{< gallery match="images/*" >}}');
    expect(files.map(({ name }) => name)).toEqual(['images/deep-one.png']);
  });
});
