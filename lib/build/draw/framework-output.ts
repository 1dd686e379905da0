// How the framework keeps what it has made beforehand, learned from one that it made: the others of a route are kept alike.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What the framework's list of what is made beforehand says of one address, and the file beside it. */
export interface KeptFacts {
  /** Of `prerender-manifest.json`. */
  readonly entry: Readonly<Record<string, unknown>>;
  /** Of the file that ends in `.meta`. */
  readonly meta: Readonly<Record<string, unknown>>;
}

/** An answer's status and headers. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** The framework's list, as far as it is needed. */
const manifestSchema = z.looseObject({ routes: z.record(z.string(), z.record(z.string(), z.unknown())) });
const metaSchema = z.record(z.string(), z.unknown());

/** The list of everything that is made beforehand, by address. */
export type Manifest = z.output<typeof manifestSchema>;

/** @returns what the framework says of what it has made. */
export async function readManifest(distDir: string): Promise<Manifest> {
  return manifestSchema.parse(JSON.parse(await readFile(manifestPath(distDir), 'utf8')));
}

/** Where that is. */
export function manifestPath(distDir: string): string {
  return join(distDir, 'prerender-manifest.json');
}

/** The file of an address, without its ending. */
export function keptPath(distDir: string, path: string): string {
  return join(distDir, 'server', 'app', ...path.slice(1).split('/'));
}

/** An address of a route, without a final slash. */
export interface Address {
  /** As the framework lists it and names files: decoded, as far as it is still one address. */
  readonly path: string;
  /** As it is asked for: percent-encoded. */
  readonly encoded: string;
}

/** What is said of an address that the framework made. */
export async function readFacts(distDir: string, { routes }: Manifest, path: string): Promise<KeptFacts | undefined> {
  const entry = routes[path];
  if (!entry) return undefined;
  const meta = metaSchema.parse(JSON.parse(await readFile(`${keptPath(distDir, path)}.meta`, 'utf8')));
  return { entry, meta };
}

/** Headers that the framework adds to those of an answer. */
const inner = /^x-next/;

/**
 * What is to be said of another address of the same route.
 *
 * @param sample what the framework says of `from`.
 * @param head the answer's own; undefined for a page.
 */
export function toFacts(sample: KeptFacts, from: Address, to: Address, head?: AnswerHead): KeptFacts {
  const { entry, meta } = readdress(sample, from, to) as KeptFacts;
  if (!head) return { entry, meta };
  const status = 'initialStatus' in entry || head.status !== 200 ? { initialStatus: head.status } : {};
  return {
    entry: { ...entry, ...status, initialHeaders: withHeaders(entry.initialHeaders, head.headers) },
    meta: { ...meta, status: head.status, headers: withHeaders(meta.headers, head.headers) },
  };
}

function withHeaders(sample: unknown, own: Readonly<Record<string, string>>): Record<string, unknown> {
  const added = Object.entries(sample ?? {}).filter(([name]) => inner.test(name));
  return { ...own, ...Object.fromEntries(added) };
}

/** Wherever an address stands as a whole, or ends a key, a tag or the name of a file, another takes its place. */
function readdress(value: unknown, from: Address, to: Address): unknown {
  if (typeof value === 'string') return readdressText(value, from, to);
  if (Array.isArray(value)) return value.map((each) => readdress(each, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, readdress(each, from, to)]));
}

function readdressText(text: string, from: Address, to: Address): string {
  return text
    .split(',')
    .map((part) => {
      // Tags of what is kept are encoded, and nothing else is.
      const form = part.startsWith('_N_T_') ? 'encoded' : 'path';
      const end = ['', '/', '.rsc'].find((each) => part.endsWith(from[form] + each));
      if (end === undefined) return part;
      const before = part.slice(0, part.length - from[form].length - end.length);
      return before === '' || before === '_N_T_' || before.endsWith('$') ? before + to[form] + end : part;
    })
    .join(',');
}
