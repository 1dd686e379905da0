// What readers load with each page of a build, and its limits: HTML, style sheets, own scripts, requests.
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

/** The edition that represents all: ten packets, which a server may send before it gets an answer. */
const edition = '/blog/2022/03/february-update/';

/** Bytes of HTML and CSS, by kind. */
const limits: Readonly<Record<string, number>> = {
  edition: 14_600,
  '/': 20_000,
  '/events': 20_000,
  '/releases': 20_000,
  // A list with a picture for each entry.
  ...Object.fromEntries(
    kinds.filter(({ pictures, hasPages }) => pictures && !hasPages).map(({ folder }) => [`/${folder}`, 60_000]),
  ),
};

/** Of every other kind. */
const otherLimit = 25_000;

/** The most that the own scripts of a page may be together, with English words. Bytes. */
export const scriptLimit = 4_000;

/** How much more the words of scripts may be in another language: in Arabic they are 180 bytes more. */
export const otherWords = 300;

/** The most requests of a page; the search and forms have a style sheet and a script more. */
export const requestLimit = 4;
const requestLimits: Readonly<Record<string, number>> = { '/search': 6, '/contribute': 5, '/contribute/[kind]': 6 };

const manifestSchema = z.object({
  routes: z.record(
    z.string(),
    z.object({
      routeType: z.string().optional(),
      srcRoute: z.string().nullable(),
      initialHeaders: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** What a build has prerendered, by address without a final slash. */
export async function readRoutes(distDir: string): Promise<z.output<typeof manifestSchema>['routes']> {
  return manifestSchema.parse(JSON.parse(await readFile(join(distDir, 'prerender-manifest.json'), 'utf8'))).routes;
}

/**
 * Weighs every page of a build.
 *
 * @param distDir the output of `npm run build`.
 * @param basePath the sub-path that it was built for, or the empty string.
 */
export async function weighBuild(distDir: string, basePath: string): Promise<PageWeight[]> {
  const assets = new Map<string, Promise<number>>();
  const weighAssets = async (urls: readonly string[]) => {
    const weights = urls.map((url) => {
      const path = url.slice(basePath.length);
      const file = path.startsWith('/_next/') ? path.slice('/_next/'.length) : join('server', 'app', `${path}.body`);
      const weight = assets.get(url) ?? readFile(join(distDir, file)).then(brotli);
      assets.set(url, weight);
      return weight;
    });
    return (await Promise.all(weights)).reduce((sum, each) => sum + each, 0);
  };
  const pages: PageWeight[] = [];
  for (const [route, { routeType, srcRoute }] of Object.entries(await readRoutes(distDir))) {
    if (routeType !== 'page' || srcRoute === null) continue;
    const html = await readFile(join(distDir, 'server', 'app', `${route === '/' ? 'index' : route}.html`));
    const { sheets, scripts } = loadedBy(html.toString('utf8'));
    const path = route === '/' ? '/' : `${route}/`;
    const kind = path === edition ? 'edition' : srcRoute;
    pages.push({
      path,
      kind,
      html: brotli(html),
      css: await weighAssets(sheets),
      scripts: await weighAssets(scripts),
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

/**
 * Where a page exceeds its limits, in words.
 *
 * @param mostScripts bytes.
 */
export function excessOf(
  { path, kind, html, css, scripts, requests, limit, scriptUrls }: PageWeight,
  mostScripts = scriptLimit,
): string[] {
  const most = requestLimits[kind] ?? requestLimit;
  const foreign = scriptUrls.filter((url) => !url.includes('/elements/'));
  return [
    ...(html + css > limit ? [`${path}: HTML ${html} + CSS ${css} = ${html + css} bytes; the limit is ${limit}`] : []),
    ...(scripts > mostScripts ? [`${path}: scripts of ${scripts} bytes; the limit is ${mostScripts}`] : []),
    ...(requests > most ? [`${path}: ${requests} requests; the limit is ${most}`] : []),
    ...foreign.map((url) => `${path}: a script that is not ours: ${url}`),
  ];
}

/** Addresses of the style sheets and scripts that a page requests. */
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
