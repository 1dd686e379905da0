// From an edition to what its cover is drawn from.
import { entryOf } from '@/lib/content/community';
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { byFolder } from '@/lib/kinds/index';
import { release, severityOf } from '@/lib/kinds/release/kind';
import type { CoverFacts } from '@/lib/output/pictures/cover';

/** What the month of an edition held; undefined for posts that are no edition. */
export function toCoverFacts({ coverage }: Post, { community }: Content): CoverFacts | undefined {
  if (!coverage.period) return undefined;
  return {
    month: coverage.period,
    ...byFolder(({ folder }) => coverage[folder].length),
    releases: coverage.releases.map((id) => severityOf(entryOf(community, release, id) ?? {})),
    contributors: coverage.contributors.length,
  };
}
