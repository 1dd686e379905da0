import { fromHtml } from 'hast-util-from-html';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AdoptersOverTime } from '@/components/adopters/adopters-over-time';

const points = [
  { month: '2022-02', added: 8, total: 188 },
  { month: '2022-04', added: 3, total: 191 },
];
const many = Array.from({ length: 100 }, (_, index) => ({
  month: `${2016 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  added: 1,
  total: index + 1,
}));

const render = (props: Parameters<typeof AdoptersOverTime>[0]) => renderToStaticMarkup(<AdoptersOverTime {...props} />);
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('AdoptersOverTime', () => {
  it('says in words at which number the chart starts', () => {
    const html = render({ points, undated: 180 });
    expect(html).toContain(
      'The month of joining is recorded for 11 of 191 adopters. The chart starts at 180, the number of adopters without a recorded month.',
    );
    expect(render({ points: [{ month: '2022-02', added: 1, total: 2 }], undated: 1 })).toContain(
      'The month of joining is recorded for 1 of 2 adopters. The chart starts at 1, the number of adopters without a recorded month.',
    );
    expect(render({ points: [{ month: '2022-02', added: 2, total: 2 }], undated: 0 })).toContain(
      '2 adopters, by the month they joined.',
    );
    expect(render({ points: [{ month: '2022-02', added: 1, total: 1 }], undated: 0 })).toContain('One adopter so far.');
  });

  it('says why there is no chart', () => {
    expect(textOf(render({ points: [], undated: 0 }))).toBe('No adopters are listed yet.');
    expect(textOf(render({ points: [], undated: 1 }))).toBe(
      'There is no chart, because the month in which the one adopter joined is not recorded.',
    );
    expect(textOf(render({ points: [], undated: 1180 }))).toBe(
      'There is no chart, because the month in which the 1,180 adopters joined is not recorded.',
    );
    expect(render({ points: [], undated: 180 })).not.toContain('<svg');
  });

  it('has a picture with a name and a description, whose ids a page can choose', () => {
    const html = render({ points, undated: 180 });
    expect(html).toMatch(
      /role="img" aria-labelledby="adopters-over-time-title" aria-describedby="adopters-over-time-desc"/,
    );
    expect(html).toContain('<title id="adopters-over-time-title">Adopters over time</title>');
    expect(html).toMatch(
      /<desc id="adopters-over-time-desc">The month of joining is recorded for 11 of 191 .+ From February 2022 to April 2022, their number rose from 180 to 191\./,
    );
    const other = render({ points, undated: 180, id: 'b' });
    expect(other).toContain('aria-labelledby="b-title"');
    expect(other).not.toContain('adopters-over-time-');
  });

  it('has the same data in a table behind a disclosure', () => {
    const html = render({ points, undated: 180 });
    const table =
      /<details.*<summary[^>]*>Show as a table<\/summary>.*(<table.*<\/table>).*<\/details>/.exec(html)?.[1] ?? '';
    expect(textOf(table)).toBe(
      'Adopters by month Month Joined Total Not recorded 180 180 February 2022 8 188 April 2022 3 191',
    );
    expect(render({ points: many, undated: 0 }).match(/<tr/g)).toHaveLength(101);
    expect(render({ points: many, undated: 0 })).not.toContain('Not recorded');
  });

  it('marks each month while they are few', () => {
    expect(render({ points, undated: 180 }).match(/<circle/g)).toHaveLength(2);
    expect(render({ points, undated: 180 })).toContain('>+8</text>');
    expect(render({ points: many, undated: 0 })).not.toContain('<circle');
    expect(render({ points: many, undated: 0 })).toContain('<title>April 2024: 1 joined, 100 in total</title>');
  });

  it.each([
    ['two months', points, 180],
    ['100 months', many, 0],
  ])('draws %s without scripts, styles and figures that are none', (_, some, undated) => {
    const html = render({ points: some, undated });
    expect(html).not.toMatch(/<script|style=|on[a-z]+=|NaN|Infinity|undefined/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const faults: string[] = [];
    fromHtml(html, { fragment: true, onerror: ({ ruleId }) => void faults.push(ruleId ?? '') });
    expect(faults).toEqual([]);
  });
});
