// The list of all links, or of those of one form or about one project.

import { withPictures } from '@/app/views/entry-views';
import { LinkList } from '@/components/links/links';
import { SiteLink } from '@/components/ui/inline';
import { CorrectionNote, PageTitle, Section } from '@/components/ui/page-parts';
import { groupBy } from '@/lib/base/group-by';
import { sectionTexts } from '@/lib/base/sections';
import { linkPartPath, partId, sectionPath, toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { getContent } from '@/lib/content/queries';
import { link as linkKind } from '@/lib/kinds/link/kind';
import { addEntryHref } from '@/lib/kinds/recipe-of-schema';

const { title, lead, empty } = sectionTexts.links;
const said = words.links;

/** @param path of the part that is shown: see `parts` of the kind. Left out: all of them. */
export async function LinksPage({ path }: { path?: string }) {
  const content = await getContent();
  const { links, projects } = content.community;
  const parts = linkKind.parts?.(links, projects) ?? [];
  const part = parts.find((each) => each.path === path);
  const shown = [...(part?.entries ?? links)].sort(linkKind.compare);
  const years = groupBy(await withPictures(linkKind, shown, content), ({ datetime }) => datetime.slice(0, 4));
  const partsBy = (by: Parameters<typeof linkPartPath>[0]) =>
    parts.filter((each) => each.path.startsWith(linkPartPath(by, '').slice(0, -1)));
  return (
    <div className="frame">
      <PageTitle title={part ? words.labelled(title, part.title) : title}>
        <p>{lead}</p>
        <p className="action">
          <SiteLink href={addEntryHref(linkKind)}>{said.add}</SiteLink>
        </p>
      </PageTitle>
      <Filters label={said.byForm} all={said.allForms} parts={partsBy('form')} path={path} />
      <Filters label={said.byProject} all={said.allProjects} parts={partsBy('project')} path={path} />
      {links.length === 0 && <p className="invite">{empty}</p>}
      {[...years].map(([year, views]) => (
        <Section key={year} id={`site-${year}`} title={year}>
          <LinkList views={views} anchorOf={(id) => partId(linkKind.name, id)} />
        </Section>
      ))}
      <CorrectionNote words={words.corrections.entry} />
    </div>
  );
}

interface FiltersProps {
  /** What screen readers call them. */
  readonly label: string;
  readonly all: string;
  readonly parts: readonly { readonly path: string; readonly title: string }[];
  /** The part that is shown. */
  readonly path: string | undefined;
}

/** Links to the parts of the list. */
function Filters({ label, all, parts, path }: FiltersProps) {
  if (parts.length === 0) return null;
  return (
    <nav aria-label={label} className="filters">
      <a href={toUrl(sectionPath(linkKind.folder))} aria-current={path === undefined ? 'page' : undefined}>
        {all}
      </a>
      {parts.map((part) => (
        <a key={part.path} href={toUrl(part.path)} aria-current={part.path === path ? 'page' : undefined}>
          {part.title}
        </a>
      ))}
    </nav>
  );
}
