// GitHub's REST API, as far as the workflows need it.
import { z } from 'zod';
import { machineTime } from '@/lib/base/clock';
import { Patience } from '@/lib/base/http/patience';
import { type HttpLimits, type Method, request } from '@/lib/base/http/request';
import { messageOf } from '@/lib/news/collect/ask';

/** The repository, and how to access it. */
export interface GitHubAccess {
  /** `https://api.github.com`, or a test server. */
  readonly api: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  /** For each response. By default 20 seconds and 32 MB. */
  readonly limits?: HttpLimits | undefined;
}

/** A response without success. The message names the request, and never the token. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** A repository on GitHub. */
export class GitHub {
  readonly #access: GitHubAccess;
  readonly #patience = new Patience({ attempts: 3, retry: 1_000, longestWait: 60_000, time: machineTime });

  constructor(access: GitHubAccess) {
    if (!/^[\w.-]+\/[\w.-]+$/.test(access.repository))
      throw new Error(`"${access.repository}" is not a repository (owner/name)`);
    this.#access = access;
  }

  get repository(): string {
    return this.#access.repository;
  }

  /**
   * Sends a request, and repeats it after a server error (5xx), after a rate limit that ends soon, and after a lost
   * connection where repeating it does no harm.
   *
   * @param path below the repository: `/issues/7`.
   * @param schema what is needed of the response.
   * @throws {GitHubError} for any response without success, a redirect included.
   */
  async ask<Schema extends z.ZodType>(
    method: Method,
    path: string,
    schema: Schema,
    body?: unknown,
  ): Promise<z.output<Schema>> {
    const { api, repository, token, limits = { total: 20_000, size: 32_000_000 } } = this.#access;
    const headers = () => ({
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-github-api-version': '2022-11-28',
    });
    const options = { method, limits, headers, body: body === undefined ? undefined : JSON.stringify(body) };
    const { status, text } = await this.#patience.ask(
      api,
      () => request(new URL(`${api}/repos/${repository}${path}`), options),
      ({ final, kind }) => final || kind === 'timeout' || method !== 'GET',
    );
    if (status >= 200 && status < 300) return schema.parse(status === 204 ? undefined : JSON.parse(text));
    const message = messageOf(text);
    throw new GitHubError(`${method} ${path} answered ${status}${message && `: ${message}`}`, status);
  }

  /** All items of a list, up to 1,000. @param path with its query, but without `page`. */
  async list<Schema extends z.ZodType>(path: string, item: Schema): Promise<z.output<Schema>[]> {
    const items: z.output<Schema>[] = [];
    for (let page = 1; page <= 10; page += 1) {
      const query = `${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`;
      const found = await this.ask('GET', path + query, z.array(item));
      items.push(...found);
      if (found.length < 100) break;
    }
    return items;
  }
}

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

type FinishedRun = z.output<typeof finishedRunSchema>['workflow_run'];

const pull = z.object({
  number: z.number().int(),
  head: z.object({ sha, repo: z.object({ full_name: z.string() }).nullable() }),
});

/**
 * Finds the open pull request whose newest commit the run was for, without trusting anything that the run wrote.
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
