// How long a post takes to read.
import type { Root } from 'hast';
import { walkHtml } from '@/lib/mdx/walk';

const wordsAMinute = 230;

/** How long a number of words takes to read. Minutes, at least 1. */
export function minutesToRead(words: number): number {
  return Math.max(1, Math.round(words / wordsAMinute));
}

/** Counts the words without code, and puts their number into `result`. */
export function rehypeWordCount(result: { words: number }) {
  return (tree: Root): void => {
    let words = 0;
    walkHtml(tree, (node) => {
      if (node.type === 'element' && node.tagName === 'pre') return 'skip';
      if (node.type === 'text') words += countWords(node.value);
    });
    result.words = words;
  };
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** How many words a text has. Scripts without spaces between words are counted by the character, two to a word. */
export function countWords(text: string): number {
  const ideographs = text.match(unspaced)?.length ?? 0;
  const others = text.replace(unspaced, ' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
  return others + ideographs / 2;
}
