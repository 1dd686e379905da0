// From an edition to what its cover is drawn from.
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import type { CoverFacts } from '@/lib/output/pictures/cover';

/** What the month of an edition held; undefined for posts that are no edition. */
export function toCoverFacts({ coverage }: Post, { byId }: Content): CoverFacts | undefined {
  if (!coverage.period) return undefined;
  return {
    month: coverage.period,
    releases: coverage.releases.map((id) => {
      const { breaking = [], security = [] } = byId.releases.get(id) ?? {};
      return breaking.length > 0 ? 'breaking' : security.length > 0 ? 'secured' : 'plain';
    }),
    events: coverage.events.length,
    adopters: coverage.adopters.length,
    ecosystem: coverage.ecosystem.length,
    people: coverage.people.length,
    contributors: coverage.contributors.length,
  };
}
