// Releases of one project.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { staticParams } from '@/app/static-params';
import { pageHead } from '@/app/views/page-head';
import { toTimeLine } from '@/app/views/release-time-line';
import { ReleaseList } from '@/components/releases/release-list';
import { ReleasesTimeLine } from '@/components/releases/releases-time-line';
import { PageTitle } from '@/components/ui/page-title';
import { now } from '@/lib/base/clock';
import { releasePath } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';
import { toReleaseView } from '@/lib/kinds/release/view';

type Props = PageProps<'/releases/[project]'>;

export const dynamicParams = false;

export const generateStaticParams = staticParams(async () => {
  const { community } = await getContent();
  return community.projects.map(({ id }) => ({ project: id }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project: id } = await params;
  const project = (await getContent()).community.projects.find((each) => each.id === id);
  return project
    ? pageHead({
        title: `${project.name} releases`,
        description: project.about,
        path: releasePath(id),
        feeds: { folder: releasePath(id), title: `${project.name} releases` },
      })
    : {};
}

export default async function ProjectReleasesPage({ params }: Props) {
  const { project: id } = await params;
  const content = await getContent();
  const project = content.community.projects.find((each) => each.id === id);
  if (!project) notFound();
  const releases = content.releasesByProject.get(project) ?? [];
  return (
    <div className="frame">
      <PageTitle title={`${project.name} releases`}>
        <p>{project.about}</p>
        <p className="action">
          <a href={project.repository} rel="external">
            Repository
          </a>
          {project.url && (
            <a href={project.url} rel="external">
              Documentation
            </a>
          )}
        </p>
      </PageTitle>
      {releases.length === 0 && <p className="invite">No edition has covered a release of {project.name} yet.</p>}
      {releases.some(({ date }) => date) && <ReleasesTimeLine {...toTimeLine([[project, releases]], now())} />}
      <ReleaseList releases={releases.map((release) => toReleaseView(release, content.lookup))} />
    </div>
  );
}
