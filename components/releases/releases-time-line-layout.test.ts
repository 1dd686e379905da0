import { describe, expect, it } from 'vitest';
import { layoutTimeLine, stackRows, type TimedRelease } from '@/components/releases/releases-time-line-layout';
import { chartWidths, extentOf } from '@/components/ui/chart-axis';

const from = new Date('2016-01-01T00:00:00Z');
const to = new Date('2026-01-01T00:00:00Z');

function release(version: string, date: string | number, marks: Partial<TimedRelease> = {}): TimedRelease {
  const url = `/releases/tool/${version}/`;
  return { version, date: new Date(date), label: `Tool ${version}`, url, breaking: false, secured: false, ...marks };
}

/** Releases evenly over the time, the newest first. */
function evenly(count: number): TimedRelease[] {
  const span = to.getTime() - from.getTime();
  return Array.from({ length: count }, (_, index) =>
    release(
      `${Math.floor(index / 60)}.${Math.floor(index / 6) % 10}.${index % 6}`,
      from.getTime() + (span * index) / count,
      {
        breaking: index % 37 === 5,
        secured: index % 53 === 7,
      },
    ),
  ).reverse();
}

const lane = (releases: TimedRelease[], name = 'Tool') => ({ name, color: '#1d4fd8', releases });
const marksOf = (releases: TimedRelease[]) => layoutTimeLine([lane(releases)], from, to).lanes[0]?.marks ?? [];

