// Axes of charts that are as wide as their container: ticks of time, and labels that do not overlap at any width.
import { toMonth } from '@/lib/base/dates';

/**
 * Widths of a plot in pixels, with the classes of labels that are shown, and centred, from that width on: the breakpoints of
 * Tailwind's container queries for screens of 320 pixels and more, less what is next to the plot.
 */
export const chartWidths = [
  { width: 220, shown: '', centred: '' },
  { width: 500, shown: 'hidden @xl:inline', centred: '@xl:[text-anchor:middle]' },
  { width: 820, shown: 'hidden @4xl:inline', centred: '@4xl:[text-anchor:middle]' },
] as const;

/** A label that is shown if there is room. */
export interface Label {
  /** What it labels, from 0 at the chart's left edge to 1 at its right. */
  readonly at: number;
  /** Pixels of its text. */
  readonly length: number;
}

/** How a label is shown. */
export interface LabelPlace {
  /** Which part of the text is at its place: at an edge of the chart, not the middle. */
  readonly anchor: 'start' | 'middle' | 'end';
  /** The classes that show it from some width on, and centre it from some width on. */
  readonly className: string;
}

/** Pixels between two labels. */
const gap = 10;

/** A place on an axis as the value of an attribute. @param at from 0 to 1. */
export function toPercent(at: number): string {
  return `${Math.round(at * 10_000) / 100}%`;
}

/**
 * Chooses which labels are shown at which width, so that they neither overlap nor leave the chart.
 *
 * @param compare sorts the most important first; without it, they are in this order.
 * @returns how each is shown, in the order of the labels; undefined for one that never is.
 */
export function thinLabels<Each extends Label>(labels: readonly Each[], compare?: (a: Each, b: Each) => number) {
  return choose(labels, compare ? labels.toSorted(compare) : labels, () => true);
}

/**
 * Chooses which ticks of an axis have a label at which width: every second, every fourth and so on, counted from the last,
 * so that the distances are even.
 *
 * @param ticks in order, about evenly apart.
 * @returns how each is shown, in the same order; undefined for one that never is.
 */
export function thinTicks(ticks: readonly Label[]) {
  const longest = Math.max(0, ...ticks.map(({ length }) => length));
  const distance = Math.min(1, ...ticks.slice(1).map(({ at }, index) => at - (ticks[index]?.at ?? 0)));
  return choose(ticks, ticks.toReversed(), (index, width) => {
    let step = 1;
    while (step < ticks.length && step * distance * width < longest + gap) step *= 2;
    return index % step === 0;
  });
}

function choose(
  labels: readonly Label[],
  byImportance: readonly Label[],
  isWanted: (index: number, width: number) => boolean,
): (LabelPlace | undefined)[] {
  const steps = new Map<Label, number>();
  for (const [step, { width }] of chartWidths.entries()) {
    byImportance.forEach((label, index) => {
      if (steps.has(label) || label.length > width || !isWanted(index, width)) return;
      if (![...steps.keys()].some((other) => touches(label, other, width))) steps.set(label, step);
    });
  }
  return labels.map((label) => {
    const [narrowest, ...wider] = chartWidths.slice(steps.get(label) ?? chartWidths.length);
    if (!narrowest) return undefined;
    const anchor = anchorOf(label, narrowest.width);
    const centred = anchor !== 'middle' && wider.find(({ width }) => anchorOf(label, width) === 'middle')?.centred;
    return { anchor, className: [narrowest.shown, centred].filter(Boolean).join(' ') };
  });
}

function anchorOf({ at, length }: Label, width: number): LabelPlace['anchor'] {
  if (at * width < length / 2) return 'start';
  return (1 - at) * width < length / 2 ? 'end' : 'middle';
}

function touches(a: Label, b: Label, width: number): boolean {
  const [startA, endA] = extentOf(a, width);
  const [startB, endB] = extentOf(b, width);
  return startA < endB + gap && startB < endA + gap;
}

/** The ends of a label on a chart of some width, in pixels. */
export function extentOf(label: Label, width: number): [start: number, end: number] {
  const anchor = anchorOf(label, width);
  const start = label.at * width - (anchor === 'start' ? 0 : anchor === 'end' ? label.length : label.length / 2);
  return [start, start + label.length];
}

/** Pixels of a letter of a label, and of one of the wide letters of East Asia. */
export const letter = 7;
const wideLetter = 12;

/** Pixels of the text of a label. */
export function lengthOf(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return text.length * letter + wide * (wideLetter - letter);
}

/**
 * The ticks of an axis of time, see `timeTicks`, with their places and labels.
 *
 * @param placeOf where a date is on the axis, from 0 at the left to 1 at the right.
 */
export function layoutTicks(from: Date, to: Date, placeOf: (date: Date) => number) {
  const ticks = timeTicks(from, to).map(({ date, text }) => ({
    at: placeOf(date),
    text,
    length: lengthOf(text),
  }));
  const labels = thinTicks(ticks);
  return ticks.map(({ at, text }, index) => ({ at, text, label: labels[index] }));
}

/** The years that begin on an axis of time; if there are few, the quarters or the months. In UTC, in order. */
export function timeTicks(from: Date, to: Date): { readonly date: Date; readonly text: string }[] {
  const years = ticksEvery(12, from, to);
  if (years.length > 3) return years.map((date) => ({ date, text: String(date.getUTCFullYear()) }));
  const ticks = ticksEvery(years.length > 1 ? 3 : 1, from, to);
  return (ticks.length > 0 ? ticks : [from]).map((date) => ({ date, text: toMonth(date, 'short') }));
}

function ticksEvery(months: number, from: Date, to: Date): Date[] {
  const ticks: Date[] = [];
  for (let month = 0; ; month += months) {
    const date = new Date(Date.UTC(from.getUTCFullYear(), month));
    if (date.getTime() > to.getTime()) return ticks;
    if (date.getTime() >= from.getTime()) ticks.push(date);
  }
}
