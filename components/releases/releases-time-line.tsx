// Releases of all projects on one axis of time: a lane a project, drawn when the site is built.
import { laneColor } from '@/components/releases/lane-color';
import {
  type LaidLane,
  type Lane,
  layoutTimeLine,
  type Mark,
  type Shape,
  type TimedRelease,
} from '@/components/releases/releases-time-line-layout';
import { toPercent } from '@/components/ui/chart-axis';
import { ChartTable } from '@/components/ui/chart-table';
import { toMonth } from '@/lib/base/dates';

interface ReleasesTimeLineProps {
  readonly lanes: readonly Lane[];
  readonly from: Date;
  readonly to: Date;
  /** Begins the ids inside, where a page has two of these. */
  readonly id?: string;
}

const meanings: Readonly<Record<Shape, string>> = {
  dot: 'Release',
  stroke: 'Release',
  breaking: 'Breaking changes',
  secured: 'Security fixes',
  both: 'Breaking changes and security fixes',
};

export function ReleasesTimeLine({ lanes, from, to, id = 'releases-time-line' }: ReleasesTimeLineProps) {
  const layout = layoutTimeLine(lanes, from, to);
  const shapes = new Set(layout.lanes.flatMap(({ marks }) => marks.map(({ shape }) => shape)));
  if (shapes.size === 0) return <p className="invite">No release has a date yet.</p>;
  const counts = lanes.map(({ name, releases }) => `${name} ${releases.length}`).join(', ');
  return (
    <figure className="@container my-10">
      <figcaption className="mb-3 font-sans text-sm">
        <p className="[font-weight:600] text-ink">Releases over time</p>
        <ul className="flex flex-wrap gap-x-5 text-muted">
          {(Object.keys(meanings) as Shape[])
            .filter((shape) => shapes.has(shape) && !(shape === 'stroke' && shapes.has('dot')))
            .map((shape) => (
              <li key={shape} className="flex items-center gap-2">
                <svg className="size-4 shrink-0" viewBox="-8 -8 16 16" aria-hidden="true">
                  <Sign shape={shape} color="currentColor" />
                </svg>
                {meanings[shape]}
              </li>
            ))}
        </ul>
      </figcaption>
      {/* Two layers: a picture may hold no links, so the marks lie on top of it. */}
      <div className="tabular grid font-sans">
        <svg
          className="col-start-1 row-start-1 w-full"
          height={layout.height}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-desc`}
        >
          <title id={`${id}-title`}>Releases over time</title>
          <desc id={`${id}-desc`}>
            {`A lane a project, from ${toMonth(from)} to ${toMonth(to)}. Releases: ${counts}. A triangle marks breaking changes, a diamond security fixes. The table below has every release.`}
          </desc>
          {layout.ticks.map(({ at, text, label }) => (
            <g key={text}>
              <line x1={toPercent(at)} x2={toPercent(at)} y1="18" y2={layout.height} className="stroke-line" />
              {label && (
                <text
                  x={toPercent(at)}
                  y="12"
                  fontSize="12"
                  textAnchor={label.anchor}
                  className={`fill-muted ${label.className}`}
                >
                  {text}
                </text>
              )}
            </g>
          ))}
          {layout.lanes.map((lane) => (
            <Ground key={lane.name} {...lane} />
          ))}
        </svg>
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: it is no picture, and each link in it has its own title */}
        <svg className="col-start-1 row-start-1 w-full" height={layout.height}>
          {layout.lanes.flatMap(({ color, marks }) =>
            marks.map((mark) => <MarkLink key={mark.release.url} mark={mark} color={laneColor(color)} />),
          )}
        </svg>
      </div>
      <ChartTable
        caption="Releases by project"
        columns={['Release', 'Date', 'Marks']}
        rows={lanes.flatMap(({ releases }) =>
          [...releases]
            .sort((a, b) => b.date.getTime() - a.date.getTime())
            .map((release) => ({
              key: release.url,
              cells: [
                <a key="release" href={release.url} className="inline-flex min-h-11 items-center underline">
                  {release.label}
                </a>,
                whenOf(release),
                marksOf(release),
              ],
            })),
        )}
      />
    </figure>
  );
}

/** Pixels. */
const strokeHeight = 11;

/** The name of a lane, its line, and the versions below it. */
function Ground({ name, color, isDense, nameY, lineY, labelY, marks }: LaidLane) {
  const isLong = name.length > narrowName;
  return (
    <g>
      <text
        y={nameY}
        fontSize="14"
        strokeWidth="5"
        paintOrder="stroke"
        className="fill-ink stroke-paper [font-weight:600]"
      >
        {isLong ? (
          <>
            <tspan className="@xl:hidden">{shortened(name, narrowName)}</tspan>
            <tspan className="hidden @xl:inline">{shortened(name, 2 * narrowName)}</tspan>
          </>
        ) : (
          name
        )}
        {marks.length === 0 && <tspan className="fill-muted [font-weight:400]"> – none in this time</tspan>}
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
      {marks.map(
        ({ release, at, label }) =>
          label && (
            <text
              key={release.url}
              x={toPercent(at)}
              y={labelY}
              fontSize="12"
              textAnchor={label.anchor}
              strokeWidth="4"
              paintOrder="stroke"
              className={`fill-muted stroke-paper ${label.className}`}
            >
              {release.version}
            </text>
          ),
      )}
    </g>
  );
}

function MarkLink({ mark, color }: { mark: Mark; color: string }) {
  const { release, shape, at, y, size, reach } = mark;
  const name = [release.label, whenOf(release), marksOf(release).toLowerCase()].filter(Boolean).join(', ');
  return (
    <a href={release.url} aria-label={name}>
      <title>{name}</title>
      {reach > size && <circle cx={toPercent(at)} cy={y} r={reach} fill="transparent" />}
      <svg aria-hidden="true" x={toPercent(at)} y={y} width="1" height="1" overflow="visible">
        <Sign shape={shape} color={color} />
      </svg>
    </a>
  );
}

/** The sign of a release around the origin. What it means is in its shape; the colour only says it again. */
function Sign({ shape, color }: { shape: Shape; color: string }) {
  switch (shape) {
    case 'dot':
      return <circle r="5" fill={color} />;
    case 'stroke':
      return <rect x="-0.75" y={-strokeHeight / 2} width="1.5" height={strokeHeight} fill={color} />;
    case 'breaking':
      return <path d="M0-6 6.2 5H-6.2Z" className="fill-breaking" />;
    case 'secured':
      return <path d="M0-6.2 6.2 0 0 6.2-6.2 0Z" className="fill-security" />;
    case 'both':
      return (
        <>
          <path d="M0-8 8 0 0 8-8 0Z" className="fill-paper stroke-security" strokeWidth="1.5" />
          <path d="M0-4.4 4 2.6H-4Z" className="fill-breaking" />
        </>
      );
  }
}

function whenOf({ when, date }: TimedRelease): string {
  return when ?? toMonth(date);
}

function marksOf({ breaking, secured }: TimedRelease): string {
  return breaking || secured ? meanings[breaking ? (secured ? 'both' : 'breaking') : 'secured'] : '';
}

/** Letters of a lane's name on a narrow screen. */
const narrowName = 32;

function shortened(name: string, length: number): string {
  return name.length > length ? `${name.slice(0, length - 1).trimEnd()}…` : name;
}
