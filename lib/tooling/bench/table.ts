// Figures as a table for the terminal.

/**
 * Lines up a table: the first column to the left, the others to the right.
 *
 * @param rows the first is the heading; each has as many cells as the first.
 * @returns lines, without a final line end.
 */
export function toTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Bytes as megabytes (10⁶), or `not measured`. */
export function toMegabytes(bytes: number | undefined): string {
  return bytes === undefined ? 'not measured' : `${Math.round(bytes / 1e6)} MB`;
}
