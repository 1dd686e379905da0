// The layout of the chart of adopters: from months and counts to places between 0 and 1.
import { type AxisTick, type LabelPlace, layoutTicks, letter, thinLabels } from '@/components/ui/chart-axis';

/** A month in which adopters joined. */
export interface GrowthPoint {
  /** `2022-02` */
  readonly month: string;
  readonly added: number;
  /** All adopters at the end of the month, with those whose month is not known. */
  readonly total: number;
}

/** Places run from 0 at the left or at the bottom to 1 at the right or at the top. */
export interface GrowthLayout {
  readonly steps: readonly (GrowthPoint & {
    readonly at: number;
    readonly level: number;
    /** Its `+8`, where it is shown. */
    readonly label: LabelPlace | undefined;
  })[];
  readonly months: readonly AxisTick[];
  readonly counts: readonly { readonly level: number; readonly value: number; readonly isEnd: boolean }[];
  /** The line and the area below it, in a box of 1,000 by 1,000. */
  readonly line: string;
  readonly area: string;
}

/** If there are more steps, they have no labels. */
const mostLabels = 24;

/** The smallest distance of two counts, as a part of the height. */
const apart = 0.1;

/**
 * Lays the chart out.
 *
 * @param points at least one, earliest first.
 * @param undated the number of adopters whose month is not known: the chart starts at it.
 */
export function layoutGrowth(points: readonly GrowthPoint[], undated: number): GrowthLayout {
  const first = monthNumber(points[0]?.month ?? '');
  const last = monthNumber(points.at(-1)?.month ?? '');
  // A level month before the first step and after the last, so that a single step is visible as a step.
  const [from, to] = [first - 1, last + 1];
  const top = points.at(-1)?.total ?? undated;
  const span = Math.max(top - undated, 1);
  const placed = points.map((point) => ({
    ...point,
    at: (monthNumber(point.month) - from) / (to - from),
    level: (point.total - undated) / span,
  }));
  const labels = placed.length <= mostLabels ? labelSteps(placed) : [];
  const line = toLine(placed);
  return {
    steps: placed.map((step, index) => ({ ...step, label: labels[index] })),
    months: layoutTicks(dateOf(from), dateOf(to), (date) => (monthOf(date) - from) / (to - from)),
    counts: layoutCounts(undated, top),
    line,
    area: `${line}V1000H0Z`,
  };
}

/** A month as a number: months since the year 0. @param month `2022-02` */
function monthNumber(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

function monthOf(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function dateOf(month: number): Date {
  return new Date(Date.UTC(Math.floor(month / 12), month % 12));
}

/** Labels of the steps; large steps have precedence. */
function labelSteps(steps: readonly { at: number; added: number }[]): (LabelPlace | undefined)[] {
  const order = [...steps].sort((a, b) => b.added - a.added || b.at - a.at);
  const labels = thinLabels(order.map(({ at, added }) => ({ at, length: (String(added).length + 2) * letter })));
  return steps.map((step) => labels[order.indexOf(step)]);
}

/** Both ends, and round numbers between them that are not too close to the ends. */
function layoutCounts(bottom: number, top: number): GrowthLayout['counts'] {
  const span = Math.max(top - bottom, 1);
  const levelOf = (value: number) => (value - bottom) / span;
  const step = roundStep(span / 4);
  const round: number[] = [];
  for (let value = (Math.floor(bottom / step) + 1) * step; value < top; value += step) {
    if (levelOf(value) >= apart && levelOf(value) <= 1 - apart) round.push(value);
  }
  return [...new Set([bottom, ...round, top])].map((value) => ({
    level: levelOf(value),
    value,
    isEnd: value === top,
  }));
}

/** The first of 1, 2, 5, 10, 20, 50 … that is at least `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? 10 * power;
}

function toLine(steps: readonly { at: number; level: number }[]): string {
  const parts = steps.map(({ at, level }) => `H${round(at)}V${round(1 - level)}`);
  return `M0 1000${parts.join('')}H1000`;
}

function round(place: number): number {
  return Math.round(place * 10_000) / 10;
}
