// Releases whose breaking changes the reader would not meet.
import type { Release } from '@/lib/kinds/release/release';
import type { Finding, LintedEdition } from '@/lib/news/lint-edition/edition';

/** Breaking changes that stand at the end only, and releases that should say whether they have any. */
export function findMissingBreaking({ post, content, placements, located }: LintedEdition): Finding[] {
  const releases = new Map(content.community.releases.map((release) => [release.id, release]));
  return post.coverage.releases.flatMap((id, index): Finding[] => {
    const release = releases.get(id);
    if (!release) return [];
    const place = located?.placeOf(['releases', index]) ?? { line: 1, column: 1 };
    const placed = placements.single.has(`releases/${id}`) || placements.groups.has('Releases');
    if ((release.breaking?.length ?? 0) > 0 && !placed) {
      const message = `“${id}” has breaking changes, and the text does not place it`;
      return [{ ...place, rule: 'breaking', message, fix: `place <Release id="${id}">, which shows them` }];
    }
    if (release.breaking === undefined && mayBreak(release)) {
      const message = `“${id}” may break things by its version, and its entry does not say what`;
      const fix = `add "breaking:" to ${release.shownFile}; "breaking: []" says that there is nothing`;
      return [{ ...place, rule: 'breaking', message, fix }];
    }
    return [];
  });
}

/** 2.0.0, and 0.28.0: what semantic versioning lets break (semver.org, items 4 and 8). */
function mayBreak({ version }: Release): boolean {
  return /^(?:[1-9]\d*\.0|0\.\d+)(?:\.0)?$/.test(version);
}
