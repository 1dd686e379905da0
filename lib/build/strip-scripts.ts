// Removes the framework's scripts from the built pages: nothing is hydrated, so no reader needs them.
import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { escapeHtml } from '@/lib/base/html';
import { mapLimited } from '@/lib/base/map-limited';
import { words } from '@/lib/base/words';
import type { RetargetStyles } from '@/lib/build/trim-styles';

// React escapes `<` in what it writes between tags and `>` in attributes, so a script element ends at its first end tag.
const scripts = /<script\b([^>]*)>[\s\S]*?<\/script>/g;
const ours = /\btype="(?:application\/ld\+json|speculationrules)"|\bsrc="[^"]*\/elements\/[^"]*"/;
// What React writes for hydration: marks between texts and around parts, and an empty element for metadata.
const marks =
  /<div hidden(?:="")?><!--\$--><!--\/\$--><\/div>|<!--(?: |\/?[$&]|\/?\$[?!])?-->| data-precedence="next"/g;
const scriptPreloads = /<link\b(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*\bas="script")[^>]*>/g;

/**
 * Removes the framework's scripts and script preloads from a page. Data (JSON-LD) and the pages' own scripts stay.
 *
 * @throws {Error} if the page would be incomplete, because a script would have to put some content in place.
 */
export function stripScripts(html: string, page: string): string {
  const stripped = html
    .replace(scripts, (element, attributes: string) => (ours.test(attributes) ? element : ''))
    .replace(scriptPreloads, '');
  if (/<template id="B:|<div hidden(?:="")? id="S:/.test(stripped)) {
    throw new Error(
      `${page}: part of the page waits for a script to put it in place (fix: await the data before rendering)`,
    );
  }
  // React writes an apostrophe as a reference; within double quotes, and between tags, it need not be one.
  return stripped.replace(marks, '').replaceAll('&#x27;', "'");
}

/**
 * Strips every page of a build.
 *
 * @param distDir the folder that `next build` wrote.
 * @param retarget replaces the framework's style sheets.
 * @returns the number of pages, and how long they were and are.
 * @throws {Error} if a page needs the framework's scripts, or refers to a client component.
 */
export async function stripBuild(distDir: string, retarget: RetargetStyles = (html) => html) {
  const files = await readdir(join(distDir, 'server'), { recursive: true });
  await mapLimited(
    files.filter((file) => file.endsWith('client-reference-manifest.js')),
    16,
    async (file) => refuseClientComponents(await readFile(join(distDir, 'server', file), 'utf8'), file),
  );
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

/** Replaces the framework's own error pages, and pages whose text only its scripts would add. */
async function replaceBare(server: string, bare: readonly string[]): Promise<void> {
  if (bare.length === 0) return;
  const shell = await readFile(join(server, 'pages', '404.html'), 'utf8');
  for (const file of bare) {
    const isFailure = /(?:^|[/\\])(?:500|_global-error)\.html$/.test(file);
    await writeFile(join(server, file), isFailure ? toErrorPage(shell) : shell);
  }
}

/**
 * Puts the error message into another page. The framework's own page for errors of the server contains a style sheet, which our policy
 * forbids, and looks unlike the site.
 *
 * @param shell the page for unknown addresses, without the framework's scripts.
 * @returns a page for status 500.
 */
export function toErrorPage(shell: string): string {
  const { name, title, about } = words.failure;
  const content = `<h1 class="headline">${escapeHtml(title)}</h1><div><p>${escapeHtml(about)}</p></div>`;
  return shell
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(name)}</title>`)
    .replace(
      /(<main\b[^>]*>)[\s\S]*<\/main>/,
      (_, open: string) => `${open}<div class="frame"><header class="page-title">${content}</header></div></main>`,
    );
}

/**
 * Removes what only the framework's scripts would request: each page again as data, and in segments. `next start` reads the data
 * of a page with its HTML, so an empty file stays in its place.
 *
 * @returns the number of bytes.
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

/** A client component would not work without the framework's scripts. @throws {Error} that names it. */
export function refuseClientComponents(manifest: string, file: string): void {
  for (const [, path = ''] of manifest.matchAll(/"\[project\]\/([^"\s]+?\.[jt]sx?)(?: <module evaluation>)?":/g)) {
    if (path.includes('node_modules/next/dist/')) continue;
    throw new Error(`${file}: ${path} is a client component (fix: make it a server component, or a custom element)`);
  }
}
