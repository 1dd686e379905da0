import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { type Heading, rehypeHeadings } from '@/lib/mdx/headings';

function transform(html: string): { headings: Heading[]; elements: Element[] } {
  const tree: Root = fromHtml(html, { fragment: true });
  const headings: Heading[] = [];
  rehypeHeadings({ headings })(tree);
  return { headings, elements: tree.children.filter((node) => node.type === 'element') };
}

function idsOf(...texts: string[]): string[] {
  return transform(texts.map((text) => `<h2>${text}</h2>`).join('')).headings.map(({ id }) => id);
}

describe('ids', () => {
  it.each([
    ['What breaks in Tool 0.27', 'what-breaks-in-tool-027'],
    ['Breaking: names must be DNS labels', 'breaking-names-must-be-dns-labels'],
    ['Tool &amp; Flagger', 'tool--flagger'],
    ['a  b', 'a-b'],
    ['snake_case and kebab-case', 'snake_case-and-kebab-case'],
    ['Ünïcode', 'ünïcode'],
    ['通量 更新', '通量-更新'],
    ['What’s new?', 'whats-new'],
    ['"Quoted"', 'quoted'],
    ['<code>kubectl get</code> and <em>more</em>', 'kubectl-get-and-more'],
    ['v2.3.0', 'v230'],
    ['🎉 Party', '-party'],
  ])('of %j by GitHub’s rule: %s', (text, id) => {
    expect(idsOf(text)).toEqual([id]);
  });

  it('are numbered if they repeat', () => {
    expect(idsOf('Fixes', 'Fixes', 'Other', 'Fixes', 'FIXES!')).toEqual([
      'fixes',
      'fixes-1',
      'other',
      'fixes-2',
      'fixes-3',
    ]);
  });

  it('skip a number that a title already contains', () => {
    expect(idsOf('Fixes', 'Fixes 1', 'Fixes')).toEqual(['fixes', 'fixes-1', 'fixes-2']);
  });

  it('start again for each post', () => {
    expect(idsOf('Fixes')).toEqual(['fixes']);
    expect(idsOf('Fixes')).toEqual(['fixes']);
  });

  it('are never empty and always unique', () => {
    const ids = idsOf('🎉', '💖', '***');
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe('section');
    for (const id of ids) expect(id).not.toBe('');
  });
});

describe('the list', () => {
  it('has the headings in their order, with rank and plain text', () => {
    const { headings } = transform('<h2>A <em>b</em>\n c</h2><p>x</p><h3>D</h3><div><h4>E</h4></div><h2>F</h2>');
    expect(headings).toEqual([
      { rank: 2, id: 'a-b-c', text: 'A b c' },
      { rank: 3, id: 'd', text: 'D' },
      { rank: 4, id: 'e', text: 'E' },
      { rank: 2, id: 'f', text: 'F' },
    ]);
  });

  it('moves all headings down by one, to rank 6 at most, if one has rank 1', () => {
    const { headings, elements } = transform('<h2>A</h2><h1>B</h1><h5>C</h5><h6>D</h6>');
    expect(headings.map(({ rank }) => rank)).toEqual([3, 2, 6, 6]);
    expect(elements.map(({ tagName }) => tagName)).toEqual(['h3', 'h2', 'h6', 'h6']);
  });

  it('keeps all ranks if no heading has rank 1', () => {
    expect(transform('<h2>A</h2><h6>B</h6>').elements.map(({ tagName }) => tagName)).toEqual(['h2', 'h6']);
  });

  it('leaves out the heading of the footnotes', () => {
    const { headings, elements } = transform('<h2>A</h2><h2 id="footnote-label">Footnotes</h2>');
    expect(headings.map(({ id }) => id)).toEqual(['a']);
    expect(elements[1]?.children).toHaveLength(1);
  });
});

it('gives each heading a link to itself, with a name', () => {
  const { elements } = transform('<h2>A “b”</h2>');
  expect(elements[0]).toMatchObject({
    properties: { id: 'a-b' },
    children: [
      { type: 'text', value: 'A “b”' },
      {
        tagName: 'a',
        properties: { className: ['anchor'], href: '#a-b', ariaLabel: 'Link to “A “b””' },
        children: [{ type: 'text', value: '#' }],
      },
    ],
  });
});
