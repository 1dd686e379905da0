// The layout of the time line of releases: a lane per project, marks that do not cover each other, labels where there is room.
import { type AxisTick, type LabelPlace, layoutTicks, letter, thinLabels } from '@/components/ui/chart-axis';

/** A release on the time line. */
export interface TimedRelease {
  readonly version: string;
  readonly date: Date;
  /** What it is called: `Flux 2.3.0`. */
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

/** A release with its place. `at` is from 0 to 1; everything else is in pixels, places from the top of the picture. */
export interface Mark {
  readonly release: TimedRelease;
  readonly shape: Shape;
  readonly at: number;
  readonly y: number;
  /** Half its size. */
  readonly size: number;
  /** The radius of the area around it that can be clicked. */
  readonly reach: number;
  /** Its version; undefined if it is not shown. */
  readonly label: LabelPlace | undefined;
}

export interface LaidLane {
  readonly name: string;
  readonly color: string;
  /** Whether plain releases are strokes. */
  readonly isDense: boolean;
  /** Baselines of its name and of the versions, and the line between its marks. */
  readonly nameY: number;
  readonly lineY: number;
  readonly labelY: number;
  readonly marks: readonly Mark[];
}

export interface TimeLineLayout {
  readonly height: number;
  readonly ticks: readonly AxisTick[];
  readonly lanes: readonly LaidLane[];
}

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
export function layoutTimeLine(lanes: readonly Lane[], from: Date, to: Date): TimeLineLayout {
  const placeOf = toScale(from, to);
  let y = top;
  const laid = lanes.map((lane) => {
    const { height, ...rest } = layoutLane(lane, from, to, placeOf, y);
    y += height + laneGap;
    return rest;
  });
  return { height: y, ticks: layoutTicks(from, to, placeOf), lanes: laid };
}

function toScale(from: Date, to: Date): (date: Date) => number {
  const span = to.getTime() - from.getTime();
  // A period without length: everything is in the middle.
  if (span <= 0) return () => 0.5;
  return (date) => margin + (1 - 2 * margin) * ((date.getTime() - from.getTime()) / span);
}

function layoutLane(
  { name, color, releases }: Lane,
  from: Date,
  to: Date,
  placeOf: (date: Date) => number,
  y: number,
): LaidLane & { height: number } {
  const shown = releases
    .filter(({ date }) => date.getTime() >= from.getTime() && date.getTime() <= to.getTime())
    // Of two releases on one date, the newer one comes later.
    .reverse()
    .sort((a, b) => a.date.getTime() - b.date.getTime());
  const isDense = shown.length > mostDots;
  const placed = shown.map((release): Placed => {
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
    isDense,
    nameY: y + 14,
    lineY,
    labelY: lineY + pitch / 2 + 14,
    height: nameHeight + depth + labelHeight,
    marks: placed.map((mark, index) => ({
      ...mark,
      y: lineY - (rows[index] ?? 0) * pitch,
      reach: mark.shape === 'stroke' ? mark.size : reachOf(placed, index),
      label: labels[index],
    })),
  };
}

function shapeOf({ breaking, secured }: TimedRelease, plain: Shape): Shape {
  if (breaking) return secured ? 'both' : 'breaking';
  return secured ? 'secured' : plain;
}

type Placed = Pick<Mark, 'release' | 'shape' | 'at' | 'size'>;

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
function labelMarks(marks: readonly Placed[]): (LabelPlace | undefined)[] {
  const newest = marks.at(-1);
  const rank = (mark: Placed): number => {
    if (mark === newest) return 0;
    if (mark.shape === 'breaking' || mark.shape === 'both') return 1;
    if (mark.shape === 'secured') return 2;
    const { version } = mark.release;
    return /^\d+(?:\.0)*$/.test(version) ? 3 : /^\d+\.\d+(?:\.0)*$/.test(version) ? 4 : 5;
  };
  const order = marks
    .map((mark, index) => ({ mark, index }))
    .sort((a, b) => rank(a.mark) - rank(b.mark) || b.index - a.index);
  const labels = thinLabels(
    order.map(({ mark: { at, release } }) => ({ at, length: release.version.length * letter })),
  );
  const places = new Map(order.map(({ mark }, place) => [mark, labels[place]]));
  return marks.map((mark) => places.get(mark));
}
