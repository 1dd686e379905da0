// Axes of charts that are as wide as their place: ticks of time, and labels of which none touches another at any width.

/**
 * The widths at which a chart may show more labels, in pixels, and the class of a label that is shown from there on: the
 * steps of Tailwind's container queries, from the narrowest screen on.
 */
export const chartWidths = [
  { width: 280, className: '' },
  { width: 576, className: 'hidden @xl:inline' },
  { width: 896, className: 'hidden @4xl:inline' },
] as const;

export type Anchor = 'start' | 'middle' | 'end';

/** A label that would like to be shown. */
export interface Label {
  /** Where it points to, from 0 at the chart's left edge to 1 at its right. */
  readonly at: number;
  /** Pixels of its text. */
  readonly length: number;
  readonly anchor: Anchor;
}

/** Pixels between two labels. */
const gap = 10;

/** The side of its place on which a label stands, so that it does not leave the chart. */
export function anchorAt(at: number): Anchor {
  return at < 0.1 ? 'start' : at > 0.9 ? 'end' : 'middle';
}

/** A place on an axis as an attribute says it. @param at from 0 to 1. */
export function toPercent(at: number): string {
  return `${Math.round(at * 10_000) / 100}%`;
}

/**
 * Chooses which labels are shown at which width, so that none touches another.
 *
 * @param labels the most important first.
 * @returns the class of each, in the same order; undefined for one that is never shown.
 */
export function thinLabels(labels: readonly Label[]): (string | undefined)[] {
  const classes: (string | undefined)[] = labels.map(() => undefined);
  const shown: Label[] = [];
  for (const { width, className } of chartWidths) {
    labels.forEach((label, index) => {
      const [start, end] = extentOf(label, width);
      const fits = start >= 0 && end <= width;
      if (classes[index] !== undefined || !fits || shown.some((other) => touches(label, other, width))) return;
      classes[index] = className;
      shown.push(label);
    });
  }
  return classes;
}

function touches(a: Label, b: Label, width: number): boolean {
  const [startA, endA] = extentOf(a, width);
  const [startB, endB] = extentOf(b, width);
  return startA < endB + gap && startB < endA + gap;
}

function extentOf({ at, length, anchor }: Label, width: number): [start: number, end: number] {
  const start = at * width - (anchor === 'start' ? 0 : anchor === 'end' ? length : length / 2);
  return [start, start + length];
}

/** A tick of an axis of time. */
export interface TimeTick {
  readonly date: Date;
  /** `2022`, or `Mar 2022` on an axis of less than two years. */
  readonly text: string;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The years that begin on an axis of time; the months, where there are not two of them. In UTC, in order. */
export function timeTicks(from: Date, to: Date): TimeTick[] {
  const years = ticksEvery(12, from, to);
  if (years.length > 1) return years.map((date) => ({ date, text: String(date.getUTCFullYear()) }));
  return ticksEvery(1, from, to).map((date) => ({
    date,
    text: `${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`,
  }));
}

function ticksEvery(step: 1 | 12, from: Date, to: Date): Date[] {
  const ticks: Date[] = [];
  const first = step === 12 ? 0 : from.getUTCMonth();
  for (let month = first; ; month += step) {
    const date = new Date(Date.UTC(from.getUTCFullYear(), month));
    if (date.getTime() > to.getTime()) return ticks;
    if (date.getTime() >= from.getTime()) ticks.push(date);
  }
}
