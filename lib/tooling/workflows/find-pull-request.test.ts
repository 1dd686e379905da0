import { describe, expect, it } from 'vitest';
import { fakeGitHub } from '@/lib/tooling/testing/fixtures/fake-github';
import { findPullRequest, finishedRunSchema } from '@/lib/tooling/workflows/github';

const sha = 'a'.repeat(40);
const run = {
  id: 1,
  event: 'pull_request',
  head_sha: sha,
  head_branch: 'a&state=closed#b',
  head_repository: { full_name: 'fork/r', owner: { login: 'fork' } },
};
const pull = (number: number, change: object = {}) => ({
  number,
  head: { sha, repo: { full_name: 'fork/r' }, ...change },
});

describe('findPullRequest', () => {
  const ask = async (pulls: object[], given: object = run) => {
    const { github, asked } = await fakeGitHub(() => ({ json: pulls }));
    const number = await findPullRequest(github, finishedRunSchema.parse({ workflow_run: given }).workflow_run);
    return { number, path: asked[0]?.path };
  };

  it('finds it by its repository, branch and commit', async () => {
    const found = await ask([pull(6, { sha: 'b'.repeat(40) }), pull(7)]);
    expect(found).toEqual({
      number: 7,
      path: '/pulls?state=open&head=fork%3Aa%26state%3Dclosed%23b&per_page=100&page=1',
    });
  });

  it.each<[string, object[]]>([
    ['has a newer commit', [pull(7, { sha: 'b'.repeat(40) })]],
    ['comes from another repository', [pull(7, { repo: { full_name: 'other/r' } })]],
    ['comes from a repository that is gone', [pull(7, { repo: null })]],
    ['is closed', []],
  ])('finds none if it %s', async (_, pulls) => {
    expect((await ask(pulls)).number).toBeUndefined();
  });

  it('sends no request for a run of another event', async () => {
    expect(await ask([pull(7)], { ...run, event: 'push' })).toEqual({ number: undefined, path: undefined });
  });

  it('rejects an event in another format', () => {
    expect(finishedRunSchema.safeParse({ workflow_run: { ...run, head_sha: '../x' } }).success).toBe(false);
    expect(finishedRunSchema.safeParse({ workflow_run: run }).success).toBe(true);
  });
});
