// The search, and below it the archive, for browsers without scripts.
import { hasSection, navigation, sectionTexts } from '@/lib/base/sections';
import '@/components/search/search.css';
import { pageHead } from '@/app/views/cards';
import { SiteSearch } from '@/components/search/site-search';
import { PageTitle, Section } from '@/components/ui/page-parts';
import { now } from '@/lib/base/clock';
import { monthName } from '@/lib/base/dates';
import { archivePath, liveIndexPath, searchIndexPath, toUrl } from '@/lib/base/urls';
import { asTitle, formatList, formatNumber, words } from '@/lib/base/words';
import { getOwnScripts } from '@/lib/build/elements';
import { toSearchSources } from '@/lib/build/search-entries';
import type { Content } from '@/lib/content/content';
import { getContent } from '@/lib/content/queries';
import { kinds } from '@/lib/kinds/index';
import { searchKinds } from '@/lib/output/search/kinds';

const said = words.search;

export function generateMetadata() {
  const things = kinds.filter(({ isSearched }) => isSearched).map(({ label }) => label.sought);
  const description = said.description(formatList([said.aPost, ...things], 'disjunction'));
  return pageHead({ title: sectionTexts.search.title, description, path: '/search/' });
}

export default async function SearchPage() {
  const content = await getContent();
  const { search } = await getOwnScripts();
  const sources = toSearchSources(content, now());
  const years = [...new Set(sources.flatMap((source) => source.years))].sort().reverse();
  return (
    <div className="frame">
      <script type="module" src={toUrl(`/elements/${search.name}`)} />
      <PageTitle title={sectionTexts.search.title} />
      <SiteSearch
        action={toUrl('/search/')}
        index={toUrl(process.env.NODE_ENV === 'development' ? liveIndexPath : searchIndexPath())}
        kinds={[...searchKinds].map(([value, { many, among }]) => ({ value, title: many, among }))}
        years={years}
      >
        <Section id="site-archive" title={said.archive}>
          <p>{said.archiveLead}</p>
          <Archive archive={content.archive} />
        </Section>
      </SiteSearch>
    </div>
  );
}

/** Links to every section, and to every month with posts. */
function Archive({ archive }: Pick<Content, 'archive'>) {
  const { people, tags } = sectionTexts;
  const links = [
    ...navigation,
    ...(hasSection('people') ? [{ title: people.title, url: '/people/' }] : []),
    ...(hasSection('tags') ? [{ title: tags.title, url: '/tags/' }] : []),
  ];
  return (
    <>
      <nav aria-label={said.sections} className="action mt-6">
        {links.map(({ title, url }) => (
          <a key={url} href={toUrl(url)}>
            {title}
          </a>
        ))}
      </nav>
      {archive.size > 0 && (
        <dl className="facts-list">
          {[...archive]
            .sort(([a], [b]) => Number(b) - Number(a))
            .map(([year, months]) => (
              <div key={year} className="search-months">
                <dt>
                  <a href={toUrl(archivePath(year))} className="tap tabular">
                    {year}
                  </a>
                </dt>
                <dd className="action">
                  {[...months].map(([month, posts]) => (
                    <a key={month} href={toUrl(archivePath(year, month))}>
                      {asTitle(monthName(Number(month)))}{' '}
                      <span className="tabular text-muted">{formatNumber(posts.length)}</span>
                    </a>
                  ))}
                </dd>
              </div>
            ))}
        </dl>
      )}
    </>
  );
}
