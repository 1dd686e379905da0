// Addresses of repositories, in the forms that Git and browsers use.

/**
 * A repository by one of its addresses: `https://…`, `ssh://…`, `git@host:owner/name.git`.
 *
 * @returns `host/owner/name` in lower case; undefined for what is not on a host of code, such as a folder.
 */
export function toRepository(address: string): string | undefined {
  const [, host, path] =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^:/]+)(?::\d+)?\/(.+)$/.exec(address) ??
    /^(?:[^@/:]+@)?([\w-]+(?:\.[\w-]+)+):(?!\/\/)(.+)$/.exec(address) ??
    [];
  return host && path && `${host}/${path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '')}`.toLowerCase();
}
