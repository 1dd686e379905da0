import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { renderInline } from '@/lib/mdx/markdown';
import { reduceNotes } from '@/lib/news/collect/notes';

const base = 'https://github.com/example/tool2/blob/v0.27.0/';
const reduce = (...lines: string[]) => reduceNotes(lines.join('\n'), base);

it('keeps highlights and breaking changes, by their headings', () => {
  const notes = reduce(
    '# Highlights',
    '',
    'A paragraph beside the list.',
    '',
    '- Alerts choose their sources by label',
    '  ([docs](docs/alerts.md)).',
    '',
    '## 💥 Breaking changes 💥',
    '',
    '* Names must be **DNS labels**',
    '',
    '  and more about that',
    '* Helm waits',
    '### Details',
    '* A third',
    '',
    '## New features',
    '- Bootstrap takes `--path=".tool"`',
    '## Components changelog',
    '- source-controller v1.0.0',
    "## What's Changed",
    '- everything, by hand',
  );
  expect(notes).toEqual({
    highlights: [
      `Alerts choose their sources by label ([docs](${base}docs/alerts.md)).`,
      'Bootstrap takes `--path=".tool"`',
    ],
    breaking: ['Names must be **DNS labels**', 'Helm waits', 'A third'],
    remarks: [],
  });
});

it('reads paragraphs if there is no list, and bold lines as headings', () => {
  expect(reduce('**Breaking changes:**', '', 'The flag is gone.', '', '**Highlights**', '', 'Faster.')).toMatchObject({
    highlights: ['Faster.'],
    breaking: ['The flag is gone.'],
  });
});

it('shortens the addresses of pull requests', () => {
  expect(reduce('# New', '- X in https://github.com/example/tool2/pull/12').highlights).toEqual([
    'X in [#12](https://github.com/example/tool2/pull/12)',
  ]);
});

describe('hostile notes', () => {
  it.each([
    ['[x](javascript:alert(1))', 'x'],
    ['[x](http://example.org)', 'x'],
    ['[x](https://user:secret@example.org/)', 'x'],
    ['[x](//example.org/a)', '[x](https://example.org/a)'],
    ['x <script>alert(1)</script>', 'x alert(1)'],
    ['<script>alert(1)</script>', ''],
    ['![x](https://example.org/p.png) y', 'y'],
    ['a\u202Eb\u0007c', 'abc'],
    ['[x][1]', '\\[x]\\[1]'],
    ['a ~~b~~', 'a b'],
    ['[a [b](https://b.example) c](https://a.example/)', '\\[a [b](https://b.example/) c]\\(<https://a.example/>)'],
  ])('%s becomes harmless', (text, line) => {
    const [highlight = ''] = reduce('# New', `- ${text}`).highlights;
    expect(highlight).toBe(line);
    expect(renderToStaticMarkup(renderInline(highlight))).not.toMatch(/<script|javascript:|http:/);
  });

  it.each([
    ['deep quotes', `${'>'.repeat(3_000)} x`],
    ['deep lists', `${'- '.repeat(3_000)}x`],
    ['emphasis that takes seconds', '*a_ '.repeat(30_000)],
    ['a single long line', 'x'.repeat(200_000)],
    ['open brackets', '['.repeat(50_000)],
  ])('%s are removed quickly, and the rest is kept', (_, text) => {
    const before = performance.now();
    const { highlights, remarks } = reduce('# New', '', text, '', '- Kept');
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(remarks).toEqual(['parts of its notes are too long or too deeply nested to parse']);
    expect(highlights).toEqual(text.length > 130_000 ? [] : ['Kept']);
  });

  it('keeps at most twenty lines, and none that is a page', () => {
    const items = Array.from({ length: 30 }, (_, index) => `- Item ${index}`);
    const { highlights, remarks } = reduce('# New', `- ${'word '.repeat(200)}`, ...items);
    expect(highlights).toHaveLength(20);
    expect(remarks).toEqual(['kept 20 of 31 highlights']);
  });
});
