// What the site answers to a form: what has to be corrected, or the entry as it will look and how to send it.
// The style sheet names no class of these parts alone: the build drops rules for classes that no built page has.
import type { ReactNode } from 'react';
import { fieldId, Message, type WrongAnswer } from '@/components/contribute/contribution-form';
import { ExternalLink, Sentence } from '@/components/ui/inline';
import type { NewFileLink } from '@/lib/base/urls';
import { plural, words } from '@/lib/base/words';
import type { EntryView } from '@/lib/kinds/kind';
import type { FormQuestion } from '@/lib/output/contribute/form-questions';

const said = words.contribute;

/** The part of the page that changes with what is typed; its heading; and the card. */
export const answerId = 'site-answer';

/** A page or a file in which the entry will be. */
export interface Place {
  readonly title: string;
  /** Undefined for what is not there yet. */
  readonly url: string | undefined;
}

export interface ContributionAnswerProps {
  /** Renders entries as their cards. */
  readonly show: (views: readonly EntryView[]) => ReactNode;
  readonly questions: readonly FormQuestion[];
  readonly wrong: readonly WrongAnswer[];
  /** Entries that may be the same one. */
  readonly similar: readonly EntryView[];
  /** What becomes of the entry; undefined while something is wrong with it. */
  readonly ready: ReadyEntry | undefined;
}

/** An entry that is complete. */
export interface ReadyEntry {
  readonly view: EntryView;
  readonly places: readonly Place[];
  /** Its path in the repository, and its text. */
  readonly path: string;
  readonly text: string;
  readonly link: NewFileLink;
  /** The name of the file that is sent along, and what is accepted. */
  readonly picture: { readonly name: string; readonly formats: string; readonly kilobytes: string } | undefined;
}

export function ContributionAnswer({ show, questions, wrong, similar, ready }: ContributionAnswerProps) {
  return (
    <section id={answerId} aria-labelledby="site-answer-title">
      <h2 id="site-answer-title" className="section-title" data-state={ready ? 'ready' : 'wrong'}>
        {ready ? said.ready : plural(said.toCorrect, wrong.length)}
      </h2>
      {wrong.length > 0 && <WrongAnswers questions={questions} wrong={wrong} />}
      {similar.length > 0 && <Similar>{show(similar)}</Similar>}
      {ready && <Ready card={show([ready.view])} {...ready} />}
    </section>
  );
}

function WrongAnswers({ questions, wrong }: Pick<ContributionAnswerProps, 'questions' | 'wrong'>) {
  return (
    <ul>
      {wrong.map(({ field, text, isEnglish }) => {
        const question = questions.find(({ name }) => name === field);
        const message = <Message text={text} isEnglish={isEnglish} />;
        return (
          <li key={`${field} ${text}`}>
            {question ? (
              <>
                <a href={`#${fieldId(question.name)}`}>{question.label}</a>
                {': '}
                {message}
              </>
            ) : (
              message
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Similar({ children }: { children: ReactNode }) {
  return (
    <div data-similar>
      <h3 className="title">{said.duplicate}</h3>
      <p>{said.duplicateAbout}</p>
      {children}
    </div>
  );
}

function Ready({ card, places, path, text, link, picture }: ReadyEntry & { card: ReactNode }) {
  const { host } = new URL(link.href);
  return (
    <>
      <h3 className="title">{said.preview}</h3>
      <div data-schemes>
        <Scheme name="light" label={said.light}>
          {card}
        </Scheme>
        <Scheme name="dark" label={said.dark}>
          {card}
        </Scheme>
      </div>
      <h3 className="title">{said.places}</h3>
      <ul>
        {places.map(({ title, url }) => (
          <li key={title}>{url === undefined ? title : <a href={url}>{title}</a>}</li>
        ))}
      </ul>
      <h3 className="title">{said.file}</h3>
      <p>
        <Sentence words={said.fileAbout}>
          <code>{path}</code>
        </Sentence>
      </p>
      <copy-code>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre tabIndex={0} dir="ltr">
          <code>{text}</code>
        </pre>
      </copy-code>
      <p>
        <a href={link.href} rel="external" className="button">
          {said.continueAt(host)}
        </a>
      </p>
      <p>{link.isFilled ? said.continueAbout : said.pasteAbout}</p>
      {picture && <PictureSteps {...picture} />}
    </>
  );
}

/** A card in one of the colour schemes, whichever the reader has. */
function Scheme({ name, label, children }: { name: 'light' | 'dark'; label: string; children: ReactNode }) {
  return (
    <div data-scheme={name}>
      <p className="label">{label}</p>
      {children}
    </div>
  );
}

function PictureSteps({ name, formats, kilobytes }: NonNullable<ReadyEntry['picture']>) {
  const [first, second, third] = said.pictureSteps;
  const steps = [
    first,
    <Sentence key="name" words={second}>
      <code>{name}</code>
    </Sentence>,
    third,
  ];
  return (
    <>
      <h3 className="title">{said.picture}</h3>
      <p>{said.pictureAbout(formats, kilobytes)}</p>
      <ol>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps have nothing else
          <li key={index}>
            <StepDrawing step={index} />
            <p>{step}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What each step looks like at the code host: a branch with its folder, a file that is dropped, two files in one proposal. */
const drawings = [
  'M8 14h40v36H8zM8 24h40M14 19h12M58 14v8M58 30v20M58 22a4 4 0 1 0 .1 0M58 34c0 8-10 6-10 14',
  'M10 12h52v40H10zM36 20v18M29 31l7 8 7-8M22 46h28',
  'M8 10h28v34H8zM14 18h16M14 25h16M14 32h10M42 20h24v34H42zM48 40l6-8 6 8z',
];

function StepDrawing({ step }: { step: number }) {
  return (
    <svg
      viewBox="0 0 72 64"
      width="72"
      height="64"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      <path d={drawings[step]} />
    </svg>
  );
}

/** Other ways to contribute, at the code host. */
export function OtherWays({ formHref, fileHref }: { formHref: string | undefined; fileHref: string }) {
  const { host } = new URL(fileHref);
  return (
    <section aria-labelledby="site-others" className="section">
      <h2 id="site-others" className="section-title">
        {said.others}
      </h2>
      <ul>
        {formHref && (
          <li>
            <ExternalLink href={formHref}>{said.formAt(host)}</ExternalLink>
          </li>
        )}
        <li>
          <ExternalLink href={fileHref}>{said.fileAt(host)}</ExternalLink>
        </li>
      </ul>
    </section>
  );
}
