// A process that inspects and compiles bodies, and renders pages and responses. It keeps them in memory until their style sheets
// are known, and ends with its parent.
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { mapLimited } from '@/lib/base/map-limited';
import { type AppRoute, anyAddress } from '@/lib/build/prerender/app-routes';
import { firstDifference, toComparable } from '@/lib/build/prerender/comparable';
import {
  type Address,
  type ResponseHead,
  readManifest,
  readRecords,
  storedPath,
  toAddress,
  toRecords,
} from '@/lib/build/prerender/framework-output';
import {
  type LayoutModule,
  type PageModule,
  type Params,
  prerenderPage,
  prerenderRoute,
  type RouteModule,
  sheetElement,
} from '@/lib/build/prerender/prerender-page';
import { stripScripts } from '@/lib/build/strip-scripts';
import { groupOf, namesInScripts, noteNames } from '@/lib/build/trim-styles';
import { type BodyJob, doBodyJob } from '@/lib/check/body-job';
import { rememberCompiled } from '@/lib/mdx/body-cache';
import { mainOf } from '@/lib/output/search/indexed-page';

/** A route with its code. */
export interface LoadedRoute extends AppRoute {
  readonly module: (PageModule | RouteModule) & {
    /** Absent for a route with a fixed address. */ readonly generateStaticParams?: () => Promise<readonly Params[]>;
  };
}

/** Some of a route's addresses, by their indexes in its list: from `from` up to, but not including, `to`. */
export type Chunk = Readonly<Record<'route' | 'from' | 'to', number>>;

interface Rendered {
  readonly route: number;
  readonly address: Address;
  /** Undefined for a page, whose body is HTML. */
  readonly head?: ResponseHead;
  readonly body: Buffer;
}

/** What the process does for its parent. */
export class PrerenderWorker {
  readonly #rendered: Rendered[] = [];
  readonly #lists = new Map<LoadedRoute, Promise<readonly Params[]>>();

  constructor(
    private readonly layout: LayoutModule,
    private readonly routes: readonly LoadedRoute[],
  ) {}

  /** Inspects a body. What it compiles stays in memory: it is likely to be rendered in the same process. */
  inspect(job: BodyJob) {
    return doBodyJob(job, rememberCompiled);
  }

  /** The number of addresses of each route. */
  count(): Promise<number[]> {
    return Promise.all(this.routes.map(async (route) => (await this.#listOf(route)).length));
  }

  #listOf(route: LoadedRoute): Promise<readonly Params[]> {
    const list = this.#lists.get(route) ?? route.module.generateStaticParams?.() ?? Promise.resolve([{}]);
    this.#lists.set(route, list);
    return list;
  }

  /** Renders a chunk. @returns the `<main>` of each page by its address, for the search, and the names that the pages use. */
  async render({ route: number, from, to }: Chunk) {
    const route = this.routes[number] as LoadedRoute;
    const { pattern, file, module } = route;
    const list = (await this.#listOf(route)).slice(from, to);
    const used = namesInScripts();
    const mainContent: [string, string][] = [];
    const rendered = await mapLimited(list, 4, async (given): Promise<Rendered> => {
      const { params, ...address } = toAddress(pattern, given);
      const { path, encoded } = address;
      try {
        if ('GET' in module) return { route: number, address, ...(await prerenderRoute(module, encoded, params)) };
        const html = await prerenderPage(this.layout, module, pattern, path, params);
        noteNames(html, used[groupOf(`${path}.html`)]);
        const main = mainOf(html);
        if (main !== undefined) mainContent.push([`${path}/`, main]);
        return { route: number, address, body: Buffer.from(html) };
      } catch (error) {
        throw new Error(`${file}: ${path}/ ${(error as Error).message}`);
      }
    });
    this.#rendered.push(...rendered);
    return { mainContent, used };
  }

  /**
   * Compares the first address of each route, where it was rendered here, with the framework's.
   *
   * @returns by route the elements that replace `sheetElement`, and where the framework's output is different, in words.
   */
  async compare(distDir: string) {
    const manifest = await readManifest(distDir);
    const sheets = new Map<number, string>();
    const differences: string[] = [];
    for (const { route, address, head, body } of this.#rendered) {
      const { path } = address;
      const compare = (ours: string, framework: string) => {
        const difference = firstDifference(ours, framework);
        if (difference) differences.push(`${path}/: ${difference}`);
      };
      if (path !== (await this.#firstOf(route))?.path) continue;
      const records = await readRecords(distDir, manifest, path);
      if (!records) differences.push(`${path}/: the framework has not prerendered it`);
      else if (head) {
        compare(body.toString('latin1'), await readFile(`${storedPath(distDir, path)}.body`, 'latin1'));
        compare(JSON.stringify(toRecords(records, address, address, head)), JSON.stringify(records));
      } else {
        const theirs = stripScripts(await readFile(`${storedPath(distDir, path)}.html`, 'utf8'), path);
        const links = theirs.match(sheetLinks)?.join('') ?? '';
        sheets.set(route, links);
        compare(toComparable(body.toString('utf8').replace(sheetElement, links)), toComparable(theirs));
      }
    }
    return { sheets, differences };
  }

  /** Writes what was rendered here. @returns the entries for the framework's manifest, by path. */
  async write(distDir: string, sheets: ReadonlyMap<number, string>) {
    const manifest = await readManifest(distDir);
    const samples = await Promise.all(
      this.routes.map(async (_, route) => {
        const address = await this.#firstOf(route);
        const records = address && (await readRecords(distDir, manifest, address.path));
        return records && { address, records };
      }),
    );
    const folders = new Set<string>();
    return this.#rendered.flatMap(({ route, address, head, body }) => {
      const { path } = address;
      const sample = samples[route];
      if (!sample) throw new Error(`${path}/: the framework has prerendered no page of this route`);
      if (sample.address.path === path) return [];
      const file = storedPath(distDir, path);
      const { entry, meta } = toRecords(sample.records, sample.address, address, head);
      // Synchronous, which is faster for thousands of small files: docs/performance.md.
      if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
      folders.add(dirname(file));
      writeFileSync(`${file}.meta`, JSON.stringify(meta));
      if (head) {
        writeFileSync(`${file}.body`, body);
        return [[path, entry] as const];
      }
      const html = body.toString('utf8').replace(sheetElement, () => sheets.get(route) ?? '');
      writeFileSync(`${file}.html`, html);
      // The framework's server reads the page's data with it, and needs none.
      writeFileSync(`${file}.rsc`, '');
      return [[path, { ...entry, htmlSize: Buffer.byteLength(html) }] as const];
    });
  }

  /** The address of a route that the framework prerenders, for files that of `anyAddress`; undefined where there is none. */
  async #firstOf(number: number): Promise<Address | undefined> {
    const own = this.routes[number] as LoadedRoute;
    const route = own.kind === 'file' ? this.routes.find(({ pattern }) => pattern === anyAddress) : own;
    const [given] = route ? await this.#listOf(route) : [];
    return route && given && toAddress(route.pattern, given);
  }
}

/** The elements that the framework has where `sheetElement` is. */
const sheetLinks = /<link rel="stylesheet" href="[^"]*"\/>/g;
