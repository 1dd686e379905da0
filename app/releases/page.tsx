// Releases of the whole family: a time line, then the newest of each project.
import type { Metadata } from 'next';
import { pageHead } from '@/app/views/page-head';
import { toTimeLine } from '@/app/views/release-time-line';
import { ReleaseList } from '@/components/releases/release-list';
import { ReleasesTimeLine } from '@/components/releases/releases-time-line';
import { EmptyState } from '@/components/ui/empty-state';
import { PageTitle } from '@/components/ui/page-title';
import { now } from '@/lib/base/clock';
import { releasePath, toUrl } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';
import { toReleaseView } from '@/lib/kinds/release/view';
import { site } from '@/lib/site';

export async function generateMetadata(): Promise<Metadata> {
  return pageHead({
    title: 'Releases',
    description: 'Every release that an edition covered: what is new, what breaks, and what was secured.',
    path: '/releases/',
    feeds: { folder: '/releases/', title: 'Releases' },
  });
}

export default async function ReleasesPage() {
  const content = await getContent();
  const projects = [...content.releasesByProject].filter(([, releases]) => releases.length > 0);
  return (
    <div className="frame">
      <PageTitle title="Releases">
        <p>What shipped, newest first. A triangle marks what breaks, a diamond what was secured.</p>
      </PageTitle>
      {projects.length === 0 && <EmptyState contribute={site.repository.url} />}
      {projects.length > 0 && <ReleasesTimeLine {...toTimeLine(projects, now())} />}
      {projects.map(([project, releases]) => (
        <section key={project.id} aria-labelledby={`site-${project.id}`} className="section">
          <h2 id={`site-${project.id}`} className="section-title">
            <a href={toUrl(releasePath(project.id))}>{project.name}</a>
          </h2>
          <p className="mb-4 max-w-measure text-muted">{project.about}</p>
          <ReleaseList releases={releases.map((release) => toReleaseView(release, content.lookup))} />
        </section>
      ))}
    </div>
  );
}
