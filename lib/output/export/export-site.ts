// `npm run export`: the built site as a folder that any static host serves.
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { filePolicy } from '@/lib/base/headers.mjs';
import { mapLimited } from '@/lib/base/map-limited';
import { origin } from '@/lib/base/urls';
import { exportCards } from '@/lib/output/export/export-cards';
import { headerRules, redirectPage, redirectRules } from '@/lib/output/export/host-files';
import { mergeHeaders } from '@/lib/output/export/merge-headers';
import { planExport, prerenderManifest, routesManifest } from '@/lib/output/export/plan-export';
import { site } from '@/lib/site';

/** What was written. */
export interface ExportResult {
  readonly pages: number;
  readonly files: number;
  /** Social pictures. */
  readonly cards: number;
  readonly redirects: number;
}

/** A file of ours in the folder, by which it is known again. GitHub Pages needs it, too: without it `_next` is left out. */
const mark = '.nojekyll';

/**
 * Writes the folder.
 *
 * @param distDir what `npm run build` made.
 * @param out the folder. One that an earlier export made is replaced.
 * @throws {Error} if there is no build, or `out` holds something else.
 */
export async function exportSite(distDir: string, out: string): Promise<ExportResult> {
  if (!existsSync(join(distDir, 'BUILD_ID'))) throw new Error('There is nothing to export yet (fix: npm run build).');
  await makeRoom(out);
  const [routes, prerendered] = await Promise.all([
    readJson(join(distDir, 'routes-manifest.json')).then((json) => routesManifest.parse(json)),
    readJson(join(distDir, 'prerender-manifest.json')).then((json) => prerenderManifest.parse(json)),
  ]);
  await noteStatuses(distDir, prerendered);
  const plan = planExport(routes, prerendered);
  const inside = (path: string) => {
    const target = resolve(out, path);
    if (relative(out, target).startsWith('..')) throw new Error(`"${path}" lies outside the folder`);
    return target;
  };
  const write = async (path: string, text: string) => {
    await mkdir(dirname(inside(path)), { recursive: true });
    await writeFile(inside(path), text);
  };
  await writeFile(join(out, mark), '');
  if (existsSync('public')) await cp('public', out, { recursive: true });
  await mapLimited(plan.files, 16, async ({ from, to }) => {
    await mkdir(dirname(inside(to)), { recursive: true });
    await copyFile(join(distDir, 'server', 'app', from), inside(to));
  });
  await copyAssets(join(distDir, 'static'), join(out, '_next', 'static'));
  const cards = await exportCards(distDir, async (address, bytes) => {
    await mkdir(dirname(inside(address.slice(1))), { recursive: true });
    await writeFile(inside(address.slice(1)), bytes);
  });
  const home = origin();
  await mapLimited(plan.redirects, 16, ({ address, to }) =>
    write(
      address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1),
      redirectPage(to, home, site.lang),
    ),
  );
  await write('_redirects', redirectRules(plan.redirects, plan.basePath));
  const assets = {
    path: `${plan.basePath}/_next/static/*`,
    headers: { 'cache-control': 'public, max-age=31536000, immutable' },
  };
  const pictures = {
    path: `${plan.basePath}/cards/*`,
    headers: { 'cache-control': 'public, max-age=3600', 'content-security-policy': filePolicy },
  };
  const others = (await publicPaths()).map((path) => encodeURI(`${plan.basePath}/${path}`));
  const rules = mergeHeaders(plan.headers, others, plan.basePath);
  await write('_headers', headerRules([assets, pictures, ...rules]));
  const pages = plan.files.filter(({ address }) => address.endsWith('/')).length;
  return { pages, files: plan.files.length - pages, cards, redirects: plan.redirects.length };
}

/** The files of public/, which a host serves with the headers of every answer. */
async function publicPaths(): Promise<string[]> {
  if (!existsSync('public')) return [];
  const files = await readdir('public', { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => relative('public', join(parentPath, name)).split(sep).join('/'));
}

async function makeRoom(out: string): Promise<void> {
  const there = await readdir(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[];
    throw error;
  });
  if (there.length > 0 && !there.includes(mark)) {
    throw new Error(`"${out}" is not empty, and no export made it (fix: name another folder with --out).`);
  }
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
}

/** Style sheets and what they load, and the search index. The framework's scripts are in no page any more. */
async function copyAssets(from: string, to: string): Promise<void> {
  const files = await readdir(from, { recursive: true, withFileTypes: true });
  const index = join(from, 'search') + sep;
  const wanted = files.filter(
    (file) => file.isFile() && (`${file.parentPath}${sep}`.startsWith(index) || !/\.(?:js|map|json)$/.test(file.name)),
  );
  await mapLimited(wanted, 16, async ({ parentPath, name }) => {
    const path = relative(from, join(parentPath, name)).split(sep).join('/');
    await mkdir(dirname(join(to, path)), { recursive: true });
    await copyFile(join(from, path), join(to, path));
  });
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

/** The manifest does not say which pages answer 404, as those do that only previews have; what lies beside a page does. */
async function noteStatuses(distDir: string, { routes }: z.output<typeof prerenderManifest>): Promise<void> {
  await mapLimited(Object.entries(routes), 16, async ([path, route]) => {
    if (route.routeType !== 'page') return;
    const meta = join(distDir, 'server', 'app', `${path === '/' ? 'index' : path.slice(1)}.meta`);
    const { status } = z.object({ status: z.number().optional() }).parse(existsSync(meta) ? await readJson(meta) : {});
    if (status !== undefined) route.initialStatus = status;
  });
}
