// A process that inspects and compiles bodies, and draws pages and answers, which it keeps until it is told which style sheets
// they have. It ends when its parent hangs up.
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { mapLimited } from '@/lib/base/map-limited';
import { type Answer, answerRoute, type RouteModule } from '@/lib/build/draw/answer-route';
import { type AppRoute, anyAddress } from '@/lib/build/draw/app-routes';
import { toComparable } from '@/lib/build/draw/comparable';
import { drawPage, type LayoutModule, type PageModule, type Params, sheetElement } from '@/lib/build/draw/draw-page';
import {
  type Address,
  type KeptFacts,
  keptPath,
  readFacts,
  readManifest,
  toFacts,
} from '@/lib/build/draw/framework-output';
import { stripScripts } from '@/lib/build/strip-scripts';
import { groupOf, type Names, noNames, noteNames } from '@/lib/build/trim-styles';
import { type BodyDone, type BodyJob, doBodyJob } from '@/lib/check/body-job';
import { rememberCompiled } from '@/lib/mdx/body-cache';
import { mainOf } from '@/lib/output/search/indexed-page';

/** A route with its code, and with what it is made for. */
export interface LoadedRoute extends AppRoute {
  readonly module: (PageModule | RouteModule) & {
    /** Without, the route has one address. */ readonly generateStaticParams?: () => Promise<readonly Params[]>;
  };
}

/** Some of a route's addresses, by their numbers in its list. */
export interface Stretch {
  readonly route: number;
  readonly from: number;
  /** The first that is not among them. */
  readonly to: number;
}

/** What is asked of the process. */
export type Order =
  | { readonly do: 'inspect'; readonly jobs: readonly BodyJob[] }
  | { readonly do: 'count' }
  | { readonly do: 'draw'; readonly stretch: Stretch }
  | { readonly do: 'compare'; readonly distDir: string }
  | { readonly do: 'write'; readonly distDir: string; readonly sheets: ReadonlyMap<number, string> };

/** What it says to that, in the same order; `failed` with a message where it cannot. */
export interface Reports {
  readonly inspect: readonly BodyDone[];
  /** How many addresses each route has. */
  readonly count: readonly number[];
  readonly draw: {
    /** What the `<main>` of each page holds, by its address, for the search. */
    readonly mains: readonly (readonly [path: string, main: string])[];
    /** What these pages name. */
    readonly used: Names;
  };
  readonly compare: {
    /** The first address of each route that this process has drawn: what its pages have in the place of `sheetElement`. */
    readonly sheets: ReadonlyMap<number, string>;
    /** Where the framework has made something else: what is not the same. */
    readonly differences: readonly string[];
  };
  readonly write: readonly (readonly [path: string, entry: KeptFacts['entry']])[];
}

interface Drawn {
  readonly route: number;
  readonly address: Address;
  /** Of a page, its document; of a route handler, what it answers. */
  readonly made: { readonly html: Buffer } | Answer;
}

/** Does what the parent orders, one thing after another. */
export function runDrawWorker(layout: LayoutModule, routes: readonly LoadedRoute[]): void {
  const drawer = new Drawer(layout, routes);
  let last: Promise<unknown> = Promise.resolve();
  process.on('message', (order: Order) => {
    last = last.then(async () => {
      try {
        process.send?.({ done: await drawer.follow(order) });
      } catch (error) {
        process.send?.({ failed: (error as Error).message });
      }
    });
  });
}

class Drawer {
  readonly #layout: LayoutModule;
  readonly #routes: readonly LoadedRoute[];
  readonly #drawn: Drawn[] = [];
  readonly #lists = new Map<LoadedRoute, Promise<readonly Params[]>>();

  constructor(layout: LayoutModule, routes: readonly LoadedRoute[]) {
    this.#layout = layout;
    this.#routes = routes;
  }

  async follow(order: Order): Promise<Reports[keyof Reports]> {
    if (order.do === 'inspect') return inspect(order.jobs);
    if (order.do === 'count') return Promise.all(this.#routes.map(async (route) => (await this.#listOf(route)).length));
    if (order.do === 'draw') return this.#draw(order.stretch);
    if (order.do === 'compare') return this.#compare(order.distDir);
    return this.#write(order.distDir, order.sheets);
  }

  #listOf(route: LoadedRoute): Promise<readonly Params[]> {
    const list = this.#lists.get(route) ?? route.module.generateStaticParams?.() ?? Promise.resolve([{}]);
    this.#lists.set(route, list);
    return list;
  }

