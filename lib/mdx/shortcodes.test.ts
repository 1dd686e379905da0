import { describe, expect, it } from 'vitest';
import { placeAt } from '@/lib/base/diagnostic';
import { findShortcodes, type Piece } from '@/lib/mdx/shortcodes';

const needsEnd = (name: string) => ['note', 'alert', 'details'].includes(name);
const find = (body: string) => findShortcodes(body, needsEnd);

/** Each shortcode as `name(arguments)[inside]`. */
function spell(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if ('shown' in piece) return `'${piece.shown}'`;
      const named = [...piece.named].map(([key, value]) => `${key}=${value}`);
      const inside = piece.inner ? `[${spell(piece.children)}]` : '';
      return `${piece.name}(${[...piece.positional, ...named].join('|')})${inside}`;
    })
    .join(' ');
}

describe('shortcodes are found', () => {
  it.each([
    ['{{< youtube abc >}}', 'youtube(abc)'],
    ['{{% youtube abc %}}', 'youtube(abc)'],
    ['{{<youtube abc>}}', 'youtube(abc)'],
    ['{{< youtube "a b" >}}', 'youtube(a b)'],
    ['{{< youtube "a \\"b\\"" >}}', 'youtube(a "b")'],
    ['{{< youtube `a "b` >}}', 'youtube(a "b)'],
    ['{{< tweet user="ann" id=12 >}}', 'tweet(user=ann|id=12)'],
    ['{{< gallery match="images/*"\n  row=`1`\n  on=true >}}', 'gallery(match=images/*|row=1|on=true)'],
    ['{{< figure src="a>b.png" />}}', 'figure(src=a>b.png)'],
    ['{{% note %}}a{{% /note %}}', 'note()[]'],
    ['{{< note />}}', 'note()'],
    ['{{% note %}}\n{{< youtube a >}} {{% alert %}}b{{% /alert %}}\n{{% /note %}}', 'note()[youtube(a) alert()[]]'],
    ['{{% note %}}{{% note %}}a{{% /note %}}{{% /note %}}', 'note()[note()[]]'],
    ['- a\n\n    {{< youtube a >}}\n', 'youtube(a)'],
    ['{{< cards >}}\n\n    {{< youtube a >}}\n{{< /cards >}}', 'cards()[youtube(a)]'],
    ['> ```\n> {{< a >}}\n\n{{< b >}}', 'b()'],
  ])('%s', (body, expected) => {
    const { pieces, diagnostics } = find(body);
    expect(spell(pieces)).toBe(expected);
    expect(diagnostics).toEqual([]);
  });
});

describe('shortcodes are left alone', () => {
  it.each([
    ['in a code span', '`{{< a >}}`'],
    ['in a longer code span', '``a ` {{< a >}}``'],
    ['in a code span over lines', '`a\n{{< a >}}`'],
    ['in a fence', '```\n{{< a >}}\n```'],
    ['in a fence of tildes', '~~~ text\n{{< a >}}\n~~~'],
    ['in a fence that does not end', '```\n{{< a >}}'],
    ['in a longer fence', '````\n```\n{{< a >}}\n````'],
    ['in a fence in a list', '- a\n  ```\n  {{< a >}}\n  ```'],
    ['in an indented block', 'a\n\n    {{< a >}}\n'],
    ['in a comment', '<!-- {{< a >}} -->'],
    ['in Go templates', '{{ range . }}{{ end }}'],
  ])('%s', (_, body) => {
    expect(find(body)).toEqual({ pieces: [], diagnostics: [] });
    expect(spell(find(`${body}\n\n{{< b >}}`.replace('```\n{{< a >}}\n\n{{', '```\n```\n\n{{')).pieces)).toBe('b()');
  });

  it('when they are only shown', () => {
    expect(spell(find('{{</* a "b" */>}} {{%/* c */%}}').pieces)).toBe("'{{< a \"b\" >}}' '{{% c %}}'");
  });

  it('except after a single backquote, which does not begin code', () => {
    expect(spell(find('a ` b {{< c >}}').pieces)).toBe('c()');
    expect(spell(find('a ` b\n\n{{< c >}} `').pieces)).toBe('c()');
    expect(spell(find('a \\`{{< c >}}\\`').pieces)).toBe('c()');
  });
});

describe('problems are reported at the opening tag', () => {
  it.each([
    ['a\n{{% note %}}\nb', 'shortcode/unclosed', '{{% note'],
    ['{{% note %}}{{% alert %}}{{% /note %}}{{% /alert %}}', 'shortcode/crossing', '{{% alert'],
    ['{{% note %}}{{< x >}}{{% /note %}}{{< /x >}}', 'shortcode/crossing', '{{< x'],
    ['{{% note %}}{{% alert %}}{{% /note %}}', 'shortcode/unclosed', '{{% alert'],
    ['a {{% /note %}}', 'shortcode/unopened', '{{% /note'],
    ['a {{< youtube', 'shortcode/syntax', '{{< youtube'],
    ['a {{< "b" >}}', 'shortcode/syntax', '{{< "b'],
    ['a {{</* b', 'shortcode/syntax', '{{</* b'],
  ])('%s', (body, code, opening) => {
    expect(find(body).diagnostics).toMatchObject([{ code, ...placeAt(body, body.indexOf(opening)) }]);
  });

  it('within the time limit, even for a hundred thousand opening tags and lines', () => {
    expect(find('{{% note %}}'.repeat(40_000)).diagnostics).toHaveLength(40_000);
    find(`${'{{% note %}}'.repeat(20_000)}${'{{% /note %}}'.repeat(20_000)}`);
    find(`${'{{% a %}}'.repeat(20_000)}${'{{% /b %}}'.repeat(20_000)}`);
    find(`:::a\n${'!!! b\n    c\n'.repeat(40_000)}`);
  });
});
