// Releases whose breaking changes readers would not see.
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import type { Release } from '@/lib/kinds/release/release';
import type { LintedEdition } from '@/lib/news/lint-edition/edition';

/** Breaking changes that the text does not show, and releases that should say whether they have any. */
export function findMissingBreaking({ post, content, placements, placeOfField }: LintedEdition): Diagnostic[] {
  const releases = new Map(content.community.releases.map((release) => [release.id, release]));
  return post.coverage.releases.flatMap((id, index): Diagnostic[] => {
    const release = releases.get(id);
    if (!release) return [];
    const report = (message: string, fix: string) => [
      warning('lint/breaking', message, fix, placeOfField(['releases', index])),
    ];
    const placed = placements.single.has(`releases/${id}`) || placements.groups.has('Releases');
    if (release.breaking?.length && !placed) {
      return report(
        `“${id}” has breaking changes, but the text does not show them`,
        `place <Release id="${id}">, which shows them`,
      );
    }
    if (release.breaking || !mayBreak(release)) return [];
    return report(
      `by its version, “${id}” may have breaking changes, but its entry lists none`,
      `add "breaking:" to ${release.shownFile}; write "breaking: []" if there are none`,
    );
  });
}

/** 2.0.0, and 0.28.0: where semantic versioning allows breaking changes (semver.org, items 4 and 8). */
function mayBreak({ version }: Release): boolean {
  return /^(?:[1-9]\d*\.0|0\.\d+)(?:\.0)?$/.test(version);
}
