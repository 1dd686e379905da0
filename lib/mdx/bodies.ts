// A post's body for its page: from the build's cache, else compiled now.
import { hasPublicFile } from '@/lib/content/public-files';
import { type BodySource, compiledKey, keepJson, readCompiled } from '@/lib/mdx/body-cache';
import type { CompiledBody } from '@/lib/mdx/compile';
import type { Picture } from '@/lib/mdx/picture';

/**
 * Compiles a body, or finds it compiled.
 *
 * @param pictures those beside the post, by name.
 * @throws {Error} where the body is not what the rules allow; `npm run check` says so with the place.
 */
export async function getBody(source: BodySource, pictures: ReadonlyMap<string, Picture>): Promise<CompiledBody> {
  // In development the code changes under a running process, and one page at a time is asked for.
  const key = process.env.NODE_ENV === 'production' ? compiledKey(source, pictures) : undefined;
  const kept = key && readCompiled(key);
  if (kept) return kept;
  // Only here: a build whose bodies are all there never loads the compiler.
  const { compileBody } = await import('@/lib/mdx/compile');
  const options = { ...source, pictures, hasPublicFile };
  const compiled = await compileBody(source.body, options).catch((error: unknown) => {
    // While somebody writes, the page stands and the check says above it what is wrong.
    if (process.env.NODE_ENV === 'development') return compileBody('', { ...options, tree: undefined });
    throw error;
  });
  if (key) keepJson(key, compiled);
  return compiled;
}
