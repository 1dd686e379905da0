import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { minutesToRead, rehypeWordCount } from '@/lib/mdx/reading-time';

function minutesOf(html: string): number {
  const result = { words: 0 };
  rehypeWordCount(result)(fromHtml(html, { fragment: true }));
  return minutesToRead(result.words);
}

const words = (count: number) => 'word '.repeat(count);

describe('the time to read', () => {
  it.each([
    [0, 1],
    [1, 1],
    [230, 1],
    [460, 2],
    [2300, 10],
  ])('takes %d words for %d min', (count, minutes) => {
    expect(minutesOf(`<p>${words(count)}</p>`)).toBe(minutes);
  });

  it('rounds to the nearest minute', () => {
    expect(minutesOf(`<p>${words(340)}</p>`)).toBe(1);
    expect(minutesOf(`<p>${words(350)}</p>`)).toBe(2);
  });

  it('counts words in every element', () => {
    expect(minutesOf(`<ul><li>${words(230)}</li></ul><table><td><b>${words(230)}</b></td></table>`)).toBe(2);
  });

  it('skips code blocks, but counts inline code', () => {
    expect(minutesOf(`<pre><code>${words(2300)}</code></pre>`)).toBe(1);
    expect(minutesOf(`<p><code>${words(460)}</code></p>`)).toBe(2);
  });

  it('counts hyphens, apostrophes and accents as parts of words, but not dashes and emoji', () => {
    expect(minutesOf(`<p>${'don’t co-op e\u0301te\u0301 '.repeat(230)}</p>`)).toBe(3);
    expect(minutesOf(`<p>${'— 💖 … '.repeat(2300)}</p>`)).toBe(1);
  });

  it('counts words of other alphabets', () => {
    expect(minutesOf(`<p>${'слово '.repeat(460)}</p>`)).toBe(2);
    expect(minutesOf(`<p>${'단어 '.repeat(460)}</p>`)).toBe(2);
  });

  it('counts two characters as one word in scripts without spaces', () => {
    expect(minutesOf(`<p>${'通量'.repeat(2300)}</p>`)).toBe(10);
    // With a comma after each four: 4,600 characters all the same, 2,300 words.
    expect(minutesOf(`<p>${'通量更新，'.repeat(1150)}</p>`)).toBe(10);
  });
});
