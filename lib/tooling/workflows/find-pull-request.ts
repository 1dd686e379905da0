// Finds the pull request that a finished run belongs to, without trusting anything that the run wrote.
import { z } from 'zod';
import type { GitHub } from '@/lib/tooling/workflows/github';

const sha = z.string().regex(/^[0-9a-f]{40}$/);

/** GitHub's event for a finished run (`workflow_run`). */
export const finishedRunSchema = z.object({
  workflow_run: z.object({
    id: z.number().int(),
    event: z.string(),
    head_sha: sha,
    head_branch: z.string(),
    head_repository: z.object({ full_name: z.string(), owner: z.object({ login: z.string() }) }),
  }),
});

export type FinishedRun = z.output<typeof finishedRunSchema>['workflow_run'];

const pull = z.object({
  number: z.number().int(),
  head: z.object({ sha, repo: z.object({ full_name: z.string() }).nullable() }),
});

/**
 * Finds the open pull request whose newest commit the run was for.
 *
 * @returns its number; undefined where it is closed or has a newer commit.
 */
export async function findPullRequest(github: GitHub, run: FinishedRun): Promise<number | undefined> {
  if (run.event !== 'pull_request') return undefined;
  const { full_name: from, owner } = run.head_repository;
  // A stranger has named the branch: as a value of the query, the name can do no harm.
  const query = new URLSearchParams({ state: 'open', head: `${owner.login}:${run.head_branch}` });
  const pulls = await github.list(`/pulls?${query}`, pull);
  return pulls.find(({ head }) => head.sha === run.head_sha && head.repo?.full_name === from)?.number;
}
