import { describe, expect, it } from 'vitest';
import { buildFacts } from '@/app/views/build-facts';

const env = {
  VERCEL_GIT_COMMIT_SHA: '0123456789abcdef0123456789abcdef01234567',
  VERCEL_GIT_PULL_REQUEST_ID: '12',
  VERCEL_GIT_REPO_OWNER: 'o',
  VERCEL_GIT_REPO_SLUG: 'r',
};

describe('buildFacts', () => {
  it('names the commit and the pull request of a preview', () => {
    expect(buildFacts(env, true)).toEqual({
      commit: '0123456789',
      commitUrl: `https://github.com/o/r/commit/${env.VERCEL_GIT_COMMIT_SHA}`,
      pullRequest: { title: 'pull request #12', url: 'https://github.com/o/r/pull/12' },
    });
    expect(buildFacts({ ...env, VERCEL_GIT_PULL_REQUEST_ID: '' }, true)).not.toHaveProperty('pullRequest');
  });

  it.each([
    ['production', env, false],
    ['a machine that says nothing', {}, true],
    ['a commit that is none', { ...env, VERCEL_GIT_COMMIT_SHA: 'main' }, true],
    ['a repository that is none', { ...env, VERCEL_GIT_REPO_SLUG: '../x' }, true],
  ])('says nothing on %s', (_, given, isPreview) => {
    expect(buildFacts(given, isPreview)).toBeUndefined();
  });
});
