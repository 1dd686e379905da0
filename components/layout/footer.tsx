// The end of every page: where to talk, what may be done with the text, and what is not done with readers.

interface Link {
  readonly title: string;
  readonly url: string;
}

/** Which build of a pull request this is; of previews only. */
export interface BuildFacts {
  /** The commit's name, shortened. */
  readonly commit: string;
  readonly commitUrl: string;
  readonly pullRequest?: Link;
}

interface FooterProps {
  readonly channels: readonly Link[];
  /** Pages of the site that the main navigation leaves out, ready for the page. */
  readonly more: readonly Link[];
  readonly repository: string;
  readonly licence: { readonly name: string; readonly url: string };
  readonly trademarks: string;
  readonly privacy: string;
  readonly build?: BuildFacts | undefined;
}

export function Footer({ channels, more, repository, licence, trademarks, privacy, build }: FooterProps) {
  return (
    <footer className="site-foot">
      <div className="frame">
        <nav aria-label="Community" className="no-print">
          <ul>
            {more.map(({ title, url }) => (
              <li key={url}>
                <a href={url} className="inline-flex min-h-11 items-center text-ink">
                  {title}
                </a>
              </li>
            ))}
            {channels.map(({ title, url }) => (
              <li key={url}>
                <a href={url} rel="external">
                  {title}
                </a>
              </li>
            ))}
            <li>
              <a href={repository} rel="external">
                Source of this site
              </a>
            </li>
          </ul>
        </nav>
        <div>
          <scheme-switch />
          <p>
            Text is licensed{' '}
            <a href={licence.url} rel="external license">
              {licence.name}
            </a>
            , code Apache-2.0.
          </p>
          <p>{trademarks}</p>
          <p>{privacy}</p>
          {build && (
            <p>
              Preview of commit{' '}
              <a href={build.commitUrl} rel="external" className="text-ink">
                {build.commit}
              </a>
              {build.pullRequest && (
                <>
                  {' '}
                  for{' '}
                  <a href={build.pullRequest.url} rel="external" className="text-ink">
                    {build.pullRequest.title}
                  </a>
                </>
              )}
            </p>
          )}
        </div>
      </div>
    </footer>
  );
}
