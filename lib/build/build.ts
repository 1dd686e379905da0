// Builds the site: checks the content, has the framework and lib/build/prerender render the pages, and finishes them.

import { writeFile } from 'node:fs/promises';
import type { Terminal } from '@/lib/base/cli/command';
import { now } from '@/lib/base/clock';
import { errorsOf, formatDiagnostics } from '@/lib/base/diagnostic';
import { countedInFigures } from '@/lib/base/english';
import { hasSection } from '@/lib/base/sections';
import { basePath } from '@/lib/base/urls';
import { type BuildFolder, openBuildFolder } from '@/lib/build/build-folder';
import { getOwnScripts } from '@/lib/build/elements';
import { keepCards } from '@/lib/build/keep-cards';
import { keepContribute } from '@/lib/build/keep-contribute';
import { prepareFramework } from '@/lib/build/prepare';
import { type PrerenderedSite, type Prerenderer, startPrerenderer } from '@/lib/build/prerender/prerender';
import { nextCli, type Running, runNode, startNode } from '@/lib/build/run';
import { writeSchemas } from '@/lib/build/schemas';
import { builtMainOf, type MainOf, makeSearchIndex, placeSearchIndex, searchTexts } from '@/lib/build/search-index';
import { dropPageData, stripBuild } from '@/lib/build/strip-scripts';
import { trimStyles } from '@/lib/build/trim-styles';
import { check } from '@/lib/check/check';
import { leaveOut, type WithoutErrors } from '@/lib/check/leave-out';
import { contentDir } from '@/lib/content/files';
import type { Post } from '@/lib/content/posts';
import { getContent } from '@/lib/content/queries';
import { writeSnapshot } from '@/lib/content/snapshot';
import { hiddenReason, isPreview } from '@/lib/content/visibility';
import type { Picture } from '@/lib/mdx/picture';
import { getPictures } from '@/lib/output/pictures/pictures';

interface BuildOptions {
  readonly keepGoing?: boolean;
  readonly verbose?: boolean;
}

type Output = Pick<Terminal, 'out' | 'err'>;

/**
 * Builds the site into `.next`, or NEWS_DIST_DIR.
 *
 * @param options with `keepGoing`, posts that have errors are left out; with `verbose`, every warning has its line.
 * @returns the exit code: 0, 1 for content with errors, otherwise that of `next build`.
 * @throws {Error} where the site cannot be built.
 *
 * An earlier build stays, and is served, until the new one is whole; also where this one fails or is killed.
 */
export async function buildSite(output: Output, options: BuildOptions = {}): Promise<number> {
  await prepareFramework();
  const folder = await openBuildFolder(process.env.NEWS_DIST_DIR || '.next');
  try {
    const code = await buildInto(folder, output, options);
    await (code === 0 ? folder.finish() : folder.discard());
    return code;
  } catch (error) {
    await folder.discard();
    throw error;
  }
}

/** @returns the exit code. */
async function buildInto(folder: BuildFolder, output: Output, options: BuildOptions): Promise<number> {
  const snapshot = `${folder.dir}.content`;
  await writeSchemas('.schemas');
  // Every process of the build has the same clock.
  const env: Record<string, string> = { ...folder.env, NEWS_NOW: now().toISOString(), NEWS_SNAPSHOT: snapshot };
  const prerenderer = await startPrerenderer(env);
  // The framework bundles the code while the content is still being checked; it waits for the content in
  // lib/build/content-ready.mjs. Not below a sub-path, where its configuration needs the old addresses of posts.
  const framework = basePath ? undefined : startNode([nextCli, 'build'], { ...env, ...prerenderer?.env });
  try {
    const checked = await checkContent(output, options, prerenderer);
    if (!checked) return 1;
    await writeSnapshot(snapshot, checked.content);
    if (basePath) env.NEWS_ALIASES = await withVariables(env, () => writeAliases(`${folder.dir}.aliases.json`));
    framework?.show();
    const code = await withVariables(env, () => renderSite(output, folder.dir, prerenderer, framework));
    if (code === 0) reportLeftOut(output, checked.leftOut);
    return code;
  } finally {
    await framework?.stop();
    prerenderer?.close();
  }
}

