import type { Blockquote, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { remarkAlerts } from '@/lib/mdx/alerts';
import type { Format } from '@/lib/mdx/body';
import { parseBody } from '@/lib/mdx/syntax';

function transform(body: string, format: Format = 'md'): Root {
  const tree = parseBody(body, format);
  remarkAlerts()(tree);
  return tree;
}

/** The kind of the first block quote's callout, and the quote's text. */
function alertOf(body: string, format?: Format) {
  const [quote] = transform(body, format).children as Blockquote[];
  return { kind: quote?.data?.hProperties?.kind, name: quote?.data?.hName, text: quote && textOf(quote) };
}

describe('remarkAlerts', () => {
  it.each(['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION', 'note', 'Tip'])('turns [!%s] to a callout', (word) => {
    const expected = { kind: word.toLowerCase(), name: 'callout', text: 'text' };
    expect(alertOf(`> [!${word}]\n> text`)).toEqual(expected);
    expect(alertOf(`> [!${word}]\n> text`, 'mdx')).toEqual(expected);
  });

  it.each([
    ['another word', '> [!DANGER]\n> text', '> [!WARNING]\n> text'],
    ['text on the marker’s line', '> [!NOTE] text', '> [!NOTE]\n> text'],
    ['text before the marker', '> a [!NOTE]\n> text', '> [!NOTE]\n> text'],
    ['a marker on a later line', '> text\n> [!NOTE]', '> [!NOTE]\n> text'],
    ['no exclamation mark', '> [NOTE]\n> text', '> [!NOTE]\n> text'],
    ['a marker in code', '> `[!NOTE]`\n> text', '> [!NOTE]\n> text'],
    ['a marker in a heading', '> # [!NOTE]\n> text', '> [!NOTE]\n> # text'],
  ])('leaves a quote alone that has %s', (_, quote, alert) => {
    const tree = parseBody(quote, 'md');
    expect(transform(quote)).toEqual(tree);
    expect(alertOf(alert).name).toBe('callout');
  });

  it('leaves a marker alone that is in no quote', () => {
    expect(transform('[!NOTE]\ntext')).toEqual(parseBody('[!NOTE]\ntext', 'md'));
  });

  it.each([
    ['spaces after the marker', '> [!NOTE]   \n> text', 'text'],
    ['a backslash after the marker', '> [!NOTE]\\\n> text', 'text'],
    ['a paragraph of its own', '> [!NOTE]\n>\n> text', 'text'],
    ['emphasis first', '> [!NOTE]\n> **text** more', 'text more'],
    ['nothing in it', '> [!NOTE]', ''],
  ])('takes the marker, and only that, out of a quote with %s', (_, body, text) => {
    expect(alertOf(body)).toEqual({ kind: 'note', name: 'callout', text });
  });

  it('leaves no empty paragraph and no line break at the beginning', () => {
    const [own, broken] = ['> [!NOTE]\n>\n> text', '> [!NOTE]\\\n> text'].map((body) => transform(body).children[0]);
    for (const quote of [own, broken] as Blockquote[]) {
      expect(quote.children).toMatchObject([{ type: 'paragraph', children: [{ type: 'text', value: 'text' }] }]);
    }
  });

  it('finds alerts in lists and among other quotes', () => {
    const tree = transform('> plain\n\n- item\n\n  > [!TIP]\n  > text\n');
    expect(tree.children[0]?.data).toBeUndefined();
    expect(JSON.stringify(tree)).toContain('"hName":"callout"');
  });
});
