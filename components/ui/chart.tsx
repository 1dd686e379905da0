// Parts of charts: the figure, its data as a table, a picture with a name and a description, ticks, and labels.
import type { ReactNode } from 'react';
import { type LabelPlace, type layoutTicks, toPercent } from '@/components/ui/chart-axis';
import { words } from '@/lib/base/words';

interface ChartProps {
  readonly title: string;
  /** The caption below the title. */
  readonly caption: ReactNode;
  readonly table: DataTableProps;
  readonly children: ReactNode;
}

/**
 * A chart with its title and caption above, and its data as a table below.
 *
 * @param children the picture, in an element with `dir="ltr"`: time runs from left to right, and anchors of SVG texts follow `dir`.
 */
export function Chart({ title, caption, table, children }: ChartProps) {
  return (
    <figure className="@container my-10">
      <figcaption className="mb-3 font-sans text-sm">
        <p className="[font-weight:600] text-ink">{title}</p>
        {caption}
      </figcaption>
      {children}
      <details className="no-print mt-2 font-sans text-sm">
        <summary className="min-h-11 w-fit cursor-pointer content-center [font-weight:600] text-accent">
          {words.charts.asTable}
        </summary>
        <DataTable {...table} className="table-scroll mt-2" />
      </details>
    </figure>
  );
}

interface DataTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Cells of each row, in the order of the columns. The first is the heading of the row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** How many columns, counted from the end, contain numbers. */
  readonly figures?: number;
  readonly className?: string;
}

/** A table that scrolls if it is wider than the screen. */
export function DataTable({ caption, columns, rows, figures = 0, className = 'table-scroll' }: DataTableProps) {
  const alignment = (index: number) => (index >= columns.length - figures ? 'text-end' : undefined);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={className} role="group" aria-label={caption} tabIndex={0}>
        <table className="chart-table tabular w-full max-w-measure">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={column} scope="col" className={alignment(index)}>
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
                    <Cell key={columns[index]} scope={index === 0 ? 'row' : undefined} className={alignment(index)}>
                      {cell}
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface ChartPictureProps {
  /** The start of the ids inside. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, in sentences. */
  readonly description: string;
  readonly className: string;
  /** Pixels. */
  readonly height: number;
  readonly children: ReactNode;
}

export function ChartPicture({ id, title, description, className, height, children }: ChartPictureProps) {
  return (
    <svg
      className={className}
      height={height}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {children}
    </svg>
  );
}

interface ChartTicksProps {
  readonly ticks: ReturnType<typeof layoutTicks>;
  /** The ends of the lines, and the baseline of the labels. Pixels from the top. */
  readonly from: number;
  readonly to: number;
  readonly baseline: number;
  /** The class of the lines. */
  readonly className: string;
}

/** The ticks of an axis of time. */
export function ChartTicks({ ticks, from, to, baseline, className }: ChartTicksProps) {
  return ticks.map(({ at, text, label }) => (
    <g key={text}>
      <line x1={toPercent(at)} x2={toPercent(at)} y1={from} y2={to} className={className} />
      <ChartLabel at={at} y={baseline} label={label} className="fill-muted">
        {text}
      </ChartLabel>
    </g>
  ));
}

interface ChartLabelProps {
  /** From 0 at the left to 1 at the right. */
  readonly at: number;
  /** Its baseline, in pixels from the top. */
  readonly y: number;
  /** Where and from which width on it is shown; undefined for a label that is not. */
  readonly label: LabelPlace | undefined;
  readonly className: string;
  /** Whether it has an outline in the colour of the page, so that lines behind it do not cross it. */
  readonly outlined?: boolean;
  readonly size?: number;
  readonly children: ReactNode;
}

export function ChartLabel({ at, y, label, className, outlined, size = 12, children }: ChartLabelProps) {
  if (!label) return null;
  return (
    <text
      x={toPercent(at)}
      y={y}
      fontSize={size}
      textAnchor={label.anchor}
      strokeWidth={outlined ? 4 : undefined}
      paintOrder={outlined ? 'stroke' : undefined}
      className={`${className}${outlined ? ' stroke-paper' : ''} ${label.className}`}
    >
      {children}
    </text>
  );
}
