// The footer of every page: channels, licence, trademarks and privacy.
import { ExternalLink, Sentence, SiteLink } from '@/components/ui/inline';
import { words } from '@/lib/base/words';
import { site } from '@/lib/site';
import type { Site } from '@/lib/site-types';

interface Link {
  readonly title: string;
  readonly url: string;
}

/** The commit that a preview was built from. */
export interface BuildFacts {
  /** The abbreviated hash. */
  readonly commit: string;
  readonly commitUrl: string;
  readonly pullRequest?: Link;
}

/** True of this site as long as its posts show no images of other hosts. */
const ownPrivacy = site.pictureHosts.length === 0 ? words.page.privacy : undefined;

interface FooterProps {
  /** Pages of the site that are not in the main navigation, ready for the page. */
  readonly more: readonly Link[];
  readonly build?: BuildFacts | undefined;
  readonly community?: Pick<Site, 'channels' | 'contentLicence' | 'trademarks' | 'privacy'>;
}

export function Footer({ more, build, community = site }: FooterProps) {
  const { page } = words;
  const { channels, contentLicence: licence, trademarks, privacy = ownPrivacy } = community;
  return (
    <footer className="site-foot">
      <div className="frame">
        <nav aria-label={page.footerNavigation} className="no-print">
          <ul>
            {more.map(({ title, url }) => (
              <li key={url}>
                <a href={url} className="inline-flex min-h-11 items-center text-ink">
                  {title}
                </a>
              </li>
            ))}
            {[...channels, { title: page.sourceCode, url: site.repository.url }].map(({ title, url }) => (
              <li key={url}>
                <SiteLink href={url}>{title}</SiteLink>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <scheme-switch />
          <p>
            {licence ? (
              <Sentence words={page.licence}>
                <a href={licence.url} rel="external license">
                  {licence.name}
                </a>
              </Sentence>
            ) : (
              page.codeLicence
            )}
          </p>
          {trademarks && <p>{trademarks}</p>}
          {privacy && <p>{privacy}</p>}
          {build && (
            <p>
              <Sentence words={page.previewOf}>
                <ExternalLink href={build.commitUrl} className="text-ink">
                  {build.commit}
                </ExternalLink>
              </Sentence>
              {build.pullRequest && (
                <Sentence words={page.previewFor}>
                  <ExternalLink href={build.pullRequest.url} className="text-ink">
                    {build.pullRequest.title}
                  </ExternalLink>
                </Sentence>
              )}
            </p>
          )}
        </div>
      </div>
    </footer>
  );
}
