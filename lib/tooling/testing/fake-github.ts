// The code host's REST API, as tests of `news collect` and of the workflows need it.
import { type Asked, type Page, startServer } from '@/lib/tooling/testing/fake-server';
import { GitHub, type GitHubAccess } from '@/lib/tooling/workflows/github';

/** A request that came; its path is that below the repository, with its query. */
type AskedOfRepository = Pick<Asked, 'method' | 'path'> & {
  readonly body: unknown;
  readonly token: string | undefined;
};

/** What is answered: a status and JSON, or in a way of its own. Undefined is 404. */
export type Answerer = (
  asked: AskedOfRepository,
) => { readonly status?: number; readonly json?: unknown } | Page | undefined;

/** Serves until the test is over. @returns the repository `o/r` there, every request in its order, and any address. */
export async function fakeGitHub(
  answer: Answerer,
  limits?: GitHubAccess['limits'],
): Promise<{ github: GitHub; asked: AskedOfRepository[]; hook: string }> {
  const asked: AskedOfRepository[] = [];
  const { origin: api } = await startServer(({ method, url, body, headers }) => {
    const path = url.replace('/repos/o/r', '');
    const one = { method, path, body: body === '' ? undefined : JSON.parse(body), token: headers.authorization };
    asked.push(one);
    const found = answer(one);
    return typeof found === 'object' ? { json: {}, ...found } : found;
  });
  return { github: new GitHub({ api, repository: 'o/r', token: 't0ken', limits }), asked, hook: `${api}/hook` };
}

/** A release as GitHub lists it. */
export function sampleRelease(tag: string, published: string, more: object = {}): object {
  return {
    tag_name: tag,
    name: tag,
    html_url: `https://github.com/fluxcd/flux2/releases/tag/${tag}`,
    draft: false,
    prerelease: false,
    published_at: published,
    body: '',
    ...more,
  };
}

/** What a search answers. */
export function sampleSearch(logins: readonly string[], more: object = {}): object {
  const items = logins.map((login, index) => ({
    number: index + 1,
    title: 'A change',
    user: { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
  }));
  return { total_count: items.length, incomplete_results: false, items, ...more };
}
