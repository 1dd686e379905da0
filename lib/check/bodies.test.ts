import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '@/lib/base/diagnostic';
import { type CheckContext, checkInspection } from '@/lib/check/bodies';
import { loadPosts } from '@/lib/content/load-posts';
import type { Post } from '@/lib/content/posts';
import { byFolder } from '@/lib/kinds/index';
import { inspectBody } from '@/lib/mdx/inspect';
import { site } from '@/lib/site';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const none: ReadonlySet<string> = new Set();
const context: CheckContext = {
  paths: new Set([
    '/',
    '/blog/',
    '/blog/2022/',
    '/blog/2022/03/x/',
    '/blog/2024/05/tool-v2.3.0/',
    '/blog/2022/03/café/',
  ]),
  ids: byFolder(() => none),
  suggest: () => undefined,
};

const checkBody = (post: Post, known: CheckContext) =>
  checkInspection(post, inspectBody(post.body, post.format, post.context).inspection, known);

async function postWith(body: string, format: 'md' | 'mdx', fields: readonly string[] = []): Promise<Post> {
  const folder = 'blog/2022/03/x';
  const { dir } = await writeContent({
    [`${folder}/index.${format}`]: postText({ fields, body }),
    [`${folder}/diagram.png`]: '',
    [`${folder}/images/b c.svg`]: '',
    [`${folder}/paper.pdf`]: '',
  });
  const { posts } = await loadPosts(dir);
  return posts[0] as Post;
}

async function problemsOf(
  body: string,
  format: 'md' | 'mdx' = 'mdx',
  rest: Partial<CheckContext> = {},
): Promise<Diagnostic[]> {
  return checkBody(await postWith(body, format), { ...context, ...rest });
}

