// A post's body for its page, from the build's cache or compiled now.
import { hasPublicFile } from '@/lib/content/public-files';
import { type BodySource, compiledKey, keepJson, readCompiled } from '@/lib/mdx/body-cache';
import type { CompiledBody } from '@/lib/mdx/compile';
import type { Picture } from '@/lib/mdx/picture';

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
