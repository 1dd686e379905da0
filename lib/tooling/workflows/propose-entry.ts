// An accepted form becomes a pull request: one new file, on a branch of its own, made through the code host's API.
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Diagnostic, errorsOf } from '@/lib/base/diagnostic';
import { loadCommunity } from '@/lib/content/community';
import { type EntryKind, kinds } from '@/lib/kinds/index';
import { type EntryFile, entryFromForm } from '@/lib/tooling/workflows/entry-from-form';
import { type GitHub, GitHubError } from '@/lib/tooling/workflows/github';
import { quoteText } from '@/lib/tooling/workflows/hostile-text';
import { parseAnswers, parseForm } from '@/lib/tooling/workflows/issue-form';
import { keepComment } from '@/lib/tooling/workflows/keep-up-to-date';

/** What the code host says when an issue is given a label. Its text is the one of that moment, which a maintainer read. */
export const labelledIssueSchema = z.object({
  issue: z.object({
    number: z.number().int().positive(),
    body: z.string().nullable(),
    labels: z.array(z.object({ name: z.string() })),
  }),
  repository: z.object({ default_branch: z.string() }),
});

export type LabelledIssue = z.output<typeof labelledIssueSchema>;

/** Where the entry goes, and what checks it. */
export interface Place {
  /** The repository's folder, which holds `content` and `.github`. */
  readonly root: string;
  readonly now: Date;
  /** All problems of a content folder. */
  readonly check: (dir: string) => Promise<{ readonly problems: readonly Diagnostic[] }>;
}

const marker = 'news:form';
const reference = z.object({ object: z.object({ sha: z.string() }) });
const pull = z.object({ number: z.number().int() });
const anything = z.unknown();

/**
 * Proposes the entry of a form, or says on the issue what is wrong with the answers.
 *
 * @returns the number of the pull request, or undefined where there is something to correct first.
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
    const fix = `fix: give it one of the labels ${known.map(({ name }) => name).join(', ')}`;
    throw new Error(`Issue ${issue.number} is of ${kind ? more.length + 1 : 0} kinds that become files (${fix})`);
  }
  const form = parseForm(await readFile(formOf(kind), 'utf8'));
  const content = join(root, 'content');
  const { community } = await loadCommunity(content);
  const entry = entryFromForm(kind, parseAnswers(issue.body ?? '', form), {
    issue: issue.number,
    now,
    projects: community.projects,
    isTaken: (path) => existsSync(join(content, path)),
  });
  const problems = 'problems' in entry ? entry.problems : await findErrors(entry, content, check);
  if ('problems' in entry || problems.length > 0) {
    await keepComment(github, issue.number, marker, renderProblems(problems));
    return undefined;
  }
  const number = await openPullRequest(github, entry, kind.name, issue.number, repository.default_branch);
  const thanks = `Thank you! This is now pull request #${number}. A maintainer looks at it; you need not do anything.`;
  await keepComment(github, issue.number, marker, thanks);
  return number;
}

/** What the check says of the file among all the others: names that lead nowhere, duplicates. */
async function findErrors(
  { path, text }: EntryFile,
  content: string,
  check: Place['check'],
): Promise<readonly Diagnostic[]> {
  const file = join(content, path);
  await writeFile(file, text, { flag: 'wx' });
  try {
    const { problems } = await check(content);
    return errorsOf(problems).filter((problem) => problem.file.split('\\').join('/').endsWith(`content/${path}`));
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
    // It is there from an earlier try, whose answers may have been corrected since.
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
  const body = `From the form of #${issue}, made by a workflow and checked by the same rules as every file.\n\nCloses #${issue}\n`;
  return (await github.ask('POST', '/pulls', pull, { title, head: branch, base, body })).number;
}

function renderProblems(problems: readonly Diagnostic[]): string {
  const rows = problems
    .slice(0, 20)
    .map(({ message, fix }) => `- ${quoteText(message, 300)} (fix: ${quoteText(fix, 300)})`);
  return `Thank you! Before this can become a page, something needs to be put right. Please edit your text above:\n\n${rows.join('\n')}\n\nThen a maintainer gives it the label again.`;
}
