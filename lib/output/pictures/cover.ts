// The cover of an edition: its month as a figure, one shape for each thing that happened. The same data draw the same figure.

/** What a month held. */
export interface CoverFacts {
  /** What tells months with the same figures apart: `2022-02`. */
  readonly month: string;
  /** One a release. What breaks is a triangle, what only secures a diamond, everything else a quarter of a disc. */
  readonly releases: readonly ('breaking' | 'secured' | 'plain')[];
  /** Discs. */
  readonly events: number;
  /** Squares. */
  readonly adopters: number;
  /** Rings. */
  readonly ecosystem: number;
  /** Arches. */
  readonly people: number;
  /** Dots. */
  readonly contributors: number;
}

/** What is drawn in one colour, as the data of an SVG path. */
export interface CoverPath {
  readonly kind:
    | 'releases'
    | 'breaking'
    | 'secured'
    | 'events'
    | 'adopters'
    | 'ecosystem'
    | 'holes'
    | 'people'
    | 'contributors';
  /** Filled for releases and people; for the others lines without length, whose round or square caps are the shapes. */
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
  const random = randomFrom(JSON.stringify(facts));
  const large = facts.releases.length <= largeReleases;
  const small = facts.events + facts.adopters + facts.ecosystem + facts.people + facts.contributors;
  const wanted = facts.releases.length * (large ? 4 : 1) + small;
  for (let rows = 4; ; rows++) {
    const columns = Math.round(rows * ratio);
    if (columns * rows < wanted) continue;
    const places = place(facts.releases.length, large ? 2 : 1, columns, rows, random);
    if (places) return { width: 2 * columns, height: 2 * rows, paths: toPaths(facts, places, large, random) };
  }
}

/** Where releases lie, and the cells that are left, in no order; undefined where they do not fit. */
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
    const kind = facts.releases[index] ?? 'plain';
    return { kind, d: release(kind, cell, large ? 4 : 2, Math.floor(random() * 4)) };
  });
  const ofKind = (wanted: (typeof drawn)[number]['kind']) =>
    drawn
      .filter(({ kind }) => kind === wanted)
      .map(({ d }) => d)
      .join('');
  const take = (count: number, draw: (cell: Cell) => string) => rest.splice(0, count).map(draw).join('');
  const events = take(facts.events, dot);
  const adopters = take(facts.adopters, dot);
  const ecosystem = take(facts.ecosystem, dot);
  const people = take(facts.people, arch);
  const contributors = take(facts.contributors, dot);
  const paths: CoverPath[] = [
    { kind: 'releases', d: ofKind('plain') },
    { kind: 'breaking', d: ofKind('breaking') },
    { kind: 'secured', d: ofKind('secured') },
    { kind: 'events', d: events },
    { kind: 'adopters', d: adopters },
    { kind: 'ecosystem', d: ecosystem },
    { kind: 'holes', d: ecosystem },
    { kind: 'people', d: people },
    { kind: 'contributors', d: contributors },
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
