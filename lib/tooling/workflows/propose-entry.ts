// Makes an accepted form into a pull request: one new file on its own branch, through GitHub's API.
import { z } from 'zod';
import type { EntryFile } from '@/lib/content/entry-from-answers';
import {
  type FormIssue,
  findKinds,
  type Place,
  readFormIssue,
  toProblemList,
} from '@/lib/tooling/workflows/form-issue';
import { type GitHub, GitHubError } from '@/lib/tooling/workflows/github';
import { keepComment } from '@/lib/tooling/workflows/keep-up-to-date';

/** Of the one comment that the form of an issue has. */
export const formMarker = 'news:form';
/** What a maintainer adds to an issue. .github/workflows/form.yml names it, too. */
export const acceptedLabel = 'accepted';
/** Before the list of what is wrong. */
export const toCorrect = 'Thank you! Some answers need to be corrected. Please edit the text of this issue above:';
const after = `When they are corrected, a maintainer adds the label “${acceptedLabel}” again.`;
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
  { issue, repository }: FormIssue,
  place: Place,
): Promise<number | undefined> {
  const { found, known } = findKinds(issue, place.root);
  const [kind, ...more] = found;
  if (!kind || more.length > 0) {
    const fix = `fix: add one of ${known.map(({ name }) => name).join(', ')}`;
    throw new Error(`Issue ${issue.number} has ${found.length} labels of a kind of entry (${fix})`);
  }
  const { file, problems } = await readFormIssue(issue, kind, place);
  if (problems.length > 0) {
    await keepComment(github, issue.number, formMarker, `${toCorrect}\n\n${toProblemList(problems)}\n\n${after}`);
    return undefined;
  }
  const number = await openPullRequest(github, file, kind.name, issue.number, repository.default_branch);
  const thanks = `Thank you! This is now pull request #${number}. A maintainer will review it; you do not need to do anything.\n\nFor maintainers: ${checksNote}`;
  await keepComment(github, issue.number, formMarker, thanks);
  return number;
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
