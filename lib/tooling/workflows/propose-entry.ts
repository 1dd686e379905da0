// Makes an accepted form into a pull request: one new file on its own branch, through GitHub's API.
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Diagnostic, errorsOf } from '@/lib/base/diagnostic';
import { type EntryFile, entryFromAnswers } from '@/lib/content/entry-from-answers';
import { displayPath } from '@/lib/content/files';
import { loadCommunity } from '@/lib/content/load-community';
import { type EntryKind, kinds } from '@/lib/kinds/index';
import { parseAnswers, parseForm } from '@/lib/tooling/workflows/form';
import { type GitHub, GitHubError } from '@/lib/tooling/workflows/github';
import { toDiagnosticList } from '@/lib/tooling/workflows/hostile-text';
import { keepComment } from '@/lib/tooling/workflows/keep-up-to-date';

/** The event of a label that is added to an issue. It has the text of that moment, which a maintainer has read. */
export const labelledIssueSchema = z.object({
  issue: z.object({
    number: z.number().int().positive(),
    body: z.string().nullable(),
    labels: z.array(z.object({ name: z.string() })),
  }),
  repository: z.object({ default_branch: z.string() }),
});

export type LabelledIssue = z.output<typeof labelledIssueSchema>;

/** Where the entry goes, and how it is checked. */
export interface Place {
  /** The repository's folder, which contains `content` and `.github`. */
  readonly root: string;
  readonly now: Date;
  /** All problems of a content folder. */
  readonly check: (dir: string) => Promise<{ readonly problems: readonly Diagnostic[] }>;
}

const marker = 'news:form';
const before = 'Thank you! Some answers need to be corrected. Please edit the text of this issue above:';
const after = 'When they are corrected, a maintainer adds the label “accepted” again.';
/** GitHub starts no workflow for what a workflow does, with its own token. */
const checksNote =
  'because a workflow opened this pull request, its checks do not start by themselves. To start them, close and reopen it: once before you merge it, and again each time the answers change.';
const reference = z.object({ object: z.object({ sha: z.string() }) });
const pull = z.object({ number: z.number().int() });
const anything = z.unknown();

/**
 * Proposes the entry of a form, or lists on the issue what is wrong with the answers.
 *
 * @returns the number of the pull request; undefined where the answers are wrong.
 * @throws {Error} for an issue that has not exactly one label of a kind with a form.
 */
export async function proposeEntry(
  github: GitHub,
  { issue, repository }: LabelledIssue,
  { root, now, check }: Place,
): Promise<number | undefined> {
  const formOf = (kind: EntryKind) => join(root, '.github', 'ISSUE_TEMPLATE', `${kind.name}.yml`);
  const labels = issue.labels.map(({ name }) => name);
  const known = kinds.filter((each) => existsSync(formOf(each)));
  const [kind, ...more] = known.filter(({ name }) => labels.includes(name));
  if (!kind || more.length > 0) {
    const fix = `fix: add one of ${known.map(({ name }) => name).join(', ')}`;
    throw new Error(`Issue ${issue.number} has ${kind ? more.length + 1 : 0} labels of a kind of entry (${fix})`);
  }
  const form = parseForm(await readFile(formOf(kind), 'utf8'));
  const content = join(root, 'content');
  const { community } = await loadCommunity(content);
  const entry = entryFromAnswers(kind, parseAnswers(issue.body ?? '', form), {
    suffix: String(issue.number),
    now,
    projects: community.projects,
    isTaken: (path) => existsSync(join(content, path)),
  });
  const problems = 'problems' in entry ? entry.problems : await findErrors(entry, content, check);
  if ('problems' in entry || problems.length > 0) {
    const list = toDiagnosticList(problems, 20);
    await keepComment(github, issue.number, marker, `${before}\n\n${list}\n\n${after}`);
    return undefined;
  }
  const number = await openPullRequest(github, entry, kind.name, issue.number, repository.default_branch);
  const thanks = `Thank you! This is now pull request #${number}. A maintainer will review it; you do not need to do anything.\n\nFor maintainers: ${checksNote}`;
  await keepComment(github, issue.number, marker, thanks);
  return number;
}

/** What the check reports for the file among all others, such as unknown names and duplicates. */
async function findErrors(
  { path, text }: EntryFile,
  content: string,
  check: Place['check'],
): Promise<readonly Diagnostic[]> {
  const file = join(content, path);
  await writeFile(file, text, { flag: 'wx' });
  try {
    const { problems } = await check(content);
    const shown = displayPath(content, path);
    // Of two duplicates the second by name is reported, even if it existed before.
    return errorsOf(problems).filter((problem) => problem.file === shown || problem.message.includes(shown));
  } finally {
    await rm(file, { force: true });
  }
}

async function openPullRequest(
  github: GitHub,
  { id, path, text }: EntryFile,
  kind: string,
  issue: number,
  base: string,
): Promise<number> {
  const branch = `form/${kind}-${issue}`;
  const { object } = await github.ask('GET', `/git/ref/heads/${encodeURIComponent(base)}`, reference);
  try {
    await github.ask('POST', '/git/refs', anything, { ref: `refs/heads/${branch}`, sha: object.sha });
  } catch (error) {
    // The branch exists from an earlier attempt; the answers may have been corrected since.
    if (!(error instanceof GitHubError) || error.status !== 422) throw error;
    await github.ask('PATCH', `/git/refs/heads/${branch}`, anything, { sha: object.sha, force: true });
  }
  const title = `Add the ${kind} ${id}`;
  await github.ask('PUT', `/contents/content/${path}`, anything, {
    message: `${title}\n\nFrom the form of issue ${issue}.`,
    content: Buffer.from(text).toString('base64'),
    branch,
  });
  const [owner] = github.repository.split('/');
  const query = new URLSearchParams({ state: 'open', head: `${owner}:${branch}` });
  const [there] = await github.list(`/pulls?${query}`, pull);
  if (there) return there.number;
  const made = `A workflow made this file from the form in #${issue}, and checked it by the same rules as every other file.`;
  const body = `${made}\n\nBefore you merge: ${checksNote}\n\nCloses #${issue}\n`;
  return (await github.ask('POST', '/pulls', pull, { title, head: branch, base, body })).number;
}
