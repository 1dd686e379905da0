// The data of a chart as a table, behind a disclosure.
import type { ReactNode } from 'react';

export interface ChartTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Cells of each row, in the order of the columns. The first is the heading of the row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** How many columns, counted from the end, contain numbers. */
  readonly figures?: number;
}

export function ChartTable({ caption, columns, rows, figures = 0 }: ChartTableProps) {
  const alignment = (index: number) => (index >= columns.length - figures ? 'text-end' : 'text-start');
  return (
    <details className="no-print mt-2 font-sans text-sm">
      <summary className="min-h-11 w-fit cursor-pointer content-center [font-weight:600] text-accent">
        Show as a table
      </summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="table-scroll mt-2" role="group" aria-label={caption} tabIndex={0}>
        <table className="chart-table tabular w-full max-w-measure">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="text-muted">
              {columns.map((column, index) => (
                <th key={column} scope="col" className={`py-2 pe-4 align-bottom [font-weight:600] ${alignment(index)}`}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell, index) => {
                  const Cell = index === 0 ? 'th' : 'td';
                  return (
                    <Cell
                      key={columns[index]}
                      scope={index === 0 ? 'row' : undefined}
                      className={`py-1.5 pe-4 align-baseline [font-weight:400] ${alignment(index)}`}
                    >
                      {cell}
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
