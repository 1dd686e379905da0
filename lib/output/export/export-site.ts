// `npm run export`: the built site as a folder that any static host serves.
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { isBuilt } from '@/lib/base/built';
import { filePolicy, fileSharing, pageCaching } from '@/lib/base/headers.mjs';
import { mapLimited } from '@/lib/base/map-limited';
import { otherForms } from '@/lib/base/other-forms.mjs';
import { contributePath, origin } from '@/lib/base/urls';
import type { CardList } from '@/lib/output/cards/card-facts';
import { CardStore } from '@/lib/output/cards/card-store';
import { readCardList, readServed } from '@/lib/output/cards/kept-cards';
import { cardRenderer } from '@/lib/output/cards/render-card';
import { contributedKinds } from '@/lib/output/contribute/form-questions';
import { headerRules, mergeHeaders, redirectPage, redirectRules } from '@/lib/output/export/host-files';
import {
  type ExportPlan,
  planExport,
  prerenderManifest,
  routesManifest,
  toRulePath,
} from '@/lib/output/export/plan-export';
import { site } from '@/lib/site';

/** How much was written. */
export interface ExportResult {
  readonly pages: number;
  readonly files: number;
  /** Social cards. */
  readonly cards: number;
  readonly redirects: number;
}

/** Marks the folder as an export. GitHub Pages needs it, too: without it `_next` is left out. */
const mark = '.nojekyll';

/** Makes the folder of a file of the export. @returns where the file is to be. @throws {Error} outside the export. */
type Place = (path: string) => Promise<string>;

/**
 * Writes the folder.
 *
 * @param distDir what `npm run build` made.
 * @param out the folder. One that an earlier export made is replaced.
 * @throws {Error} if there is no build, or `out` has other files.
 */
export async function exportSite(distDir: string, out: string): Promise<ExportResult> {
  if (!isBuilt(distDir))
    throw new Error('There is nothing to export yet, or the build was not finished (fix: run npm run build).');
  const plan = await readPlan(distDir);
  const cardList = await readCardList(distDir);
  // Only now: an earlier export outlives a build that cannot be read.
  await clear(out);
  const place: Place = async (path) => {
    const target = resolve(out, path);
    if (relative(out, target).startsWith('..')) throw new Error(`"${path}" is outside the folder`);
    await mkdir(dirname(target), { recursive: true });
    return target;
  };
  await writeFile(join(out, mark), '');
  const isPublic = existsSync('public');
  if (isPublic) await cp('public', out, { recursive: true });
  for (const [other, name] of otherForms())
    await cp(join('public', name), await place(other.slice(1)), { recursive: true });
  await mapLimited(plan.files, 16, async ({ from, to }) =>
    copyFile(join(distDir, 'server', 'app', from), await place(to)),
  );
  for (const { name } of contributedKinds) await replaceForm(join(out, contributePath(name), 'index.html'));
  await copyAssets(join(distDir, 'static'), join(out, '_next', 'static'));
  const cards = await writeCards(distDir, cardList, place);
  await writeHostFiles(plan, isPublic ? await filesIn('public') : [], place);
  const pages = plan.files.filter(({ address }) => address.endsWith('/')).length;
  return { pages, files: plan.files.length - pages, cards, redirects: plan.redirects.length };
}

/** What to export. @throws {Error} where the framework has stored the build in another way than we read it. */
async function readPlan(distDir: string): Promise<ExportPlan> {
  try {
    return planExport(
      routesManifest.parse(await readJson(join(distDir, 'routes-manifest.json'))),
      await readPrerendered(distDir),
    );
  } catch (error) {
    const fix = 'fix: build again with NEWS_PRERENDER=framework npm run build, and then export';
    throw new Error(`The build cannot be read, so nothing was exported: ${(error as Error).message} (${fix}).`);
  }
}

