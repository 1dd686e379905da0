// The code host's REST API, as far as the workflows need it.
import { z } from 'zod';

/** Whom to ask, and as whom. */
export interface GitHubAccess {
  /** `https://api.github.com`, or a server of a test. */
  readonly api: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
}

/** An answer that is no success. The message names what was asked, and never the token. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

const errorSchema = z.object({ message: z.string() });

/** A repository at the code host. */
export class GitHub {
  readonly #access: GitHubAccess;

  constructor(access: GitHubAccess) {
    if (!/^[\w.-]+\/[\w.-]+$/.test(access.repository)) throw new Error(`"${access.repository}" is no repository`);
    this.#access = access;
  }

  get repository(): string {
    return this.#access.repository;
  }

  /**
   * Asks once; a failure of the server's own (5xx) is asked again after a second and after three.
   *
   * @param path below the repository: `/issues/7`.
   * @param schema what is needed of the answer.
   * @throws {GitHubError} for any other answer.
   */
  async ask<Schema extends z.ZodType>(
    method: Method,
    path: string,
    schema: Schema,
    body?: unknown,
  ): Promise<z.output<Schema>> {
    const { api, repository, token } = this.#access;
    for (const wait of [1_000, 3_000, undefined]) {
      const response = await fetch(`${api}/repos/${repository}${path}`, {
        method,
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'x-github-api-version': '2022-11-28',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
        redirect: 'error',
      });
      if (response.ok) return schema.parse(response.status === 204 ? undefined : await response.json());
      const answer = errorSchema.safeParse(await response.json().catch(() => undefined));
      if (response.status >= 500 && wait !== undefined) {
        await new Promise((resolve) => setTimeout(resolve, wait));
        continue;
      }
      const reason = answer.success ? `: ${answer.data.message.slice(0, 200)}` : '';
      throw new GitHubError(`${method} ${path} answered ${response.status}${reason}`, response.status);
    }
    throw new Error('unreachable');
  }

  /** Every item of a list, up to 1,000, a hundred at a time. @param path with its query, which names no page. */
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
