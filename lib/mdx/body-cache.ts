// Compiles a post's body for its page, with the build's cache of compiled and inspected bodies.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, keepFile, readKept, sourceChecksum } from '@/lib/base/build-cache';
import type { BodyContext } from '@/lib/content/posts';
import { hasPublicFile } from '@/lib/content/public-files';
import type { Format } from '@/lib/mdx/body';
import type { CompiledBody } from '@/lib/mdx/compile';
import type { Picture } from '@/lib/mdx/picture';
import { site } from '@/lib/site';

/** What a compiled body depends on, apart from the code. */
export interface BodySource {
  readonly body: string;
  readonly format: Format;
  readonly context?: BodyContext | undefined;
}

/**
 * Compiles a body, or finds it compiled.
 *
 * @param pictures those next to the post, by name.
 * @throws {BodyError} where it cannot be rendered; `npm run check` reports it with its place.
 */
export async function getBody(source: BodySource, pictures: ReadonlyMap<string, Picture>): Promise<CompiledBody> {
  // In development the code changes while a process runs, and pages are requested one at a time.
  const key = process.env.NODE_ENV === 'production' ? compiledKey(source, pictures) : undefined;
  const kept = key && readCompiled(key);
  if (kept) return kept;
  // Imported only here: a build that finds all bodies in the cache never loads the compiler.
  const { compileBody } = await import('@/lib/mdx/compile');
  const options = { ...source, pictures, hasPublicFile };
  const compiled = await compileBody(source.body, options).catch((error: unknown) => {
    // While somebody writes, the page stays, and the check reports above it what is wrong.
    if (process.env.NODE_ENV === 'development') return compileBody('', { ...options, tree: undefined });
    throw error;
  });
  if (key) keepJson(key, compiled);
  return compiled;
}

let code: string | undefined;

/** Changes with everything else that a body's HTML depends on: our code, the site's settings, libraries, `public/`, this Node. */
function codeKey(): string {
  code ??= createHash('sha256')
    // All of it: what a body is compiled and inspected with is in several folders, and imports from others.
    .update(sourceChecksum(['lib']))
    .update(readFileSync('package-lock.json'))
    .update(
      JSON.stringify([
        process.version,
        process.env.BASE_PATH,
        // The settings are in lib, but tests have others, and one of them has a language of their choice.
        site,
        readdirSync('public', { recursive: true }).map(String).sort(),
      ]),
    )
    .digest('hex');
  return code;
}

/** The cache key of a body's inspection. */
export function inspectionKey({ body, format, context = {} }: BodySource): string {
  return toKey('inspected', format, JSON.stringify(context), body);
}

/** The cache key of a body that is compiled with these pictures. */
export function compiledKey(
  { body, format, context = {} }: BodySource,
  pictures: ReadonlyMap<string, Picture>,
): string {
  const given = JSON.stringify([context, [...pictures].sort(([a], [b]) => (a < b ? -1 : 1))]);
  return toKey('compiled', format, given, body);
}

function toKey(...parts: readonly string[]): string {
  const hash = createHash('sha256').update(codeKey());
  for (const part of parts) hash.update(`\0${part.length}\0`).update(part);
  return `${hash.digest('hex').slice(0, 40)}.json`;
}

/** At most 500. Others are read again: they would fill the memory of a process. */
const remembered = new Map<string, CompiledBody>();

/** Keeps a compiled body in memory as well, while there are few: reading it again takes longer than rendering it. */
export function rememberCompiled(key: string, compiled: CompiledBody): void {
  if (remembered.size < 500) remembered.set(key, compiled);
}

/** The compiled body of a key; undefined where the cache has none, or a damaged one. */
export function readCompiled(key: string): CompiledBody | undefined {
  return (
    remembered.get(key) ??
    readJson(key, (value): value is CompiledBody => typeof (value as CompiledBody).source === 'string')
  );
}

/** What the cache has for a key; undefined where that is nothing, damaged or of another shape. */
export function readJson<T>(key: string, isWhole: (value: object) => value is T & object): T | undefined {
  const text = readKept(join(cacheDir('bodies'), key));
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text.toString('utf8'));
  return typeof value === 'object' && value !== null && isWhole(value) ? value : undefined;
}

/** Puts something into the cache. */
export function keepJson(key: string, value: object): void {
  keepFile(join(cacheDir('bodies'), key), JSON.stringify(value));
}