/** Every social card, since no server will render them. @returns how many there are. */
async function writeCards(distDir: string, { colors, cards }: CardList, place: Place): Promise<number> {
  const store = new CardStore(cardRenderer(distDir, 2));
  const all = Object.entries(cards);
  await mapLimited(all, 4, async ([address, facts]) => {
    const { figure } = facts;
    const readPicture = async () => (figure.kind === 'picture' ? readServed(figure.path, distDir) : undefined);
    await writeFile(await place(address.slice(1)), await store.get(facts, colors, readPicture));
  });
  return all.length;
}

/** Redirects as pages, and as rules with the headers. */
async function writeHostFiles(plan: ExportPlan, publicFiles: readonly string[], place: Place): Promise<void> {
  const { basePath, redirects } = plan;
  await mapLimited(redirects, 16, async ({ address, to }) =>
    writeFile(await place(address.slice(1).replace(/\/$/, '/index.html')), redirectPage(to, origin(), site.lang)),
  );
  await writeFile(await place('_redirects'), redirectRules(redirects, basePath));
  const assets = {
    path: `${basePath}/_next/static/*`,
    headers: { 'cache-control': 'public, max-age=31536000, immutable' },
  };
  const cards = {
    path: `${basePath}/cards/*`,
    headers: {
      'cache-control': 'public, max-age=3600',
      'content-security-policy': filePolicy,
      'cross-origin-resource-policy': fileSharing,
    },
  };
  const pages = ['/', '/*/'].map((path) => ({ path: basePath + path, headers: { 'cache-control': pageCaching } }));
  // A host serves these with the headers of every answer.
  const others = publicFiles.map((path) => toRulePath(`${basePath}/${path}`));
  const rules = mergeHeaders(plan.headers, others, basePath);
  await writeFile(await place('_headers'), headerRules([assets, cards, ...pages, ...rules]));
}

/**
 * Takes the form out of a page, since no server answers it: a sentence says so, and the other ways stay. A page that is not
 * there has none.
 */
async function replaceForm(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const page = await readFile(path, 'utf8');
  const form = /<contribution-form>[\s\S]*<\/contribution-form>/;
  const notice = '<p class="invite no-server" hidden="">';
  if (!form.test(page) || !page.includes(notice))
    throw new Error(`${path} is not a page with a form (fix: build again)`);
  await writeFile(path, page.replace(form, '').replace(notice, notice.replace(' hidden=""', '')));
}

async function filesIn(dir: string): Promise<string[]> {
  const files = await readdir(dir, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => relative(dir, join(parentPath, name)).split(sep).join('/'));
}

async function clear(out: string): Promise<void> {
  const found = existsSync(out) ? await readdir(out) : [];
  if (found.length > 0 && !found.includes(mark)) {
    throw new Error(`"${out}" is not empty, and is not an earlier export (fix: choose another folder with --out).`);
  }
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
}

/** Style sheets and what they load, and the search index. No page has the framework's scripts. */
async function copyAssets(from: string, to: string): Promise<void> {
  const wanted = (await filesIn(from)).filter((path) => path.startsWith('search/') || !/\.(?:js|map|json)$/.test(path));
  await mapLimited(wanted, 16, async (path) => {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await copyFile(join(from, path), join(to, path));
  });
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

/** What is prerendered. The manifest does not say which pages answer 404, as previews' own do; the `.meta` of a page does. */
async function readPrerendered(distDir: string): Promise<z.output<typeof prerenderManifest>> {
  const manifest = prerenderManifest.parse(await readJson(join(distDir, 'prerender-manifest.json')));
  await mapLimited(Object.entries(manifest.routes), 16, async ([path, route]) => {
    if (route.routeType !== 'page') return;
    const meta = join(distDir, 'server', 'app', `${path === '/' ? 'index' : path.slice(1)}.meta`);
    const { status } = z.object({ status: z.number().optional() }).parse(existsSync(meta) ? await readJson(meta) : {});
    if (status !== undefined) route.initialStatus = status;
  });
  return manifest;
}
