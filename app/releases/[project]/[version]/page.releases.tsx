// One release, and what has changed since.
import { pageRoute } from '@/app/param-route';
import { pageHead } from '@/app/views/cards';
import { toMentions } from '@/app/views/entry-views';
import { Mentions } from '@/components/blog/post-footer';
import { EverythingSince, ReleaseCallout } from '@/components/releases/releases';
import { EditLink } from '@/components/ui/inline';
import { JsonLd, PageTitle } from '@/components/ui/page-parts';
import { editHref, releasePath, toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { getContent } from '@/lib/content/queries';
import { laterReleases, releaseName } from '@/lib/kinds/release/release';
import { toReleaseView } from '@/lib/kinds/release/view';
import { toPlainText } from '@/lib/mdx/markdown';
import { releaseJsonLd } from '@/lib/output/seo/site-json-ld';

const { generateStaticParams, generateMetadata, Page } = pageRoute({
  list: async () => (await getContent()).community.releases.map(({ project, version }) => ({ project, version })),
  async find({ project: id, version }) {
    const content = await getContent();
    const project = content.community.projects.find((each) => each.id === id);
    const releases = (project && content.releasesByProject.get(project)) ?? [];
    const release = releases.find((each) => each.version === version);
    if (!project || !release) return undefined;
    const highlights = release.highlights?.map(toPlainText);
    const facts = { project: project.name, version, path: releasePath(id, version), highlights };
    return { content, project, release, releases, facts, title: releaseName(project.name, version) };
  },
  head: ({ title, facts: { highlights, path } }) => pageHead({ title, description: highlights?.join(' '), path }),
  render({ content, project, release, releases, facts, title }) {
    const { id, version, date, url, file } = release;
    const later = laterReleases(release, releases).map((each) => toReleaseView(each, content.lookup));
    const { highlights = [] } = facts;
    return (
      <div className="frame">
        <JsonLd data={releaseJsonLd({ ...facts, highlights, date: date?.text, notesUrl: url })} />
        <PageTitle title={title}>
          <p className="action">
            <a href={toUrl(releasePath(project.id))}>{words.releases.allOf(project.name)}</a>
          </p>
        </PageTitle>
        <div className="prose">
          <ReleaseCallout view={toReleaseView(release, content.lookup)} isPage />
          <EverythingSince version={version} later={later} />
        </div>
        <Mentions posts={toMentions(content, 'releases', id)} />
        <p className="action mt-8">
          <EditLink href={editHref(file)}>{words.releases.edit}</EditLink>
        </p>
      </div>
    );
  },
});

export const dynamicParams = false;
export { generateMetadata, generateStaticParams };
export default Page;
