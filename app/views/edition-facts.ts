// Editions resolved against what readers may see, and their figures.
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { type Edition, type EditionContext, namedOf, resolveEdition } from '@/lib/edition/resolve';
import { byFolder } from '@/lib/kinds/index';
import { release } from '@/lib/kinds/release/kind';
import { getBody } from '@/lib/mdx/body-cache';
import { toPlacements } from '@/lib/mdx/placements';
import { countWords } from '@/lib/mdx/reading-time';
import { type CoverFacts, countOf } from '@/lib/output/pictures/cover';
import { getPictures } from '@/lib/output/pictures/pictures';

function contextOf({ community, lookup, postByUrl }: Content): EditionContext {
  return { community, lookup, postAt: (url) => postByUrl.get(url) };
}

/** What a post names, whatever its text places: for counts, covers and cards. */
export function editionOf(post: Post, content: Content): Edition {
  return resolveEdition(post, contextOf(content));
}

/** A post's pictures, its compiled body, and what it names and places. */
export async function readBody(post: Post, content: Content) {
  const pictures = await getPictures(post);
  const body = await getBody(post, pictures);
  return { pictures, body, edition: resolveEdition(post, contextOf(content), toPlacements(body.placements)) };
}

/** What the cover of an edition shows; undefined for other posts, and where the edition names nothing. */
export function toCoverFacts(edition: Edition): CoverFacts | undefined {
  const { period } = edition.post.coverage;
  if (!period) return undefined;
  const releases = namedOf(edition, release);
  const facts = {
    month: period,
    ...byFolder((kind) => namedOf(edition, kind).news.length),
    releases: releases.named.map((entry) => releases.kind.severity?.(entry) ?? 'plain'),
    contributors: edition.contributors.length,
  };
  return countOf(facts) > 0 ? facts : undefined;
}

/** How many words the entries and contributors that a post names add to it, as their cards show them. */
export function wordsOf({ post, entries }: Edition): number {
  const words = entries.flatMap(({ kind, named }) => named.flatMap((entry) => kind.words(entry)));
  return [...words, ...post.coverage.contributors].reduce((sum, text = '') => sum + countWords(text), 0);
}
