// Releases on a time line with one lane per project, rendered at build time.
import type { ReactNode } from 'react';
import { laneColor } from '@/components/releases/lane-color';
import {
  type LaidLane,
  type Lane,
  layoutTimeLine,
  type Mark,
  type Shape,
  shapeOf,
  type TimedRelease,
} from '@/components/releases/releases-time-line-layout';
import { Chart, ChartLabel, ChartPicture, ChartTicks } from '@/components/ui/chart';
import { toPercent } from '@/components/ui/chart-axis';
import { toMonth } from '@/lib/base/dates';
import { formatNumber, words } from '@/lib/base/words';

interface ReleasesTimeLineProps {
  readonly lanes: readonly Lane[];
  readonly from: Date;
  readonly to: Date;
  /** The start of the ids inside, for a page with two of these. */
  readonly id?: string;
}

const said = words.releases;

const meanings: Readonly<Record<Shape, string>> = {
  dot: said.plain,
  stroke: said.plain,
  breaking: said.breaking,
  secured: said.secured,
  both: said.both,
};

/** The same in the name of a mark; undefined for a plain release. */
const namesOfMarks: Readonly<Partial<Record<Shape, string>>> = {
  breaking: said.withBreaking,
  secured: said.withSecured,
  both: said.withBoth,
};

/** Pixels. */
const strokeHeight = 11;

/** The sign of a release around the origin. The shape carries the meaning; the colour repeats it. */
const signs: Readonly<Record<Shape, (color: string) => ReactNode>> = {
  dot: (color) => <circle r="5" fill={color} />,
  stroke: (color) => <rect x="-0.75" y={-strokeHeight / 2} width="1.5" height={strokeHeight} fill={color} />,
  breaking: () => <path d="M0-6 6.2 5H-6.2Z" className="fill-breaking" />,
  secured: () => <path d="M0-6.2 6.2 0 0 6.2-6.2 0Z" className="fill-security" />,
  both: () => (
    <>
      <path d="M0-8 8 0 0 8-8 0Z" className="fill-paper stroke-security" strokeWidth="1.5" />
      <path d="M0-4.4 4 2.6H-4Z" className="fill-breaking" />
    </>
  ),
};

export function ReleasesTimeLine({ lanes, from, to, id = 'releases-time-line' }: ReleasesTimeLineProps) {
  const layout = layoutTimeLine(lanes, from, to);
  const shapes = new Set(layout.lanes.flatMap(({ marks }) => marks.map(({ shape }) => shape)));
  if (shapes.size === 0) return <p className="invite">{said.noDates}</p>;
  const counts = lanes.map(({ name, releases }) => `${name} ${formatNumber(releases.length)}`);
  return (
    <Chart
      title={said.overTime}
      caption={<Legend shapes={shapes} />}
      table={{
        caption: said.byProject,
        columns: [said.release, said.date, said.changes],
        rows: lanes.flatMap(({ releases }) =>
          releases.toSorted((a, b) => b.date.getTime() - a.date.getTime()).map(toRow),
        ),
      }}
    >
      {/* Two layers: a picture cannot contain links, so the marks are in a second one above it. */}
      <div className="tabular grid font-sans" dir="ltr">
        <ChartPicture
          id={id}
          title={said.overTime}
          description={said.chart(toMonth(from), toMonth(to), counts.join(words.comma))}
          className="col-start-1 row-start-1 w-full"
          height={layout.height}
        >
          <ChartTicks ticks={layout.ticks} from={18} to={layout.height} baseline={12} className="stroke-line" />
          {layout.lanes.map((lane) => (
            <LaneGround key={lane.name} {...lane} />
          ))}
        </ChartPicture>
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: it is not a picture, and each link in it has its own title */}
        <svg className="col-start-1 row-start-1 w-full" height={layout.height}>
          {layout.lanes.flatMap(({ color, marks }) =>
            marks.map((mark) => <MarkLink key={mark.release.url} mark={mark} color={laneColor(color)} />),
          )}
        </svg>
      </div>
    </Chart>
  );
}

/** The shapes of the chart with their meanings. */
function Legend({ shapes }: { shapes: ReadonlySet<Shape> }) {
  return (
    <ul className="flex flex-wrap gap-x-5 text-muted">
      {(Object.keys(meanings) as Shape[])
        .filter((shape) => shapes.has(shape) && !(shape === 'stroke' && shapes.has('dot')))
        .map((shape) => (
          <li key={shape} className="flex items-center gap-2">
            <svg className="size-4 shrink-0" viewBox="-8 -8 16 16" aria-hidden="true">
              {signs[shape]('currentColor')}
            </svg>
            {meanings[shape]}
          </li>
        ))}
    </ul>
  );
}

function toRow(release: TimedRelease) {
  const link = (
    <a key="release" href={release.url} className="inline-flex min-h-11 items-center underline">
      {release.label}
    </a>
  );
  return { key: release.url, cells: [link, whenOf(release), marksOf(release)] };
}

/** The name of a lane, its line, and the versions below it. */
function LaneGround({ name, color, isDense, nameY, lineY, labelY, marks }: LaidLane) {
  return (
    <g>
      <text
        y={nameY}
        fontSize="14"
        strokeWidth="5"
        paintOrder="stroke"
        className="fill-ink stroke-paper [font-weight:600]"
      >
        {name.length > narrowName ? (
          <>
            <tspan className="@xl:hidden">{shortened(name, narrowName)}</tspan>
            <tspan className="hidden @xl:inline">{shortened(name, 2 * narrowName)}</tspan>
          </>
        ) : (
          name
        )}
        {marks.length === 0 && <tspan className="fill-muted [font-weight:400]"> – {said.noneInPeriod}</tspan>}
      </text>
      <line x2="100%" y1={lineY} y2={lineY} className="stroke-line" />
      {isDense &&
        marks
          .filter(({ shape }) => shape !== 'stroke')
          .map(({ release, at, y }) => (
            <line
              key={release.url}
              x1={toPercent(at)}
              x2={toPercent(at)}
              y1={y}
              y2={lineY + strokeHeight / 2}
              stroke={laneColor(color)}
              strokeWidth="1.5"
            />
          ))}
      {marks.map(({ release, at, label }) => (
        <ChartLabel key={release.url} at={at} y={labelY} label={label} outlined className="fill-muted">
          {release.version}
        </ChartLabel>
      ))}
    </g>
  );
}

function MarkLink({ mark, color }: { mark: Mark; color: string }) {
  const { release, shape, at, y, size, reach } = mark;
  const name = [release.label, whenOf(release), namesOfMarks[shape]].filter(Boolean).join(words.comma);
  return (
    <a href={release.url} aria-label={name}>
      <title>{name}</title>
      {reach > size && <circle cx={toPercent(at)} cy={y} r={reach} fill="transparent" />}
      <svg aria-hidden="true" x={toPercent(at)} y={y} width="1" height="1" overflow="visible">
        {signs[shape](color)}
      </svg>
    </a>
  );
}

function whenOf({ when, date }: TimedRelease): string {
  return when ?? toMonth(date);
}

function marksOf(release: TimedRelease): string {
  const shape = shapeOf(release, undefined);
  return shape ? meanings[shape] : '';
}

/** The longest name of a lane on a narrow screen, in characters. */
const narrowName = 32;

function shortened(name: string, length: number): string {
  return name.length > length ? `${name.slice(0, length - 1).trimEnd()}…` : name;
}
