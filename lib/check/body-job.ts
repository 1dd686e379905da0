// One body inspected, and compiled where its page will be built: it is parsed once for both.
import type { BodyContext } from '@/lib/content/body-context';
import { hasPublicFile } from '@/lib/content/public-files';
import type { Format } from '@/lib/mdx/body';
import { keepJson } from '@/lib/mdx/body-cache';
import type { CompiledBody } from '@/lib/mdx/compile';
import { type Inspection, inspectBody } from '@/lib/mdx/inspect';
import type { Picture } from '@/lib/mdx/picture';

/** What there is to do for a body. Plain data: it goes to another thread. */
export interface BodyJob {
  readonly index: number;
  readonly body: string;
  readonly format: Format;
  readonly context?: BodyContext | undefined;
  /** Where the findings are kept; they are not, without. */
  readonly keepAs?: string | undefined;
  /** To compile it as well: where that is kept, and the pictures beside the post. */
  readonly compile?:
    | { readonly keepAs: string; readonly pictures: readonly (readonly [string, Picture])[] }
    | undefined;
}

/** What was found. */
export interface BodyDone {
  readonly index: number;
  readonly inspection: Inspection;
}

/**
 * Does it. A body that breaks the rules is inspected and not compiled.
 *
 * @param remember told what was compiled, and its name.
 */
export async function doBodyJob(
  { index, body, format, context, keepAs, compile }: BodyJob,
  remember?: (key: string, compiled: CompiledBody) => void,
): Promise<BodyDone> {
  const { inspection, tree } = inspectBody(body, format, context);
  if (keepAs) keepJson(keepAs, inspection);
  if (compile && tree && inspection.breaches.length === 0) {
    const pictures = new Map(compile.pictures);
    // Colouring code is most of what there is to load, and a check alone has no use for it.
    const { compileBody } = await import('@/lib/mdx/compile');
    const compiled = await compileBody(body, { format, tree, pictures, hasPublicFile });
    keepJson(compile.keepAs, compiled);
    remember?.(compile.keepAs, compiled);
  }
  return { index, inspection };
}
