// GitHub's REST API, as far as `news collect` asks it (https://docs.github.com/rest).
import type { z } from 'zod';
import { type Ask, type AskOptions, SourceError } from '@/lib/news/collect/ask';
import { cleanLine } from '@/lib/news/collect/clean';

/** What was read, and what there is to say about it. */
export interface Reading<T> {
  readonly value: T;
  /** Why copies stand in for parts of it, a sentence each. */
  readonly standIns: readonly string[];
}

export interface GitHub {
  /** One thing. */
  get<S extends z.ZodType>(path: string, schema: S, options?: AskOptions): Promise<Reading<z.output<S>>>;
  /** All pages of a list. */
  list(path: string, options?: ListOptions): Promise<Reading<readonly unknown[]>>;
}

export interface ListOptions {
  /** Finds the items in a page that is no list itself; undefined where it has not the form that it should have. */
  readonly itemsOf?: (page: unknown) => readonly unknown[] | undefined;
  /** Looks at the items of a page and says whether the next page is of no interest. */
  readonly isEnough?: (items: readonly unknown[]) => boolean;
}

const accept = 'application/vnd.github+json';
const mostPages = 100;

/**
 * Speaks to the API.
 *
 * @param base its address: `https://api.github.com`.
 * @throws {SourceError} from each function, where a question has no answer of the form that is documented.
 */
export function makeGitHub(ask: Ask, base: string): GitHub {
  const root = base.replace(/\/+$/, '');

  async function askJson(url: string, options: AskOptions = {}) {
    const answer = await ask(url, { accept, fault: (text) => (isJson(text) ? undefined : notWhole), ...options });
    return { ...answer, data: JSON.parse(answer.text) as unknown };
  }

  return {
    async get(path, schema, options) {
      const { data, standIns } = await askJson(root + path, options);
      const result = schema.safeParse(data);
      if (!result.success) throw new SourceError('its answer has not the form that GitHub documents');
      return { value: result.data, standIns };
    },
    async list(
      path,
      { itemsOf = (page: unknown) => (Array.isArray(page) ? page : undefined), isEnough = () => false } = {},
    ) {
      const items: unknown[] = [];
      const standIns = new Set<string>();
      const seen = new Set<string>();
      let next: string | undefined = root + path;
      while (next !== undefined) {
        if (seen.has(next) || seen.size >= mostPages) throw new SourceError('its pages have no end');
        seen.add(next);
        const page: Awaited<ReturnType<typeof askJson>> = await askJson(next);
        const found = itemsOf(page.data);
        if (!found) throw new SourceError('its answer has not the form that GitHub documents');
        items.push(...found);
        for (const text of page.standIns) standIns.add(text);
        const following = nextOf(page.link, page.url);
        if (following && new URL(following).origin !== new URL(root).origin) {
          throw new SourceError(`its next page lies elsewhere, at ${new URL(following).host}`);
        }
        next = isEnough(found) ? undefined : following;
      }
      return { value: items, standIns: [...standIns] };
    },
  };
}

const notWhole = 'its answer is not whole (no JSON)';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The address with `rel="next"` of a Link header (RFC 8288). */
function nextOf(link: string | undefined, base: string): string | undefined {
  for (const [, target = '', parameters = ''] of (link ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
    if (/;\s*rel="?next"?\s*(?:[;,]|$)/i.test(parameters) && URL.canParse(target, base))
      return new URL(target, base).href;
  }
  return undefined;
}

/** `owner/name` of a repository at GitHub; undefined for one elsewhere. */
export function repositoryName(url: string): string | undefined {
  const { hostname, pathname } = new URL(url);
  const [, name] = /^\/([A-Za-z0-9-]+\/[A-Za-z0-9._-]+?)(?:\.git)?\/?$/.exec(pathname) ?? [];
  return hostname === 'github.com' ? name : undefined;
}

/** A name from outside, for messages. */
export function quoted(text: string): string {
  return `"${cleanLine(text, 60)}"`;
}
