// One release, and what one meets between it and the newest.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { decodeParam } from '@/app/decode-param';
import { staticParams } from '@/app/static-params';
import { pageHead } from '@/app/views/page-head';
import { Mentions } from '@/components/blog/mentions';
import { EverythingSince } from '@/components/releases/everything-since';
import { ReleaseCallout } from '@/components/releases/release-callout';
import { JsonLd } from '@/components/ui/json-ld';
import { PageTitle } from '@/components/ui/page-title';
import { editHref, releasePath, toUrl } from '@/lib/base/urls';
import { mentionsOf } from '@/lib/content/content';
import { getContent } from '@/lib/content/queries';
import { laterReleases } from '@/lib/kinds/release/release';
import { toReleaseView } from '@/lib/kinds/release/view';
import { toPlainText } from '@/lib/mdx/markdown';
import { toJsonLd } from '@/lib/output/seo/json-ld';
import { releaseJsonLd } from '@/lib/output/seo/site-json-ld';

type Props = PageProps<'/releases/[project]/[version]'>;

export const dynamicParams = false;

export const generateStaticParams = staticParams(async () => {
  const { community } = await getContent();
  return community.releases.map(({ project, version }) => ({ project, version }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findRelease(params);
  if (!found) return {};
  const { project, release } = found;
  return pageHead({
    title: `${project.name} ${release.version}`,
    description: release.highlights?.map(toPlainText).join(' '),
    path: releasePath(project.id, release.version),
  });
}

export default async function ReleasePage({ params }: Props) {
  const found = await findRelease(params);
  if (!found) notFound();
  const { content, project, release, releases } = found;
  const later = laterReleases(release, releases).map((each) => toReleaseView(each, content.lookup));
  const posts = mentionsOf(content, 'releases', release.id).map(({ url, title }) => ({ url: toUrl(url), title }));
  return (
    <div className="frame">
      <JsonLd
        json={toJsonLd(
          releaseJsonLd({
            project: project.name,
            version: release.version,
            path: releasePath(project.id, release.version),
            date: release.date?.text,
            notesUrl: release.url,
            highlights: (release.highlights ?? []).map(toPlainText),
          }),
        )}
      />
      <PageTitle title={`${project.name} ${release.version}`}>
        <p className="action">
          <a href={toUrl(releasePath(project.id))}>All {project.name} releases</a>
        </p>
      </PageTitle>
      <div className="prose">
        <ReleaseCallout release={toReleaseView(release, content.lookup)} isPage />
        <EverythingSince version={release.version} later={later} />
      </div>
      <Mentions posts={posts} />
      <p className="action mt-8">
        <a href={editHref(release.file)} rel="external nofollow">
          Correct this release
        </a>
      </p>
    </div>
  );
}

async function findRelease(params: Props['params']) {
  const { project: id, version } = await params;
  const content = await getContent();
  const project = content.community.projects.find((each) => each.id === id);
  const releases = (project && content.releasesByProject.get(project)) ?? [];
  const release = releases.find((each) => each.version === decodeParam(version));
  return project && release && { content, project, release, releases };
}
