// The wall of adopters, project by project.
import type { Metadata } from 'next';
import { withPictures } from '@/app/views/entry-views';
import { toGrowth } from '@/app/views/growth';
import { pageHead } from '@/app/views/page-head';
import { AdopterWall } from '@/components/adopters/adopter-wall';
import { AdoptersOverTime } from '@/components/adopters/adopters-over-time';
import { CorrectionNote } from '@/components/ui/correction-note';
import { PageTitle } from '@/components/ui/page-title';
import { compare } from '@/lib/base/compare';
import { getContent } from '@/lib/content/queries';
import { addEntryHref } from '@/lib/content/templates';
import { adopter } from '@/lib/kinds/adopter/kind';
import { site } from '@/lib/site';

export async function generateMetadata(): Promise<Metadata> {
  return pageHead({
    title: 'Adopters',
    description: 'The organisations that use the projects and said so in public.',
    path: '/adopters/',
  });
}

export default async function AdoptersPage() {
  const content = await getContent();
  const { adopters, projects } = content.community;
  // Who uses several projects stands on several walls; an id may stand once.
  const firstWall = new Map(
    adopters.map(({ id, projects: used }) => [id, projects.find((project) => used.includes(project.id))?.id]),
  );
  const walls = await Promise.all(
    projects.map(async (project) => {
      // The newest first, then by name.
      const users = adopters
        .filter((each) => each.projects.includes(project.id))
        .sort(
          (a, b) =>
            compare(b.joined?.text ?? '', a.joined?.text ?? '') || compare(a.name.toLowerCase(), b.name.toLowerCase()),
        );
      return { project, users: await withPictures(adopter, users, content) };
    }),
  );
  return (
    <div className="frame">
      <PageTitle title={adopters.length === 1 ? 'One adopter' : `${adopters.length} adopters`}>
        <p>Organisations that use the projects and said so in public. Yours is welcome here.</p>
        <p className="action">
          <a href={addEntryHref(adopter, { projects: projects.map(({ id }) => id) })} rel="external">
            Add your organisation
          </a>
        </p>
      </PageTitle>
      {adopters.length === 0 && (
        <p className="invite">Nobody has come forward yet. Be the first: it takes one small file.</p>
      )}
      {adopters.length > 0 && <AdoptersOverTime {...toGrowth(adopters.map(({ joined }) => joined))} />}
      {walls
        .filter(({ users }) => users.length > 0)
        .map(({ project, users }) => (
          <section key={project.id} aria-labelledby={`site-${project.id}`} className="section">
            <h2 id={`site-${project.id}`} className="section-title">
              {project.name} <span className="tabular">{users.length}</span>
            </h2>
            <AdopterWall
              adopters={users}
              anchorOf={(id) => (firstWall.get(id) === project.id ? `${adopter.name}-${id}` : undefined)}
            />
          </section>
        ))}
      <CorrectionNote issuesUrl={site.repository.issuesUrl} what="an organisation or a logo" />
    </div>
  );
}
