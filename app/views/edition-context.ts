// Editions resolved against what readers may see.
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { type Edition, type EditionContext, resolveEdition } from '@/lib/edition/resolve';

/** What editions are resolved against. */
export function editionContext({ community, lookup, postByUrl }: Content): EditionContext {
  return { community, lookup, postAt: (url) => postByUrl.get(url) };
}

/** What a post names, whatever its text places: for counts, covers and cards. */
export function editionOf(post: Post, content: Content): Edition {
  return resolveEdition(post, editionContext(content));
}
