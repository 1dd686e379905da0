import { describe, expect, it } from 'vitest';
import { checkRules, remarkRules } from '@/lib/mdx/rules';
import { parseBody } from '@/lib/mdx/syntax';

/** What is refused, as `line:column code`. */
function placesOf(body: string): string[] {
  return checkRules(parseBody(body, 'mdx'), 'mdx').map(({ line, column, code }) => `${line}:${column} ${code}`);
}

describe('content that is rejected, next to similar content that is accepted', () => {
  it.each([
    ['an expression', '{1 + 1}', '\\{1 + 1}', '1:1 mdx/expression'],
    ['an expression in a line', 'one\ntwo {a}', 'one\ntwo `{a}`', '2:5 mdx/expression'],
    ['an empty expression', 'a {} b', 'a \\{} b', '1:3 mdx/expression'],
    ['a comment', '{/* a */}', '\\{/* a */}', '1:1 mdx/expression'],
    ['an expression in a cell', '| a |\n|---|\n| {b} |', '| a |\n|---|\n| b |', '3:3 mdx/expression'],
    [
      'an expression in an element',
      '<details>\n\n{a}\n\n</details>',
      '<details>\n\na\n\n</details>',
      '3:1 mdx/expression',
    ],
    ['an import', 'one\n\nimport a from "b"', 'one\n\n`import a from "b"`', '3:1 mdx/import'],
    ['prose like an export', 'export metrics to it', 'exported metrics', '1:1 mdx/import'],
    ['an import without a name', 'import "b"', 'important "b"', '1:1 mdx/import'],
    ['an export', 'export const a = 1', 'exported const a = 1', '1:1 mdx/import'],
    ['a default export', 'export default function () {}', 'exports default', '1:1 mdx/import'],
    ['a spread', '<kbd {...a}>b</kbd>', '<kbd>b</kbd>', '1:1 mdx/expression'],
    ['an attribute in braces', '<abbr title={a}>b</abbr>', '<abbr title="a">b</abbr>', '1:1 mdx/expression'],
    ['a text in braces', '<abbr title={"a"}>b</abbr>', "<abbr title='a'>b</abbr>", '1:1 mdx/expression'],
    ['a number in braces', '<details open={1}>b</details>', '<details open>b</details>', '1:1 mdx/expression'],
    ['<script>', '<script>alert(1)</script>', '`<script>alert(1)</script>`', '1:1 mdx/element'],
    ['<iframe>', 'a <iframe src="https://example.org" />', 'a [b](https://example.org)', '1:3 mdx/element'],
    ['<style>', '<style>a</style>', '<small>a</small>', '1:1 mdx/element'],
    ['<div>', '<div>a</div>', '<mark>a</mark>', '1:1 mdx/element'],
    ['<img>', '<img src="a.png" />', '![a](a.png)', '1:1 mdx/element'],
    ['text about nothing', '<Ecosystem>Text.</Ecosystem>', '<Ecosystem id="a">Text.</Ecosystem>', '1:1 mdx/content'],
    ['a list of another time', '<Events when="future" />', '<Events when="upcoming" />', '1:1 mdx/attribute'],
    ['a time without a word', '<Meetings when />', '<Meetings when="past" />', '1:1 mdx/attribute'],
    ['a time of what has none', '<Releases when="past" />', '<Releases />', '1:1 mdx/attribute'],
    ['<a> without an address', '<a>b</a>', '<a href="/">b</a>', '1:1 mdx/attribute'],
    ['<a> with a target', '<a href="/" target="_blank">b</a>', '<a href="/" title="c">b</a>', '1:1 mdx/attribute'],
    ['<a> with code for an address', '<a href={b}>c</a>', '<a href="b">c</a>', '1:1 mdx/expression'],
    ['<a> around a link', '<a href="/">b [c](/d/)</a>', '<a href="/">b https://c.example</a>', '1:1 mdx/content'],
    ['<a> around a list', '<a href="/">\n\n- b\n\n</a>', '<a href="/">\n\nb\n\n</a>', '1:1 mdx/content'],
    ['<h2>', '<h2>a</h2>', '## a', '1:1 mdx/element'],
    ['a custom element', '<copy-code>a</copy-code>', '<kbd>a</kbd>', '1:1 mdx/element'],
    ['what a component map has for itself', '<picture-place alt="a" />', '<br />', '1:1 mdx/element'],
    ['an unknown component', '<Chart />', '\\<Chart />', '1:1 mdx/element'],
    ['a part of an element', '<kbd.a>b</kbd.a>', '<kbd>b</kbd>', '1:1 mdx/element'],
    ['an element of another namespace', '<svg:kbd>b</svg:kbd>', '<kbd>b</kbd>', '1:1 mdx/element'],
    ['capitals', '<KBD>b</KBD>', '<kbd>b</kbd>', '1:1 mdx/element'],
    ['a name that every object has', '<constructor>b</constructor>', '<kbd>b</kbd>', '1:1 mdx/element'],
    ['a fragment', '<>a</>', 'a', '1:1 mdx/element'],
    ['an event handler', '<kbd onclick="a()">b</kbd>', '<kbd>b</kbd>', '1:1 mdx/attribute'],
    ['a style attribute', '<kbd style="a">b</kbd>', '<kbd>style="a"</kbd>', '1:1 mdx/attribute'],
    ['another element’s attribute', '<kbd title="a">b</kbd>', '<abbr title="a">b</abbr>', '1:1 mdx/attribute'],
    ['an attribute’s other spelling', '<abbr Title="a">b</abbr>', '<abbr title="a">b</abbr>', '1:1 mdx/attribute'],
  ])('%s', (_, bad, good, place) => {
    expect(placesOf(bad)).toEqual([place]);
    expect(placesOf(good)).toEqual([]);
  });

  it('does not include plain elements', () => {
    const names = [
      'abbr',
      'del',
      'details',
      'ins',
      'kbd',
      'mark',
      's',
      'samp',
      'small',
      'sub',
      'summary',
      'sup',
      'var',
    ];
    expect(placesOf(names.map((name) => `<${name}>a</${name}>`).join(' '))).toEqual([]);
    expect(placesOf('a<br />b<br/>c')).toEqual([]);
  });

  it('is found inside other rejected content', () => {
    expect(placesOf('<div>\n  {a}\n</div>')).toEqual(['1:1 mdx/element', '2:3 mdx/expression']);
  });

  it('is reported in full: each attribute, each expression', () => {
    expect(placesOf('<kbd a="1" {...b} onclick={c}>{d}</kbd>\n\n{e}')).toEqual([
      '1:1 mdx/attribute',
      '1:1 mdx/expression',
      '1:1 mdx/expression',
      '1:31 mdx/expression',
      '3:1 mdx/expression',
    ]);
  });

  it('comes with a remedy', () => {
    const fixes = (body: string) => checkRules(parseBody(body, 'mdx'), 'mdx').map(({ fix }) => fix);
    expect(fixes('{a}')).toEqual(['write \\{ for a brace, or put the text in backticks']);
    expect(fixes('<abbr title={a}>b</abbr>')).toEqual(['write title="text"']);
    expect(fixes('import a from "b"')).toEqual(['remove it; components need no import']);
    expect(fixes('export metrics to it')).toEqual(['begin the paragraph with a word other than "export"']);
    for (const fix of fixes('import "a"\n\n<Chart />\n\n<>a</>\n\n<kbd {...a} b="c">d</kbd>'))
      expect(fix).toMatch(/\w/);
  });

  it('is quoted on one line and not at length', () => {
    const [found] = checkRules(parseBody(`{a +\n  ${'b'.repeat(500)}}`, 'mdx'), 'mdx');
    expect(found?.message).toMatch(/^"\{a \+ b+…\}" would run as code$/);
    expect(found?.message.length).toBeLessThan(80);
  });
});

it('reports nothing in Markdown, where braces and tags are text or HTML', () => {
  expect(checkRules(parseBody('{a}\n\n<script>b</script>\n\nimport "c"', 'md'), 'md')).toEqual([]);
});

describe('remarkRules', () => {
  it('stops rendering if a rule is broken, and reports the line', () => {
    const tree = parseBody('a\n\n{b}', 'mdx');
    expect(() => remarkRules({ format: 'mdx' })(tree)).toThrow('line 3 of the body: "{b}" would run as code (fix: ');
    expect(() => remarkRules({ format: 'mdx' })(parseBody('a\n\n\\{b}', 'mdx'))).not.toThrow();
    expect(() => remarkRules({ format: 'md' })(parseBody('a\n\n{b}', 'md'))).not.toThrow();
  });
});
