// The layout of the time line of releases: a lane per project, marks that do not cover each other, labels where there is room.
import { layoutTicks, letter, thinLabels } from '@/components/ui/chart-axis';

/** A release on the time line. */
export interface TimedRelease {
  readonly version: string;
  readonly date: Date;
  /** What it is called: `Example tool 2.3.0`. */
  readonly label: string;
  readonly url: string;
  readonly breaking: boolean;
  readonly secured: boolean;
  /** The date of release in words, if it is more exact than the month of `date`: `3 February 2022`. */
  readonly when?: string;
}

/** The releases of a project. */
export interface Lane {
  readonly name: string;
  /** `#rrggbb` */
  readonly color: string;
  /** The newest first. */
  readonly releases: readonly TimedRelease[];
}

/** The shape of a release: a dot, or a stroke if there are very many; a triangle, a diamond, or both in one. */
export type Shape = 'dot' | 'stroke' | 'breaking' | 'secured' | 'both';

/** A release with its shape, its place from 0 to 1, and half its width in pixels. */
interface Placed {
  readonly release: TimedRelease;
  readonly shape: Shape;
  readonly at: number;
  readonly size: number;
}

export type LaidLane = ReturnType<typeof layoutLane>;
export type Mark = LaidLane['marks'][number];

/** The narrowest plot, in pixels: marks that do not touch at this width do not touch at any. */
const narrowest = 280;

/** Free space at either end, as a part of the width. */
const margin = 0.03;

const top = 24;
const nameHeight = 24;
const labelHeight = 22;
const laneGap = 14;

/** From one row of marks to the next. */
const pitch = 12.5;

/** Half the width of a mark, in pixels. */
const sizes: Readonly<Record<Shape, number>> = { dot: 5, stroke: 1, breaking: 6, secured: 6, both: 8 };

/** Rows of marks in a lane, at most. Beyond, marks may touch on narrow screens. */
const mostRows = 11;

/** If a lane has more releases, plain ones are fine strokes, so that breaking changes and security fixes stand out. */
const mostDots = 60;

/** The layout of the picture. Releases before `from` or after `to` are left out. */
export function layoutTimeLine(lanes: readonly Lane[], from: Date, to: Date) {
  const span = to.getTime() - from.getTime();
  // In a period without length, everything is in the middle.
  const placeOf = (date: Date) =>
    span > 0 ? margin + (1 - 2 * margin) * ((date.getTime() - from.getTime()) / span) : 0.5;
  let y = top;
  const laid = lanes.map((lane) => {
    const releases = lane.releases.filter(({ date }) => date >= from && date <= to);
    const laidLane = layoutLane({ ...lane, releases }, placeOf, y);
    y += laidLane.height + laneGap;
    return laidLane;
  });
  return { height: y, ticks: layoutTicks(from, to, placeOf), lanes: laid };
}

/** The layout of a lane: heights and `y` in pixels from the top of the picture, places `at` from 0 to 1. */
function layoutLane({ name, color, releases }: Lane, placeOf: (date: Date) => number, y: number) {
  const isDense = releases.length > mostDots;
  const placed = releases
    // Of two releases on one date, the newer one comes later.
    .toReversed()
    .sort((a, b) => a.date.getTime() - b.date.getTime())
    .map((release): Placed => {
      const shape = shapeOf(release, isDense ? 'stroke' : 'dot');
      return { release, shape, at: placeOf(release.date), size: sizes[shape] };
    });
  const rows = stackRows(placed);
  const depth = (Math.max(0, ...rows) + 1) * pitch;
  const lineY = y + nameHeight + depth - pitch / 2;
  const labels = labelMarks(placed);
  return {
    name,
    color,
    /** Whether plain releases are strokes. */
    isDense,
    /** Baselines of its name and of the versions, and the line between its marks. */
    nameY: y + 14,
    lineY,
    labelY: lineY + pitch / 2 + 14,
    height: nameHeight + depth + labelHeight,
    marks: placed.map((mark, index) => ({
      ...mark,
      y: lineY - (rows[index] ?? 0) * pitch,
      /** The radius of the area around it that can be clicked. */
      reach: mark.shape === 'stroke' ? mark.size : reachOf(placed, index),
      /** Its version; undefined if it is not shown. */
      label: labels[index],
    })),
  };
}

/** @param plain the shape of a release without breaking changes and security fixes. */
export function shapeOf<Plain>({ breaking, secured }: TimedRelease, plain: Plain) {
  if (breaking) return secured ? 'both' : 'breaking';
  return secured ? 'secured' : plain;
}

/**
 * Rows for marks in the order of time, such that marks do not touch: 0 is the lane's own line, the others are above it.
 * All strokes are on the line, and other marks above them.
 */
export function stackRows(marks: readonly Pick<Placed, 'at' | 'size' | 'shape'>[]): number[] {
  const lowest = marks.some(({ shape }) => shape === 'stroke') ? 1 : 0;
  const ends: number[] = new Array(mostRows).fill(Number.NEGATIVE_INFINITY);
  return marks.map(({ at, size, shape }) => {
    if (shape === 'stroke') return 0;
    const x = at * narrowest;
    const free = ends.findIndex((end, row) => row >= lowest && x - size >= end + 1);
    const row = free < 0 ? ends.indexOf(Math.min(...ends.slice(lowest))) : free;
    ends[row] = x + size;
    return row;
  });
}

/** Half the distance to the nearest other mark: at least the size of the mark, at most what a finger needs. */
function reachOf(marks: readonly Placed[], index: number): number {
  const { at, size } = marks[index] ?? { at: 0, size: 0 };
  const neighbours = [marks[index - 1], marks[index + 1]].flatMap((mark) => (mark ? [Math.abs(mark.at - at)] : []));
  const nearest = Math.min(...neighbours) * narrowest;
  return Math.round(Math.max(size, Math.min(22, nearest / 2)) * 10) / 10;
}

/**
 * Versions of marks. If there is not room for all, the newest release has precedence, then breaking changes, security fixes,
 * major and minor versions; of equals, the newer one.
 */
function labelMarks(marks: readonly Placed[]) {
  const rankOf = ({ shape, release: { version } }: Placed): number => {
    if (shape === 'breaking' || shape === 'both') return 1;
    if (shape === 'secured') return 2;
    return /^\d+(?:\.0)*$/.test(version) ? 3 : /^\d+\.\d+(?:\.0)*$/.test(version) ? 4 : 5;
  };
  const labels = marks.map((mark, index) => ({
    at: mark.at,
    length: mark.release.version.length * letter,
    rank: index === marks.length - 1 ? 0 : rankOf(mark),
    index,
  }));
  return thinLabels(labels, (a, b) => a.rank - b.rank || b.index - a.index);
}
