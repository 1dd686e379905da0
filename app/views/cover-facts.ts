// From an edition to what its cover is drawn from.
import { type Edition, namedOf } from '@/lib/edition/resolve';
import { byFolder } from '@/lib/kinds/index';
import { release } from '@/lib/kinds/release/kind';
import type { CoverFacts } from '@/lib/output/pictures/cover';

/** What the month of an edition held; undefined for posts that are no edition. */
export function toCoverFacts(edition: Edition): CoverFacts | undefined {
  const { period } = edition.post.coverage;
  if (!period) return undefined;
  const releases = namedOf(edition, release);
  return {
    month: period,
    ...byFolder((kind) => namedOf(edition, kind).named.length),
    releases: releases.named.map((entry) => releases.kind.severity?.(entry) ?? 'plain'),
    contributors: edition.contributors.length,
  };
}
