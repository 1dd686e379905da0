// `npm run build`: checks the content, then has the framework make every page.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { now } from '@/lib/base/clock';
import { errorsOf, formatDiagnostic } from '@/lib/base/diagnostic';
import { basePath } from '@/lib/base/urls';
import { type Drawing, type DrawnSite, startDrawing } from '@/lib/build/draw/draw-site';
import { type Processes, startProcesses } from '@/lib/build/draw/processes';
import { getOwnScripts } from '@/lib/build/elements';
import { keepCards } from '@/lib/build/keep-cards';
import { writeOwnRoutes } from '@/lib/build/own-routes';
import { nextCli, type Running, runNode, startNode } from '@/lib/build/run';
import { writeSchemas } from '@/lib/build/schemas';
import { builtMainOf, makeSearchIndex, placeSearchIndex, searchTexts } from '@/lib/build/search-index';
import { dropPageData, stripBuild } from '@/lib/build/strip-scripts';
import { trimStyles } from '@/lib/build/trim-styles';
import type { BodyJob } from '@/lib/check/body-job';
import { check, toLenient } from '@/lib/check/check';
import { contentDir } from '@/lib/content/files';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { getContent } from '@/lib/content/queries';
import { writeSnapshot } from '@/lib/content/snapshot';
import { hiddenReason, isPreview } from '@/lib/content/visibility';
import { ownKinds } from '@/lib/kinds/own';
import type { Picture } from '@/lib/mdx/picture';
import { getPictures } from '@/lib/output/pictures/pictures';

/**
 * Builds the site into `.next`.
 *
 * @param lenient unknown shortcodes of Hugo become boxes in their pages, and stop nothing.
 * @returns 0, or 1 where the content has errors, or what `next build` ended with.
 */
export async function buildSite({ lenient = false } = {}): Promise<number> {
  const given = process.env.CONTENT_DIR;
  if (given && !existsSync(given)) {
    console.error(`CONTENT_DIR is "${given}", and there is no such folder (fix: correct it, or leave it out).`);
    return 1;
  }
  const scratch = process.env.NEWS_DIST_DIR;
  if (scratch) await writeFile(`${scratch}.tsconfig.json`, '{ "extends": "./tsconfig.json" }\n');
  const distDir = scratch || '.next';
  const snapshot = join(distDir, 'cache', 'news', 'content');
  await mkdir(dirname(snapshot), { recursive: true });
  await rm(snapshot, { force: true });
  await writeSchemas('.schemas');
  // Every process of the build sees the same instant.
  const env: Record<string, string> = { NEWS_NOW: now().toISOString(), NEWS_SNAPSHOT: snapshot };
  const ours = ownWork();
  const processes = ours && (await startProcesses({ ...env, ...ours }).catch(leaveToFramework));
  const asked = () => ({ ...env, ...(processes ? { ...ours, NEWS_FIRST_ONLY: '1' } : {}) });
  let framework: Running | undefined;
  let hasBegun = false;
  try {
    await writeOwnRoutes(ownKinds);
    if (mayStartEarly(distDir)) framework = startNode([nextCli, 'build'], asked());
    hasBegun = framework !== undefined;
    const content = await checkContent(lenient, processes);
    if (!content) {
      await framework?.stop();
      if (framework) await removeBuild(distDir);
      return 1;
    }
    if (basePath) env.NEWS_ALIASES = await writeAliases(`${distDir}.aliases.json`);
    framework?.show();
    await writeSnapshot(snapshot, content);
    const drawing = processes && startDrawing(processes);
    const index = drawing && withVariables(env, () => makeSearchIndex(searchTexts(drawing.mainOf)));
    // Waited for below; until then, nobody else hears of what goes wrong.
    for (const each of [drawing?.done, index]) each?.catch(() => undefined);
    hasBegun = true;
    const code = await (framework ? framework.ended : runNode([nextCli, 'build'], asked()));
    if (code !== 0) return code;
    const { site, faults } = drawing ? await judgeDrawing(drawing, distDir) : { site: undefined, faults: [] };
    if (faults.length > 0) return await buildByFramework(distDir, env, faults);
    await withVariables(env, () => finishBuild(distDir, site, index));
    return 0;
  } catch (error) {
    await framework?.stop();
    // What is not whole must not be served.
    if (hasBegun) await removeBuild(distDir);
    console.error((error as Error).message);
    return 1;
  } finally {
    for (const worker of processes?.workers ?? []) worker.close();
    await rm(snapshot, { force: true });
  }
}

/**
 * What we make ourselves; undefined where the framework is to make everything (NEWS_DRAWN_BY=framework). Below a sub-path it
 * makes the first of all kinds of files, too: there its router loses the sub-path on the way to addresses that it does not
 * know.
 */
function ownWork(): { NEWS_FILES_DRAWN: string } | undefined {
  if (process.env.NEWS_DRAWN_BY === 'framework') return undefined;
  return { NEWS_FILES_DRAWN: basePath ? '' : '1' };
}

