// The ecosystem, as a catalogue.
import type { Metadata } from 'next';
import { pageHead } from '@/app/views/page-head';
import { EcosystemList } from '@/components/ecosystem/ecosystem-list';
import { CorrectionNote } from '@/components/ui/correction-note';
import { PageTitle } from '@/components/ui/page-title';
import { compare } from '@/lib/base/compare';
import { getContent } from '@/lib/content/queries';
import { addEntryHref } from '@/lib/content/templates';
import { ecosystem } from '@/lib/kinds/ecosystem/kind';
import { site } from '@/lib/site';

export async function generateMetadata(): Promise<Metadata> {
  return pageHead({
    title: 'Ecosystem',
    description: 'Tools, controllers and integrations that others have built around the projects.',
    path: '/ecosystem/',
  });
}

export default async function EcosystemPage() {
  const { community, lookup } = await getContent();
  const entries = [...community.ecosystem]
    .sort((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()))
    .map((entry) => ecosystem.view(entry, lookup));
  return (
    <div className="frame">
      <PageTitle title="Ecosystem">
        <p>What others have built around the projects: controllers, tools and integrations.</p>
        <p className="action">
          <a href={addEntryHref(ecosystem)} rel="external">
            Add your project
          </a>
        </p>
      </PageTitle>
      {entries.length > 0 ? (
        <EcosystemList entries={entries} rank={2} anchorOf={(id) => `${ecosystem.name}-${id}`} />
      ) : (
        <p className="invite">Nothing is listed yet. What have you built?</p>
      )}
      <CorrectionNote issuesUrl={site.repository.issuesUrl} what="an entry" />
    </div>
  );
}
