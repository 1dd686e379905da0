// Builds the site: checks the content, has the framework and lib/build/prerender render the pages, and finishes them.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Terminal } from '@/lib/base/cli/command';
import { now } from '@/lib/base/clock';
import { errorsOf, formatDiagnostic } from '@/lib/base/diagnostic';
import { basePath } from '@/lib/base/urls';
import { getOwnScripts } from '@/lib/build/elements';
import { keepCards } from '@/lib/build/keep-cards';
import { prepareFramework } from '@/lib/build/prepare';
import { type PrerenderedSite, type Prerenderer, startPrerenderer } from '@/lib/build/prerender/prerender';
import { nextCli, type Running, runNode, startNode } from '@/lib/build/run';
import { writeSchemas } from '@/lib/build/schemas';
import { builtMainOf, makeSearchIndex, placeSearchIndex, searchTexts } from '@/lib/build/search-index';
import { dropPageData, stripBuild } from '@/lib/build/strip-scripts';
import { trimStyles } from '@/lib/build/trim-styles';
import { check, toLenient } from '@/lib/check/check';
import { contentDir } from '@/lib/content/files';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { getContent } from '@/lib/content/queries';
import { writeSnapshot } from '@/lib/content/snapshot';
import { hiddenReason, isPreview } from '@/lib/content/visibility';
import type { Picture } from '@/lib/mdx/picture';
import { getPictures } from '@/lib/output/pictures/pictures';

type Output = Pick<Terminal, 'out' | 'err'>;

/**
 * Builds the site into `.next`, or NEWS_DIST_DIR.
 *
 * @param lenient unknown Hugo shortcodes are shown as boxes instead of stopping the build.
 * @returns the exit code: 0, 1 for content with errors, otherwise that of `next build`.
 * @throws {Error} where the site cannot be built; nothing incomplete is left then.
 */
export async function buildSite(output: Output, { lenient = false } = {}): Promise<number> {
  const distDir = await prepareFramework();
  const snapshot = join(distDir, 'cache', 'news', 'content');
  await mkdir(dirname(snapshot), { recursive: true });
  await rm(snapshot, { force: true });
  await writeSchemas('.schemas');
  // Every process of the build has the same clock.
  const env: Record<string, string> = { NEWS_NOW: now().toISOString(), NEWS_SNAPSHOT: snapshot };
  const prerenderer = await startPrerenderer(env);
  const framework = startsEarly(distDir) ? startNode([nextCli, 'build'], { ...env, ...prerenderer?.env }) : undefined;
  const stop = async () => {
    await framework?.stop();
    if (framework) await removeBuild(distDir);
  };
  try {
    const content = await checkContent(output, lenient, prerenderer);
    if (!content) {
      await stop();
      return 1;
    }
    if (basePath) env.NEWS_ALIASES = await writeAliases(`${distDir}.aliases.json`);
    framework?.show();
    await writeSnapshot(snapshot, content);
    return await withVariables(env, () => renderSite(output, distDir, prerenderer, framework));
  } catch (error) {
    await stop();
    throw error;
  } finally {
    prerenderer?.close();
    await rm(snapshot, { force: true });
  }
}

/**
 * Whether the framework may bundle the code while the content is still being checked; it waits for the content in
 * lib/build/content-ready.mjs. Not where there is a build, which the framework removes first: it must outlive content with errors.
 * Nor below a sub-path, where the framework's configuration needs the old addresses of posts.
 */
function startsEarly(distDir: string): boolean {
  return !basePath && !existsSync(join(distDir, 'BUILD_ID'));
}

/** @returns the content; undefined where it has errors, which are printed. */
async function checkContent(
  { out, err }: Output,
  lenient: boolean,
  prerenderer: Prerenderer | undefined,
): Promise<LoadedContent | undefined> {
  const build = { picturesOf, processes: prerenderer?.inspectors };
  const { problems: found, posts, entries, content } = await check(contentDir(), { build });
  const problems = lenient ? found.map(toLenient) : found;
  for (const diagnostic of problems) err(formatDiagnostic(diagnostic));
  const errors = errorsOf(problems).length;
  if (errors > 0) {
    err(`Nothing was built: the content has ${errors} ${errors === 1 ? 'error' : 'errors'}.`);
    return undefined;
  }
  out(`Content checked: posts ${posts}, entries ${entries}. Building…`);
  return content;
}

