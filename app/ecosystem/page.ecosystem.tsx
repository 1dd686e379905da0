// The ecosystem, as a catalogue.

import { pageHead } from '@/app/views/cards';
import { EcosystemList } from '@/components/ecosystem/ecosystem-list';
import { SiteLink } from '@/components/ui/inline';
import { CorrectionNote, PageTitle } from '@/components/ui/page-parts';
import { compare } from '@/lib/base/compare';
import { sectionTexts } from '@/lib/base/sections';
import { partId } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { getContent } from '@/lib/content/queries';
import { ecosystem } from '@/lib/kinds/ecosystem/kind';
import { addEntryHref } from '@/lib/kinds/recipe-of-schema';

const { title, lead, empty } = sectionTexts.ecosystem;

export const generateMetadata = () => pageHead({ title, description: lead, path: '/ecosystem/' });

export default async function EcosystemPage() {
  const { community, lookup } = await getContent();
  const entries = [...community.ecosystem]
    .sort((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()))
    .map((entry) => ecosystem.view(entry, lookup));
  return (
    <div className="frame">
      <PageTitle title={title}>
        <p>{lead}</p>
        <p className="action">
          <SiteLink href={addEntryHref(ecosystem)}>{words.ecosystem.add}</SiteLink>
        </p>
      </PageTitle>
      {entries.length > 0 ? (
        <EcosystemList views={entries} rank={2} anchorOf={(id) => partId(ecosystem.name, id)} />
      ) : (
        <p className="invite">{empty}</p>
      )}
      <CorrectionNote words={words.corrections.entry} />
    </div>
  );
}
