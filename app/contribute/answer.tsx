// What the site answers to a form that was sent: the page again, with what is wrong, or with the entry as it will look. It runs in
// a process of its own (answer-worker.ts), where nothing of the framework is.
import { stat } from 'node:fs/promises';
import { renderToStaticMarkup } from 'react-dom/server';
import { FormPage } from '@/app/contribute/form-page';
import type { Place, ReadyEntry } from '@/components/contribute/contribution-answer';
import type { WrongAnswer } from '@/components/contribute/contribution-form';
import { now } from '@/lib/base/clock';
import { toMonth } from '@/lib/base/dates';
import { capitalised } from '@/lib/base/english';
import { escapeHtml } from '@/lib/base/html';
import { lastDayOf, monthAfter, plusDays, type Span } from '@/lib/base/month';
import { hasSection, sectionTexts } from '@/lib/base/sections';
import { calendarPath, newFileLink, sectionPath, toUrl } from '@/lib/base/urls';
import { asTitle, formatNumber, plural, words } from '@/lib/base/words';
import { type AnswerProblem, checkContribution } from '@/lib/check/check-contribution';
import { type ContributeData, readContributeData } from '@/lib/check/contribute-data';
import { lookupIn } from '@/lib/content/community';
import type { EntryFile } from '@/lib/content/entry-from-answers';
import { valueIn } from '@/lib/kinds/define-kind';
import type { EntryKind } from '@/lib/kinds/index';
import type { EntryBase, EntryView, Lookup } from '@/lib/kinds/kind';
import { answersOf, parseForm } from '@/lib/output/contribute/form-answers';
import { consentField, contributedKinds, formQuestions } from '@/lib/output/contribute/form-questions';

const said = words.contribute;

/** What was sent, and where the answer is made from. */
export interface SentForm {
  /** The name of the kind. */
  readonly kind: string;
  /** The body, as the browser encoded it. */
  readonly body: string;
  /** The page with the empty form, as the build rendered it. */
  readonly page: string;
  /** The path of the data: lib/check/contribute-data.ts. */
  readonly data: string;
}

/** So many problems are listed: nobody corrects more at once. */
const mostWrong = 20;

/** The data, and which file it was read from. */
let known: { readonly version: string; readonly data: Promise<ContributeData> } | undefined;

/**
 * Answers a form.
 *
 * @returns the page; undefined for a kind without a form, and for a form with more inputs than ours have.
 */
export async function answerForm({ kind: name, body, page, data: path }: SentForm) {
  const kind = contributedKinds.find((each) => each.name === name);
  const values = parseForm(body);
  if (!kind || !values) return undefined;
  const version = `${path} ${(await stat(path)).mtimeMs}`;
  if (known?.version !== version) known = { version, data: readContributeData(path) };
  const data = await known.data;
  const { community } = data;
  const questions = formQuestions(kind, community);
  const instant = now();
  const lookup = lookupIn(community, instant);
  const answers = answersOf(questions, values);
  const { entry, problems, similar, file } = checkContribution(kind, answers, { ...data, now: instant });
  const isUnconfirmed = questions.some(({ name }) => name === consentField) && !answers.has(consentField);
  const wrong = [
    ...problems.map(toWrongAnswer),
    ...(isUnconfirmed ? [{ field: consentField, text: said.missing, isEnglish: false }] : []),
  ].slice(0, mostWrong);
  const isReady = entry !== undefined && wrong.length === 0;
  const answer = {
    wrong,
    similar: similar.slice(0, 2).map((each) => viewOf(kind, each, lookup, data)),
    ready: isReady ? toReady(kind, entry, file, lookup, data) : undefined,
  };
  const content = renderToStaticMarkup(
    <FormPage
      kind={kind}
      questions={questions}
      example={undefined}
      hasIssueForm={data.issueForms.has(kind.name)}
      answered={{ values, answer }}
    />,
  );
  const title = isReady ? said.ready : plural(said.toCorrect, wrong.length);
  return insert(page, content, title);
}

