// The search index: Pagefind makes it from the built pages, and it is stored with the static files, which every host serves.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { now } from '@/lib/base/clock';
import { compare } from '@/lib/base/compare';
import { mapLimited } from '@/lib/base/map-limited';
import { searchIndexPath } from '@/lib/base/urls';
import { toSearchSources } from '@/lib/build/search-entries';
import { getContent } from '@/lib/content/queries';
import { mainOf, notIndexed, type SearchEntry, toIndexedPage } from '@/lib/output/search/indexed-page';
import { partsFile, type SearchPart } from '@/lib/output/search/parts';
import { site } from '@/lib/site';

/** Something that can be found, with its text as HTML of ours. */
export interface SearchText {
  readonly entry: SearchEntry;
  readonly html: string;
}

/** The files that browsers request. Pagefind also writes user interfaces and a worker, which nothing here uses. */
const served = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.[\w-]+\.pagefind|.+\.pf_(?:meta|index|filter|fragment))$/;

/**
 * The most characters of HTML in one part. Pagefind needs about 25 bytes of memory for each, so a large site is indexed in parts.
 */
const mostInPart = 64e6;

/**
 * Makes an index.
 *
 * @param texts the newest first: without a search word, results are shown part by part.
 * @param most the most characters of HTML in a part.
 * @returns its files with their content, sorted by path.
 * @throws {Error} if Pagefind cannot run here, or refuses a page.
 */
export async function makeSearchIndex(
  texts: Iterable<SearchText> | AsyncIterable<SearchText>,
  most = mostInPart,
): Promise<IndexFile[]> {
  const files: IndexFile[] = [];
  const parts: SearchPart[] = [];
  let index = await openIndex();
  let size = 0;
  const finishPart = async () => {
    const part = await index.getFiles();
    refuseErrors('The search index cannot be built', part.errors);
    const made = part.files.filter(({ path }) => served.test(path));
    const [primary, ...others] = languagesOf(made);
    const folder = parts.length > 0 ? `${parts.length + 1}/` : '';
    if (primary !== undefined) parts.push([folder, ...others]);
    files.push(...made.map(({ path, content }) => ({ path: folder + path, content })));
  };
  try {
    for await (const { entry, html } of texts) {
      const content = toIndexedPage(entry, html);
      if (size > 0 && size + content.length > most) {
        await finishPart();
        await index.deleteIndex();
        index = await openIndex();
        size = 0;
      }
      refuseErrors(`${entry.url} cannot be searched`, (await index.addHTMLFile({ url: entry.url, content })).errors);
      size += content.length;
    }
    await finishPart();
  } finally {
    await index.deleteIndex();
  }
  files.push({ path: partsFile, content: Buffer.from(JSON.stringify(parts)) });
  return files.sort((a, b) => compare(a.path, b.path));
}

async function openIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ excludeSelectors: [...notIndexed] });
  if (!index) throw new Error(`The search index cannot be built: ${errors.join('; ')}`);
  return index;
}

function refuseErrors(what: string, errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`${what}: ${errors.join('; ')}`);
}

/** The languages of a part. The first is the one that Pagefind uses on a page of the site: the site's, or else the most common. */
function languagesOf(files: readonly IndexFile[]): string[] {
  const entry = files.find(({ path }) => path === 'pagefind-entry.json');
  const { languages } = JSON.parse(Buffer.from(entry?.content ?? '').toString()) as {
    languages: Record<string, { page_count: number }>;
  };
  const lang = site.lang.toLowerCase();
  const primary = [lang, lang.split('-')[0]].find((each) => each && Object.hasOwn(languages, each));
  const rank = (name: string) => (name === primary ? Number.POSITIVE_INFINITY : (languages[name]?.page_count ?? 0));
  return Object.keys(languages).sort((a, b) => rank(b) - rank(a));
}

/** Returns the `<main>` of a page. @param path the page's address. */
export type MainOf = (path: string) => Promise<string>;

/** Everything that can be searched, in a fixed order, each as soon as its text is known. */
export async function* searchTexts(mainOf: MainOf): AsyncGenerator<SearchText> {
  for (const source of toSearchSources(await getContent(), now())) {
    yield { entry: source, html: 'text' in source ? toParagraph(source.text) : await mainOf(source.path) };
  }
}

/** Reads the pages of a build. @param distDir the folder that `next build` wrote. */
export function builtMainOf(distDir: string): MainOf {
  return async (path) => {
    const page = join(distDir, 'server', 'app', `${path.slice(1, -1)}.html`);
    const main = mainOf(await readFile(page, 'utf8'));
    if (main === undefined) throw new Error(`${page} has no <main>, so it cannot be searched`);
    return main;
  };
}

/**
 * Adds an index to the files of a build. Its folder has a checksum in its name, because static files are cached forever; the name
 * is written into the search page, which was built before.
 *
 * @param distDir the folder that `next build` wrote.
 * @returns its size in bytes.
 */
export async function placeSearchIndex(distDir: string, files: readonly IndexFile[]): Promise<number> {
  const hash = createHash('sha256');
  for (const { path, content } of files) hash.update(path).update(content);
  const folder = searchIndexPath(hash.digest('hex').slice(0, 12));
  const page = join(distDir, 'server', 'app', 'search.html');
  const before = await readFile(page, 'utf8');
  const after = before.replaceAll(searchIndexPath(), folder);
  if (after === before)
    throw new Error(`${page} does not name its search index (fix: use searchIndexPath() in the page)`);
  await mapLimited(files, 16, async ({ path, content }) => {
    const target = join(distDir, folder.replace('/_next/', ''), path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  });
  await writeFile(page, after);
  return files.reduce((sum, { content }) => sum + content.length, 0);
}

/** A text as a paragraph of HTML. */
export function toParagraph(text: string): string {
  return `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`;
}
