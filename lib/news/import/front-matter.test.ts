import { describe, expect, it } from 'vitest';
import { fieldOf, readSourceText, textOf } from '@/lib/news/import/front-matter';
import { readPelicanText } from '@/lib/news/import/generators/pelican';

describe('readSourceText', () => {
  it('reads YAML, TOML and JSON, with dates and versions as text', () => {
    expect(readSourceText('---\na: 1.10\nb: 2024-03-09\nc: 3\n---\nx\ny')).toEqual({
      ...{ data: { a: '1.10', b: '2024-03-09', c: 3 }, body: 'x\ny', bodyLine: 6 },
    });
    expect(readSourceText('+++\na = 2024-03-09\n[t]\nb = [1]\n+++\nx').data).toEqual({
      a: '2024-03-09',
      t: { b: [1] },
    });
    expect(readSourceText('{\n  "a": 1\n}\nx')).toEqual({ data: { a: 1 }, body: 'x', bodyLine: 4 });
  });

  it('resolves anchors, and uses the last of duplicate keys', () => {
    expect(readSourceText('---\na: &x [1]\nb: *x\nc: 1\nc: 2\n---\n').data).toEqual({ a: [1], b: [1], c: 2 });
  });

  it('keeps the readable part of invalid YAML, and says so', () => {
    const read = readSourceText('---\ntitle: A: b\ntags:\n  - x\n  - "y"\n---\nz');
    expect(read).toMatchObject({ data: { title: 'A: b', tags: ['x', 'y'] }, body: 'z' });
    expect(read.trouble).toContain('not valid YAML');
  });

  it.each(['No front matter.', '---\nnever closed', '{{< shortcode >}}', ''])('takes %j for a body', (text) => {
    expect(readSourceText(text)).toEqual({ data: {}, body: text, bodyLine: 1 });
  });

  it('finds fields by path, ignoring case and empty fields', () => {
    const data = { Title: 'A', extra: { Author: 'B' }, empty: ' ', none: null };
    expect([textOf(data, 'title'), textOf(data, 'empty', 'extra.author'), fieldOf(data, 'none')]).toEqual([
      'A',
      'B',
      undefined,
    ]);
  });
});

describe('readPelicanText', () => {
  it('reads Markdown metadata up to the first blank line, with continuation lines', () => {
    const read = readPelicanText('Title: A: b\nSummary: one\n    two\n\nNot: metadata\n', 'a.md');
    expect(read).toEqual({ data: { Title: 'A: b', Summary: 'one two' }, body: '\nNot: metadata\n', bodyLine: 4 });
  });

  it('reads the title and the fields of reStructuredText', () => {
    const read = readPelicanText('#####\nTitle\n#####\n\n:date: 2020-01-02\n:tags: a,\n  b\n\nWords.\n', 'a.rst');
    expect(read).toEqual({ data: { title: 'Title', date: '2020-01-02', tags: 'a, b' }, body: 'Words.\n', bodyLine: 9 });
  });

  it('reads the head of HTML', () => {
    const text =
      '<html><head><title>T</title><meta name="date" content="2020-01-02"></head>\n<body>\n<p>x</p></body></html>';
    expect(readPelicanText(text, 'a.html')).toEqual({
      data: { title: 'T', date: '2020-01-02' },
      body: '\n<p>x</p>',
      bodyLine: 2,
    });
  });
});
