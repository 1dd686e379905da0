// Releases of all projects: a time line, then the releases of each project.

import { pageHead } from '@/app/views/cards';
import { toTimeLine } from '@/app/views/entry-views';
import { ReleaseList } from '@/components/releases/releases';
import { ReleasesTimeLine } from '@/components/releases/releases-time-line';
import { EmptyState, PageTitle, Section } from '@/components/ui/page-parts';
import { now } from '@/lib/base/clock';
import { sectionTexts } from '@/lib/base/sections';
import { releasePath, toUrl } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';
import { toReleaseView } from '@/lib/kinds/release/view';

const { title, lead, description } = sectionTexts.releases;

export const generateMetadata = () =>
  pageHead({
    title,
    description,
    path: '/releases/',
    feeds: { folder: '/releases/', title },
  });

export default async function ReleasesPage() {
  const content = await getContent();
  const projects = [...content.releasesByProject].filter(([, releases]) => releases.length > 0);
  return (
    <div className="frame">
      <PageTitle title={title}>
        <p>{lead}</p>
      </PageTitle>
      {projects.length === 0 && <EmptyState />}
      {projects.length > 0 && <ReleasesTimeLine {...toTimeLine(projects, now())} />}
      {projects.map(([{ id, name, about }, releases]) => (
        <Section key={id} id={`site-${id}`} title={name} url={toUrl(releasePath(id))}>
          <p className="mb-4 max-w-measure text-muted" dir="auto">
            {about}
          </p>
          <ReleaseList releases={releases.map((release) => toReleaseView(release, content.lookup))} />
        </Section>
      ))}
    </div>
  );
}
