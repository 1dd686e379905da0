// The part of GitHub's REST API that `news collect` uses (https://docs.github.com/rest).
import type { z } from 'zod';
import type { Project } from '@/lib/content/community';
import { type Ask, type AskOptions, parseJson, SourceError } from '@/lib/news/collect/ask';
import { cleanLine } from '@/lib/news/collect/clean';

interface ListOptions {
  /** The items of a page that is not a list itself; undefined if the page does not have the documented form. */
  readonly itemsOf?: (page: unknown) => readonly unknown[] | undefined;
  /** Whether the next page is not needed after these items. */
  readonly isEnough?: (items: readonly unknown[]) => boolean;
}

const accept = 'application/vnd.github+json';
const mostPages = 100;

/**
 * The API. Its functions throw a {@link SourceError} for responses that do not have the documented form.
 *
 * @param base its address: `https://api.github.com`.
 */
export function makeGitHub(ask: Ask, base: string) {
  const root = base.replace(/\/+$/, '');

  async function askJson(url: string, options: AskOptions = {}) {
    const problemOf = (text: string) =>
      parseJson(text) === undefined ? 'its response is incomplete (not JSON)' : undefined;
    const answer = await ask(url, { accept, problemOf, ...options });
    return { ...answer, data: parseJson(answer.text) };
  }

  return {
    /** One thing. */
    async get<S extends z.ZodType>(path: string, schema: S, options?: AskOptions): Promise<z.output<S>> {
      const { data } = await askJson(root + path, options);
      const result = schema.safeParse(data);
      if (!result.success) throw new SourceError(wrongForm);
      return result.data;
    },
    /** All pages of a list. */
    async list(path: string, { itemsOf = listIn, isEnough }: ListOptions = {}): Promise<unknown[]> {
      const items: unknown[] = [];
      const seen = new Set<string>();
      let next: string | undefined = root + path;
      while (next !== undefined) {
        if (seen.has(next) || seen.size >= mostPages) throw new SourceError('its list of pages does not end');
        seen.add(next);
        const page: Awaited<ReturnType<typeof askJson>> = await askJson(next);
        const found = itemsOf(page.data);
        if (!found) throw new SourceError(wrongForm);
        items.push(...found);
        const following = nextOf(page.link, page.url);
        if (following && new URL(following).origin !== new URL(root).origin) {
          throw new SourceError(`its next page is on another host, ${new URL(following).host}`);
        }
        next = isEnough?.(found) ? undefined : following;
      }
      return items;
    },
  };
}

const wrongForm = 'its response does not have the form that GitHub documents';

function listIn(page: unknown): readonly unknown[] | undefined {
  return Array.isArray(page) ? page : undefined;
}

/** The address with `rel="next"` of a Link header (RFC 8288). */
function nextOf(link: string | undefined, base: string): string | undefined {
  for (const [, target = '', parameters = ''] of (link ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
    if (/;\s*rel="?next"?\s*(?:[;,]|$)/i.test(parameters) && URL.canParse(target, base))
      return new URL(target, base).href;
  }
  return undefined;
}

/** `owner/name` of a repository on GitHub; undefined for any other. */
function repositoryName(url: string): string | undefined {
  const { hostname, pathname } = new URL(url);
  const [, name] = /^\/([A-Za-z0-9-]+\/[A-Za-z0-9._-]+?)(?:\.git)?\/?$/.exec(pathname) ?? [];
  return hostname === 'github.com' ? name : undefined;
}

/** The projects with a repository on GitHub, and its `owner/name`; the others are reported. */
export function repositoriesOf(projects: readonly Project[], log: (text: string) => void) {
  return projects.flatMap((project) => {
    const name = repositoryName(project.repository);
    if (name === undefined) log(`${project.id}: skipped: its repository is not on GitHub`);
    return name === undefined ? [] : [{ project, name }];
  });
}

/** A name from outside, as messages show it. */
export function quoted(text: string): string {
  return `"${cleanLine(text, 60)}"`;
}
