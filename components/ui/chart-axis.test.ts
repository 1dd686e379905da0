import { describe, expect, it } from 'vitest';
import {
  chartWidths,
  extentOf,
  type Label,
  lengthOf,
  thinLabels,
  thinTicks,
  timeTicks,
  toPercent,
} from '@/components/ui/chart-axis';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** The labels that are shown on a chart of the width of a step. */
function shownAt(step: number, labels: readonly Label[], places: ReturnType<typeof thinLabels>): Label[] {
  const known = chartWidths.slice(0, step + 1).map(({ shown }) => shown);
  return labels.filter((_, index) => {
    const place = places[index];
    return place && known.includes(place.className.replace(/ ?@\S+:\[text-anchor:middle\]/, '') as '');
  });
}

/** Whether any two of the labels touch, or one leaves the chart, on some width. */
function isTidy(labels: readonly Label[], width: number): boolean {
  const extents = labels.map((label) => extentOf(label, width)).sort(([a], [b]) => a - b);
  return extents.every(
    ([start, end], index) => start >= 0 && end <= width && start >= (extents[index - 1]?.[1] ?? -10) + 10,
  );
}

describe('thinLabels', () => {
  const many = Array.from(
    { length: 500 },
    (_, index): Label => ({ at: ((index * 7919) % 500) / 499, length: 21 + (index % 5) * 9 }),
  );

  it.each([0, 1, 2])('lets none touch another or leave the chart, and fills it (step %i)', (step) => {
    const width = chartWidths[step]?.width ?? 0;
    const shown = shownAt(step, many, thinLabels(many));
    expect(isTidy(shown, width)).toBe(true);
    expect(isTidy(many, width)).toBe(false);
    for (const wider of [width, width * 1.3, width * 5]) expect(isTidy(shown, wider), String(wider)).toBe(true);
    expect(shown.length).toBeGreaterThan(width / 100);
  });

  it('shows the most important first, and all where there is room', () => {
    const close: Label[] = [
      { at: 0.5, length: 40 },
      { at: 0.51, length: 40 },
      { at: 0.7, length: 40 },
    ];
    expect(thinLabels(close).map((place) => place?.className)).toEqual(['', undefined, 'hidden @xl:inline']);
    expect(thinLabels([...close].reverse()).map((place) => place?.className)).toEqual([
      '',
      'hidden @xl:inline',
      undefined,
    ]);
  });

  it('lets a label at an edge stand beside its place, until there is room around it', () => {
    expect(
      thinLabels([
        { at: 0, length: 40 },
        { at: 1, length: 40 },
        { at: 0.5, length: 40 },
      ]),
    ).toEqual([
      { anchor: 'start', className: '' },
      { anchor: 'end', className: '' },
      { anchor: 'middle', className: '' },
    ]);
    expect(thinLabels([{ at: 0.05, length: 40 }])).toEqual([
      { anchor: 'start', className: '@xl:[text-anchor:middle]' },
    ]);
    expect(thinLabels([{ at: 0.97, length: 40 }])).toEqual([{ anchor: 'end', className: '@4xl:[text-anchor:middle]' }]);
  });

  it('never shows what is wider than the chart', () => {
    expect(thinLabels([{ at: 0.5, length: 300 }])).toEqual([{ anchor: 'middle', className: 'hidden @xl:inline' }]);
    expect(thinLabels([{ at: 0.5, length: 3000 }])).toEqual([undefined]);
    expect(thinLabels([])).toEqual([]);
  });
});

describe('thinTicks', () => {
  it.each([1, 2, 7, 12, 13, 40, 100])(
    'shows %i ticks at even distances but for the ends, the last of them always',
    (count) => {
      const ticks = Array.from({ length: count }, (_, index): Label => ({ at: (index + 0.5) / count, length: 28 }));
      const places = thinTicks(ticks);
      for (const [step, { width }] of chartWidths.entries()) {
        const shown = shownAt(step, ticks, places);
        expect(isTidy(shown, width)).toBe(true);
        expect(shown.at(-1)).toBe(ticks.at(-1));
        const distances = shown.slice(1).map(({ at }, index) => Math.round((at - (shown[index]?.at ?? 0)) * count));
        expect(new Set(distances.slice(1, -1)).size).toBeLessThanOrEqual(1);
      }
    },
  );

  it('shows all where all have room', () => {
    const ticks = [0.1, 0.4, 0.7, 1].map((at) => ({ at, length: 28 }));
    expect(thinTicks(ticks).map((place) => place?.className)).toEqual(['', '', '', '']);
    expect(thinTicks([])).toEqual([]);
  });
});

describe('timeTicks', () => {
  const texts = (from: string, to: string) => timeTicks(day(from), day(to)).map(({ text }) => text);

  it.each([
    ['years', '2019-05-01', '2023-02-01', ['2020', '2021', '2022', '2023']],
    ['years, from the first on', '2019-01-01', '2022-01-01', ['2019', '2020', '2021', '2022']],
    ['quarters', '2021-12-01', '2023-01-15', ['Jan 2022', 'Apr 2022', 'Jul 2022', 'Oct 2022', 'Jan 2023']],
    ['months', '2022-01-15', '2022-04-01', ['Feb 2022', 'Mar 2022', 'Apr 2022']],
    ['months over a new year', '2022-12-01', '2023-01-31', ['Dec 2022', 'Jan 2023']],
    ['the month, where none begins', '2022-03-05', '2022-03-20', ['Mar 2022']],
    ['the month, where no time passes', '2022-03-05', '2022-03-05', ['Mar 2022']],
  ])('are %s', (_, from, to, expected) => {
    expect(texts(from, to)).toEqual(expected);
  });

  it('stand where they say, in UTC', () => {
    expect(timeTicks(day('2021-12-31'), day('2026-01-01')).map(({ date }) => date.toISOString().slice(0, 10))).toEqual([
      '2022-01-01',
      '2023-01-01',
      '2024-01-01',
      '2025-01-01',
      '2026-01-01',
    ]);
  });
});

it('writes a place as a percentage of few digits', () => {
  expect([0, 1 / 3, 1].map(toPercent)).toEqual(['0%', '33.33%', '100%']);
});

it.each([
  ['Mar 2022', 56],
  ['2022年3月', 59],
])('leaves room for the letters of %s', (text, pixels) => {
  expect(lengthOf(text)).toBe(pixels);
});