/** @returns the content, and the files of posts that are left out of it; undefined where errors, which are printed, remain. */
async function checkContent(
  { out, err }: Output,
  { keepGoing = false, verbose = false }: BuildOptions,
  prerenderer: Prerenderer | undefined,
): Promise<WithoutErrors | undefined> {
  const build = { picturesOf, processes: prerenderer?.inspectors };
  const { problems, posts, entries, content } = await check(contentDir(), { build });
  for (const line of formatDiagnostics(problems, { verbose })) err(line);
  const found = errorsOf(problems);
  const kept = keepGoing ? leaveOut(content, found, contentDir()) : { content, leftOut: [], errors: found };
  const errors = kept.errors.length;
  if (errors > 0) {
    const hint = keepGoing ? '' : ' To build without the posts that have errors, run: npm run build -- --keep-going';
    err(`Nothing was built: the content has ${errors} ${errors === 1 ? 'error' : 'errors'}.${hint}`);
    return undefined;
  }
  out(`Content checked: posts ${posts}, entries ${entries}. Building…`);
  return kept;
}

function reportLeftOut({ err }: Output, files: readonly string[]): void {
  if (files.length === 0) return;
  err(`Not in this build because of the errors above: ${countedInFigures(files.length, 'file')}.`);
  for (const file of files) err(`  ${file}`);
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

/** Renders and finishes all pages. @returns the exit code of `next build`. */
async function renderSite(
  output: Output,
  distDir: string,
  prerenderer: Prerenderer | undefined,
  started: Running | undefined,
): Promise<number> {
  const prerendering = prerenderer?.start();
  const index = prerendering && indexPages(prerendering.mainOf);
  // Awaited in finishBuild.
  index?.catch(() => undefined);
  const code = await (started?.ended ?? runNode([nextCli, 'build'], prerenderer?.env));
  if (code !== 0) return code;
  if (!prerendering) {
    await finishBuild(output, distDir);
    return 0;
  }
  const result = await prerendering.compare(distDir);
  const differences =
    'differences' in result
      ? result.differences
      : await finishBuild(output, distDir, result, index).then(
          () => [],
          (error: Error) => [error.message],
        );
  if (differences.length === 0) return 0;
  output.err('Some prerendered pages differ from those of the framework, so it renders all pages, which takes longer:');
  for (const difference of differences) output.err(`  ${difference}`);
  const again = await runNode([nextCli, 'build']);
  if (again === 0) await finishBuild(output, distDir);
  return again;
}

/**
 * Finishes the pages of the framework and writes ours.
 *
 * @param site the pages that we have prerendered; undefined where the framework has rendered all.
 * @param started the search index of the prerendered pages.
 * @throws {Error} where a page would be incomplete. Nothing is written any more then.
 */
async function finishBuild(
  output: Output,
  distDir: string,
  site?: PrerenderedSite,
  started?: ReturnType<typeof indexPages>,
): Promise<void> {
  const pages = finishPages(output, distDir, site);
  // While pages are written, parts of them would be read.
  const index = started ?? pages.then(() => indexPages(builtMainOf(distDir)));
  const [made, finished] = await Promise.allSettled([index, pages]);
  if (finished.status === 'rejected') throw finished.reason;
  if (made.status === 'rejected') throw made.reason;
  if (!made.value) return;
  const bytes = await placeSearchIndex(distDir, made.value);
  output.out(`Built the search index: ${Math.round(bytes / 1000)} kB.`);
}

/** Makes the search index; undefined where the site has no search. */
async function indexPages(mainOf: MainOf) {
  return hasSection('search') ? makeSearchIndex(searchTexts(mainOf)) : undefined;
}

async function finishPages({ out, err }: Output, distDir: string, site: PrerenderedSite | undefined): Promise<void> {
  const scripts = Object.values(await getOwnScripts()).map(({ code }) => code);
  const retarget = await trimStyles(distDir, scripts, site?.used);
  const { pages, bytesBefore, bytesAfter } = await stripBuild(distDir, retarget);
  const saved = Math.round((100 * (bytesBefore - bytesAfter)) / Math.max(bytesBefore, 1));
  out(`Removed the framework's scripts from ${pages} pages: ${saved} % less HTML.`);
  // Where the framework has rendered all pages, there is no other way to render them: what they can do without is left.
  const report = site ? undefined : (why: string) => err(why);
  const dropped = await dropPageData(distDir).catch((error: Error) => {
    if (!report) throw error;
    report(`Data that only the framework's scripts would request was not removed: ${error.message}`);
    return 0;
  });
  out(`Removed ${Math.round(dropped / 1e6)} MB of data that only these scripts would request.`);
  await site?.write(distDir, retarget);
  if (site) out(`Prerendered ${site.count} pages and files without the framework.`);
  const cards = await keepCards(distDir, report);
  await keepContribute(distDir, report);
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
