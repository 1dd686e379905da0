// The adopters of each project.

import { pageHead } from '@/app/views/cards';
import { toGrowth, withPictures } from '@/app/views/entry-views';
import { AdopterWall } from '@/components/adopters/adopter-wall';
import { AdoptersOverTime } from '@/components/adopters/adopters-over-time';
import { SiteLink } from '@/components/ui/inline';
import { CorrectionNote, PageTitle, Section } from '@/components/ui/page-parts';
import { compare } from '@/lib/base/compare';
import { sectionTexts } from '@/lib/base/sections';
import { partId } from '@/lib/base/urls';
import { formatNumber, plural, words } from '@/lib/base/words';
import { getContent } from '@/lib/content/queries';
import { adopter } from '@/lib/kinds/adopter/kind';
import { addEntryHref } from '@/lib/kinds/recipe-of-schema';

const { title, lead, empty } = sectionTexts.adopters;

export const generateMetadata = () => pageHead({ title, description: lead, path: '/adopters/' });

export default async function AdoptersPage() {
  const content = await getContent();
  const { adopters, projects } = content.community;
  // The newest first, then by name.
  const sorted = [...adopters].sort(
    (a, b) =>
      compare(b.joined?.text ?? '', a.joined?.text ?? '') || compare(a.name.toLowerCase(), b.name.toLowerCase()),
  );
  const walls = await Promise.all(
    projects.map(async (project) => {
      const users = sorted.filter((each) => each.projects.includes(project.id));
      return { project, users: await withPictures(adopter, users, content) };
    }),
  );
  // An adopter of several projects is on several walls, but a page may have an id only once.
  const firstWall = new Map(
    walls.toReversed().flatMap(({ project, users }) => users.map(({ id }) => [id, project.id])),
  );
  return (
    <div className="frame">
      <PageTitle title={plural(words.adopters.count, adopters.length)}>
        <p>{lead}</p>
        <p className="action">
          <SiteLink
            href={addEntryHref(
              adopter,
              projects.map(({ id }) => id),
            )}
          >
            {words.adopters.add}
          </SiteLink>
        </p>
      </PageTitle>
      {adopters.length === 0 && <p className="invite">{empty}</p>}
      {adopters.length > 0 && <AdoptersOverTime {...toGrowth(adopters.map(({ joined }) => joined))} />}
      {walls
        .filter(({ users }) => users.length > 0)
        .map(({ project: { id: project, name }, users }) => (
          <Section
            key={project}
            id={`site-${project}`}
            title={
              <>
                {name} <span className="tabular">{formatNumber(users.length)}</span>
              </>
            }
          >
            <AdopterWall
              views={users}
              anchorOf={(id) => (firstWall.get(id) === project ? partId(adopter.name, id) : undefined)}
            />
          </Section>
        ))}
      <CorrectionNote words={words.corrections.adopter} />
    </div>
  );
}
