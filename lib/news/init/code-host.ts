// Where a code host has the pages that the site links to.
import type { Site } from '@/lib/site-types';

/** A repository by the address at which people open it. */
export interface HostedRepository {
  readonly kind: 'GitHub' | 'GitLab' | 'Forgejo or Gitea';
  /** `https://host/owner/name`, without a slash at the end. */
  readonly url: string;
  /** Who owns it: a person, an organisation, or a group with its subgroups (`group/subgroup`). */
  readonly account: string;
}

/**
 * Reads the address of a repository, as browsers and Git have it: `https://host/owner/name`, `git@host:owner/name.git`.
 *
 * @returns undefined for anything else. A host whose name says neither GitHub nor GitLab is taken for Forgejo or Gitea.
 */
export function readRepository(address: string): HostedRepository | undefined {
  const [, host, path] =
    /^(?:https?|ssh):\/\/(?:[^@/]*@)?([\w-]+(?:\.[\w-]+)+)(?::\d+)?\/(.+)$/.exec(address) ??
    /^(?:[\w-]+@)([\w-]+(?:\.[\w-]+)+):(?!\/)(.+)$/.exec(address) ??
    [];
  const parts = (path ?? '').replace(/\/+$|\.git\/*$/g, '').split('/');
  if (!host || parts.length < 2 || !parts.every((part) => /^[\w.-]*\w[\w.-]*$/.test(part))) return undefined;
  const name = host.toLowerCase();
  const kind = /github/.test(name) ? 'GitHub' : /gitlab/.test(name) ? 'GitLab' : 'Forgejo or Gitea';
  // Only GitLab has groups in groups.
  if (parts.length > 2 && kind !== 'GitLab') return undefined;
  return { kind, url: `https://${name}/${parts.join('/')}`, account: parts.slice(0, -1).join('/') };
}

/** The addresses that lib/site.ts needs, on the branch `main`. */
export function addressesOf({ kind, url }: HostedRepository): Pick<Site, 'repository'> & {
  readonly security: Omit<Site['security'], 'expires'>;
} {
  if (kind === 'GitHub') {
    return {
      repository: {
        url,
        editUrl: `${url}/edit/main/content/`,
        newFileUrl: `${url}/new/main`,
        issuesUrl: `${url}/issues`,
      },
      security: { contact: `${url}/security/advisories/new`, policy: `${url}/security/policy` },
    };
  }
  if (kind === 'GitLab') {
    return {
      repository: {
        url,
        editUrl: `${url}/-/edit/main/content/`,
        newFileUrl: `${url}/-/new/main`,
        issuesUrl: `${url}/-/issues`,
      },
      // https://docs.gitlab.com/user/project/issues/confidential_issues/
      security: {
        contact: `${url}/-/issues/new?issue%5Bconfidential%5D=true`,
        policy: `${url}/-/blob/main/SECURITY.md`,
      },
    };
  }
  const policy = `${url}/src/branch/main/SECURITY.md`;
  return {
    repository: {
      url,
      editUrl: `${url}/_edit/main/content/`,
      newFileUrl: `${url}/_new/main`,
      issuesUrl: `${url}/issues`,
    },
    // These have no private reports: the page has to name an address.
    security: { contact: policy, policy },
  };
}
