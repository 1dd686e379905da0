// A release: project, version and date, and what breaks before anything else.
import type { ReactNode } from 'react';
import { BreakingChanges, SecurityFixes } from '@/components/releases/changes';
import { ProjectDot } from '@/components/releases/project-dot';
import type { ReleaseView } from '@/components/releases/release-view';

interface ReleaseCalloutProps {
  readonly release: ReleaseView;
  readonly rank?: 2 | 3;
  readonly anchor?: string;
  /** Prose below the facts. */
  readonly children?: ReactNode;
}

export function ReleaseCallout({ release, rank = 3, anchor, children }: ReleaseCalloutProps) {
  const Heading = `h${rank}` as const;
  const { project, color, version, url, datetime, dateText, notesUrl, breaking, security, highlights, upgrade } =
    release;
  return (
    <section id={anchor} className="release" aria-label={`${project} ${version}`}>
      <header className="release-head">
        <Heading className="title">
          <a href={url}>
            <ProjectDot color={color} />
            {project} <span className="font-mono">{version}</span>
          </a>
        </Heading>
        {dateText && (
          <p className="label">
            <time dateTime={datetime}>{dateText}</time>
          </p>
        )}
      </header>
      <BreakingChanges changes={breaking} />
      <SecurityFixes fixes={security} />
      {highlights.length > 0 && (
        <ul className="release-highlights">
          {highlights.map((highlight, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed, and its texts may be equal
            <li key={index}>{highlight}</li>
          ))}
        </ul>
      )}
      {upgrade && <div className="release-upgrade">{upgrade}</div>}
      {children}
      {notesUrl && (
        <p className="action">
          <a href={notesUrl} rel="external" aria-label={`Release notes: ${project} ${version}`}>
            Release notes
          </a>
        </p>
      )}
    </section>
  );
}
