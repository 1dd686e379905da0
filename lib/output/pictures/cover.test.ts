import { describe, expect, it } from 'vitest';
import { type CoverFacts, type CoverShape, countOf, drawCover, emptyMonth } from '@/lib/output/pictures/cover';

const february: CoverFacts = {
  ...emptyMonth('2022-02'),
  releases: ['breaking', 'plain'],
  events: 7,
  adopters: 8,
  ecosystem: 3,
  people: 1,
  contributors: 22,
};
const nothing = emptyMonth('2022-01');

/** How many shapes a path has. */
const shapes = (facts: CoverFacts, shape: CoverShape) =>
  drawCover(facts)
    .paths.filter((path) => path.shape === shape)
    .reduce((sum, { d }) => sum + (d.match(/M/g)?.length ?? 0), 0);

describe('drawCover', () => {
  it('draws the same for the same data, and another figure for another month', () => {
    expect(drawCover(february)).toEqual(drawCover({ ...february }));
    expect(drawCover({ ...february, month: '2022-03' })).not.toEqual(drawCover(february));
    expect(drawCover({ ...february, adopters: 9 })).not.toEqual(drawCover(february));
  });

  it('draws one shape for each thing that happened', () => {
    const count = (shape: CoverShape) => shapes(february, shape);
    expect((['plain', 'breaking', 'secured', 'arch'] as const).map(count)).toEqual([1, 1, 0, 1]);
    expect((['disc', 'square', 'ring', 'hole', 'dot'] as const).map(count)).toEqual([7, 8, 3, 3, 22]);
    expect(countOf(february)).toBe(43);
  });

  // What seeds the figure: another order of fields would be another figure for every month there was.
  it('keeps the order of the fields of a month', () => {
    const folders = ['releases', 'events', 'adopters', 'ecosystem', 'people', 'links'];
    expect(Object.keys(nothing)).toEqual(['month', ...folders, 'contributors']);
  });

  it('keeps the figures of months before there was a kind', () => {
    const places = 'M3 5h0M7 13h0M7 9h0M5 9h';
    const discs = (facts: CoverFacts) => drawCover(facts).paths.find(({ shape }) => shape === 'disc')?.d;
    expect(discs(february)).toMatch(places);
    expect(discs({ ...february, links: 1 })).not.toMatch(places);
  });

  it('puts no shape on another', () => {
    const dots = drawCover(february).paths.filter(({ shape }) => !['plain', 'breaking', 'hole'].includes(shape));
    const places = dots.flatMap(({ d }) => [...d.matchAll(/M([\d.]+) ([\d.]+)/g)].map(([, x, y]) => cell(x, y)));
    expect(new Set(places).size).toBe(places.length);
    expect(places).toHaveLength(41);
  });

  it('draws nothing for an empty month, and every shape of a very full one', () => {
    expect(drawCover(nothing).paths).toEqual([]);
    const full = { ...february, releases: Array(40).fill('secured' as const), contributors: 900 };
    expect(shapes(full, 'secured')).toBe(40);
    expect(shapes(full, 'dot')).toBe(900);
    const { width, height } = drawCover(full);
    expect(width / height).toBeCloseTo(4 / 3, 1);
  });

  it('stays small enough for the page', () => {
    expect(drawCover(february).paths.reduce((sum, { d }) => sum + d.length, 0)).toBeLessThan(500);
  });
});

function cell(x = '', y = ''): string {
  return `${Math.floor(Number(x) / 2)} ${Math.floor(Number(y) / 2)}`;
}
