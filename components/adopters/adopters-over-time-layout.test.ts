import { describe, expect, it } from 'vitest';
import { type GrowthPoint, layoutGrowth } from '@/components/adopters/adopters-over-time-layout';

/** Points from months and how many joined. */
function grow(undated: number, joined: Record<string, number>): GrowthPoint[] {
  let total = undated;
  return Object.entries(joined).map(([month, added]) => {
    total += added;
    return { month, added, total };
  });
}

const monthly = (count: number) =>
  grow(
    7,
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `${2016 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
        1 + (index % 9),
      ]),
    ),
  );

describe('layoutGrowth', () => {
  it('steps up from the ground at each month, in the order of time', () => {
    const { steps, line, area } = layoutGrowth(grow(180, { '2022-02': 8, '2022-04': 3, '2023-01': 2 }), 180);
    const rounded = steps.map(({ at, level }) => [Math.round(at * 13), Math.round(level * 13)]);
    expect(rounded).toEqual([
      [1, 8],
      [3, 11],
      [12, 13],
    ]);
    expect(line).toBe('M0 1000H76.9V384.6H230.8V153.8H923.1V0H1000');
    expect(area).toBe(`${line}V1000H0Z`);
  });

  it('lets a single month be a step in the middle', () => {
    const { steps, line, months, counts } = layoutGrowth(grow(0, { '2022-02': 1 }), 0);
    expect(steps).toMatchObject([{ at: 0.5, level: 1, label: { anchor: 'middle', className: '' } }]);
    expect(line).toBe('M0 1000H500V0H1000');
    expect(months.map(({ text, at }) => [text, at])).toEqual([
      ['Jan 2022', 0],
      ['Feb 2022', 0.5],
      ['Mar 2022', 1],
    ]);
    expect(counts.map(({ value }) => value)).toEqual([0, 1]);
  });

  it('counts across a new year', () => {
    const { steps } = layoutGrowth(grow(0, { '2021-12': 1, '2022-01': 1 }), 0);
    expect(steps.map(({ at }) => Math.round(at * 3))).toEqual([1, 2]);
  });

  it.each([
    [180, { '2022-02': 8, '2022-04': 5 }, [180, 185, 190, 193]],
    [0, { '2022-02': 4 }, [0, 1, 2, 3, 4]],
    [0, { '2022-02': 100 }, [0, 50, 100]],
    [40, { '2022-02': 496 }, [40, 200, 400, 536]],
    [1, { '2022-02': 8000, '2022-03': 4000 }, [1, 5000, 10000, 12001]],
  ])('on %i, names the ends and round numbers between them', (undated, joined, values) => {
    const { counts } = layoutGrowth(grow(undated, joined), undated);
    expect(counts.map(({ value }) => value)).toEqual(values);
    expect(counts.filter(({ isEnd }) => isEnd)).toEqual([counts.at(-1)]);
    const levels = counts.map(({ level }) => level);
    expect([levels[0], levels.at(-1)]).toEqual([0, 1]);
    for (const [index, level] of levels.slice(1).entries()) expect(level - (levels[index] ?? 0)).toBeGreaterThan(0.09);
  });

  it('says of each step how many came while they are few, and not when they are many', () => {
    expect(layoutGrowth(monthly(5), 7).steps.filter(({ label }) => label)).toHaveLength(5);
    const labelled = layoutGrowth(monthly(24), 7).steps.filter(({ label }) => label);
    expect(labelled.length).toBeGreaterThan(5);
    expect(layoutGrowth(monthly(25), 7).steps.filter(({ label }) => label)).toEqual([]);
  });

  it('keeps 100 months inside the chart, each later and higher than the one before', () => {
    const { steps, months } = layoutGrowth(monthly(100), 7);
    const isRising = (places: number[]) =>
      places.every((place, index) => place > (places[index - 1] ?? 0) && place <= 1);
    expect(isRising(steps.map(({ at }) => at))).toBe(true);
    expect(isRising(steps.map(({ level }) => level))).toBe(true);
    expect(months.map(({ text }) => text)).toEqual([
      '2016',
      '2017',
      '2018',
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
    ]);
  });
});
