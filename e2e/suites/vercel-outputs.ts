// The outputs of `vercel build` that the browser tests look at, and how each is made.
import { siteVariables } from '@/lib/tooling/testing/fixtures/site-variables.mjs';

/** One output. */
export interface VercelOutput {
  readonly target: 'production' | 'preview';
  /** Where it lies, copied from `.vercel/output` of a scratch copy of the tree. */
  readonly dir: string;
  /** What Vercel says to a build, as far as the site listens to it. */
  readonly env: Readonly<Record<string, string>>;
}

/** https://vercel.com/docs/environment-variables/system-environment-variables */
const common = {
  ...siteVariables,
  VERCEL_PROJECT_PRODUCTION_URL: 'news.example.org',
  VERCEL_GIT_COMMIT_SHA: '0123456789abcdef0123456789abcdef01234567',
  VERCEL_GIT_REPO_OWNER: 'o',
  VERCEL_GIT_REPO_SLUG: 'r',
  NEWS_NOW: '2026-11-22T12:00:00Z',
  CONTENT_DIR: 'e2e/fixtures/site',
};

export const vercelOutputs: readonly VercelOutput[] = [
  { target: 'production', dir: '.vercel/production', env: { ...common, VERCEL_ENV: 'production' } },
  {
    target: 'preview',
    dir: '.vercel/preview',
    env: {
      ...common,
      VERCEL_ENV: 'preview',
      VERCEL_URL: 'news-abc.vercel.app',
      VERCEL_GIT_PULL_REQUEST_ID: '12',
    },
  },
];
