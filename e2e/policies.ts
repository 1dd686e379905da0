// The content security policies that the tests' sites send.
import type { Site } from '@/e2e/sites';
import { pagePolicy, searchPolicy } from '@/lib/base/headers.mjs';

import { site as fixtureSettings } from '@/lib/tooling/testing/fixtures/site';
// By its own path: to what tests import, the other one is that of the fixtures.
import { site as ownSettings } from '../lib/site';

/** The policy of a page. @param path below the site's sub-path. */
export function policyOf({ name }: Pick<Site, 'name'>, path: string): string {
  const { mailForm } = name === 'own' ? ownSettings : fixtureSettings;
  if (path === '/search/') return searchPolicy;
  if (path !== '/subscribe/' || !mailForm) return pagePolicy;
  return pagePolicy.replace("form-action 'self'", `form-action 'self' ${new URL(mailForm.action).origin}`);
}
