// How the framework stores what it has prerendered, derived from one address: the others of its route are stored in the same way.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Params } from '@/lib/build/prerender/prerender-page';

/** What the framework stores about an address next to its content. */
export interface Records {
  /** From `prerender-manifest.json`. */
  readonly entry: Readonly<Record<string, unknown>>;
  /** From the file that ends in `.meta`. */
  readonly meta: Readonly<Record<string, unknown>>;
}

/** The status and headers of a response. */
export interface ResponseHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

const recordSchema = z.record(z.string(), z.unknown());
const manifestSchema = z.looseObject({ routes: z.record(z.string(), recordSchema) });

/** The list of everything that is prerendered, by address. */
export type Manifest = z.output<typeof manifestSchema>;

/** Reads that list. */
export async function readManifest(distDir: string): Promise<Manifest> {
  return manifestSchema.parse(JSON.parse(await readFile(manifestPath(distDir), 'utf8')));
}

/** The file of that list. */
export function manifestPath(distDir: string): string {
  return join(distDir, 'prerender-manifest.json');
}

/** The file of an address, without its extension. */
export function storedPath(distDir: string, path: string): string {
  return join(distDir, 'server', 'app', ...path.slice(1).split('/'));
}

/** An address of a route, without a final slash. */
export interface Address {
  /** As the framework lists it and names files: decoded, except for characters that would make another address of it. */
  readonly path: string;
  /** As it is requested: percent-encoded. */
  readonly encoded: string;
}

/**
 * The address that a route's parameters make.
 *
 * @param given as the route lists them, not encoded.
 * @returns it, and the parameters as the framework passes them to the page.
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

/** As the framework's `escapePathDelimiters` does. */
function escapeDelimiters(value: string): string {
  return value.replace(/[/#?]|%(?:2f|23|3f|5c)/gi, encodeURIComponent);
}

/** The records of an address; undefined where the framework has not prerendered it. */
export async function readRecords(distDir: string, { routes }: Manifest, path: string): Promise<Records | undefined> {
  const entry = routes[path];
  if (!entry) return undefined;
  const meta = recordSchema.parse(JSON.parse(await readFile(`${storedPath(distDir, path)}.meta`, 'utf8')));
  return { entry, meta };
}

/**
 * The records of another address of the same route.
 *
 * @param sample the framework's records of `from`.
 * @param head of the response; undefined for a page.
 */
export function toRecords(sample: Records, from: Address, to: Address, head?: ResponseHead): Records {
  const { entry, meta } = replaceAddress(sample, from, to) as Records;
  if (!head) return { entry, meta };
  const status = 'initialStatus' in entry || head.status !== 200 ? { initialStatus: head.status } : {};
  return {
    entry: { ...entry, ...status, initialHeaders: withFrameworkHeaders(entry.initialHeaders, head.headers) },
    meta: { ...meta, status: head.status, headers: withFrameworkHeaders(meta.headers, head.headers) },
  };
}

/** The headers of a response, and those that the framework adds (`x-next-…`). */
function withFrameworkHeaders(sample: unknown, own: ResponseHead['headers']): Record<string, unknown> {
  const added = Object.entries(sample ?? {}).filter(([name]) => name.startsWith('x-next'));
  return { ...own, ...Object.fromEntries(added) };
}

/** Replaces an address wherever it is a whole value, or the end of a key, a tag or a file name. */
function replaceAddress(value: unknown, from: Address, to: Address): unknown {
  if (typeof value === 'string') return replaceInText(value, from, to);
  if (Array.isArray(value)) return value.map((each) => replaceAddress(each, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaceAddress(each, from, to)]));
}

function replaceInText(text: string, from: Address, to: Address): string {
  return text
    .split(',')
    .map((part) => {
      // Cache tags are encoded, and nothing else is.
      const form = part.startsWith('_N_T_') ? 'encoded' : 'path';
      const end = ['', '/', '.rsc'].find((each) => part.endsWith(from[form] + each));
      if (end === undefined) return part;
      const before = part.slice(0, part.length - from[form].length - end.length);
      return before === '' || before === '_N_T_' || before.endsWith('$') ? before + to[form] + end : part;
    })
    .join(',');
}
