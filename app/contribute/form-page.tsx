// The page with the form for a new entry of a kind: as the build renders it, and as the site answers what was sent.
import {
  answerId,
  ContributionAnswer,
  type ContributionAnswerProps,
  OtherWays,
} from '@/components/contribute/contribution-answer';
import { ContributionForm } from '@/components/contribute/contribution-form';
import { AllEntries } from '@/components/mdx/entry-cards';
import { PageTitle } from '@/components/ui/page-parts';
import { contributeCheckPath, issueFormHref, toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import type { EntryKind } from '@/lib/kinds/index';
import type { EntryView } from '@/lib/kinds/kind';
import { entryFileHref } from '@/lib/kinds/recipe-of-schema';
import type { FormValues } from '@/lib/output/contribute/form-answers';
import { type FormQuestion, formTexts } from '@/lib/output/contribute/form-questions';

const said = words.contribute;

interface FormPageProps {
  readonly kind: EntryKind;
  readonly questions: readonly FormQuestion[];
  /** An entry of the kind. */
  readonly example: EntryView | undefined;
  /** Whether the code host has a form for the kind, too. */
  readonly hasIssueForm: boolean;
  /** What was typed, and what the site answers; nothing at first. */
  readonly answered?: {
    readonly values: FormValues;
    readonly answer: Pick<ContributionAnswerProps, 'wrong' | 'similar' | 'ready'>;
  };
}

export function FormPage({ kind, questions, example, hasIssueForm, answered }: FormPageProps) {
  const projects = questions.find(({ name }) => name === 'projects')?.choices.map(({ value }) => value);
  const { add, about } = formTexts(kind);
  const show = (views: readonly EntryView[]) => <AllEntries kind={kind} views={views} place="front" />;
  const action = toUrl(contributeCheckPath(kind.name));
  return (
    <div className="frame">
      <PageTitle title={add}>
        <p>{about}</p>
      </PageTitle>
      {/* The export shows it in place of the form: lib/output/export/static-forms.ts. */}
      <p className="invite no-server" hidden>
        {said.noServer}
      </p>
      <contribution-form>
        {answered ? (
          <ContributionAnswer show={show} questions={questions} {...answered.answer} />
        ) : (
          <section id={answerId} hidden />
        )}
        {answered ? (
          <ContributionForm
            action={action}
            questions={questions}
            values={answered.values}
            wrong={answered.answer.wrong}
          />
        ) : (
          <ContributionForm action={action} questions={questions} />
        )}
        <p role="status" className="sr-only" />
      </contribution-form>
      {example && !answered && (
        <section aria-labelledby="site-example" className="section">
          <h2 id="site-example" className="section-title">
            {said.example}
          </h2>
          {show([example])}
        </section>
      )}
      <OtherWays
        formHref={hasIssueForm ? issueFormHref(kind.name) : undefined}
        fileHref={entryFileHref(kind, projects)}
      />
    </div>
  );
}
