// Parts of charts: the figure with its table, a picture with a name and a description, ticks, and labels.
import type { ReactNode } from 'react';
import { type AxisTick, type LabelPlace, toPercent } from '@/components/ui/chart-axis';
import { ChartTable, type ChartTableProps } from '@/components/ui/chart-table';

interface ChartProps {
  readonly title: string;
  /** The caption below the title. */
  readonly caption: ReactNode;
  readonly table: ChartTableProps;
  readonly children: ReactNode;
}

/** A chart with its title and caption above, and its data as a table below. */
export function Chart({ title, caption, table, children }: ChartProps) {
  return (
    <figure className="@container my-10">
      <figcaption className="mb-3 font-sans text-sm">
        <p className="[font-weight:600] text-ink">{title}</p>
        {caption}
      </figcaption>
      {children}
      <ChartTable {...table} />
    </figure>
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
  readonly ticks: readonly AxisTick[];
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
