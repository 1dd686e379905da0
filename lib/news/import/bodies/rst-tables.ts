// Tables of reStructuredText: grid tables and simple tables.

/** A table: its cells, the first row being its head; no rows where cells span others. */
export interface RstTable {
  readonly rows: readonly (readonly string[])[] | undefined;
  /** The line after it. */
  readonly end: number;
}

/** Reads the table that begins at a line; undefined if there is none. */
export function parseRstTable(lines: readonly string[], at: number): RstTable | undefined {
  const line = lines[at] ?? '';
  if (/^\+(?:-+\+)+$/.test(line)) return parseGrid(lines, at);
  return /^=+(?: +=+)+$/.test(line) ? parseSimple(lines, at) : undefined;
}

function parseGrid(lines: readonly string[], at: number): RstTable {
  let end = at;
  while (end < lines.length && /^[+|]/.test(lines[end] ?? '')) end += 1;
  const table = lines.slice(at, end);
  const [border = ''] = table;
  const stops = [...border.matchAll(/\+/g)].map(({ index }) => index);
  const rows: string[][] = [];
  let row: string[] | undefined;
  for (const line of table) {
    if (/^\+[-=+]+\+$/.test(line)) {
      if ([...line.matchAll(/\+/g)].length !== stops.length) return { rows: undefined, end };
      if (row) rows.push(row.map((cell) => cell.trim()));
      row = undefined;
      continue;
    }
    if (line.startsWith('+') || stops.some((stop) => line[stop] !== '|')) return { rows: undefined, end };
    const cells = stops.slice(0, -1).map((stop, index) => line.slice(stop + 1, stops[index + 1]).trim());
    row = row ? row.map((cell, index) => `${cell} ${cells[index] ?? ''}`) : cells;
  }
  return { rows, end };
}

function parseSimple(lines: readonly string[], at: number): RstTable {
  const border = lines[at] ?? '';
  const columns = [...border.matchAll(/=+/g)].map(({ index }, column, all) => ({
    start: index,
    end: all[column + 1]?.index,
  }));
  const rows: string[][] = [];
  let end = at + 1;
  let borders = 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (/^=+(?: +=+)*$/.test(line)) {
      borders += 1;
      const next = lines[end + 1] ?? '';
      if (borders >= 3 || next === '') break;
      continue;
    }
    if (/^-+(?: +-+)*$/.test(line)) return { rows: undefined, end: endOfTable(lines, end) };
    if (line === '') continue;
    const cells = columns.map(({ start, end: stop }) => line.slice(start, stop).trim());
    const last = rows.at(-1);
    if (cells[0] === '' && last)
      for (const [index, cell] of cells.entries()) last[index] = `${last[index] ?? ''} ${cell}`.trim();
    else rows.push(cells);
  }
  return { rows, end: Math.min(end + 1, lines.length) };
}

function endOfTable(lines: readonly string[], at: number): number {
  const end = lines.findIndex((line, index) => index > at && line === '');
  return end < 0 ? lines.length : end;
}
