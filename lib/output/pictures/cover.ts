// The cover of an edition: its month as a figure, one shape for each thing that happened. The same data draw the same figure.
import { byFolder, countedKinds, type EntryKind, type Folder } from '@/lib/kinds/index';

/** What happened in a month: releases one by one, and how many entries of every other kind. */
export type CoverFacts = Readonly<Record<Exclude<Folder, 'releases'>, number>> & {
  /** The month, `2022-02`: months with the same numbers have different figures. */
  readonly month: string;
  /** One a release. A breaking one is a triangle, one with security fixes only a diamond, any other a quarter of a disc. */
  readonly releases: readonly ('breaking' | 'secured' | 'plain')[];
  /** Dots. */
  readonly contributors: number;
};

/** A month without events. The order of its fields is part of the seed of the figure. */
export function emptyMonth(month: string): CoverFacts {
  return { month, ...byFolder(() => 0), releases: [], contributors: 0 };
}

/** How many things happened in a month. */
export function countOf(facts: CoverFacts): number {
  return countedKinds.reduce((sum, { folder }) => sum + countIn(facts, folder), facts.contributors);
}

function countIn(facts: CoverFacts, folder: Folder): number {
  const entries = facts[folder];
  return typeof entries === 'number' ? entries : entries.length;
}

/** Shapes of releases, of the other kinds, and what makes a disc a ring. */
export type CoverShape = CoverFacts['releases'][number] | EntryKind['shape'] | 'hole';

/** What is drawn in one colour, as the data of an SVG path. */
export interface CoverPath {
  readonly shape: CoverShape;
  /** Filled for releases and arches; for the others lines without length, whose round or square caps are the shapes. */
  readonly d: string;
}

/** A figure, ready to be drawn. */
export interface Cover {
  /** In units of half a cell. */
  readonly width: number;
  readonly height: number;
  /** Without those that would be empty. */
  readonly paths: readonly CoverPath[];
}

type Cell = readonly [column: number, row: number];

/** Releases take four cells each, as long as there are no more than this; beyond it, one each. */
const largeReleases = 12;

/** Draws a month. A busy one has a finer grain. @param ratio columns a row. */
export function drawCover(facts: CoverFacts, ratio = 4 / 3): Cover {
  const random = randomFrom(seedOf(facts));
  const large = facts.releases.length <= largeReleases;
  const wanted = countOf(facts) + facts.releases.length * (large ? 3 : 0);
  for (let rows = 4; ; rows++) {
    const columns = Math.round(rows * ratio);
    if (columns * rows < wanted) continue;
    const places = place(facts.releases.length, large ? 2 : 1, columns, rows, random);
    if (places) return { width: 2 * columns, height: 2 * rows, paths: toPaths(facts, places, large, random) };
  }
}

/** What seeded figures when they were first published, also where there was none of it. */
const firstFields: readonly string[] = ['releases', 'events', 'adopters', 'ecosystem', 'people', 'contributors'];

/** The seed of a figure. Kinds that came later are in it where a month has some, so that earlier months keep their figures. */
function seedOf(facts: CoverFacts): string {
  return JSON.stringify(facts, (field, value) => (value === 0 && !firstFields.includes(field) ? undefined : value));
}

/** The cells of releases, and those that are left, shuffled; undefined where releases do not fit. */
function place(count: number, size: number, columns: number, rows: number, random: () => number) {
  const cells = Array.from({ length: columns * rows }, (_, at): Cell => [at % columns, Math.floor(at / columns)]);
  const taken = new Set<string>();
  const covered = ([column, row]: Cell): string[] =>
    Array.from({ length: size * size }, (_, at) => `${column + (at % size)} ${row + Math.floor(at / size)}`);
  const releases: Cell[] = [];
  for (const cell of shuffled(cells, random)) {
    if (releases.length === count) break;
    const fits = cell[0] + size <= columns && cell[1] + size <= rows;
    if (!fits || covered(cell).some((each) => taken.has(each))) continue;
    for (const each of covered(cell)) taken.add(each);
    releases.push(cell);
  }
  if (releases.length < count) return undefined;
  return { releases, rest: shuffled(cells, random).filter((cell) => !taken.has(cell.join(' '))) };
}

function toPaths(
  facts: CoverFacts,
  { releases, rest }: { releases: readonly Cell[]; rest: Cell[] },
  large: boolean,
  random: () => number,
): CoverPath[] {
  const drawn = releases.map((cell, index) => {
    const shape = facts.releases[index] ?? 'plain';
    return { shape, d: release(shape, cell, large ? 4 : 2, Math.floor(random() * 4)) };
  });
  const take = (count: number, shape: EntryKind['shape']): CoverPath[] => {
    const d = rest
      .splice(0, count)
      .map(shape === 'arch' ? arch : dot)
      .join('');
    return shape === 'ring'
      ? [
          { shape, d },
          { shape: 'hole', d },
        ]
      : [{ shape, d }];
  };
  const paths: CoverPath[] = [
    ...(['plain', 'breaking', 'secured'] as const).map((wanted) => ({
      shape: wanted,
      d: drawn.map(({ shape, d }) => (shape === wanted ? d : '')).join(''),
    })),
    ...countedKinds
      .filter(({ name }) => name !== 'release')
      .flatMap(({ folder, shape }) => take(countIn(facts, folder), shape)),
    ...take(facts.contributors, 'dot'),
  ];
  return paths.filter(({ d }) => d !== '');
}

/** @param size units. @param turn quarter turns. */
function release(kind: CoverFacts['releases'][number], [column, row]: Cell, size: number, turn: number): string {
  const [x, y] = [2 * column, 2 * row];
  if (kind === 'secured') {
    const half = size / 2;
    return `M${x + half} ${y}l${half} ${half}-${half} ${half}-${half}-${half}z`;
  }
  const [right, down] = [turn === 1 || turn === 2, turn >= 2];
  const corner = `M${right ? x + size : x} ${down ? y + size : y}`;
  const [dx, dy] = [right ? -size : size, down ? -size : size];
  const end = `${-dx} ${dy}z`;
  return kind === 'breaking'
    ? `${corner}h${dx}l${end}`
    : `${corner}h${dx}a${size} ${size} 0 0 ${right === down ? 1 : 0} ${end}`;
}

function dot([column, row]: Cell): string {
  return `M${2 * column + 1} ${2 * row + 1}h0`;
}

function arch([column, row]: Cell): string {
  return `M${2 * column + 0.2} ${2 * row + 1.8}v-.8a.8.8 0 0 1 1.6 0v.8z`;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

/** Numbers from 0 to 1 that are the same for the same text: FNV-1a for the seed, then mulberry32. */
function randomFrom(text: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
