import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Pagination, shownPages } from '@/components/blog/post-list';

describe('the pages that a list links to', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 125, [1, 2, 125]],
    [4, 125, [1, 2, 3, 4, 5, 125]],
    [63, 125, [1, 62, 63, 64, 125]],
    [125, 125, [1, 124, 125]],
  ])('of page %d of %d', (page, pages, shown) => {
    expect(shownPages(page, pages)).toEqual(shown);
  });

  it('are the first, the last, the next ones and itself', () => {
    const html = renderToStaticMarkup(<Pagination page={63} pages={125} urlOf={(page) => `/blog/page/${page}/`} />);
    expect([...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => url)).toEqual(
      [62, 1, 62, 63, 64, 125, 64].map((page) => `/blog/page/${page}/`),
    );
    expect(html.match(/data-gap/g)).toHaveLength(2);
    expect(html).toContain('aria-current="page"');
    expect(renderToStaticMarkup(<Pagination page={1} pages={1} urlOf={String} />)).toBe('');
  });
});
