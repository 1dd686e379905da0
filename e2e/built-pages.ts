// The output of `next build` for a site: its pages, and all files that can be served.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Site } from '@/e2e/sites';

/** The folder that a site was built into. */
export function distDir({ env }: Site): string {
  return env.NEWS_DIST_DIR ?? '.next';
}

/**
 * Pages that are not part of the site: the framework's error pages, and the gallery of components of previews, whose
 * entries are invented. e2e/pages.spec.ts tests it.
 */
const left = new Set(['_global-error.html', '_not-found.html', 'components.html', 'components/design.html']);

/** Every page of the build: its address with the sub-path, and its file. Pages that respond with 404 are left out. */
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
