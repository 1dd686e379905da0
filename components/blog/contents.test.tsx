import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Contents, type ContentsEntry } from '@/components/blog/contents';

/** Headings by rank and text; ids are made from the text. */
function headingsOf(...headings: [rank: number, text: string][]): ContentsEntry[] {
  return headings.map(([rank, text]) => ({ rank, text, id: text.toLowerCase().replaceAll(' ', '-') }));
}

const render = (headings: readonly ContentsEntry[]) => renderToStaticMarkup(<Contents headings={headings} />);

const link = (text: string) => `<a href="#${text.toLowerCase().replaceAll(' ', '-')}">${text}</a>`;

describe('Contents', () => {
  it('lists headings of rank 2, with those of rank 3 below them', () => {
    const html = render(headingsOf([2, 'What breaks'], [3, 'Names'], [3, 'Waits'], [2, 'Events']));
    expect(html).toContain(
      `<ol><li>${link('What breaks')}<ol><li>${link('Names')}</li><li>${link('Waits')}</li></ol></li>` +
        `<li>${link('Events')}</li></ol>`,
    );
  });

  it('is a named list that opens without a script', () => {
    const html = render(headingsOf([2, 'A'], [2, 'B'], [2, 'C']));
    expect(html).toMatch(/^<nav aria-label="Contents" class="toc"><details><summary>Contents<\/summary><ol>/);
  });

  it.each([0, 1, 2])('is nothing for a post with %d headings', (count) => {
    const all = headingsOf([2, 'A'], [2, 'B'], [2, 'C']);
    expect(render(all.slice(0, count))).toBe('');
    expect(render(all)).not.toBe('');
  });

  it('leaves out what is deeper', () => {
    const html = render(headingsOf([2, 'A'], [4, 'Deep'], [3, 'B'], [5, 'Deeper'], [2, 'C']));
    expect(html).not.toContain('Deep');
    expect(html).toContain(`<li>${link('A')}<ol><li>${link('B')}</li></ol></li><li>${link('C')}</li>`);
  });

  it('begins with a heading of rank 3 where that comes first', () => {
    const html = render(headingsOf([3, 'Early'], [2, 'A'], [2, 'B']));
    expect(html).toContain(`<ol><li>${link('Early')}</li><li>${link('A')}</li><li>${link('B')}</li></ol>`);
  });

  it('writes text as text, and links to ids as they are', () => {
    const headings = headingsOf([2, 'A'], [2, 'B']);
    const html = render([...headings, { rank: 2, id: '通量--更新-1', text: '<b> & "c"' }]);
    expect(html).toContain('<a href="#通量--更新-1">&lt;b&gt; &amp; &quot;c&quot;</a>');
  });
});
