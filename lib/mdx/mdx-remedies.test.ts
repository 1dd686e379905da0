import { describe, expect, it } from 'vitest';
import { inspectBody } from '@/lib/mdx/inspect';

/** What to do about a text in MDX, one item a diagnostic, and whether doing it helps. */
function fixesOf(body: string): string[] {
  return inspectBody(body, 'mdx').inspection.diagnostics.map(({ fix }) => fix);
}

const figure = (src: string, alt: string) => `<Figure src="${src}" alt="${alt}">…</Figure>`;
const video = (url: string, title = 'What it shows') => `<Video url="${url}" title="${title}" />`;

describe('what to write in MDX instead of', () => {
  it.each([
    ['a video', '{{< youtube abcdefghijk >}}', video('https://www.youtube.com/watch?v=abcdefghijk')],
    ['one in a line', 'See {{<youtube "abcdefghijk">}} here', video('https://www.youtube.com/watch?v=abcdefghijk')],
    [
      'one with a title',
      '{{< youtube id="abcdefghijk" title="A \'tour\'" >}}',
      video('https://www.youtube.com/watch?v=abcdefghijk', "A 'tour'"),
    ],
    ['a video on Vimeo', '{{< vimeo 123456 >}}', video('https://vimeo.com/123456')],
    [
      'a player in HTML',
      '<iframe src="https://www.youtube-nocookie.com/embed/abcdefghijk" title="A"></iframe>',
      video('https://www.youtube.com/watch?v=abcdefghijk', 'A'),
    ],
    ['a figure', '{{< figure src="a.png" alt="A" >}}', figure('a.png', 'A')],
    ['a gallery', '{{% gallery match="*.jpg" %}}', '<Gallery match="*.jpg" />'],
    ['a box', '{{% warning %}}', '<Warning> and </Warning> around the text'],
    ['a link', '{{< ref "a.md" >}}', 'the address of the page, such as /blog/2022/03/a-post/'],
    ['a shortcode of a theme', '{{< swagger >}}', 'Markdown, or name the file .md, where they work'],
    [
      'an image',
      '<img src="a.png" alt="A graph" />',
      `![A graph](a.png), or ${figure('a.png', 'A graph')} for one with a caption`,
    ],
    [
      'an image that is not closed',
      'A <img src=\'a b.png\' alt="[A]"> b',
      `![\\[A\\]](<a b.png>), or ${figure('a b.png', '[A]')} for one with a caption`,
    ],
    ['an image of another site', '<img src="https://a.example/b.png">', '![What it shows](https://a.example/b.png)'],
  ])('%s', (_, body, written) => {
    expect(fixesOf(body)).toEqual([`write ${written}`]);
  });

  it('is itself right', () => {
    for (const text of [
      video('https://vimeo.com/123456'),
      '![A](a.png)',
      '<Gallery match="*.jpg" />',
      figure('a', 'b'),
    ]) {
      expect(fixesOf(text)).toEqual([]);
    }
  });
});

describe('quotes', () => {
  it.each([
    ['<Event id=“x” />', 'write id="x"'],
    ['<Event id=”x” />', 'write id="x"'],
    ['<Event id="x” />', 'write id="x"'],
    ['<Event id=‘x’>\n\nText.\n\n</Event>', 'write id="x"'],
    ['<Note title=„Ein Wort“>\n\nText.\n\n</Note>', 'write title="Ein Wort"'],
    ['<Note title=« Un mot »>\n\nText.\n\n</Note>', 'write title="Un mot"'],
    ['<Event id=x />', 'write id="x"'],
  ])('of %s', (body, fix) => {
    expect(fixesOf(body)).toEqual([fix]);
    expect(fixesOf('<Note title="A “word”">\n\nText.\n\n</Note>')).toEqual([]);
  });
});

describe('one mistake is one message:', () => {
  it.each([
    ['<Event ID="x" />', 'did you mean "id"?'],
    ['<Event {...a} />', 'write each attribute as name="text"'],
    ['<Event />', 'write <Event id="…">'],
    ['<Event id="x">\n\nText.', 'write <Event id="x" />, or add </Event> after its text'],
  ])('%s', (body, fix) => {
    expect(fixesOf(body)).toEqual([fix]);
  });
});

it('reports a component that is not closed where it opens, whatever is around it', () => {
  const before = [
    '',
    'Text.\n\n',
    '# H\n\n',
    '<Event id="a" />\n\n',
    '- a\n\n',
    '| a |\n|---|\n| b |\n\n',
    '😀 `<Event id="q">`\n\n',
  ];
  const opened = [
    '<Event id="x">',
    'Some <Event id="x">',
    '- <Event id="x">',
    '> <Event id="x">',
    '<Event\n  id="x"\n>',
  ];
  const after = [
    '\n',
    ' text\n',
    '\n\n## Next\n',
    '\n\n<Event id="y">\n\nMore.\n\n</Event>\n',
    '\n\n<Note>\n\nB\n\n</Note>\n',
  ];
  for (const [start, open, end] of before.flatMap((a) => opened.flatMap((b) => after.map((c) => [a, b, c] as const)))) {
    const lines = (start + open.slice(0, open.indexOf('<Event'))).split('\n');
    const place = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    expect(inspectBody(start + open + end, 'mdx').inspection.diagnostics, start + open + end).toMatchObject([place]);
  }
});
