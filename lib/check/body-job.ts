// Inspects one body, and also compiles it if its page will be built, so that it is parsed only once.
import type { BodyContext } from '@/lib/content/posts';
import { hasPublicFile } from '@/lib/content/public-files';
import type { Format } from '@/lib/mdx/body';
import { keepJson } from '@/lib/mdx/body-cache';
import type { CompiledBody } from '@/lib/mdx/compile';
import { type Inspection, inspectBody } from '@/lib/mdx/inspect';
import type { Picture } from '@/lib/mdx/picture';

/** A body to inspect. Plain data: it is sent to other processes. */
export interface BodyJob {
  readonly index: number;
  readonly body: string;
  readonly format: Format;
  readonly context?: BodyContext | undefined;
  /** The cache key of the inspection; without, it is not cached. */
  readonly keepAs?: string | undefined;
  /** To compile it as well: the cache key, and the pictures next to the post. */
  readonly compile?:
    | { readonly keepAs: string; readonly pictures: readonly (readonly [string, Picture])[] }
    | undefined;
}

/**
 * Does a job. A body that breaks the rules is not compiled.
 *
 * @param remember is called with the compiled body and its cache key.
 */
export async function doBodyJob(
  { body, format, context, keepAs, compile }: BodyJob,
  remember?: (key: string, compiled: CompiledBody) => void,
): Promise<Inspection> {
  const { inspection, tree } = inspectBody(body, format, context);
  if (keepAs) keepJson(keepAs, inspection);
  if (compile && tree && inspection.isRenderable) {
    const pictures = new Map(compile.pictures);
    // Imported only here: syntax highlighting is large, and a check alone does not need it.
    const { compileBody } = await import('@/lib/mdx/compile');
    const compiled = await compileBody(body, { format, tree, pictures, hasPublicFile });
    keepJson(compile.keepAs, compiled);
    remember?.(compile.keepAs, compiled);
  }
  return inspection;
}
