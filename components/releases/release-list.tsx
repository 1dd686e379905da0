// Releases, one line each, with breaking changes and security fixes marked by word.
import { ProjectDot } from '@/components/releases/project-dot';
import type { ReleaseView } from '@/lib/kinds/release/view';
import { renderInline } from '@/lib/mdx/markdown';

interface ReleaseListProps {
  readonly releases: readonly ReleaseView[];
  /** Shows the project of each release, for lists of several projects. */
  readonly withProject?: boolean;
}

export function ReleaseList({ releases, withProject = false }: ReleaseListProps) {
  return (
    <ol className="release-list">
      {releases.map(({ id, url, project, color, version, datetime, dateText, breaking, security, highlights }) => (
        <li key={id}>
          <a href={url} className="release-version tap">
            {withProject && (
              <>
                <ProjectDot color={color} />
                {project}{' '}
              </>
            )}
            <span className="font-mono">{version}</span>
          </a>
          <span className="label">{dateText ? <time dateTime={datetime}>{dateText}</time> : 'Date unknown'}</span>
          <span>
            {breaking.length > 0 && <span className="mark">{`▲ ${breaking.length} breaking`}</span>}
            {security.length > 0 && <span className="mark mark-security">{`◆ ${security.length} security`}</span>}
            {highlights[0] && renderInline(highlights[0])}
          </span>
        </li>
      ))}
    </ol>
  );
}