function leaveToFramework(error: Error): undefined {
  console.error(`The framework makes all pages, which takes longer: ${error.message}`);
}

/** Waits for what is drawn. @returns it, and why it is not what the framework would have made. */
async function judgeDrawing(
  drawing: Drawing,
  distDir: string,
): Promise<{ site?: DrawnSite; faults: readonly string[] }> {
  try {
    const site = await drawing.done;
    return { site, faults: await site.compare(distDir) };
  } catch (error) {
    return { faults: [(error as Error).message] };
  }
}

/** Has the framework make all, where what we have drawn is not what it would have made. @returns what it ended with. */
async function buildByFramework(
  distDir: string,
  env: Readonly<Record<string, string>>,
  faults: readonly string[],
): Promise<number> {
  console.error('Not all pages come out as the framework makes them, so it makes them all, which takes longer:');
  for (const fault of faults) console.error(`  ${fault}`);
  const code = await runNode([nextCli, 'build'], env);
  if (code === 0) await withVariables(env, () => finishBuild(distDir));
  return code;
}

/**
 * Whether the framework may bundle the code while the content is still being checked: the pages wait for it, see
 * lib/build/content-ready.mjs. Not where there is a build, which must outlive content that has errors, and which the
 * framework removes first; nor below a sub-path, where its configuration needs the old addresses of posts.
 */
function mayStartEarly(distDir: string): boolean {
  return !basePath && !existsSync(join(distDir, 'BUILD_ID'));
}

/** @returns the content; undefined where it has errors, which are printed. */
async function checkContent(lenient: boolean, processes?: Processes): Promise<LoadedContent | undefined> {
  const inProcesses = processes?.workers.map(
    (worker) => (jobs: readonly BodyJob[]) => worker.ask<'inspect'>({ do: 'inspect', jobs }),
  );
  const build = { picturesOf, processes: inProcesses };
  const { problems: found, posts, entries, content } = await check(contentDir(), { build });
  const problems = lenient ? found.map(toLenient) : found;
  for (const problem of problems) console.error(formatDiagnostic(problem));
  const errors = errorsOf(problems).length;
  if (errors > 0) {
    console.error(`Nothing was built: ${errors} ${errors === 1 ? 'error' : 'errors'} in the content.`);
    return undefined;
  }
  console.log(`Content checked: posts ${posts}, entries ${entries}. Building…`);
  return content;
}

/** Removes what the framework has begun; what is kept for the next build stays. */
async function removeBuild(distDir: string): Promise<void> {
  for (const name of await readdir(distDir)) {
    if (name !== 'cache') await rm(join(distDir, name), { recursive: true, force: true });
  }
}

/**
 * What is done with the pages once the framework has made them.
 *
 * @param drawn those that we have drawn beside it; undefined where it has made all.
 * @param index the search index, where it has been begun.
 * @throws {Error} where they are not as they must be.
 */
async function finishBuild(
  distDir: string,
  drawn?: DrawnSite,
  index = makeSearchIndex(searchTexts(builtMainOf(distDir))),
): Promise<void> {
  const [files] = await Promise.all([index, finishPages(distDir, drawn)]);
  const bytes = await placeSearchIndex(distDir, files);
  console.log(`Made the search index: ${Math.round(bytes / 1000)} kB.`);
}

async function finishPages(distDir: string, drawn: DrawnSite | undefined): Promise<void> {
  const scripts = Object.values(await getOwnScripts()).map(({ code }) => code);
  const retarget = await trimStyles(distDir, scripts, drawn?.used);
  const { pages, bytesBefore, bytesAfter } = await stripBuild(distDir, retarget);
  const saved = Math.round((100 * (bytesBefore - bytesAfter)) / Math.max(bytesBefore, 1));
  console.log(`Took the framework's scripts out of ${pages} pages: ${saved} % less HTML.`);
  const dropped = await dropPageData(distDir);
  console.log(`Removed ${Math.round(dropped / 1e6)} MB of data that only those scripts would ask for.`);
  await drawn?.write(distDir, retarget);
  if (drawn) console.log(`Drew ${drawn.count} pages and files without the framework.`);
  const cards = await keepCards(distDir);
  console.log(`Social pictures to be drawn when they are asked for: ${cards}.`);
}

/** Does something in this process as the processes of the framework did: with their content, at their instant. */
async function withVariables<T>(env: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, env);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** The pictures that a post's page shows; undefined for a post that gets none. */
async function picturesOf(post: Post): Promise<ReadonlyMap<string, Picture> | undefined> {
  if (!isPreview() && hiddenReason(post, now())) return undefined;
  // What cannot be read is a problem of its own, and stops the build.
  return getPictures(post).catch(() => undefined);
}

/**
 * Below a sub-path the framework loses it when it tries a second route, which old addresses of posts need. There, and only
 * there, `next.config.mjs` redirects them itself, from this file.
 */
async function writeAliases(path: string): Promise<string> {
  const { aliases } = await getContent();
  await writeFile(path, JSON.stringify([...aliases].map(([alias, { url }]) => [alias, url])));
  return path;
}
