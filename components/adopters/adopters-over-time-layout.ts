// The layout of the chart of adopters: from months and counts to places between 0 and 1.
import { layoutTicks, letter, thinLabels } from '@/components/ui/chart-axis';

/** A month in which adopters joined. */
export interface GrowthPoint {
  /** `2022-02` */
  readonly month: string;
  readonly added: number;
  /** All adopters at the end of the month, with those whose month is not known. */
  readonly total: number;
}

export type GrowthLayout = ReturnType<typeof layoutGrowth>;

/** If there are more steps, they have no labels. */
const mostLabels = 24;

/** The smallest distance of two counts, as a part of the height. */
const apart = 0.1;

/**
 * Lays the chart out. Places run from 0 at the left or at the bottom to 1 at the right or at the top.
 *
 * @param points at least one, earliest first.
 * @param undated the number of adopters whose month is not known: the chart starts at it.
 */
export function layoutGrowth(points: readonly GrowthPoint[], undated: number) {
  // A level month before the first step and after the last, so that a single step is visible as a step.
  const from = monthNumber(points[0]?.month ?? '') - 1;
  const to = monthNumber(points.at(-1)?.month ?? '') + 1;
  const placeOf = (month: string) => (monthNumber(month) - from) / (to - from);
  const top = points.at(-1)?.total ?? undated;
  const levelOf = (count: number) => (count - undated) / Math.max(top - undated, 1);
  const placed = points.map((point) => ({
    ...point,
    at: placeOf(point.month),
    level: levelOf(point.total),
    length: (String(point.added).length + 2) * letter,
  }));
  // Large steps have precedence.
  const labels = placed.length <= mostLabels ? thinLabels(placed, (a, b) => b.added - a.added || b.at - a.at) : [];
  const line = `M0 1000${placed.map(({ at, level }) => `H${round(at)}V${round(1 - level)}`).join('')}H1000`;
  return {
    /** Each with its `+8`, where it is shown. */
    steps: placed.map((step, index) => ({ ...step, label: labels[index] })),
    months: layoutTicks(dateOf(from), dateOf(to), (date) => placeOf(date.toISOString())),
    counts: axisCounts(undated, top, levelOf).map((value) => ({ level: levelOf(value), value, isEnd: value === top })),
    /** The line and the area below it, in a box of 1,000 by 1,000. */
    line,
    area: `${line}V1000H0Z`,
  };
}

/** A month as a number: months since the year 0. @param month starts with `2022-02` */
function monthNumber(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

function dateOf(month: number): Date {
  return new Date(Date.UTC(Math.floor(month / 12), month % 12));
}

/** Both ends, and round numbers between them that are not too close to the ends. */
function axisCounts(bottom: number, top: number, levelOf: (count: number) => number): number[] {
  const step = roundStep(Math.max(top - bottom, 1) / 4);
  const round: number[] = [];
  for (let value = (Math.floor(bottom / step) + 1) * step; value < top; value += step) {
    if (levelOf(value) >= apart && levelOf(value) <= 1 - apart) round.push(value);
  }
  return [...new Set([bottom, ...round, top])];
}

/** The first of 1, 2, 5, 10, 20, 50 … that is at least `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? 10 * power;
}

function round(place: number): number {
  return Math.round(place * 10_000) / 10;
}
