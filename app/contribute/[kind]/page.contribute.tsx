// The form for a new entry of a kind.
import '@/components/contribute/contribute.css';
import { FormPage } from '@/app/contribute/form-page';
import { pageRoute } from '@/app/param-route';
import { pageHead } from '@/app/views/cards';
import { withPictures } from '@/app/views/entry-views';
import { contributePath, toUrl } from '@/lib/base/urls';
import { getOwnScripts } from '@/lib/build/elements';
import { findIssueForms } from '@/lib/check/contribute-data';
import { getContent } from '@/lib/content/queries';
import { exampleEntry } from '@/lib/output/contribute/example-entry';
import { contributedKinds, formQuestions, formTexts } from '@/lib/output/contribute/form-questions';

const { generateStaticParams, generateMetadata, Page } = pageRoute({
  list: () => contributedKinds.map(({ name }) => ({ kind: name })),
  find: ({ kind: wanted }: { kind: string }) => contributedKinds.find(({ name }) => name === wanted),
  async head(kind) {
    const { add, about } = formTexts(kind);
    return pageHead({ title: add, description: about, path: contributePath(kind.name) });
  },
  async render(kind) {
    const content = await getContent();
    const { community, lookup } = content;
    const example = exampleEntry(kind, community, lookup.now);
    const [view] = example ? await withPictures(kind, [example], content) : [];
    const { contribute } = await getOwnScripts();
    return (
      <>
        <script type="module" src={toUrl(`/elements/${contribute.name}`)} />
        <FormPage
          kind={kind}
          questions={formQuestions(kind, community)}
          example={view}
          hasIssueForm={findIssueForms().has(kind.name)}
        />
      </>
    );
  },
});

export const dynamicParams = false;
export { generateMetadata, generateStaticParams };
export default Page;
