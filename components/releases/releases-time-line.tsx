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
import { toMonth } from '@/lib/dates';

interface ReleasesTimeLineProps {
  readonly lanes: readonly Lane[];
  readonly from: Date;
  readonly to: Date;
  /** Begins the ids inside, where a page has two of these. */
  readonly id?: string;
}

const meanings: Readonly<Record<Shape, string>> = {
  plain: 'Release',
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
        <p className="font-semibold">Releases over time</p>
        <ul className="flex flex-wrap gap-x-5 text-muted">
          {(Object.keys(meanings) as Shape[])
            .filter((shape) => shapes.has(shape))
            .map((shape) => (
              <li key={shape} className="flex items-center gap-2">
                <svg className="size-4 shrink-0" viewBox="-8 -8 16 16" aria-hidden="true">
                  <Sign shape={shape} size={6} color="currentColor" />
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
          {layout.ticks.map(({ at, text, anchor, className }) => (
            <g key={text}>
              <line x1={toPercent(at)} x2={toPercent(at)} y1="18" y2={layout.height} className="stroke-line" />
              {className !== undefined && (
                <text x={toPercent(at)} y="12" fontSize="12" textAnchor={anchor} className={`fill-muted ${className}`}>
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
                <a key="release" href={release.url}>
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

/** The name of a lane, its line, and the versions below it. */
function Ground({ name, nameY, lineY, labelY, marks }: LaidLane) {
  return (
    <g>
      <text y={nameY} fontSize="14" strokeWidth="5" paintOrder="stroke" className="fill-ink stroke-paper font-semibold">
        {shortened(name)}
      </text>
      <line x2="100%" y1={lineY} y2={lineY} className="stroke-line" />
      {marks
        .filter(({ className }) => className !== undefined)
        .map(({ release, at, y, size, anchor, className }) => (
          <g key={release.url} className={className || undefined}>
            <line x1={toPercent(at)} x2={toPercent(at)} y1={y + size + 2} y2={labelY - 11} className="stroke-muted" />
            <text
              x={toPercent(at)}
              y={labelY}
              fontSize="12"
              textAnchor={anchor}
              strokeWidth="4"
              paintOrder="stroke"
              className="fill-muted stroke-paper"
            >
              {release.version}
            </text>
          </g>
        ))}
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
        <Sign shape={shape} size={size} color={color} />
      </svg>
    </a>
  );
}

/** The sign of a release around the origin. What it means is in its shape; the colour only says it again. */
function Sign({ shape, size, color }: { shape: Shape; size: number; color: string }) {
  if (shape === 'plain') return <circle r={size} fill={color} />;
  const s = size;
  const triangle = `M0 ${-s}L${s} ${s * 0.8}H${-s}Z`;
  const diamond = `M0 ${-s}L${s} 0 0 ${s} ${-s} 0Z`;
  if (shape === 'breaking') return <path d={triangle} className="fill-breaking" />;
  if (shape === 'secured') return <path d={diamond} className="fill-security" />;
  const outer = s * 1.5;
  return (
    <>
      <path
        d={`M0 ${-outer}L${outer} 0 0 ${outer} ${-outer} 0Z`}
        className="fill-paper stroke-security"
        strokeWidth="1.5"
      />
      <path d={`M0 ${-s * 0.8}L${s * 0.7} ${s * 0.5}H${-s * 0.7}Z`} className="fill-breaking" />
    </>
  );
}

function whenOf({ when, date }: TimedRelease): string {
  return when ?? toMonth(date);
}

function marksOf({ breaking, secured }: TimedRelease): string {
  return breaking || secured ? meanings[breaking ? (secured ? 'both' : 'breaking') : 'secured'] : '';
}

function shortened(name: string): string {
  return name.length > 34 ? `${name.slice(0, 33)}…` : name;
}
