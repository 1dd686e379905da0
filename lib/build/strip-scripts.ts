// Takes the framework's scripts out of the built pages: nothing here is hydrated, so no reader needs them.
import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mapLimited } from '@/lib/base/map-limited';
import { toErrorPage } from '@/lib/build/error-page';
import type { RetargetStyles } from '@/lib/build/trim-styles';

/** What the step did. */
export interface StripResult {
  readonly pages: number;
  readonly bytesBefore: number;
  readonly bytesAfter: number;
}

// React escapes `<` in what it writes between tags and `>` in attributes, so a script element ends at its first end tag.
const scripts = /<script\b([^>]*)>[\s\S]*?<\/script>/g;
// What React leaves for the hydration that does not happen: marks between texts and around parts, and an empty place for metadata.
const marks =
  /<div hidden(?:="")?><!--\$--><!--\/\$--><\/div>|<!--(?: |\/?[$&]|\/?\$[?!])?-->| data-precedence="next"/g;
const scriptPreloads = /<link\b(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*\bas="script")[^>]*>/g;

/**
 * Takes scripts and script preloads of the framework out of a page. Data (JSON-LD) and the pages' own module stay.
 *
 * @throws {Error} if the page would be incomplete without them: some of its content waits for a script to be put in place.
 */
export function stripScripts(html: string, page: string): string {
  const stripped = html
    .replace(scripts, (element, attributes: string) => (isOurs(attributes) ? element : ''))
    .replace(scriptPreloads, '');
  if (/<template id="B:|<div hidden(?:="")? id="S:/.test(stripped)) {
    throw new Error(
      `${page}: part of the page waits for a script to put it in place (fix: await the data before rendering)`,
    );
  }
  // React writes an apostrophe as a reference; within double quotes, and between tags, it need not be one.
  return stripped.replace(marks, '').replaceAll('&#x27;', "'");
}

function isOurs(attributes: string): boolean {
  return (
    /\btype="(?:application\/ld\+json|speculationrules)"/.test(attributes) ||
    /\bsrc="[^"]*\/elements\/[^"]*"/.test(attributes)
  );
}

/**
 * Strips every page of a build.
 *
 * @param distDir the folder that `next build` wrote.
 * @param retarget puts other sheets in the place of the framework's.
 * @throws {Error} if a page needs the framework's scripts, or refers to a client component.
 */
export async function stripBuild(distDir: string, retarget: RetargetStyles = (html) => html): Promise<StripResult> {
  const files = await readdir(join(distDir, 'server'), { recursive: true });
  await mapLimited(
    files.filter((file) => file.endsWith('client-reference-manifest.js')),
    16,
    async (file) => refuseClientComponents(await readFile(join(distDir, 'server', file), 'utf8'), file),
  );
  // The framework keeps each page twice; what it serves is the second.
  const pages = files.filter((file) => file.endsWith('.html'));
  const sizes = await mapLimited(pages, 16, async (file) => {
    const path = join(distDir, 'server', file);
    const before = await readFile(path, 'utf8');
    const after = retarget(stripScripts(before, file), file);
    await writeFile(path, after);
    return { before: before.length, after: after.length, isBare: before.includes('<html id="__next_error__"') };
  });
  await replaceBare(
    join(distDir, 'server'),
    pages.filter((_, index) => sizes[index]?.isBare),
  );
  return {
    pages: pages.length,
    bytesBefore: sizes.reduce((sum, { before }) => sum + before, 0),
    bytesAfter: sizes.reduce((sum, { after }) => sum + after, 0),
  };
}

/** Where the framework has a page of its own, for failures, or one whose words only its scripts would bring, ours take its place. */
async function replaceBare(server: string, bare: readonly string[]): Promise<void> {
  if (bare.length === 0) return;
  const shell = await readFile(join(server, 'pages', '404.html'), 'utf8');
  for (const file of bare) {
    const isFailure = /(?:^|[/\\])(?:500|_global-error)\.html$/.test(file);
    await writeFile(join(server, file), isFailure ? toErrorPage(shell) : shell);
  }
}

/**
 * Removes what the framework's scripts would have asked for: each page once more, as data, and in pieces. `next start` reads
 * the data of a page with its HTML, so an empty file is left in its place.
 *
 * @returns how many bytes.
 */
export async function dropPageData(distDir: string): Promise<number> {
  const server = join(distDir, 'server');
  const files = await readdir(server, { recursive: true, withFileTypes: true });
  let bytes = 0;
  const lists = await mapLimited(files, 16, async (file): Promise<string[]> => {
    const path = join(file.parentPath, file.name);
    if (file.isDirectory()) return file.name.endsWith('.segments') ? [path] : [];
    if (file.name.endsWith('.rsc')) {
      bytes += (await stat(path)).size;
      if (!file.parentPath.includes('.segments')) await truncate(path);
    } else if (file.name.endsWith('.meta')) {
      const { segmentPaths, ...meta } = JSON.parse(await readFile(path, 'utf8'));
      if (segmentPaths) await writeFile(path, JSON.stringify(meta));
    }
    return [];
  });
  await mapLimited(lists.flat(), 16, (path) => rm(path, { recursive: true, force: true }));
  return bytes;
}

/** A client component would stand still without the framework's scripts. */
export function refuseClientComponents(manifest: string, file: string): void {
  for (const [, path = ''] of manifest.matchAll(/"\[project\]\/([^"\s]+?\.[jt]sx?)(?: <module evaluation>)?":/g)) {
    if (path.includes('node_modules/next/dist/')) continue;
    throw new Error(`${file}: ${path} is a client component (fix: make it a server component, or a custom element)`);
  }
}
