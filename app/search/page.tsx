// The search, and below it the archive, which serves where no script runs.
import '@/app/search/search.css';
import type { Metadata } from 'next';
import { pageHead } from '@/app/views/page-head';
import { SiteSearch } from '@/components/search/site-search';
import { PageTitle } from '@/components/ui/page-title';
import { now } from '@/lib/base/clock';
import { monthName } from '@/lib/base/dates';
import { archivePath, liveIndexPath, searchIndexPath, toUrl } from '@/lib/base/urls';
import { listed, withArticle } from '@/lib/base/words';
import { getOwnScripts } from '@/lib/build/elements';
import { toSearchSources } from '@/lib/build/search-entries';
import { getContent } from '@/lib/content/queries';
import { kinds } from '@/lib/kinds/index';
import { searchKinds } from '@/lib/output/search/kinds';
import { site } from '@/lib/site';

export function generateMetadata(): Promise<Metadata> {
  const things = kinds.filter(({ isSearched }) => isSearched).map(({ label }) => label.sought ?? label.one);
  const description = `Find ${listed(['post', ...things].map(withArticle), 'or')}.`;
  return pageHead({ title: 'Search', description, path: '/search/' });
}

export default async function SearchPage() {
  const content = await getContent();
  const { search } = await getOwnScripts();
  const sources = toSearchSources(content, now());
  const years = [...new Set(sources.flatMap((source) => source.years))].sort().reverse();
  const archive = [...content.archive].sort(([a], [b]) => Number(b) - Number(a));
  return (
    <div className="frame">
      <script type="module" src={toUrl(`/elements/${search.name}`)} />
      <PageTitle title="Search" />
      <SiteSearch
        action={toUrl('/search/')}
        index={toUrl(process.env.NODE_ENV === 'development' ? liveIndexPath : searchIndexPath())}
        kinds={[...searchKinds].map(([value, { many }]) => ({ value, title: many }))}
        years={years}
      >
        <section aria-labelledby="site-archive" className="section">
          <h2 id="site-archive" className="section-title">
            Archive
          </h2>
          <p>
            Searching needs JavaScript. This does not: everything that was published, by its month, and the pages of
            each kind.
          </p>
          <nav aria-label="Kinds" className="action mt-6">
            {[...site.navigation, { title: 'People', url: '/people/' }, { title: 'Tags', url: '/tags/' }].map(
              ({ title, url }) => (
                <a key={url} href={toUrl(url)}>
                  {title}
                </a>
              ),
            )}
          </nav>
          {archive.length > 0 && (
            <dl className="facts-list">
              {archive.map(([year, months]) => (
                <div key={year} className="search-months">
                  <dt>
                    <a href={toUrl(archivePath(year))} className="tap tabular">
                      {year}
                    </a>
                  </dt>
                  <dd className="action">
                    {[...months].map(([month, posts]) => (
                      <a key={month} href={toUrl(archivePath(year, month))}>
                        {monthName(Number(month))} <span className="tabular text-muted">{posts.length}</span>
                      </a>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      </SiteSearch>
    </div>
  );
}
