import { describe, expect, it } from 'vitest';
import { findConflict } from '@/lib/content/conflict';

const lines = (...text: string[]) => text.join('\n');
const merge = lines('<<<<<<< HEAD', 'ours', '=======', 'theirs', '>>>>>>> branch');
const fence = (text: string, sign = '```') => lines(`${sign}text`, text, sign);

/** Where the first marker is, `line:column`. */
function placeIn(text: string, isMarkdown = true): string | undefined {
  const found = findConflict(text, isMarkdown);
  return found && `${found.line}:${found.column}`;
}

describe('findConflict', () => {
  it.each([
    ['of the style merge', lines('Text.', '', merge), '3:1'],
    ['of the style diff3', merge.replace('===', '||||||| 5f0c1d2\nbase\n==='), '1:1'],
    ['of the style zdiff3', lines('same', '<<<<<<< HEAD', 'a', '||||||| base', '=======', 'b', '>>>>>>> c'), '2:1'],
    ['of which only the end is left', lines('Text.', '>>>>>>> 5f0c1d2 (Open the gates)'), '2:1'],
    ['of which only the beginning is left', lines('Text.', '<<<<<<< Updated upstream'), '2:1'],
    ['of which only the ancestor is left', lines('Text.', '||||||| parent of 5f0c1d2'), '2:1'],
    ['without labels', lines('<<<<<<<', 'a', '=======', 'b', '>>>>>>>'), '1:1'],
    ['before the front matter', lines('<<<<<<< HEAD', '---', 'title: A', '---'), '1:1'],
    ['in the front matter, with an indent', lines('---', 'a: |', '    <<<<<<< HEAD', '---'), '3:5'],
    ['in an HTML comment', lines('<!--', '>>>>>>> branch', '-->'), '2:1'],
    ['after a code block', lines(fence('code'), merge), '4:1'],
    ['around code blocks', lines('<<<<<<< HEAD', fence('a'), '=======', fence('b'), '>>>>>>> c'), '1:1'],
    [
      'that begins in a code block',
      lines('```', '<<<<<<< HEAD', '```', 'a', '=======', '```', 'b', '>>>>>>> c'),
      '2:1',
    ],
    ['in a list that has code', lines('- ```', '  code', '  ```', '>>>>>>> c'), '4:1'],
  ])('finds a conflict %s', (_, text, place) => expect(placeIn(text)).toBe(place));

  it.each([
    ['in a code block', fence(merge)],
    ['in a code block of tildes with backticks in it', fence(lines('```', merge, '```'), '~~~')],
    ['in a code block of four backticks', fence(fence(merge), '````')],
    [
      'in a code block in a list',
      lines('1. See:', '', '   ```', ...merge.split('\n').map((line) => `   ${line}`), '   ```'),
    ],
    ['in a code block in a quote', lines('> ```', ...merge.split('\n').map((line) => `> ${line}`), '> ```')],
    ['in indented code', merge.replace(/^/gm, '    ')],
    ['in indented code with tabs', merge.replace(/^/gm, '\t')],
    ['in the code of a shortcode', lines('{{< highlight text >}}', merge, '{{< /highlight >}}')],
    ['in <pre>', lines('<pre>', '&lt;&lt;', '>>>>>>> branch', '</pre>')],
    [
      'one marker in each of several code blocks',
      [fence('<<<<<<< HEAD'), fence('======='), fence('>>>>>>> a')].join('\n'),
    ],
    ['in code spans', 'Look for `<<<<<<<` and `>>>>>>> branch`.'],
    ['as the line below a heading', lines('Settled', '=======', '', 'Text.')],
    ['as quotes in quotes', lines('> > > > > > > Seven', '>>>>>>>Seven', '>>>>>> Six', '>>>>>>>> Eight')],
    ['as rows of a table', lines('| a | b |', '|---|---|', '|||||||', '||||||| x |')],
  ])('finds none %s', (_, text) => expect(placeIn(text)).toBeUndefined());

  it('counts an indent in data, where it is no code', () => {
    const text = lines('description: |', ...merge.split('\n').map((line) => `    ${line}`));
    expect(placeIn(text, false)).toBe('2:5');
    expect(placeIn(`title: A <<<<<<< B\nnote: "=======" and ">>>>>>> x"\n`, false)).toBeUndefined();
  });
});