/** The problems as `line:column severity code`. The body begins on line 6 of the file. */
async function placesOf(body: string, format?: 'md' | 'mdx'): Promise<string[]> {
  const problems = await problemsOf(body, format);
  return problems.map(({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`);
}

describe('the post’s own files', () => {
  const whole = '/blog/2022/03/x';

  it.each([
    [`![A](${whole}/diagram.png)`, `![A](${whole}/diagrams.png)`, 'picture/missing'],
    [`![A](<${whole}/images/b c.svg>)`, `![A](${whole}/../y/b.svg)`, 'picture/missing-site'],
    [`![A](${site.origin}${whole}/diagram.png)`, '![A](https://example.org/diagram.png)', 'picture/remote'],
    [
      `<Figure src="${whole}/diagram.png" alt="A" />`,
      `<Figure src="/blog/z/diagram.png" alt="A" />`,
      'picture/missing',
    ],
    [
      '<Figure src="/blog/x/diagram.png" alt="A" />',
      '<Figure src="/blog/x/diagrams.png" alt="A" />',
      'picture/missing',
    ],
    ['<Figure src="./diagram.png" alt="A" />', '<Figure src="../diagram.png" alt="A" />', 'picture/missing'],
    [`![A][a]\n\n[a]: ${whole}/diagram.png`, '![A][a]\n\n[a]: /blog/diagram.png', 'picture/missing-site'],
    [`[A](${whole}/paper.pdf)`, `[A](${whole}/papers.pdf)`, 'link/unknown-page'],
    [`[A](${whole}/)`, '[A](/Blog/2022/03/x/)', 'link/unknown-page'],
    ['[A](/blog/2022/03/cafe\u0301/)', '[A](/blog/2022/03/cafe/)', 'link/unknown-page'],
    ['[A](/Tool/get-started/)', '[A](/BLOG)', 'link/unknown-page'],
  ])('%s is found, and %s is not', async (right, wrong, code) => {
    expect(await problemsOf(right)).toEqual([]);
    expect((await problemsOf(wrong)).map((problem) => problem.code)).toEqual([code]);
  });

  it('are found in any Unicode form, wherever they are named', async () => {
    const name = (text: string, form: 'NFC' | 'NFD') => text.normalize(form);
    for (const [disk, written] of [
      ['NFD', 'NFC'],
      ['NFC', 'NFD'],
      ['NFD', 'NFD'],
    ] as const) {
      const folder = `blog/2022/03/${name('été', disk)}`;
      const picture = name('tuilé.png', written);
      const body = [
        `![a](${picture}) ![b](/blog/2022/03/${name('été', written)}/${picture}) [c](${picture})`,
        `{{< readfile "${name('é.md', written)}" >}} {{< imgproc "${name('tuilé', written)}*" resize "9x" >}}{{< /imgproc >}}`,
        `[d]({{< ref "${name('été', written)}" >}})`,
      ].join('\n\n');
      const { dir } = await writeContent({
        [`${folder}/index.md`]: postText({ body, fields: [`image: ${picture}`] }),
        [`${folder}/${name('tuilé.png', disk)}`]: '',
        [`${folder}/${name('é.md', disk)}`]: 'Text.\n',
      });
      const [post] = (await loadPosts(dir)).posts as [Post];
      const paths = new Set([post.url]);
      expect(checkBody(post, { ...context, paths }), `${disk} ${written}`).toEqual([]);
      expect(post.image).toBe(post.files[0]?.name);
      expect(post.files[0]?.name).toBe('tuil\u00e9.png');
    }
  });
});

describe('forbidden syntax, reported at its line in the file', () => {
  it.each([
    ['an expression', 'a\n\nb {c}', 'a\n\nb \\{c}', '8:3 error mdx/expression'],
    ['an import', 'a\n\nimport b from "c"', 'a\n\n`import b from "c"`', '8:1 error mdx/import'],
    ['an export', 'a\n\nexport const b = 1', 'a\n\n`export const b = 1`', '8:1 error mdx/import'],
    ['a spread', 'a\n\n<kbd {...b}>c</kbd>', 'a\n\n<kbd>c</kbd>', '8:1 error mdx/expression'],
    ['an attribute in braces', 'a <abbr title={b}>c</abbr>', 'a <abbr title="b">c</abbr>', '6:3 error mdx/expression'],
    ['<script>', 'a\n<script>b</script>', 'a\n`<script>b</script>`', '7:1 error mdx/element'],
    ['<iframe>', 'a\n\n<iframe src="b" />', 'a\n\n[b](https://example.org)', '8:1 error mdx/element'],
    ['an unknown attribute', '<kbd id="a">b</kbd>', '<kbd>b</kbd>', '6:1 error mdx/attribute'],
    ['an element that is not closed', 'a\n\n<kbd>b', 'a\n\n<kbd>b</kbd>', '8:1 error mdx/syntax'],
    ['a brace that is not closed', 'a\n\n{', 'a\n\n\\{', '8:1 error mdx/syntax'],
  ])('%s', async (_, bad, good, place) => {
    expect(await placesOf(bad)).toEqual([place]);
    expect(await placesOf(good)).toEqual([]);
  });

  it('counts the lines of a longer front matter', async () => {
    const post = await postWith('{a}', 'mdx', ['tags:', '  - a', '  - b', 'description: >-', '  c', '  d']);
    expect(checkBody(post, context).map(({ line }) => line)).toEqual([12]);
  });

  it('reports lines of the file, not of the body', async () => {
    const [problem] = await problemsOf('a\n\n<kbd>b');
    expect(problem).toMatchObject({ line: 8, message: '<kbd> is not closed', fix: 'add </kbd>' });
  });

  it('allows all of it in plain Markdown', async () => {
    expect(await placesOf('a {b}\n\nimport c\n\n<div>\n\n<kbd>', 'md')).toEqual([]);
  });

  it('names the file by the path that the author knows', async () => {
    const post = await postWith('{a}', 'mdx');
    expect(checkBody(post, context)).toMatchObject([{ file: post.shownFile }]);
    expect(post.shownFile).toMatch(/blog\/2022\/03\/x\/index\.mdx$/);
  });

  it('rejects nesting that is too deep to render', async () => {
    expect(await problemsOf(`${'> '.repeat(1000)}a`)).not.toEqual([]);
    expect(await problemsOf(`${'> '.repeat(20)}a`)).toEqual([]);
  });

  it('rejects HTML that is nested too deep to render', async () => {
    expect(await problemsOf(`${'<div>'.repeat(1000)}a`, 'md')).not.toEqual([]);
    expect(await problemsOf(`${'<div>'.repeat(20)}a`, 'md')).toEqual([]);
  });
});

describe('pictures', () => {
  it.each(['diagram.png', './diagram.png', 'images/b%20c.svg', '<images/b c.svg>', '/favicon.svg'])(
    'are found next to the post or in the public folder: %s',
    async (address) => {
      expect(await placesOf(`![a](${address})`)).toEqual([]);
      expect(await placesOf(`![a](${address})`, 'md')).toEqual([]);
    },
  );

  it.each([
    ['md', 'warning'],
    ['mdx', 'error'],
  ] as const)('are reported when the file does not exist: in .%s, as %s', async (format, severity) => {
    expect(await placesOf('a\n\nb ![c](other.png)', format)).toEqual([`8:3 ${severity} picture/missing`]);
    expect(await placesOf('![c](paper.pdf)', format)).toEqual([`6:1 ${severity} picture/missing`]);
    expect(await placesOf('![c](Diagram.png)', format)).toEqual([`6:1 ${severity} picture/missing`]);
    expect(await placesOf('![c](b%20c.svg)', format)).toEqual([`6:1 ${severity} picture/missing`]);
  });

  it('suggest an existing file with a similar name', async () => {
    const [near] = await problemsOf('![a](diagramm.png)');
    expect(near).toMatchObject({
      message: 'there is no image "diagramm.png" next to this post',
      fix: 'did you mean "diagram.png"?',
    });
    const [far] = await problemsOf('![a](something-else.jpeg)');
    expect(far?.fix).toContain('blog/2022/03/x/something-else.jpeg');
  });

  it.each(['../x.png', '../diagram.png', 'images/../../x.png', './../x.png', '..%2Fx.png'])(
    'are reported when "../" leads to no file: %s',
    async (address) => {
      expect(await placesOf(`![a](${address})`)).toEqual(['6:1 error picture/outside']);
      expect(await placesOf(`![a](${address})`, 'md')).toEqual(['6:1 warning picture/outside']);
      expect(await placesOf('![a](diagram.png)')).toEqual([]);
    },
  );

  it.each(['../x/diagram.png', '../../../../favicon.svg', '../favicon.svg'])(
    'are found outside the folder when the file exists: %s',
    async (address) => {
      expect(await placesOf(`![a](${address})`)).toEqual([]);
      expect(await placesOf(`![a](${address})`, 'md')).toEqual([]);
    },
  );

  it.each([
    ['https://example.org/a.png', 'picture/remote'],
    ['/img/a.png', 'picture/missing-site'],
    ['/blog/a.png', 'picture/missing-site'],
  ])('from outside the post are an error in .mdx and a warning in .md: %s', async (address, code) => {
    expect(await placesOf(`![a](${address})`, 'mdx')).toEqual([`6:1 error ${code}`]);
    expect(await placesOf(`![a](${address})`, 'md')).toEqual([`6:1 warning ${code}`]);
  });

  it.each([
    ['/\\example.org/a.png', 'link/host'],
    ['data:image/svg+xml,AAAA', 'link/scheme'],
  ])('with an invalid address are an error in both formats: %s', async (address, code) => {
    expect(await placesOf(`![a](${address})`, 'mdx')).toContain(`6:1 error ${code}`);
    expect(await placesOf(`![a](${address})`, 'md')).toContain(`6:1 error ${code}`);
    expect(await placesOf('![a](diagram.png)', 'md')).toEqual([]);
  });

  it('are found by reference and in HTML', async () => {
    expect(await placesOf('![a][b]\n\n[b]: c.png\n')).toEqual(['8:1 error picture/missing']);
    expect(await placesOf('![a][b]\n\n[b]: diagram.png\n')).toEqual([]);
    expect(await placesOf('a\n\n<div>\n<img src="c.png" alt="">\n</div>', 'md')).toEqual([
      '9:1 warning picture/missing',
    ]);
    expect(await placesOf('a <img src="diagram.png" alt=""> <img src="d.png" alt="">', 'md')).toEqual([
      '6:34 warning picture/missing',
    ]);
    expect(await placesOf('<!-- <img src="c.png"> -->', 'md')).toEqual([]);
  });

  it('are not looked for in code', async () => {
    expect(await placesOf('`![a](b.png)`\n\n```md\n![a](b.png)\n```\n')).toEqual([]);
  });
});

describe('links', () => {
  it.each([
    '/',
    '/blog/',
    '/blog',
    '/blog/2022/03/x/',
    '/blog/2022/03/x',
    '/blog/2022/03/x/?a=b#c',
    '/blog/2024/05/tool-v2.3.0/',
    '/blog/2024/05/tool-v2.3.0',
    '/blog/2022/03/caf%C3%A9/',
    '/blog/2022/03/café',
    '/favicon.svg',
    '/blog/2022/03/x/paper.pdf',
    'paper.pdf',
    './images/b%20c.svg',
    '../../',
    '../x/',
    '#part',
    '?a=b',
    'https://example.org/blog/nowhere/',
    'mailto:a@example.org',
    '/tool/anything/',
  ])('are accepted if their target exists or is on another site: %s', async (address) => {
    expect(await placesOf(`[a](${address})`)).toEqual([]);
  });

  it.each([
    ['/blog/2022/03/y/', '/blog/2022/03/y/'],
    ['/blog/2022/03/y?a#b', '/blog/2022/03/y'],
    ['/blog/2022/03/X/', '/blog/2022/03/X/'],
    ['../y/', '/blog/2022/03/y/'],
    ['other.pdf', '/blog/2022/03/x/other.pdf'],
    ['/blog/2022/03/x/other.pdf', '/blog/2022/03/x/other.pdf'],
    ['/blog/caf%C3%A9/', '/blog/café/'],
    ['/blog/%E0%A4%A/', '/blog/%E0%A4%A/'],
  ])('are reported when their target does not exist: %s', async (address, path) => {
    expect(await problemsOf(`a\n\nb [c](${address})`)).toMatchObject([
      { line: 8, column: 3, severity: 'error', code: 'link/unknown-page', message: `there is no page "${path}"` },
    ]);
    expect(await placesOf(`[a](${address})`, 'md')).toEqual(['6:1 warning link/unknown-page']);
  });

  it.each(['javascript:alert(1)', 'JavaScript:alert(1)', 'vbscript:a', 'data:text/html,a'])(
    'are rejected if they would run code: %s',
    async (address) => {
      expect(await placesOf(`[a](${address})`)).toHaveLength(1);
      expect(await placesOf(`[a](${address})`, 'md')).toHaveLength(1);
      expect(await placesOf('[a](https://example.org/javascript:alert(1))')).toEqual([]);
    },
  );

  it('suggest an existing page with a similar address', async () => {
    const suggest = (path: string) => (path === '/blog/2022/03/y/' ? '/blog/2022/03/x/' : undefined);
    const problems = await problemsOf('[a](/blog/2022/03/y)\n[b](/blog/z/)', 'mdx', { suggest });
    expect(problems.map(({ fix }) => fix)).toEqual([
      'did you mean /blog/2022/03/x/?',
      'correct it, or write the full https: address',
    ]);
  });

  it('are found by reference and in HTML', async () => {
    expect(await placesOf('[a][b]\n\n[b]: /blog/y/\n')).toEqual(['8:1 error link/unknown-page']);
    expect(await placesOf('a <a href="/blog/y/">b</a>', 'md')).toEqual(['6:3 warning link/unknown-page']);
    expect(await placesOf('a <a href="/blog/">b</a>', 'md')).toEqual([]);
  });

  it('are reported one by one', async () => {
    expect(await placesOf('[a](/blog/y/) [b](/blog/z/)\n[c](/blog/y/)')).toEqual([
      '6:1 error link/unknown-page',
      '6:15 error link/unknown-page',
      '7:1 error link/unknown-page',
    ]);
  });
});

describe('addresses that no file can have are reported without stopping the check', () => {
  it.each([
    ['below a file', '/favicon.svg/a.png'],
    ['too long for a name', `/${'a'.repeat(300)}.png`],
    ['with a NUL in it', '/a%00.png'],
    ['that climb out of public', '/../package.json'],
    ['that climb out of public, encoded', '/..%2Fpackage.json'],
  ])('%s', async (_, address) => {
    expect(await placesOf(`![a](${address})`)).toEqual(['6:1 error picture/missing-site']);
  });

  it.each([
    ['below a file', '/favicon.svg/a'],
    ['too long for a name', `/blog/${'a'.repeat(300)}/`],
    ['with a NUL in it', '/blog/%00/'],
    ['that climb out', '/blog/../../../package.json/../../blog/y/'],
  ])('links %s', async (_, address) => {
    expect(await placesOf(`[a](${address})`)).toEqual(['6:1 error link/unknown-page']);
  });
});
