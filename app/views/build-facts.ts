// Which commit a preview shows, from what the host says of its build.
import type { BuildFacts } from '@/components/layout/footer';
import { words } from '@/lib/base/words';

/**
 * @param env Vercel's system variables (`VERCEL_GIT_*`), or others' of the same names.
 * @returns undefined outside previews, and where the host does not name a commit.
 */
export function buildFacts(
  env: Readonly<Record<string, string | undefined>>,
  isPreview: boolean,
): BuildFacts | undefined {
  const { VERCEL_GIT_COMMIT_SHA: sha = '', VERCEL_GIT_PULL_REQUEST_ID: number = '' } = env;
  const { VERCEL_GIT_REPO_OWNER: owner = '', VERCEL_GIT_REPO_SLUG: name = '' } = env;
  const isKnown = /^[0-9a-f]{7,40}$/.test(sha) && [owner, name].every((part) => /^[\w.-]+$/.test(part));
  if (!isPreview || !isKnown) return undefined;
  const repository = `https://github.com/${owner}/${name}`;
  return {
    commit: sha.slice(0, 10),
    commitUrl: `${repository}/commit/${sha}`,
    ...(/^[1-9]\d*$/.test(number)
      ? { pullRequest: { title: words.page.pullRequest(number), url: `${repository}/pull/${number}` } }
      : {}),
  };
}
