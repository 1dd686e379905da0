// How the number of adopters grew, month by month: a step chart that is rendered at build time.
import { type GrowthLayout, type GrowthPoint, layoutGrowth } from '@/components/adopters/adopters-over-time-layout';
import { Chart, ChartLabel, ChartPicture, ChartTicks } from '@/components/ui/chart';
import { toPercent } from '@/components/ui/chart-axis';
import { toMonth } from '@/lib/base/dates';
import { formatNumber, plural, words } from '@/lib/base/words';

interface AdoptersOverTimeProps {
  /** Months in which adopters joined, the earliest first. */
  readonly points: readonly GrowthPoint[];
  /** The number of adopters whose month is not known. */
  readonly undated: number;
  /** The start of the ids inside, for a page with two of these. */
  readonly id?: string;
}

const said = words.adopters;
const title = said.overTime;

/** Pixels. */
const plot = { top: 26, height: 170, bottom: 196 };
const height = plot.bottom + 26;

export function AdoptersOverTime({ points, undated, id = 'adopters-over-time' }: AdoptersOverTimeProps) {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return <p className="invite">{whyEmpty(undated)}</p>;
  const { total } = last;
  const layout = layoutGrowth(points, undated);
  const summary = summarize(total, undated);
  const span = said.rose(toMonthText(first.month), toMonthText(last.month), formatNumber(undated), formatNumber(total));
  const rows = points.map((point) => ({
    key: point.month,
    cells: [toMonthText(point.month), formatNumber(point.added), formatNumber(point.total)],
  }));
  const unknown = { key: 'undated', cells: [said.notRecorded, formatNumber(undated), formatNumber(undated)] };
  return (
    <Chart
      title={title}
      caption={<p className="max-w-measure text-muted">{summary}</p>}
      table={{
        caption: said.byMonth,
        columns: [said.month, said.joined, said.total],
        figures: 2,
        rows: undated > 0 ? [unknown, ...rows] : rows,
      }}
    >
      <div className="tabular flex gap-2 font-sans" dir="ltr">
        <Counts counts={layout.counts} isWide={total > 9_999} />
        <ChartPicture
          id={id}
          title={title}
          description={summary + words.space + span}
          className="min-w-0 flex-1"
          height={height}
        >
          <Steps {...layout} />
        </ChartPicture>
      </div>
    </Chart>
  );
}

/** The axis of counts. */
function Counts({ counts, isWide }: Pick<GrowthLayout, 'counts'> & { isWide: boolean }) {
  return (
    <svg className={`shrink-0 ${isWide ? 'w-14' : 'w-9'}`} height={height} aria-hidden="true">
      {counts.map(({ value, level, isEnd }) => (
        <text
          key={value}
          x="100%"
          y={yOf(level)}
          dy="0.35em"
          fontSize="12"
          textAnchor="end"
          className={isEnd ? 'fill-ink [font-weight:700]' : 'fill-muted'}
        >
          {formatNumber(value)}
        </text>
      ))}
    </svg>
  );
}

function Steps({ counts, line, area, months, steps }: GrowthLayout) {
  return (
    <>
      {counts.map(({ value, level }) => (
        <line
          key={value}
          x2="100%"
          y1={yOf(level)}
          y2={yOf(level)}
          className={level === 0 ? 'stroke-muted' : 'stroke-line'}
          strokeDasharray={level === 0 || level === 1 ? undefined : '2 4'}
        />
      ))}
      {/* Stretched to the width of the chart. Text is outside it, so that it is not distorted. */}
      <svg
        aria-hidden="true"
        y={plot.top}
        width="100%"
        height={plot.height}
        viewBox="0 0 1000 1000"
        preserveAspectRatio="none"
        overflow="visible"
      >
        <path d={area} className="fill-accent-soft" />
        <path
          d={line}
          fill="none"
          strokeWidth="2"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
          className="stroke-accent"
        />
      </svg>
      <ChartTicks
        ticks={months}
        from={plot.bottom}
        to={plot.bottom + 5}
        baseline={height - 4}
        className="stroke-muted"
      />
      {steps.map(({ month, added, total, at, level, label }) => (
        <g key={month}>
          <title>{said.step(toMonthText(month), formatNumber(added), formatNumber(total))}</title>
          {steps.length <= 60 && <circle cx={toPercent(at)} cy={yOf(level)} r="3.5" className="fill-accent" />}
          <ChartLabel
            at={at}
            y={yOf(level) - 9}
            label={label}
            size={13}
            outlined
            className="fill-accent [font-weight:700]"
          >
            +{formatNumber(added)}
          </ChartLabel>
        </g>
      ))}
    </>
  );
}

function yOf(level: number): number {
  return plot.top + (1 - level) * plot.height;
}

function whyEmpty(undated: number): string {
  return undated === 0 ? said.none : plural(said.noneDated, undated);
}

function summarize(total: number, undated: number): string {
  if (undated === 0) return plural(said.allDated, total);
  return said.someDated(formatNumber(total - undated), formatNumber(total), formatNumber(undated));
}

/** `2022-02` as `February 2022`. */
function toMonthText(month: string): string {
  return toMonth(new Date(month));
}
