// The page of a community's own kind: all entries that are listed, as cards. lib/build/own-routes.ts writes the routes.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageHead } from '@/app/views/cards';
import { EntryList } from '@/components/entries/entries';
import { SiteLink } from '@/components/ui/inline';
import { CorrectionNote, PageTitle } from '@/components/ui/page-parts';
import { partId, sectionPath } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { entriesOf } from '@/lib/content/community';
import { getContent } from '@/lib/content/queries';
import { type EntryKind, kindIn } from '@/lib/kinds/index';
import { addEntryHref } from '@/lib/kinds/recipe-of-schema';
import { site } from '@/lib/site';

const { own } = words.kinds;

/**
 * What the route of a kind exports.
 *
 * @param folder the kind's: `jobs`.
 */
export function kindPage(folder: string) {
  const kind = kindIn(folder);
  return {
    async generateMetadata(): Promise<Metadata> {
      if (!kind) notFound();
      const { label, feed } = kind;
      const path = sectionPath(folder);
      return pageHead({
        title: label.section,
        description: label.intro ?? own.page(label.many, site.name),
        path,
        feeds: feed && { folder: path, title: label.section },
      });
    },
    async Page() {
      if (!kind) notFound();
      return <KindPage kind={kind} />;
    },
  };
}

async function KindPage({ kind }: { kind: EntryKind }) {
  const { community, lookup } = await getContent();
  const { label, name } = kind;
  const entries = entriesOf(community, kind)
    .filter((entry) => kind.isListed(entry, lookup.now))
    .sort((a, b) => kind.compare(a, b));
  return (
    <div className="frame">
      <PageTitle title={label.section}>
        {label.intro && <p>{label.intro}</p>}
        <p className="action">
          <SiteLink href={addEntryHref(kind)}>{own.add(label.one)}</SiteLink>
        </p>
      </PageTitle>
      {entries.length > 0 ? (
        <EntryList
          views={entries.map((entry) => kind.view(entry, lookup))}
          rank={2}
          anchorOf={(id) => partId(name, id)}
        />
      ) : (
        <p className="invite">{own.empty(label.many)}</p>
      )}
      <CorrectionNote words={words.corrections.entry} />
    </div>
  );
}