/** Puts another content into a page, whose script stays, and what happened before its title. */
function insert(page: string, content: string, title: string): string {
  const [script = ''] = /<script type="module" src="[^"]*\/elements\/contribute\.[^"]*"><\/script>/.exec(page) ?? [];
  return page
    .replace(/(<main\b[^>]*>)[\s\S]*(<\/main>)/, (_, start: string, end: string) => start + script + content + end)
    .replace('<title>', () => `<title>${escapeHtml(title)} · `);
}

function toWrongAnswer({ field, code, isMissing, isTwice, message, fix }: AnswerProblem): WrongAnswer {
  const problems: Readonly<Record<string, string>> = said.problems;
  const known = isMissing ? said.missing : isTwice ? `${said.duplicate}.` : problems[code];
  if (known !== undefined) return { field, text: known, isEnglish: false };
  return { field, text: `${capitalised(message)}: ${fix}.`, isEnglish: true };
}

/** What is shown of an entry that exists, with its picture. */
function viewOf(kind: EntryKind, entry: EntryBase, lookup: Lookup, { pictures }: ContributeData): EntryView {
  const view = kind.view(entry, lookup);
  const picture = kind.pictures && pictures.get(`${kind.folder}/${valueIn(entry, kind.pictures.field)}`);
  return picture ? { ...view, ...{ picture } } : view;
}

function toReady(kind: EntryKind, entry: EntryBase, file: EntryFile, lookup: Lookup, data: ContributeData): ReadyEntry {
  const { pictures } = kind;
  const picture = pictures && valueIn(entry, pictures.field);
  return {
    view: withoutOwnLinks(kind, entry, kind.view(entry, lookup)),
    places: placesOf(kind, entry, lookup, data),
    path: `content/${file.path}`,
    text: file.text,
    link: newFileLink(file.path, file.text),
    picture:
      pictures && typeof picture === 'string'
        ? { name: picture, formats: pictures.formats, kilobytes: formatNumber(pictures.largest / 1000) }
        : undefined,
  };
}

/** A view whose links to its own page and calendar, which are not there yet, lead nowhere. */
function withoutOwnLinks(kind: EntryKind, entry: EntryBase, view: EntryView): EntryView {
  if (!kind.hasPages) return view;
  const own = toUrl(kind.path(entry)).replace(/\/$/, '');
  const values = Object.entries(view).map(([name, value]) => [
    name,
    typeof value === 'string' && value.startsWith(own) ? '#site-answer' : value,
  ]);
  return Object.fromEntries(values);
}

function placesOf(kind: EntryKind, entry: EntryBase, lookup: Lookup, { community }: ContributeData): Place[] {
  const { folder, label, hasPages, feed, isSearched } = kind;
  const section = toUrl(sectionPath(folder));
  const edition = editionOf(kind, entry, lookup, (id) => community.projects.findIndex((project) => project.id === id));
  return [
    { title: label.section, url: section },
    ...(hasPages ? [{ title: asTitle(said.ownPage), url: undefined }] : []),
    ...(kind.name === 'event' ? [{ title: asTitle(said.calendar), url: toUrl(calendarPath()) }] : []),
    ...(feed ? [{ title: asTitle(said.feed), url: `${section}feed.xml` }] : []),
    ...(isSearched && hasSection('search') ? [{ title: sectionTexts.search.title, url: toUrl('/search/') }] : []),
    ...(edition && hasSection('blog')
      ? [{ title: asTitle(said.edition(toMonth(new Date(`${edition}-01`)))), url: toUrl('/blog/') }]
      : []),
  ];
}

/** So many months are looked through for the edition of an event that is far away. */
const monthsAhead = 24;

/** The month of the first edition, from the one of now on, that an entry will be in. */
function editionOf(
  kind: EntryKind,
  entry: EntryBase,
  { now: instant }: Lookup,
  projectRank: (id: string) => number,
): string | undefined {
  let period = instant.toISOString().slice(0, 7);
  for (let month = 0; month < monthsAhead; month += 1) {
    const until = lastDayOf(period);
    const span: Span = { period, since: `${period}-01`, until, ahead: plusDays(until, 35) };
    const context = { span, projectRank, addedOn: () => undefined };
    if (kind.gather([entry], context).some((list) => list.length > 0)) return period;
    period = monthAfter(period);
  }
  return undefined;
}
