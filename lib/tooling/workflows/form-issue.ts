// An issue from a form: the entry that its answers make, or what is wrong with them.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Diagnostic, errorsOf } from '@/lib/base/diagnostic';
import { readLocalTime } from '@/lib/base/local-time';
import { type AnswerProblem, toProblem } from '@/lib/check/check-contribution';
import { type EntryFile, entryFromAnswers } from '@/lib/content/entry-from-answers';
import { displayPath } from '@/lib/content/files';
import { loadCommunity } from '@/lib/content/load-community';
import { repeatChoices, toRule } from '@/lib/kinds/event/repeat-choices';
import { type EntryKind, kinds } from '@/lib/kinds/index';
import { consentId, formFolder } from '@/lib/news/form/issue-form';
import { parseAnswers, parseForm, type Question } from '@/lib/tooling/workflows/form';
import { quoteText, toList } from '@/lib/tooling/workflows/hostile-text';

/** GitHub's event for an issue. It has the text of that moment. */
export const formIssueSchema = z.object({
  issue: z.object({
    number: z.number().int().positive(),
    body: z.string().nullable(),
    labels: z.array(z.object({ name: z.string() })),
  }),
  repository: z.object({ default_branch: z.string() }),
});

export type FormIssue = z.output<typeof formIssueSchema>;

/** Where the entry goes, and how it is checked. */
export interface Place {
  /** The repository's folder, which contains `content` and `.github`. */
  readonly root: string;
  readonly now: Date;
  /** All problems of a content folder. */
  readonly check: (dir: string) => Promise<{ readonly problems: readonly Diagnostic[] }>;
}

/** What is wrong with an answer. */
export interface FormProblem {
  /** As the form asks it; undefined for what is about no question. */
  readonly question: string | undefined;
  readonly text: string;
}

/** What the answers of an issue make. */
export interface AnsweredForm {
  readonly kind: EntryKind;
  readonly file: EntryFile;
  /** Whether the text has an answer to any question: else it does not come from the form. */
  readonly isAnswered: boolean;
  /** Empty where the file may be proposed. */
  readonly problems: readonly FormProblem[];
  /** What may be intended, such as an event with the title of another on that day. */
  readonly warnings: readonly FormProblem[];
}

/**
 * Finds the kinds whose labels an issue has.
 *
 * @returns those with a form, and all kinds with a form.
 */
export function findKinds({ labels }: FormIssue['issue'], root: string) {
  const known = kinds.filter((kind) => existsSync(formOf(kind, root)));
  return { found: known.filter(({ name }) => labels.some((label) => label.name === name)), known };
}

const formOf = ({ name }: EntryKind, root: string) => join(root, formFolder, `${name}.yml`);

/** Reads the answers of an issue, and checks what they make by the schema, and among all other content. */
export async function readFormIssue(issue: FormIssue['issue'], kind: EntryKind, place: Place): Promise<AnsweredForm> {
  const { root, now, check } = place;
  const questions = parseForm(await readFile(formOf(kind, root), 'utf8'));
  const content = join(root, 'content');
  const { community } = await loadCommunity(content);
  const answers = withRule(parseAnswers(issue.body ?? '', questions));
  const entry = entryFromAnswers(kind, answers, {
    suffix: String(issue.number),
    now,
    projects: community.projects,
    isTaken: (path) => existsSync(join(content, path)),
  });
  const found = 'problems' in entry ? entry.problems : await findProblems(entry, content, check);
  const errors = errorsOf(found);
  const say = (diagnostic: Diagnostic) => toFormProblem(toProblem(diagnostic, entry.text), questions);
  return {
    kind,
    file: entry,
    isAnswered: answers.size > 0,
    problems: [...errors.map(say), ...findConsent(answers, questions)],
    warnings: found.filter((each) => !errors.includes(each)).map(say),
  };
}

/** A choice of how an event repeats as the rule that it means from the day on which it begins. Another text stays. */
function withRule(answers: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const chosen = repeatChoices('').find(({ label }) => label === answers.get('repeats'));
  const start = readLocalTime(answers.get('start') ?? '').slice(0, 10);
  return chosen ? new Map([...answers, ['repeats', toRule(chosen.value, start, '')]]) : answers;
}

/** What the check reports for the file among all others, such as unknown names and duplicates. */
async function findProblems(
  { path, text }: EntryFile,
  content: string,
  check: Place['check'],
): Promise<readonly Diagnostic[]> {
  const file = join(content, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { flag: 'wx' });
  try {
    const { problems } = await check(content);
    const shown = displayPath(content, path);
    return problems.flatMap((problem): Diagnostic[] => {
      if (problem.file === shown) return [problem];
      if (!problem.message.includes(shown)) return [];
      // Of two duplicates the second by name is reported, even if it existed before.
      return [{ ...problem, file: shown, line: 0, message: problem.message.replaceAll(shown, problem.file) }];
    });
  } finally {
    await rm(file, { force: true });
  }
}

/** A problem with the question in place of the field. */
function toFormProblem(
  { field, isMissing, isTwice, message, fix }: AnswerProblem,
  questions: readonly Question[],
): FormProblem {
  const labels = new Map(questions.map(({ id, label }) => [id, label]));
  const compared = /^the (\w+) is the same/.exec(message)?.[1]?.toLowerCase();
  const question = labels.get(field ?? compared ?? '');
  if (question && isMissing) return { question, text: 'this question needs an answer' };
  const said = `${message} (${isTwice ? 'it is here already: to correct it, edit that file' : fix})`;
  const named = said.replace(/"([\w-]+)"/g, (quoted, id) => (labels.has(id) ? `“${labels.get(id)}”` : quoted));
  return { question, text: named };
}

/** The box that the form asks to be ticked, where it does, and it is not. */
function findConsent(answers: ReadonlyMap<string, string>, questions: readonly Question[]): FormProblem[] {
  const question = questions.find(({ id }) => id === consentId)?.label;
  if (!question || /^- \[x\]/im.test(answers.get(consentId) ?? '')) return [];
  return [{ question, text: 'please tick the box: - [x]' }];
}

/** Problems as a list in Markdown, in which what was typed has no effect. */
export function toProblemList(problems: readonly FormProblem[]): string {
  const rows = problems.map(({ question, text }) => `${question ? `**${question}** ` : ''}${quoteText(text, 800)}`);
  return toList(rows, 20);
}
