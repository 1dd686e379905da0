// How long a post takes to read.
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

const wordsAMinute = 230;

/** Counts what is read, code left out, and puts the minutes (at least 1) into `result`. */
export function rehypeReadingTime(result: { minutes: number }) {
  return (tree: Root): void => {
    let words = 0;
    visit(tree, (node) => {
      if (node.type === 'element' && node.tagName === 'pre') return 'skip';
      if (node.type === 'text') words += countWords(node.value);
    });
    result.minutes = Math.max(1, Math.round(words / wordsAMinute));
  };
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

// Scripts without spaces between words are counted by the character, two to a word.
function countWords(text: string): number {
  const ideographs = text.match(unspaced)?.length ?? 0;
  const others = text.replace(unspaced, ' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
  return others + ideographs / 2;
}
