// How the number of adopters grew, month by month: a stair that is drawn when the site is built.
import { type GrowthPoint, layoutGrowth } from '@/components/adopters/adopters-over-time-layout';
import { toPercent } from '@/components/ui/chart-axis';
import { ChartTable } from '@/components/ui/chart-table';
import { monthName } from '@/lib/base/dates';

interface AdoptersOverTimeProps {
  /** Months in which adopters joined, the earliest first. */
  readonly points: readonly GrowthPoint[];
  /** Adopters whose month is not known. */
  readonly undated: number;
  /** Begins the ids inside, where a page has two of these. */
  readonly id?: string;
}

/** Pixels. */
const plot = { top: 26, height: 170 };
const height = plot.top + plot.height + 26;

export function AdoptersOverTime({ points, undated, id = 'adopters-over-time' }: AdoptersOverTimeProps) {
  const total = points.at(-1)?.total ?? undated;
  const [first] = points;
  if (!first) {
    return (
      <p className="invite">
        {undated === 0
          ? 'Nobody has come forward yet.'
          : `When ${undated === 1 ? 'the one adopter' : `all ${spelt(undated)} adopters`} joined is not recorded, so there is no growth to draw.`}
      </p>
    );
  }
  const { steps, months, counts, line, area } = layoutGrowth(points, undated);
  const yOf = (level: number) => plot.top + (1 - level) * plot.height;
  const words = inWords(total, undated);
  return (
    <figure className="@container my-10">
      <figcaption className="mb-3">
        <p className="font-sans text-sm [font-weight:600] text-ink">Adopters over time</p>
        <p className="max-w-measure text-sm text-muted">{words}</p>
      </figcaption>
      <div className="tabular flex gap-2 font-sans">
        <svg className={`shrink-0 ${total > 9_999 ? 'w-14' : 'w-9'}`} height={height} aria-hidden="true">
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
              {spelt(value)}
            </text>
          ))}
        </svg>
        <svg
          className="min-w-0 flex-1"
          height={height}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-desc`}
        >
          <title id={`${id}-title`}>Adopters over time</title>
          <desc id={`${id}-desc`}>
            {`${words} From ${toMonthText(first.month)} to ${toMonthText(points.at(-1)?.month ?? '')}, their number rose from ${spelt(undated)} to ${spelt(total)}. The table below has every month.`}
          </desc>
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
          {/* Stretched to the width of its place; what stays outside is not, so that its text is never squeezed. */}
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
          {months.map(({ text, at, label }) => (
            <g key={text}>
              <line
                x1={toPercent(at)}
                x2={toPercent(at)}
                y1={plot.top + plot.height}
                y2={plot.top + plot.height + 5}
                className="stroke-muted"
              />
              {label && (
                <text
                  x={toPercent(at)}
                  y={height - 4}
                  fontSize="12"
                  textAnchor={label.anchor}
                  className={`fill-muted ${label.className}`}
                >
                  {text}
                </text>
              )}
            </g>
          ))}
          {steps.map(({ month, added, total: sum, at, level, label }) => (
            <g key={month}>
              <title>{`${toMonthText(month)}: ${added} joined, ${sum} in all`}</title>
              {steps.length <= 60 && <circle cx={toPercent(at)} cy={yOf(level)} r="3.5" className="fill-accent" />}
              {label && (
                <text
                  x={toPercent(at)}
                  y={yOf(level) - 9}
                  fontSize="13"
                  textAnchor={label.anchor}
                  strokeWidth="4"
                  paintOrder="stroke"
                  className={`fill-accent stroke-paper [font-weight:700] ${label.className}`}
                >
                  +{spelt(added)}
                </text>
              )}
            </g>
          ))}
        </svg>
      </div>
      <ChartTable
        caption="Adopters by month"
        columns={['Month', 'Joined', 'In all']}
        figures={2}
        rows={[
          ...(undated > 0 ? [{ key: 'undated', cells: ['Not recorded', spelt(undated), spelt(undated)] }] : []),
          ...points.map(({ month, added, total: sum }) => ({
            key: month,
            cells: [toMonthText(month), spelt(added), spelt(sum)],
          })),
        ]}
      />
    </figure>
  );
}

function inWords(total: number, undated: number): string {
  if (undated === 0) return total === 1 ? 'One adopter so far.' : `${spelt(total)} adopters, each in its month.`;
  const others = undated === 1 ? 'the other one' : `the other ${spelt(undated)}`;
  return `Of ${spelt(total)} adopters, the month is known for ${spelt(total - undated)}. When ${others} joined is not recorded, so the chart starts at ${spelt(undated)}.`;
}

function spelt(count: number): string {
  return count.toLocaleString('en-GB');
}

/** `2022-02` as people say it. */
function toMonthText(month: string): string {
  const [year, number] = month.split('-');
  return `${monthName(Number(number))} ${year}`;
}