  async #draw({ route: number, from, to }: Stretch): Promise<Reports['draw']> {
    const route = this.#routes[number] as LoadedRoute;
    const list = (await this.#listOf(route)).slice(from, to);
    const used = noNames();
    const mains: [string, string][] = [];
    const drawn = await mapLimited(list, 4, async (given): Promise<Drawn> => {
      const { params, ...address } = toAddress(route.pattern, given);
      const { path } = address;
      const made = await this.#make(route, address, params).catch((error: Error) => {
        throw new Error(`${route.file}: ${path}/ ${error.message}`);
      });
      if (typeof made !== 'string') return { route: number, address, made };
      noteNames(made, used[groupOf(`${path}.html`)]);
      const main = mainOf(made);
      if (main !== undefined) mains.push([`${path}/`, main]);
      return { route: number, address, made: { html: Buffer.from(made) } };
    });
    this.#drawn.push(...drawn);
    return { mains, used };
  }

  async #make({ pattern, module }: LoadedRoute, { path, encoded }: Address, params: Params): Promise<string | Answer> {
    if ('GET' in module) return answerRoute(module, encoded, params);
    return drawPage(this.#layout, module, pattern, path, params);
  }

  async #compare(distDir: string): Promise<Reports['compare']> {
    const manifest = await readManifest(distDir);
    const sheets = new Map<number, string>();
    const differences: string[] = [];
    for (const { route, address, made } of this.#drawn) {
      const { path } = address;
      if (path !== (await this.#firstOf(route))?.path) continue;
      const facts = await readFacts(distDir, manifest, path);
      if (!facts) differences.push(`${path}/: the framework has made none`);
      else if ('html' in made) {
        const theirs = stripScripts(await readFile(`${keptPath(distDir, path)}.html`, 'utf8'), path);
        const links = [...theirs.matchAll(sheetLinks)].map(([link]) => link).join('');
        sheets.set(route, links);
        const ours = made.html.toString('utf8').replace(sheetElement, links);
        note(differences, path, toComparable(ours), toComparable(theirs));
      } else {
        const theirs = await readFile(`${keptPath(distDir, path)}.body`);
        if (!made.body.equals(theirs)) note(differences, path, made.body.toString('latin1'), theirs.toString('latin1'));
        note(differences, path, JSON.stringify(toFacts(facts, address, address, made.head)), JSON.stringify(facts));
      }
    }
    return { sheets, differences };
  }

  async #write(distDir: string, sheets: ReadonlyMap<number, string>): Promise<Reports['write']> {
    const manifest = await readManifest(distDir);
    const firsts = await Promise.all(
      this.#routes.map(async (_, number) => {
        const address = await this.#firstOf(number);
        return address && { address, facts: await readFacts(distDir, manifest, address.path) };
      }),
    );
    const folders = new Set<string>();
    return this.#drawn.flatMap(({ route, address, made }) => {
      const { path } = address;
      const first = firsts[route];
      if (!first?.facts) throw new Error(`${path}/: the framework has made nothing like it`);
      if (first.address.path === path) return [];
      const file = keptPath(distDir, path);
      const { entry, meta } = toFacts(first.facts, first.address, address, 'head' in made ? made.head : undefined);
      // At once, one after the other: to wait for thousands of small files takes three times the processor's time.
      if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
      folders.add(dirname(file));
      writeFileSync(`${file}.meta`, JSON.stringify(meta));
      if ('body' in made) {
        writeFileSync(`${file}.body`, made.body);
        return [[path, entry] as const];
      }
      const html = made.html.toString('utf8').replace(sheetElement, () => sheets.get(route) ?? '');
      writeFileSync(`${file}.html`, html);
      // The framework's server reads the page's data with it, and needs nothing of it.
      writeFileSync(`${file}.rsc`, '');
      return [[path, { ...entry, htmlSize: Buffer.byteLength(html) }] as const];
    });
  }

  /** Of a route, or of files, the address that the framework makes; undefined where there is none. */
  async #firstOf(number: number): Promise<Address | undefined> {
    const own = this.#routes[number] as LoadedRoute;
    const route = own.kind === 'file' ? this.#routes.find(({ pattern }) => pattern === anyAddress) : own;
    const [given] = route ? await this.#listOf(route) : [];
    return route && given && toAddress(route.pattern, given);
  }
}

/** What has been compiled here is likely to be drawn here. */
async function inspect(jobs: readonly BodyJob[]): Promise<readonly BodyDone[]> {
  const done: BodyDone[] = [];
  for (const job of jobs) done.push(await doBodyJob(job, rememberCompiled));
  return done;
}

/** The elements that stand where `sheetElement` does in a drawn page. */
const sheetLinks = /<link rel="stylesheet" href="[^"]*"\/>/g;

/**
 * The address that a route's parameters make.
 *
 * @param given as the route lists them, not encoded.
 * @returns it, and the parameters as the framework hands them over.
 */
export function toAddress(pattern: string, given: Params): Address & { readonly params: Params } {
  const fill = (encode: (value: string) => string) =>
    pattern.replace(/\[(?:\.\.\.)?([^\]]+)\]/g, (_, name: string) => [given[name] ?? []].flat().map(encode).join('/'));
  const params = Object.entries(given).map(([name, value]) => [
    name,
    typeof value === 'string' ? encodeURIComponent(value) : value.map(encodeURIComponent),
  ]);
  return { path: fill(escapeDelimiters), encoded: fill(encodeURIComponent), params: Object.fromEntries(params) };
}

/** What would make another address of it stays encoded (the framework's `escapePathDelimiters`). */
function escapeDelimiters(value: string): string {
  return value.replace(/[/#?]|%(?:2f|23|3f|5c)/gi, encodeURIComponent);
}

/** Says where two texts part. */
function note(differences: string[], path: string, ours: string, theirs: string): void {
  if (ours === theirs) return;
  let at = 0;
  while (ours[at] === theirs[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 60));
  differences.push(`${path}/: ours has ${around(ours)}, the framework's ${around(theirs)}`);
}
