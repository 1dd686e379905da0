import { describe, expect, it } from 'vitest';
import { inspectBody } from '@/lib/mdx/inspect';

/** What keeps a body from being read, as the check prints it. */
function failureOf(body: string): string | undefined {
  const { tree, inspection } = inspectBody(body, 'mdx');
  const [found] = tree ? [] : inspection.diagnostics;
  return found && `${found.line}:${found.column} ${found.code}: ${found.message} (fix: ${found.fix})`;
}

/** The codes of what is wrong in text that is MDX. */
function codesOf(body: string): string[] {
  return inspectBody(body, 'mdx').inspection.diagnostics.map(({ code }) => code);
}

const release = '<Release id="tool-2.3.0">';

describe('invalid MDX, next to similar text that is valid', () => {
  it.each([
    // Elements
    [
      'an element that is not closed, at its own line',
      `a\n\n${release}\n\nb\n\n<Note>\n\nc\n\n</Note>\n\nd\n`,
      `3:1 mdx/syntax: <Release> is not closed (fix: write ${release.replace('>', ' />')}, or add </Release> after its text)`,
      `a\n\n${release}\n\nb\n\n<Note>\n\nc\n\n</Note>\n\n</Release>\n\nd\n`,
    ],
    [
      'the first of two of which one is closed',
      `${release}\n\na\n\n${release}\n\nb\n\n</Release>`,
      `1:1 mdx/syntax: <Release> is not closed (fix: write ${release.replace('>', ' />')}, or add </Release> after its text)`,
      `${release}\n\na\n\n</Release>\n\n${release}\n\nb\n\n</Release>`,
    ],
    [
      'one in a paragraph',
      'Press <kbd>Enter.',
      '1:7 mdx/syntax: <kbd> is not closed (fix: add </kbd>)',
      'Press <kbd>Enter</kbd>.',
    ],
    [
      'one after characters of two code units',
      '😀 é <kbd>a',
      '1:6 mdx/syntax: <kbd> is not closed (fix: add </kbd>)',
      '😀 é <kbd>a</kbd>',
    ],
    [
      'one whose closing tag is code',
      '<kbd>a `</kbd>` \\</kbd>',
      '1:1 mdx/syntax: <kbd> is not closed (fix: add </kbd>)',
      '<kbd>a `</kbd>` \\</kbd></kbd>',
    ],
    [
      'one that is closed in another paragraph',
      '<Note>a\n\nb</Note>',
      '1:1 mdx/syntax: <Note> is not closed in its paragraph (fix: put <Note> and </Note> on lines of their own)',
      '<Note>\n\na\n\nb\n\n</Note>',
    ],
    [
      'one that is closed in another paragraph, after others that are whole',
      '<Person id="a">b\n\n<Person id="c>" /> <Person id="d">e</Person>\n\n</Person>',
      '1:1 mdx/syntax: <Person> is not closed in its paragraph (fix: put <Person> and </Person> on lines of their own)',
      '<Person id="a">\n\n<Person id="c>" /> <Person id="d">e</Person>\n\n</Person>',
    ],
    [
      'one that is closed in a paragraph',
      '<Note>\n\na</Note>',
      '3:2 mdx/syntax: </Note> must be on a line of its own, like its opening tag (fix: put </Note> on a line of its own)',
      '<Note>\n\na\n</Note>',
    ],
    [
      'one that is closed after its list item',
      '- <Note>\n\n  a\n\n</Note>',
      '1:3 mdx/syntax: <Note> is not closed in its list item (fix: indent every line up to </Note> like the text of the item)',
      '- <Note>\n\n  a\n\n  </Note>',
    ],
    [
      'one that is closed after its quote',
      '> <Note>\n> a\n\n</Note>',
      '1:3 mdx/syntax: <Note> is not closed in its quote (fix: begin each line up to </Note> with >)',
      '> <Note>\n> a\n> </Note>',
    ],
    [
      'one that is closed after the one around it',
      '<details>\n\n<Note>\n\na\n\n</details>\n\n</Note>',
      '3:1 mdx/syntax: <Note> is not closed before </details> (fix: add </Note> before </details>)',
      '<details>\n\n<Note>\n\na\n\n</Note>\n\n</details>',
    ],
    [
      'a closing tag that is misspelt',
      '<Note>\n\na\n\n</note>',
      '5:1 mdx/syntax: </note> does not close <Note> (fix: write </Note>)',
      '<Note>\n\na\n\n</Note>',
    ],
    [
      'a closing tag that is misspelt as one before',
      '<sub>a</sub> <sup>b</sub>',
      '1:14 mdx/syntax: <sup> is not closed before </sub> (fix: add </sup> before </sub>)',
      '<sub>a</sub> <sup>b</sup>',
    ],
    [
      'a closing tag alone',
      'a\n\nb </kbd>',
      '3:3 mdx/syntax: </kbd> has no opening tag (fix: remove it, or add <kbd> before it)',
      'a\n\nb <kbd></kbd>',
    ],
    [
      'a component that holds nothing',
      '<Events>',
      '1:1 mdx/syntax: <Events> is not closed (fix: write <Events />)',
      '<Events />',
    ],
    ['<br>', 'a\n\nb<br>c', '3:2 mdx/syntax: <br> is not closed (fix: write <br />)', 'a\n\nb<br />c'],
    [
      '<br> in an element',
      '<kbd>a<br></kbd>',
      '1:7 mdx/syntax: <br> is not closed (fix: write <br />)',
      '<kbd>a<br /></kbd>',
    ],
    ['</br>', 'a</br>b', '1:2 mdx/syntax: </br> has no opening tag (fix: write <br />)', 'a<br />b'],
    ['<>', 'a <> b', '1:3 mdx/syntax: <> is not closed (fix: remove it; every element has a name)', 'a \\<> b'],
    [
      'an element that overlaps emphasis',
      'a *b <kbd>c* d</kbd>',
      '1:6 mdx/syntax: <kbd> overlaps emphasis or a link (fix: put <kbd> and its closing tag both inside or both outside of it)',
      'a *b <kbd>c</kbd>* d',
    ],
    [
      'an element that overlaps a link',
      '<kbd>[a</kbd>](/b/)',
      '1:1 mdx/syntax: <kbd> overlaps emphasis or a link (fix: put <kbd> and its closing tag both inside or both outside of it)',
      '<kbd>[a](/b/)</kbd>',
    ],
    // Attributes
    [
      'a value without quotes',
      'a\n\n<abbr title=b>c</abbr>',
      '3:13 mdx/syntax: the value of title is not in quotes (fix: write title="b")',
      'a\n\n<abbr title="b">c</abbr>',
    ],
    [
      'a value without quotes at the end of a tag',
      '<Event id=talk/>',
      '1:11 mdx/syntax: the value of id is not in quotes (fix: write id="talk")',
      '<Event id="talk"/>',
    ],
    [
      'an element as a value',
      '<Note title=<b/>>a</Note>',
      '1:13 mdx/syntax: the value of title is not in quotes (fix: write title="text")',
      '<Note title="&lt;b/>">a</Note>',
    ],
    ['no value', '<Event id= />', '1:12 mdx/syntax: id has no value (fix: write id="text")', '<Event id="a" />'],
    [
      'a quote that is not closed',
      '<Event\n  id="talk />\n\nb',
      '2:6 mdx/syntax: the value of id has no closing " (fix: add ")',
      '<Event\n  id="talk" />\n\nb',
    ],
    [
      'a tag without an end',
      '<Event id="talk"\n\nb',
      '1:1 mdx/syntax: <Event has no closing > (fix: add >, or write \\<Event for the text)',
      '<Event id="talk" />\n\nb',
    ],
    [
      'braces in braces around a value',
      '<kbd style={{ a: 1 }}>b</kbd>',
      '1:1 mdx/expression: style={…} would run as code (fix: write style="text")',
      '<kbd>b</kbd>',
    ],
    [
      'a value in braces that is no JavaScript',
      'a <abbr title={b c}>d</abbr>',
      '1:3 mdx/expression: title={…} would run as code (fix: write title="text")',
      'a <abbr title="b c">d</abbr>',
    ],
    [
      'braces between attributes',
      '<kbd {a}>b</kbd>',
      '1:1 mdx/expression: <kbd {…}> would run as code (fix: write each attribute as name="text")',
      '<kbd>b</kbd>',
    ],
    // Braces
    [
      'a brace that is not closed',
      'one\n\ntwo { three',
      '3:5 mdx/syntax: this { is not closed (fix: write \\{ for a brace, or put the text in backticks)',
      'one\n\ntwo \\{ three',
    ],
    [
      'what is no JavaScript',
      'a {b c}',
      '1:3 mdx/expression: "{b c}" would run as code (fix: write \\{ for a brace, or put the text in backticks)',
      'a `{b c}`',
    ],
    [
      'a template’s braces',
      'a {{ .Values.b }} c',
      '1:3 mdx/expression: "{{ .Values.b }}" would run as code (fix: write \\{ for a brace, or put the text in backticks)',
      'a `{{ .Values.b }}` c',
    ],
    [
      'a shortcode',
      '{{< youtube a >}}',
      '1:1 mdx/expression: the shortcode "youtube" works in .md files only (fix: write <Video url="https://www.youtube.com/watch?v=a" title="What it shows" />)',
      '\\{\\{\\< youtube a >}}',
    ],
    [
      'a comment that goes on in another paragraph',
      'a {/* b\n\nc */} d',
      '1:3 mdx/expression: "{/* b c */}" would run as code (fix: remove it, or write "# b c" in the front matter)',
      'a d',
    ],
    // What is Markdown
    [
      'an HTML comment',
      'a\n\nb <!-- more pictures -->',
      '3:3 mdx/comment: MDX has no HTML comments (fix: remove it, or write "# more pictures" in the front matter)',
      'a\n\nb \\<!-- more pictures -->',
    ],
    [
      'an HTML comment on several lines',
      '<!--\nmore\n-->',
      '1:1 mdx/comment: MDX has no HTML comments (fix: remove it, or write "# more" in the front matter)',
      '\\<!--\nmore\n-->',
    ],
    [
      'an HTML comment that is not closed',
      '<!-- more',
      '1:1 mdx/comment: MDX has no HTML comments (fix: remove it)',
      '\\<!-- more',
    ],
    [
      'an address in angle brackets',
      'see <https://example.org/x>',
      '1:5 mdx/autolink: MDX reads <https://example.org/x> as a tag (fix: write [https://example.org/x](https://example.org/x))',
      'see [https://example.org/x](https://example.org/x)',
    ],
    [
      'an email address in angle brackets',
      '<ann@example.org>',
      '1:1 mdx/autolink: MDX reads <ann@example.org> as a tag (fix: write [ann@example.org](mailto:ann@example.org))',
      '[ann@example.org](mailto:ann@example.org)',
    ],
    [
      'an address for mail in angle brackets',
      '<mailto:ann@example.org>',
      '1:1 mdx/autolink: MDX reads <mailto:ann@example.org> as a tag (fix: write [ann@example.org](mailto:ann@example.org))',
      '[ann@example.org](mailto:ann@example.org)',
    ],
    [
      'a number after <',
      'a <2 b',
      '1:3 mdx/syntax: "<2" looks like a tag but is not one (fix: write \\<2)',
      'a \\<2 b',
    ],
    ['an arrow', 'a <- b', '1:3 mdx/syntax: "<-" looks like a tag but is not one (fix: write \\<-)', 'a \\<- b'],
    [
      'a document type',
      '<!DOCTYPE html>',
      '1:1 mdx/syntax: "<!DOCTYPE" looks like a tag but is not one (fix: write \\<!DOCTYPE)',
      '\\<!DOCTYPE html>',
    ],
    ['< at the end', 'a <', '1:3 mdx/syntax: "<" looks like a tag but is not one (fix: write \\<)', 'a \\<'],
    [
      'a placeholder that goes on',
      'a<b and c',
      '1:2 mdx/syntax: <b has no closing > (fix: add >, or write \\<b for the text)',
      'a\\<b and c',
    ],
    [
      'Windows’ line ends',
      'a\r\n\r\nb <2',
      '3:3 mdx/syntax: "<2" looks like a tag but is not one (fix: write \\<2)',
      'a\r\n\r\nb \\<2',
    ],
    [
      'a footnote that is indented like code',
      'a[^1]\n\n    [^1]: b',
      '3:5 mdx/syntax: the footnote [^1]: is indented too far (fix: indent its line by at most three spaces)',
      'a[^1]\n\n   [^1]: b',
    ],
  ])('%s', (_, bad, failure, good) => {
    expect(failureOf(bad)).toBe(failure);
    expect(failureOf(good)).toBeUndefined();
    expect(codesOf(good).filter((code) => code !== 'mdx/element')).toEqual([]);
  });
});
