// Axes of charts that are as wide as their place: ticks of time, and labels of which none touches another at any width.
import { monthName } from '@/lib/base/dates';

/**
 * How wide a plot is at least, in pixels, and the classes of what is shown, and centred, from there on: the steps of
 * Tailwind's container queries, from a screen of 320 pixels on, less what stands beside the plot.
 */
export const chartWidths = [
  { width: 220, shown: '', centred: '' },
  { width: 500, shown: 'hidden @xl:inline', centred: '@xl:[text-anchor:middle]' },
  { width: 820, shown: 'hidden @4xl:inline', centred: '@4xl:[text-anchor:middle]' },
] as const;

/** A label that would like to be shown. */
export interface Label {
  /** What it points to, from 0 at the chart's left edge to 1 at its right. */
  readonly at: number;
  /** Pixels of its text. */
  readonly length: number;
}

export type Anchor = 'start' | 'middle' | 'end';

/** How a label is shown. */
export interface LabelPlace {
  /** Which part of the text stands at its place; at an edge of the chart, it does not stand in the middle. */
  readonly anchor: Anchor;
  /** From which width on it is shown, and from which in the middle. */
  readonly className: string;
}

/** Pixels between two labels. */
const gap = 10;

/** A place on an axis as an attribute says it. @param at from 0 to 1. */
export function toPercent(at: number): string {
  return `${Math.round(at * 10_000) / 100}%`;
}

/**
 * Chooses which labels are shown at which width, so that none touches another or leaves the chart.
 *
 * @param labels the most important first.
 * @returns how each is shown, in the same order; undefined for one that never is.
 */
export function thinLabels(labels: readonly Label[]): (LabelPlace | undefined)[] {
  return choose(labels, () => true);
}

/**
 * Chooses which ticks of an axis have their label shown at which width: every second, every fourth and so on, counted from
 * the last, so that they stand at even distances.
 *
 * @param ticks in order, about evenly apart.
 * @returns how each is shown, in the same order; undefined for one that never is.
 */
export function thinTicks(ticks: readonly Label[]): (LabelPlace | undefined)[] {
  const longest = Math.max(0, ...ticks.map(({ length }) => length));
  const distance = Math.min(1, ...ticks.slice(1).map(({ at }, index) => at - (ticks[index]?.at ?? 0)));
  const fromEnd = [...ticks].reverse();
  return choose(fromEnd, (index, width) => {
    let step = 1;
    while (step < ticks.length && step * distance * width < longest + gap) step *= 2;
    return index % step === 0;
  }).reverse();
}

function choose(
  labels: readonly Label[],
  isWanted: (index: number, width: number) => boolean,
): (LabelPlace | undefined)[] {
  const classes = new Map<Label, string>();
  for (const { width, shown } of chartWidths) {
    labels.forEach((label, index) => {
      if (classes.has(label) || label.length > width || !isWanted(index, width)) return;
      if (![...classes.keys()].some((other) => touches(label, other, width))) classes.set(label, shown);
    });
  }
  return labels.map((label) => {
    const shown = classes.get(label);
    return shown === undefined ? undefined : place(label, shown);
  });
}

function place(label: Label, shown: string): LabelPlace {
  const first = Math.max(
    0,
    chartWidths.findIndex((step) => step.shown === shown),
  );
  const anchors = chartWidths.slice(first).map(({ width, centred }) => ({ anchor: anchorOf(label, width), centred }));
  const anchor = anchors[0]?.anchor ?? 'middle';
  const centred = anchor === 'middle' ? undefined : anchors.find((step) => step.anchor === 'middle')?.centred;
  return { anchor, className: [shown, centred].filter(Boolean).join(' ') };
}

function anchorOf({ at, length }: Label, width: number): Anchor {
  if (at * width < length / 2) return 'start';
  return (1 - at) * width < length / 2 ? 'end' : 'middle';
}

function touches(a: Label, b: Label, width: number): boolean {
  const [startA, endA] = extentOf(a, width);
  const [startB, endB] = extentOf(b, width);
  return startA < endB + gap && startB < endA + gap;
}

/** Where a label begins and ends on a chart of some width, in pixels. */
export function extentOf(label: Label, width: number): [start: number, end: number] {
  const anchor = anchorOf(label, width);
  const start = label.at * width - (anchor === 'start' ? 0 : anchor === 'end' ? label.length : label.length / 2);
  return [start, start + label.length];
}

/** A tick of an axis of time. */
export interface TimeTick {
  readonly date: Date;
  /** `2022`, or `Mar 2022` on an axis of a few years. */
  readonly text: string;
}

/** The years that begin on an axis of time; where they are few, the quarters or the months. In UTC, in order. */
export function timeTicks(from: Date, to: Date): TimeTick[] {
  const years = ticksEvery(12, from, to);
  if (years.length > 3) return years.map((date) => ({ date, text: String(date.getUTCFullYear()) }));
  const ticks = ticksEvery(years.length > 1 ? 3 : 1, from, to);
  return (ticks.length > 0 ? ticks : [from]).map((date) => {
    const month = monthName(date.getUTCMonth() + 1).slice(0, 3);
    return { date, text: `${month} ${date.getUTCFullYear()}` };
  });
}

function ticksEvery(months: number, from: Date, to: Date): Date[] {
  const ticks: Date[] = [];
  for (let month = 0; ; month += months) {
    const date = new Date(Date.UTC(from.getUTCFullYear(), month));
    if (date.getTime() > to.getTime()) return ticks;
    if (date.getTime() >= from.getTime()) ticks.push(date);
  }
}