/** The pictures that a post's page shows; undefined for a post without a page. */
async function picturesOf(post: Post): Promise<ReadonlyMap<string, Picture> | undefined> {
  if (!isPreview() && hiddenReason(post, now())) return undefined;
  // The check reports a picture that cannot be read, and stops the build.
  return getPictures(post).catch(() => undefined);
}

/**
 * Below a sub-path the framework loses that sub-path when it tries a second route, which old addresses of posts need. There
 * lib/build/routing.mjs redirects them, from this file.
 */
async function writeAliases(path: string): Promise<string> {
  const { aliases } = await getContent();
  await writeFile(path, JSON.stringify([...aliases].map(([alias, { url }]) => [alias, url])));
  return path;
}

/** Renders and finishes all pages. @returns the exit code of `next build`. @throws {Error} once the build is removed. */
async function renderSite(
  output: Output,
  distDir: string,
  prerenderer: Prerenderer | undefined,
  started: Running | undefined,
): Promise<number> {
  try {
    const prerendering = prerenderer?.start();
    const index = prerendering && makeSearchIndex(searchTexts(prerendering.mainOf));
    // Awaited in finishBuild.
    index?.catch(() => undefined);
    const code = await (started?.ended ?? runNode([nextCli, 'build'], prerenderer?.env));
    if (code !== 0) return code;
    const result = await prerendering?.compare(distDir);
    if (!result || !('differences' in result)) {
      await finishBuild(output, distDir, result, index);
      return 0;
    }
    output.err(
      'Some prerendered pages differ from those of the framework, so it renders all pages, which takes longer:',
    );
    for (const difference of result.differences) output.err(`  ${difference}`);
    const again = await runNode([nextCli, 'build']);
    if (again === 0) await finishBuild(output, distDir);
    return again;
  } catch (error) {
    await removeBuild(distDir);
    throw error;
  }
}

/** Removes a build, except for the cache. */
async function removeBuild(distDir: string): Promise<void> {
  for (const name of await readdir(distDir)) {
    if (name !== 'cache') await rm(join(distDir, name), { recursive: true, force: true });
  }
}

/**
 * Finishes the pages of the framework and writes ours.
 *
 * @param site the pages that we have prerendered; undefined where the framework has rendered all.
 * @throws {Error} where a page would be incomplete.
 */
async function finishBuild(
  output: Output,
  distDir: string,
  site?: PrerenderedSite,
  index = makeSearchIndex(searchTexts(builtMainOf(distDir))),
): Promise<void> {
  const [files] = await Promise.all([index, finishPages(output, distDir, site)]);
  const bytes = await placeSearchIndex(distDir, files);
  output.out(`Built the search index: ${Math.round(bytes / 1000)} kB.`);
}

async function finishPages({ out }: Output, distDir: string, site: PrerenderedSite | undefined): Promise<void> {
  const scripts = Object.values(await getOwnScripts()).map(({ code }) => code);
  const retarget = await trimStyles(distDir, scripts, site?.used);
  const { pages, bytesBefore, bytesAfter } = await stripBuild(distDir, retarget);
  const saved = Math.round((100 * (bytesBefore - bytesAfter)) / Math.max(bytesBefore, 1));
  out(`Removed the framework's scripts from ${pages} pages: ${saved} % less HTML.`);
  const dropped = await dropPageData(distDir);
  out(`Removed ${Math.round(dropped / 1e6)} MB of data that only those scripts would request.`);
  await site?.write(distDir, retarget);
  if (site) out(`Prerendered ${site.count} pages and files without the framework.`);
  const cards = await keepCards(distDir);
  out(`Social cards to be rendered on request: ${cards}.`);
}

/** Runs some work in this process as in those of the framework: with the same content and clock. */
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
