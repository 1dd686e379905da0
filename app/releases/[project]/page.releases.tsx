// Releases of one project.
import { pageRoute } from '@/app/param-route';
import { pageHead } from '@/app/views/cards';
import { toTimeLine } from '@/app/views/entry-views';
import { ReleaseList } from '@/components/releases/releases';
import { ReleasesTimeLine } from '@/components/releases/releases-time-line';
import { ExternalLink } from '@/components/ui/inline';
import { PageTitle } from '@/components/ui/page-parts';
import { now } from '@/lib/base/clock';
import { releasePath } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { getContent } from '@/lib/content/queries';
import { toReleaseView } from '@/lib/kinds/release/view';

const { generateStaticParams, generateMetadata, Page } = pageRoute({
  list: async () => (await getContent()).community.projects.map(({ id }) => ({ project: id })),
  async find({ project: id }) {
    const content = await getContent();
    const project = content.community.projects.find((each) => each.id === id);
    return project && { content, project, title: words.releases.of(project.name) };
  },
  head: ({ project: { id, about }, title }) =>
    pageHead({ title, description: about, path: releasePath(id), feeds: { folder: releasePath(id), title } }),
  render({ content, project, title }) {
    const { name, about, repository, url } = project;
    const releases = content.releasesByProject.get(project) ?? [];
    return (
      <div className="frame">
        <PageTitle title={title}>
          <p dir="auto">{about}</p>
          <p className="action">
            <ExternalLink href={repository}>{words.releases.repository}</ExternalLink>
            {url && <ExternalLink href={url}>{words.releases.documentation}</ExternalLink>}
          </p>
        </PageTitle>
        {releases.length === 0 && <p className="invite">{words.releases.noneOf(name)}</p>}
        {releases.some(({ date }) => date) && <ReleasesTimeLine {...toTimeLine([[project, releases]], now())} />}
        <ReleaseList releases={releases.map((release) => toReleaseView(release, content.lookup))} />
      </div>
    );
  },
});

export const dynamicParams = false;
export { generateMetadata, generateStaticParams };
export default Page;
