// Where everything of the time line of releases stands: a lane a project, marks that do not hide each other, thinned labels.
import { type Anchor, anchorAt, thinLabels, timeTicks } from '@/components/ui/chart-axis';

/** A release on the time line. */
export interface TimedRelease {
  readonly version: string;
  readonly date: Date;
  /** What it is called: `Flux 2.3.0`. */
  readonly label: string;
  readonly url: string;
  readonly breaking: boolean;
  readonly secured: boolean;
  /** When it was released as people say it, `February 2022`, where that says more than the month of `date`. */
  readonly when?: string;
}

/** The releases of a project. */
export interface Lane {
  readonly name: string;
  /** `#rrggbb` */
  readonly color: string;
  readonly releases: readonly TimedRelease[];
}

export type Shape = 'plain' | 'breaking' | 'secured' | 'both';

/** A release with its place. Places across run from 0 to 1; all others are pixels from the top of the picture. */
export interface Mark {
  readonly release: TimedRelease;
  readonly shape: Shape;
  readonly at: number;
  readonly y: number;
  /** Half its size. */
  readonly size: number;
  /** How far around it a pointer takes it. */
  readonly reach: number;
  readonly anchor: Anchor;
  /** From which width on its version is shown; undefined for never. */
  readonly className: string | undefined;
}

export interface LaidLane {
  readonly name: string;
  readonly color: string;
  /** Baselines of its name and of the versions, and the line between its marks. */
  readonly nameY: number;
  readonly lineY: number;
  readonly labelY: number;
  readonly marks: readonly Mark[];
}

export interface TimeLineLayout {
  readonly height: number;
  readonly ticks: readonly {
    readonly at: number;
    readonly text: string;
    readonly anchor: Anchor;
    readonly className: string | undefined;
  }[];
  readonly lanes: readonly LaidLane[];
}

/** The narrowest plot, in pixels: marks that do not touch there touch nowhere. */
const narrowest = 280;

/** Free room at either end, as a part of the width. */
const margin = 0.03;

/** Pixels of a letter of a label. */
const letter = 7;

const top = 24;
const nameHeight = 24;
const labelHeight = 22;
const laneGap = 14;

/** Rows of marks in a lane, at most. Beyond, marks may touch on narrow screens. */
const mostRows = 11;

/** Lays the picture out. Releases before `from` or after `to` are not in it. */
export function layoutTimeLine(lanes: readonly Lane[], from: Date, to: Date): TimeLineLayout {
  const placeOf = toScale(from, to);
  const ticks = timeTicks(from, to).map(({ date, text }) => {
    const at = placeOf(date);
    return { at, text, anchor: anchorAt(at), length: text.length * letter };
  });
  const classes = thinLabels([...ticks].reverse()).reverse();
  let y = top;
  const laid = lanes.map((lane) => {
    const { height, ...rest } = layoutLane(lane, from, to, placeOf, y);
    y += height + laneGap;
    return rest;
  });
  return {
    height: y,
    ticks: ticks.map(({ at, text, anchor }, index) => ({ at, text, anchor, className: classes[index] })),
    lanes: laid,
  };
}

function toScale(from: Date, to: Date): (date: Date) => number {
  const span = to.getTime() - from.getTime();
  // A time without length: everything stands in its middle.
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
    .sort((a, b) => a.date.getTime() - b.date.getTime());
  const dot = shown.length <= 60 ? 5 : shown.length <= 200 ? 3.5 : 2.5;
  const placed = shown.map((release) => {
    const shape = shapeOf(release);
    return { release, shape, at: placeOf(release.date), size: shape === 'plain' ? dot : Math.max(dot + 1, 5.5) };
  });
  const rows = stackRows(placed);
  const highest = Math.min(0, ...rows);
  const pitch = 2 * Math.max(dot, ...placed.map(({ size }) => size * 0.85)) + 1;
  const depth = (Math.max(0, ...rows) - highest) * pitch + pitch;
  const lineY = y + nameHeight + pitch / 2 - highest * pitch;
  const classes = labelMarks(placed);
  return {
    name,
    color,
    nameY: y + 14,
    lineY,
    labelY: y + nameHeight + depth + 14,
    height: nameHeight + depth + labelHeight,
    marks: placed.map((mark, index) => ({
      ...mark,
      y: lineY + (rows[index] ?? 0) * pitch,
      reach: reachOf(placed, index),
      anchor: anchorAt(mark.at),
      className: classes[index],
    })),
  };
}

function shapeOf({ breaking, secured }: TimedRelease): Shape {
  if (breaking) return secured ? 'both' : 'breaking';
  return secured ? 'secured' : 'plain';
}

interface Placed {
  readonly release: TimedRelease;
  readonly shape: Shape;
  readonly at: number;
  readonly size: number;
}

/**
 * Rows for marks in the order of time, such that none touches another: 0 is the lane's own line, then above and below in turn.
 */
export function stackRows(marks: readonly Pick<Placed, 'at' | 'size'>[]): number[] {
  const order = Array.from({ length: mostRows }, (_, index) => (index % 2 === 0 ? 1 : -1) * Math.ceil(index / 2));
  const ends = new Map<number, number>();
  const endOf = (row: number) => ends.get(row) ?? Number.NEGATIVE_INFINITY;
  return marks.map(({ at, size }) => {
    const x = at * narrowest;
    const row =
      order.find((candidate) => x - size >= endOf(candidate) + 1) ??
      order.reduce((best, candidate) => (endOf(candidate) < endOf(best) ? candidate : best));
    ends.set(row, x + size);
    return row;
  });
}

/** Half the way to the nearest other mark, where that is more than the mark itself, up to what a finger needs. */
function reachOf(marks: readonly Placed[], index: number): number {
  const { at, size } = marks[index] ?? { at: 0, size: 0 };
  const neighbours = [marks[index - 1], marks[index + 1]].flatMap((mark) => (mark ? [Math.abs(mark.at - at)] : []));
  const nearest = Math.min(...neighbours) * narrowest;
  return Math.round(Math.max(size, Math.min(22, nearest / 2)) * 10) / 10;
}

/** Whose version is shown first: the newest, then what breaks, what was secured, majors, minors; of equals the newer. */
function labelMarks(marks: readonly Placed[]): (string | undefined)[] {
  const rank = ({ shape, release: { version } }: Placed, index: number): number => {
    if (index === marks.length - 1) return 0;
    if (shape === 'breaking' || shape === 'both') return 1;
    if (shape === 'secured') return 2;
    return /^\d+(?:\.0)*$/.test(version) ? 3 : /^\d+\.\d+(?:\.0)*$/.test(version) ? 4 : 5;
  };
  const order = marks
    .map((mark, index) => ({ index, rank: rank(mark, index) }))
    .sort((a, b) => a.rank - b.rank || b.index - a.index);
  const classes = thinLabels(
    order.map(({ index }) => {
      const { at = 0, release } = marks[index] ?? {};
      return { at, length: (release?.version.length ?? 0) * letter, anchor: anchorAt(at) };
    }),
  );
  const byMark: (string | undefined)[] = [];
  order.forEach(({ index }, place) => {
    byMark[index] = classes[place];
  });
  return byMark;
}
