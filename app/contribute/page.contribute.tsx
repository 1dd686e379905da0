// What people can add to the site, each with an example and the link to its form.
import '@/components/contribute/contribute.css';
import { pageHead } from '@/app/views/cards';
import { withPictures } from '@/app/views/entry-views';
import { AllEntries } from '@/components/mdx/entry-cards';
import { PageTitle, Section } from '@/components/ui/page-parts';
import { sectionTexts } from '@/lib/base/sections';
import { contributePath, toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { getContent } from '@/lib/content/queries';
import { exampleEntry } from '@/lib/output/contribute/example-entry';
import { contributedKinds, formTexts } from '@/lib/output/contribute/form-questions';

const { title, lead, description } = sectionTexts.contribute;

export const generateMetadata = () => pageHead({ title, description, path: contributePath() });

export default async function ContributePage() {
  const content = await getContent();
  const kinds = await Promise.all(
    contributedKinds.map(async (kind) => {
      const example = exampleEntry(kind, content.community, content.lookup.now);
      return { kind, ...formTexts(kind), views: example ? await withPictures(kind, [example], content) : [] };
    }),
  );
  return (
    <div className="frame">
      <PageTitle title={title}>
        <p>{lead}</p>
      </PageTitle>
      {kinds.map(({ kind, add, about, views }) => (
        <Section
          key={kind.name}
          id={`site-${kind.name}`}
          title={add}
          url={toUrl(contributePath(kind.name))}
          className="section contribution"
        >
          <div>
            <p>{about}</p>
            <p className="action">
              <a href={toUrl(contributePath(kind.name))} aria-label={words.labelled(words.contribute.open, add)}>
                {words.contribute.open}
              </a>
            </p>
          </div>
          {views.length > 0 && (
            <div>
              <p className="label">{words.contribute.example}</p>
              <AllEntries kind={kind} views={views} place="front" />
            </div>
          )}
        </Section>
      ))}
    </div>
  );
}
