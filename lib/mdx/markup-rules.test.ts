import { describe, expect, it } from 'vitest';
import type { Format } from '@/lib/mdx/body';
import { inspectBody } from '@/lib/mdx/inspect';

/** The diagnostics of a body: `line:column severity code`. */
function check(body: string, format: Format = 'md'): string[] {
  const { diagnostics } = inspectBody(body, format).inspection;
  return diagnostics.map(({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`);
}

type Row = readonly [title: string, wrong: string, found: readonly string[], right: string];

const head = '| A | B |\n|---|---|\n';

const tables: Row[] = [
  ['a | in code', `${head}| \`a | b\` | c |`, ['3:11 warning table/cells'], `${head}| \`a \\| b\` | c |`],
  ['a cell too many', `${head}| 1 | 2 | 3 |`, ['3:9 warning table/cells'], `${head}| 1 | 2 | |\n| 1 |`],
  ['a row without outer pipes', 'A | B\n--|--\n1 | 2 | 3', ['3:7 warning table/cells'], 'A | B\n--|--\n1 | 2'],
  ['a table in a quote', '> | A |\n> |---|\n> | 1 | 2 |', ['3:7 warning table/cells'], '> | A |\n> |---|\n> | 1 |'],
  ['a table in a list', '- a\n\n  | A |\n  |---|\n  | 1 | 2 |', ['5:7 warning table/cells'], '- a\n\n  | A |\n  |---|'],
  ['code cut in two', `${head}| \`a | b\` |`, ['3:1 warning table/pipe'], `${head}| \` | b \` |`],
  ['too few dashes', '| A | B |\n|---|\n| 1 |', ['2:1 warning table/delimiter'], `${head}| 1 |`],
  ['too many dashes', 'a\n| A |\n|---|---|', ['3:1 warning table/delimiter'], 'a\n\n| A \\| B |\n|---|'],
  ['no dashes', '| A | B |\n| 1 | 2 |', ['1:1 warning table/delimiter'], '|x| + |y|\n\n|a|\n|b|'],
  [
    'a row after an empty line',
    `${head}\n| 1 | 2 |`,
    ['4:1 warning table/delimiter'],
    `${head}| 1 | 2 |\n\nthis | or that`,
  ],
  ['a table in a code block', '| A | B |\n| 1 | 2 |', ['1:1 warning table/delimiter'], '```\n| A | B |\n|---|\n```'],
];

const names: Row[] = [
  [
    'an unused footnote',
    'a[^1]\n\n[^1]: b\n[^2]: c',
    ['4:1 warning footnote/unused'],
    'a[^1] b[^2]\n\n[^1]: b\n[^2]: c',
  ],
  ['a footnote that names itself', '[^1]: b [^1]', ['1:1 warning footnote/unused'], 'a[^1]\n\n[^1]: b [^1]'],
  [
    'a footnote in an unused one',
    '[^1]: [^2]\n[^2]: b',
    ['1:1 warning footnote/unused', '2:1 warning footnote/unused'],
    'a[^1]\n\n[^1]: [^2]\n[^2]: b',
  ],
  ['two footnotes of one name', 'a[^1]\n\n[^1]: b\n[^1]: c', ['4:1 warning footnote/twice'], 'a[^1][^1]\n\n[^1]: b'],
  ['a footnote that is not there', '😀 a[^b]', ['1:5 warning footnote/undefined'], '`[^b]` \\[^b]\n\n    [^b]'],
  ['the name of a footnote with a space', 'a[^b c]', ['1:2 warning footnote/undefined'], 'a[^B-C]\n\n[^b-c]: d'],
  [
    'a footnote in a cell',
    '| A |\n|---|\n| b[^c] |',
    ['3:4 warning footnote/undefined'],
    '| A[^c] |\n|---|\n\n[^c]: d',
  ],
  ['a name without an address', 'a [b][c]', ['1:3 warning link/undefined'], 'a [b][C]\n\n[c]: /blog/'],
  ['an empty name without an address', 'a [b][]', ['1:3 warning link/undefined'], 'a [B][]\n\n[b]: /blog/'],
  ['a picture without an address', '> ![b][c]', ['1:3 warning link/undefined'], '> ![b](/blog/)'.replace('!', '')],
  [
    'emphasis, code and brackets in a link',
    '[**b** `c` d[0]][e]',
    ['1:1 warning link/undefined'],
    '[**b** `c` d[0]](/blog/)',
  ],
  ['a name after a letter of another script', '参阅[指南][c]', ['1:3 warning link/undefined'], 'cell[i][j] and [1][2]'],
  ['brackets in a list', '- [b][c]', ['1:3 warning link/undefined'], '- [ ] a\n- [x] b [sic] [1] `[b][c]` \\[b][c]'],
  ['brackets before a note', '[b][c]', ['1:1 warning link/undefined'], '> [!NOTE]\n> array[0]'],
];

const marks: Row[] = [
  ['a no-break space after #', '##\u00a0B', ['1:1 warning mark/space'], '## B\u00a0c'],
  ['a no-break space after -', '- a\n-\u00a0b', ['2:1 warning mark/space'], '- a\n- \u00a0b\n- 5\u00a0km'],
  [
    'a no-break space after 1.',
    '1.\u00a0a\n2.\u00a0b',
    ['1:1 warning mark/space', '2:1 warning mark/space'],
    'On\n5.\u00a0May',
  ],
  ['a no-break space after >', '>\u00a0a', ['1:1 warning mark/space'], '> a\u00a0b'],
  ['an ideographic space after *', '> *\u3000a', ['1:3 warning mark/space'], '> * a\u3000b'],
  ['number signs without a space', 'a\n##B', ['2:1 warning mark/heading'], 'a\n\\##B `c\n##d` ##e'],
  ['number signs in a list', '- a\n\n  ##B', ['3:3 warning mark/heading'], '- a\n\n  ## B ##'],
  [
    'one number sign',
    '#Before\n\na',
    ['1:1 warning mark/heading'],
    '#1204 is closed.\n\n#tool\n\n#A #B\n\n#Tool is out.\n\n#End',
  ],
  ['seven number signs', '####### a', ['1:1 warning mark/heading'], '###### a\n\n#######'],
];

const templates: Row[] = [
  [
    'Liquid',
    'a {{ site.b }} {% c %}',
    ['1:3 warning text/template', '1:16 warning text/template'],
    'a `{{ site.b }} {% c %}`',
  ],
  [
    'Jinja and ERB',
    '{# a #}\n<%= b %>',
    ['1:1 warning text/template', '2:1 warning text/template'],
    '{a} 5 <% 6\n{#a}',
  ],
  ['a tag in a link', 'a [b]({{site.c}}/d)', ['1:7 warning text/template'], 'a [b](/c/d)'],
  ['a tag in the address of a picture', '![a]({{b}}/c.png)', ['1:6 warning text/template'], '![a](/c.png)'],
  ['a tag in a definition', '[a]\n\n[a]: {{b}}', ['3:6 warning text/template'], '[a]\n\n[a]: /b'],
  ['a tag in HTML', '<b>\n{{ a }}</b>', ['2:1 warning text/template'], '<b>\na</b><!-- {{ a }} -->'],
  ['a tag over two lines', '> {% include a\n> b="c" %}', ['1:3 warning text/template'], '    {% include a %}'],
  ['a tag in a cell', '| {{ a }} |\n|---|', ['1:3 warning text/template'], '| \\{{ a }} |\n|---|'],
  [
    'a tag after one that is shown',
    '{% raw %}{{ a }}{% endraw %}\n{{ b }}',
    ['2:1 warning text/template'],
    '{% raw %}{{ a }}{% endraw %}',
  ],
  [
    'code of Liquid without its end',
    '{% highlight a %}',
    ['1:1 warning text/template'],
    '{% highlight a %}b{% endhighlight %}',
  ],
];

const fences: Row[] = [
  ['a code block without an end', 'a\n\n```sh\nb\n\nc', ['3:1 warning fence/unclosed'], 'a\n\n```sh\nb\n\nc\n```'],
  ['an end that is too short', '````\na\n```\n\nb', ['1:1 warning fence/unclosed'], '````\na\n```\n`````'],
  ['an end of another kind', '~~~\na\n```', ['1:1 warning fence/unclosed'], '~~~\na\n```\n~~~'],
  [
    'an end outside of the list',
    '1. a\n\n   ```\n   b\n```',
    ['3:4 warning fence/unclosed', '5:1 warning fence/unclosed'],
    '1. a\n\n   ```\n   b\n   ```',
  ],
  ['a code block in a quote', '> ```\n> a\n\nb', ['1:3 warning fence/unclosed'], '> ```\n> a\n> ```\n\nb'],
  ['an end with text', '```\na\n``` b\n```', ['1:1 warning fence/inside'], '````\na\n``` b\n````'],
  ['an empty code block', '```', ['1:1 warning fence/unclosed'], '```\n```\n\n```\n\n```'],
];

describe.each([
  ['tables', tables],
  ['footnotes and links by name', names],
  ['marks', marks],
  ['code blocks', fences],
])('%s', (_, rows) => {
  it.each(rows)('%s', (_title, wrong, found, right) => {
    expect(check(wrong)).toEqual(found);
    expect(check(right)).toEqual([]);
  });

  it.each(rows)('%s, in lines of a shortcode and in MDX', (_title, wrong, found, right) => {
    const lost = /table\/cells|footnote\/(?:unused|twice)/;
    expect(check(wrong, 'mdx')).toEqual(
      found.map((each) => (lost.test(each) ? each.replace('warning', 'error') : each)),
    );
    const inside = (body: string) => `{{% alert %}}\n${body}\n{{% /alert %}}`;
    const below = found.map((each) => each.replace(/^\d+/, (line) => String(Number(line) + 1)));
    // A code block without an end takes the end of the shortcode with it.
    expect(check(inside(wrong)).filter((each) => !each.endsWith('shortcode/unclosed'))).toEqual(below);
    expect(check(inside(right))).toEqual([]);
  });
});

describe('tags of templates', () => {
  it.each(templates)('%s', (_title, wrong, found, right) => {
    expect(check(wrong).sort()).toEqual([...found].sort());
    expect(check(right)).toEqual([]);
    expect(check(`{{% alert %}}\n${wrong}\n{{% /alert %}}`)).toHaveLength(found.length);
  });
});

it('says what to write instead', () => {
  const fixOf = (body: string) => inspectBody(body, 'md').inspection.diagnostics.map(({ fix }) => fix);
  expect(fixOf(`${head}| \`a | b\` | c |`)).toEqual(['write \\| for a | inside a cell, in code too: `a \\| b`']);
  expect(fixOf('a[^kinds] b[^kind]\n\n[^kind]: c')).toEqual(['did you mean [^kind]?']);
  expect(fixOf('a [b][guid]\n\n[guide]: /blog/')).toEqual(['did you mean [guide]?']);
  expect(fixOf('{{% alert %}}\n[b][c]\n{{% /alert %}}\n\n[c]: /blog/')).toEqual([
    'write the line "[c]: …" within the same shortcode',
  ]);
  expect(fixOf('##**B**')).toEqual(['write "## **B**", or \\## for literal # characters']);
});
