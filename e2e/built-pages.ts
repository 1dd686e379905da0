// What `next build` has written for a site: its pages, and all that could be served.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Site } from '@/e2e/sites';

/** The folder that a site was built into. */
export function distDir({ env }: Site): string {
  return env.NEWS_DIST_DIR ?? '.next';
}

/** The framework's own pages for what went wrong: the site cannot change them, and nobody asks for them by an address. */
const ofFramework = new Set(['_global-error.html', '_not-found.html']);

/** Every page that was built: its address with the sub-path, and its file. What answers 404 (`/design/`) is none. */
export async function builtPages(site: Site): Promise<{ path: string; file: string }[]> {
  const folder = join(distDir(site), 'server', 'app');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html'));
  const pages = await Promise.all(
    names
      .filter((name) => !ofFramework.has(name))
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
