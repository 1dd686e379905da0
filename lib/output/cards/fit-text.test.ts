import { describe, expect, it } from 'vitest';
import { fitText, type TextBox } from '@/lib/output/cards/fit-text';

/** As if every character were half as wide as the font is large. */
const measure = (texts: readonly string[]) => texts.map((text) => 50 * [...text].length);

const box: TextBox = { width: 600, height: 300, largest: 100, smallest: 30, leading: 1.2 };

const widthOf = (line: string, size: number) => ((measure([line])[0] ?? 0) * size) / 100;

describe('fitText', () => {
  it('sets a short title at the largest size, and a longer one smaller', () => {
    expect(fitText('Adopters', box, measure)).toEqual({ size: 100, lines: ['Adopters'] });
    const { size, lines } = fitText('A title that needs more than one line of the box', box, measure);
    expect(size).toBeLessThan(100);
    expect(lines.length).toBeGreaterThan(1);
  });

  it.each([
    ['300 characters', 'word and another '.repeat(20).slice(0, 300).trim()],
    ['Chinese without spaces', '社区新闻二月更新新功能与重大变更一览'.repeat(8)],
    ['one word without an end', 'x'.repeat(300)],
    ['emoji', '🚀'.repeat(90)],
  ])('keeps %s within the box', (_, text) => {
    const { size, lines } = fitText(text, box, measure);
    expect(lines.length * size * box.leading).toBeLessThanOrEqual(box.height);
    for (const line of lines) expect(widthOf(line, size)).toBeLessThanOrEqual(box.width + 0.01);
  });

  it('keeps all text that fits, and marks a cut', () => {
    const some = 'word '.repeat(30).trim();
    expect(fitText(some, box, measure).lines.join(' ')).toBe(some);
    const { lines } = fitText('word '.repeat(300).trim(), box, measure);
    expect(lines.at(-1)).toMatch(/word…$/);
  });

  it('makes lines of even length', () => {
    const { lines } = fitText('aaaa bbbb cccc dddd ee', { ...box, largest: 60, width: 600 }, measure);
    expect(lines).toEqual(['aaaa bbbb', 'cccc dddd ee']);
  });

  it('breaks Chinese between words, not before closing or after opening punctuation', () => {
    const { lines } = fitText('社区新闻：二月更新，《新功能》与重大变更一览', { ...box, width: 300 }, measure);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).not.toMatch(/^[：，》]|《$/u);
  });

  it('breaks a compound at its hyphen, and a word only if the text would otherwise be tiny', () => {
    expect(fitText('continuous-delivery', { ...box, width: 700, largest: 100, smallest: 100 }, measure).lines).toEqual([
      'continuous-',
      'delivery',
    ]);
    expect(fitText('x'.repeat(20), box, measure)).toEqual({ size: 60, lines: ['x'.repeat(20)] });
  });

  it('puts no space between parts of a broken word that share a line', () => {
    const { lines } = fitText('x'.repeat(54), { ...box, height: 120 }, measure);
    expect(lines).toEqual(['x'.repeat(26), 'x'.repeat(28)]);
    expect(fitText(`${'x'.repeat(20)} ${'y'.repeat(20)}`, box, measure).lines.join(' ')).toContain('x y');
  });

  it('returns no lines for an empty text', () => {
    expect(fitText('', box, measure).lines).toEqual([]);
  });
});
