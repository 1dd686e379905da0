// Releases: one in full, several in a list, and the changes that nobody may miss.
import type { ReactNode } from 'react';
import { laneColor } from '@/components/releases/lane-color';
import { ExternalLink, Sentence } from '@/components/ui/inline';
import { plural, words } from '@/lib/base/words';
import type { ReleaseView } from '@/lib/kinds/release/view';
import { renderInline, renderMarkdown } from '@/lib/mdx/markdown';

const said = words.releases;

/** @param color `#rrggbb` */
export function ProjectDot({ color }: { color: string }) {
  return (
    <svg className="project-dot" viewBox="0 0 10 10" aria-hidden="true">
      <circle cx="5" cy="5" r="5" fill={laneColor(color)} />
    </svg>
  );
}

/** Each breaking change with what to do about it. Renders nothing for an empty list. */
export function BreakingChanges({ changes }: { changes: ReleaseView['breaking'] }) {
  if (changes.length === 0) return null;
  return (
    <div className="callout callout-caution">
      <p className="callout-title" dir="auto">
        <span aria-hidden="true">▲ </span>
        {plural(said.breakingChanges, changes.length)}
      </p>
      <ol className={changes.length === 1 ? 'changes changes-one' : 'changes'}>
        {changes.map(({ change, action }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed, and two texts may be equal
          <li key={index}>
            <p dir="auto">{renderInline(change)}</p>
            <p>
              <strong dir="auto">{said.toDo}</strong>
              {words.space}
              <bdi>{renderInline(action)}</bdi>
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Each security fix with its identifier. Renders nothing for an empty list. */
export function SecurityFixes({ fixes }: { fixes: ReleaseView['security'] }) {
  if (fixes.length === 0) return null;
  return (
    <div className="callout callout-important">
      <p className="callout-title" dir="auto">
        <span aria-hidden="true">◆ </span>
        {plural(said.securityFixes, fixes.length)}
      </p>
      <ul className="changes changes-one">
        {fixes.map(({ id, summary, url }) => (
          <li key={id}>
            <p>
              <strong className="font-mono">{url ? <ExternalLink href={url}>{id}</ExternalLink> : id}</strong>{' '}
              <bdi>{renderInline(summary)}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ReleaseCalloutProps {
  readonly view: ReleaseView;
  readonly anchor?: string | undefined;
  /** Whether it is on the release's own page, whose title is the name of the release. */
  readonly isPage?: boolean;
  /** Prose below the facts. */
  readonly children?: ReactNode;
}

/** A release: project, version and date, then breaking changes before anything else. */
export function ReleaseCallout({ view, anchor, isPage = false, children }: ReleaseCalloutProps) {
  const { project, color, version, url, datetime, dateText, notesUrl, breaking, security, highlights, upgrade } = view;
  const date = <time dateTime={datetime}>{dateText}</time>;
  return (
    <section id={anchor} className="release" aria-label={`${project} ${version}`}>
      <header className="release-head">
        {!isPage && (
          <h3 className="title">
            <a href={url}>
              <ProjectDot color={color} />
              <bdi>
                {project} <span className="font-mono">{version}</span>
              </bdi>
            </a>
          </h3>
        )}
        {dateText && <p className="label">{isPage ? <Sentence words={said.released}>{date}</Sentence> : date}</p>}
      </header>
      <BreakingChanges changes={breaking} />
      <SecurityFixes fixes={security} />
      {highlights.length > 0 && (
        <ul className="release-highlights">
          {highlights.map((highlight, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed, and two texts may be equal
            <li key={index} dir="auto">
              {renderInline(highlight)}
            </li>
          ))}
        </ul>
      )}
      {upgrade && (
        <div className="release-upgrade" dir="auto">
          {renderMarkdown(upgrade)}
        </div>
      )}
      {children}
      {notesUrl && (
        <p className="action">
          <a href={notesUrl} rel="external" aria-label={words.labelled(said.notes, `${project} ${version}`)}>
            {said.notes}
          </a>
        </p>
      )}
    </section>
  );
}

interface ReleaseListProps {
  readonly releases: readonly ReleaseView[];
  /** Shows the project of each release, for lists of several projects. */
  readonly withProject?: boolean;
}

/** Releases, one line each, with breaking changes and security fixes marked by word. */
export function ReleaseList({ releases, withProject = false }: ReleaseListProps) {
  return (
    <ol className="release-list">
      {releases.map(({ id, url, project, color, version, datetime, dateText, breaking, security, highlights }) => (
        <li key={id}>
          <a href={url} className="release-version tap">
            {withProject && <ProjectDot color={color} />}
            <bdi>
              {withProject && `${project} `}
              <span className="font-mono">{version}</span>
            </bdi>
          </a>
          <span className="label">{dateText ? <time dateTime={datetime}>{dateText}</time> : said.dateUnknown}</span>
          <span>
            {breaking.length > 0 && <span className="mark">{`▲ ${plural(said.breakingMark, breaking.length)}`}</span>}
            {security.length > 0 && (
              <span className="mark mark-security">{`◆ ${plural(said.securityMark, security.length)}`}</span>
            )}
            {highlights[0] && <bdi>{renderInline(highlights[0])}</bdi>}
          </span>
        </li>
      ))}
    </ol>
  );
}

interface EverythingSinceProps {
  readonly version: string;
  /** Later releases, oldest first. */
  readonly later: readonly ReleaseView[];
}

/** Breaking changes and security fixes between a release and the newest one, in upgrade order. */
export function EverythingSince({ version, later }: EverythingSinceProps) {
  const newest = later.at(-1);
  if (!newest) return <p className="invite">{said.isNewest}</p>;
  const notable = later.filter(({ breaking, security }) => breaking.length > 0 || security.length > 0);
  return (
    <section aria-labelledby="site-since">
      <h2 id="site-since">
        <Sentence words={said.since}>
          <bdi dir="ltr">{version}</bdi>
          <bdi dir="ltr">{newest.version}</bdi>
        </Sentence>
      </h2>
      <p>
        {plural(said.later, later.length)}
        {words.space}
        {notable.length === 0 ? said.laterPlain : said.laterNotable}
      </p>
      {notable.map(({ id, url, version: each, breaking, security }) => (
        <section key={id}>
          <h3>
            <a href={url} className="font-mono">
              {each}
            </a>
          </h3>
          <BreakingChanges changes={breaking} />
          <SecurityFixes fixes={security} />
        </section>
      ))}
    </section>
  );
}
