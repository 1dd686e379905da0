// The body of a post of another generator, as our Markdown.
import type { BodySource, ConvertedBody } from '@/lib/news/import/source';

/** Converts a body. */
export async function convertBody({ post }: BodySource): Promise<ConvertedBody> {
  return { body: post.body, changes: {}, files: [], pictures: {}, problems: [] };
}
