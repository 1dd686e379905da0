// What readers load with each page of a build, and how much they may: HTML, sheets, the pages' own scripts, requests.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import { kinds } from '@/lib/kinds/index';

/** One page's weight. Bytes are of the files in brotli, quality 11. */
export interface PageWeight {
  /** Its address, without the sub-path. */
  readonly path: string;
  /** The route that it is a page of, `/events/[id]`; the February edition, which has a limit of its own, is one by itself. */
  readonly kind: string;
  readonly html: number;
  readonly css: number;
  readonly scripts: number;
  /** The page, its sheets and its scripts: what must be there before it is whole. Pictures and icons are not counted. */
  readonly requests: number;
  /** The most that HTML and CSS may be together. */
  readonly limit: number;
  /** The addresses of its scripts. */
  readonly scriptUrls: readonly string[];
}

/** The edition that stands for all: ten packets, which a server may send before it hears back. */
const edition = '/blog/2022/03/february-update/';

/** Bytes of HTML and CSS, by kind. */
const limits: Readonly<Record<string, number>> = {
  edition: 14_600,
  '/': 20_000,
  '/events': 20_000,
  '/releases': 20_000,
  // A list of pictures has one for each entry.
  ...Object.fromEntries(
    kinds.filter(({ pictures, hasPages }) => pictures && !hasPages).map(({ folder }) => [`/${folder}`, 60_000]),
  ),
};

/** Of every other kind. */
const otherLimit = 25_000;

/** What every page's own scripts may be together. */
export const scriptLimit = 4_000;

/** How many requests; the search's own page has a sheet and a script more. */
export const requestLimit = 4;
const searchRequestLimit = 6;

const manifest = z.object({
  routes: z.record(z.string(), z.object({ routeType: z.string().optional(), srcRoute: z.string().nullable() })),
});

/**
 * Weighs every page of a build.
 *
 * @param distDir what `npm run build` made.
 * @param basePath the sub-path that it was built for, or the empty string.
 */
export async function weighBuild(distDir: string, basePath: string): Promise<PageWeight[]> {
  const { routes } = manifest.parse(JSON.parse(await readFile(join(distDir, 'prerender-manifest.json'), 'utf8')));
  const assets = new Map<string, Promise<number>>();
  const weighAsset = (url: string) => {
    const path = url.slice(basePath.length);
    const file = path.startsWith('/_next/') ? path.slice('/_next/'.length) : join('server', 'app', `${path}.body`);
    const weight = assets.get(url) ?? readFile(join(distDir, file)).then(brotli);
    assets.set(url, weight);
    return weight;
  };
  const pages: PageWeight[] = [];
  for (const [route, { routeType, srcRoute }] of Object.entries(routes)) {
    if (routeType !== 'page' || srcRoute === null) continue;
    const html = await readFile(join(distDir, 'server', 'app', `${route === '/' ? 'index' : route}.html`));
    const { sheets, scripts } = loadedBy(html.toString('utf8'));
    const path = route === '/' ? '/' : `${route}/`;
    const kind = path === edition ? 'edition' : srcRoute;
    pages.push({
      path,
      kind,
      html: brotli(html),
      css: sum(await Promise.all(sheets.map(weighAsset))),
      scripts: sum(await Promise.all(scripts.map(weighAsset))),
      requests: 1 + sheets.length + scripts.length,
      limit: limits[kind] ?? otherLimit,
      scriptUrls: scripts,
    });
  }
  return pages;
}

/** The heaviest page of each kind, in the order of their names. */
export function heaviestOfKinds(pages: readonly PageWeight[]): PageWeight[] {
  const heaviest = new Map<string, PageWeight>();
  for (const page of pages) {
    const other = heaviest.get(page.kind);
    if (!other || page.html + page.css > other.html + other.css) heaviest.set(page.kind, page);
  }
  return [...heaviest.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** What is too much in a page, in words; empty where nothing is. */
export function excessOf({ path, kind, html, css, scripts, requests, limit, scriptUrls }: PageWeight): string[] {
  const most = kind === '/search' ? searchRequestLimit : requestLimit;
  const foreign = scriptUrls.filter((url) => !url.includes('/elements/'));
  return [
    ...(html + css > limit
      ? [`${path}: HTML ${html} + CSS ${css} = ${html + css} bytes, and ${limit} is the most`]
      : []),
    ...(scripts > scriptLimit ? [`${path}: scripts of ${scripts} bytes, and ${scriptLimit} is the most`] : []),
    ...(requests > most ? [`${path}: ${requests} requests, and ${most} is the most`] : []),
    ...foreign.map((url) => `${path}: a script that is not the pages' own: ${url}`),
  ];
}

/** Addresses of the sheets and scripts that a page asks for. */
export function loadedBy(html: string): { sheets: string[]; scripts: string[] } {
  const tags = html.match(/<(?:link|script)\b[^>]*>/g) ?? [];
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  const sheets = tags
    .filter((tag) => attribute(tag, 'rel') === 'stylesheet')
    .map((tag) => attribute(tag, 'href') ?? '');
  const scripts = tags.flatMap((tag) => {
    const preload = attribute(tag, 'rel') === 'modulepreload' || attribute(tag, 'as') === 'script';
    return (tag.startsWith('<script') ? attribute(tag, 'src') : preload && attribute(tag, 'href')) || [];
  });
  return { sheets, scripts: [...new Set(scripts)] };
}

function brotli(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
