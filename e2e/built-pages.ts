// What `next build` has written for a site: its pages, and all that could be served.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Site } from '@/e2e/sites';

/** The folder that a site was built into. */
export function distDir({ env }: Site): string {
  return env.NEWS_DIST_DIR ?? '.next';
}

/**
 * What is no page of the site: the framework's own for what went wrong, which nobody asks for by an address, and the sample
 * sheet of previews, whose links are made up; e2e/look.spec.ts looks at it.
 */
const left = new Set(['_global-error.html', '_not-found.html', 'design.html']);

/** Every page that was built: its address with the sub-path, and its file. What answers 404 is none. */
export async function builtPages(site: Site): Promise<{ path: string; file: string }[]> {
  const folder = join(distDir(site), 'server', 'app');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html'));
  const pages = await Promise.all(
    names
      .filter((name) => !left.has(name))
      .sort()
      .map(async (name) => {
        const meta = await readFile(join(folder, name.replace(/html$/, 'meta')), 'utf8').catch(() => '{}');
        const { status = 200 } = JSON.parse(meta) as { status?: number };
        const place = name === 'index.html' ? '' : name.replace(/\.html$/, '/');
        return { path: encodeURI(`${site.basePath}/${place}`), file: join(folder, name), status };
      }),
  );
  return pages.filter(({ status }) => status === 200);
}