describe('layoutTimeLine', () => {
  it('puts each release at its date, the earliest first, off the edges', () => {
    const marks = marksOf([release('3', '2026-01-01'), release('2', '2021-01-01'), release('1', '2016-01-01')]);
    expect(marks.map(({ release: { version } }) => version)).toEqual(['1', '2', '3']);
    expect(marks.map(({ at }) => Math.round(at * 100))).toEqual([3, 50, 97]);
  });

  it('leaves out what lies outside its time, and nothing else', () => {
    const marks = marksOf([release('3', '2026-01-02'), release('2', '2026-01-01'), release('1', '2015-12-31')]);
    expect(marks.map(({ release: { version } }) => version)).toEqual(['2']);
  });

  it('gives what breaks and what was secured a shape of its own', () => {
    const marks = marksOf([
      release('4', '2024-01-01', { breaking: true, secured: true }),
      release('3', '2023-01-01', { secured: true }),
      release('2', '2022-01-01', { breaking: true }),
      release('1', '2021-01-01'),
    ]);
    expect(marks.map(({ shape }) => shape)).toEqual(['dot', 'breaking', 'secured', 'both']);
  });

  it.each([1, 18, 60])('lets none of %i marks hide another, on the narrowest screen', (count) => {
    const marks = marksOf(evenly(count));
    expect(marks).toHaveLength(count);
    marks.forEach((a, index) => {
      for (const b of marks.slice(index + 1)) {
        const apart = Math.abs(a.at - b.at) * 280 >= a.size + b.size || Math.abs(a.y - b.y) >= 12;
        expect(apart, `${a.release.version} and ${b.release.version}`).toBe(true);
      }
    });
  });

  it('draws very many as strokes on one line, with what matters above them', () => {
    const marks = marksOf(evenly(500));
    expect(marks).toHaveLength(500);
    const plain = marks.filter(({ shape }) => shape === 'stroke');
    const others = marks.filter(({ shape }) => shape !== 'stroke');
    expect(new Set(plain.map(({ y }) => y)).size).toBe(1);
    expect(Math.max(...others.map(({ y }) => y))).toBeLessThan(plain[0]?.y ?? 0);
    expect(others).toHaveLength(evenly(500).filter(({ breaking, secured }) => breaking || secured).length);
    const { height } = layoutTimeLine([lane(evenly(500))], from, to);
    expect(height).toBeLessThan(200);
  });

  it.each([0, 1, 2])('thins the versions of 500 releases until none touches another (step %i)', (step) => {
    const width = chartWidths[step]?.width ?? 0;
    const known = chartWidths.slice(0, step + 1).map(({ shown }) => shown as string);
    const marks = marksOf(evenly(500)).filter(
      ({ label }) => label && known.includes(label.className.replace(/ ?@\S+:\[.*/, '')),
    );
    expect(marks.length).toBeGreaterThan(2);
    const extents = marks.map(({ at, release: { version } }) => extentOf({ at, length: version.length * 7 }, width));
    extents.sort(([a], [b]) => a - b);
    for (const [index, [start]] of extents.slice(1).entries()) expect(start).toBeGreaterThan(extents[index]?.[1] ?? 0);
  });

  it('names the newest before what breaks, and that before the rest', () => {
    const close = [
      release('1.2.1', '2022-01-03'),
      release('1.2.0', '2022-01-02', { breaking: true }),
      release('1.0.0', '2022-01-01'),
    ];
    const named = (releases: TimedRelease[]) =>
      marksOf(releases).flatMap(({ label, release: { version } }) => (label ? [version] : []));
    expect(named(close)).toEqual(['1.2.1']);
    expect(named([release('1.3.0', '2025-01-01'), ...close])).toEqual(['1.2.0', '1.3.0']);
    expect(
      named([release('1.3.0', '2025-01-01'), release('1.1.1', '2022-01-04'), release('1.1.0', '2022-01-03')]),
    ).toEqual(['1.1.0', '1.3.0']);
  });

  it('takes the first of those with one date for the newest', () => {
    const marks = marksOf([release('1.0.1', '2022-01-01'), release('1.0.0', '2022-01-01')]);
    expect(marks.map(({ release: { version }, label }) => [version, label !== undefined])).toEqual([
      ['1.0.0', false],
      ['1.0.1', true],
    ]);
  });

  it('gives a pointer room around a mark, up to half the way to the next', () => {
    expect(marksOf([release('1', '2021-01-01')])[0]?.reach).toBe(22);
    const [first, second] = marksOf([release('2', '2021-06-01'), release('1', '2021-01-01')]);
    expect(first?.reach).toBe(second?.reach);
    expect(first?.reach).toBeLessThan(10);
    for (const { reach, size } of marksOf(evenly(60))) expect(reach).toBeGreaterThanOrEqual(size);
  });

  it('puts lanes below each other', () => {
    const { lanes, height } = layoutTimeLine([lane(evenly(30), 'A'), lane([], 'B'), lane(evenly(500), 'C')], from, to);
    expect(lanes.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    let last = 0;
    for (const { nameY, lineY, labelY, marks } of lanes) {
      for (const { y, size } of marks) expect(y - size).toBeGreaterThan(nameY);
      expect(nameY - 14).toBeGreaterThan(last);
      expect(lineY).toBeGreaterThan(nameY);
      expect(labelY).toBeGreaterThan(lineY + 10);
      last = labelY;
    }
    expect(height).toBeGreaterThan(last);
  });

  it('puts everything into the middle of a time without length', () => {
    const { lanes, ticks } = layoutTimeLine(
      [lane([release('1', '2021-01-01')])],
      new Date('2021-01-01'),
      new Date('2021-01-01'),
    );
    expect(lanes[0]?.marks.map(({ at }) => at)).toEqual([0.5]);
    expect(ticks.map(({ at, text }) => [at, text])).toEqual([[0.5, 'Jan 2021']]);
  });
});

describe('stackRows', () => {
  const dot = (at: number) => ({ at, size: 5, shape: 'dot' as const });

  it('stacks what would touch, and takes the lowest row that is free', () => {
    expect(stackRows([dot(0.1), dot(0.1), dot(0.11), dot(0.15), dot(0.9)])).toEqual([0, 1, 2, 0, 0]);
  });

  it('has eleven rows at most', () => {
    const rows = stackRows(Array.from({ length: 60 }, () => dot(0.5)));
    expect(Math.max(...rows)).toBe(10);
    expect(new Set(rows).size).toBe(11);
  });

  it('keeps the line for strokes where there are some', () => {
    const stroke = { at: 0.5, size: 1, shape: 'stroke' as const };
    const mark = { at: 0.5, size: 6, shape: 'breaking' as const };
    expect(stackRows([stroke, stroke, mark, mark])).toEqual([0, 0, 1, 2]);
    expect(stackRows([mark, mark])).toEqual([0, 1]);
  });
});
