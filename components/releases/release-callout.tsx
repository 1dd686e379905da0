// A release: project, version and date, then breaking changes before anything else.
import type { ReactNode } from 'react';
import { BreakingChanges, SecurityFixes } from '@/components/releases/changes';
import { ProjectDot } from '@/components/releases/project-dot';
import type { ReleaseView } from '@/lib/kinds/release/view';
import { renderInline, renderMarkdown } from '@/lib/mdx/markdown';

interface ReleaseCalloutProps {
  readonly view: ReleaseView;
  readonly anchor?: string | undefined;
  /** Whether it is on the release's own page, whose title is the name of the release. */
  readonly isPage?: boolean;
  /** Prose below the facts. */
  readonly children?: ReactNode;
}

export function ReleaseCallout({ view, anchor, isPage = false, children }: ReleaseCalloutProps) {
  const { project, color, version, url, datetime, dateText, notesUrl, breaking, security, highlights, upgrade } = view;
  return (
    <section id={anchor} className="release" aria-label={`${project} ${version}`}>
      <header className="release-head">
        {!isPage && (
          <h3 className="title">
            <a href={url}>
              <ProjectDot color={color} />
              {project} <span className="font-mono">{version}</span>
            </a>
          </h3>
        )}
        {dateText && (
          <p className="label">
            {isPage && 'Released '}
            <time dateTime={datetime}>{dateText}</time>
          </p>
        )}
      </header>
      <BreakingChanges changes={breaking} />
      <SecurityFixes fixes={security} />
      {highlights.length > 0 && (
        <ul className="release-highlights">
          {highlights.map((highlight, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed, and two texts may be equal
            <li key={index}>{renderInline(highlight)}</li>
          ))}
        </ul>
      )}
      {upgrade && <div className="release-upgrade">{renderMarkdown(upgrade)}</div>}
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
