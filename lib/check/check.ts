// Everything that is wrong with the content, found in one go: what `npm run check` prints and what stops a build.

import { checkAliases } from '@/lib/check/aliases';
import { judgeBody, type Surroundings } from '@/lib/check/bodies';
import { type BodyBuild, inspectBodies } from '@/lib/check/body-work';
import { checkEntries } from '@/lib/check/entries';
import { checkEntryPictures } from '@/lib/check/entry-pictures';
import { knownPaths } from '@/lib/check/paths';
import { checkPictures } from '@/lib/check/pictures';
import type { KnownIds } from '@/lib/check/placements';
import { checkPublished } from '@/lib/check/published';
import { checkSameNames } from '@/lib/check/same-names';
import { checkTexts } from '@/lib/check/texts';
import { now } from '@/lib/clock';
import type { Community } from '@/lib/content/community';
import { type LoadedContent, loadContent } from '@/lib/content/content';
import type { CoveredKind } from '@/lib/content/coverage';
import { mapLimited } from '@/lib/content/map-limited';
import type { Post } from '@/lib/content/posts';
import { formatProblem, type Problem, sortProblems } from '@/lib/content/problems';
import { readLedger } from '@/lib/content/published';
import { nearest } from '@/lib/content/validate';
import type { BodyFault } from '@/lib/mdx/body-rules';
import type { Inspection } from '@/lib/mdx/inspect';

/** What a check found, and how much it looked at. */
export interface CheckResult {
  readonly problems: readonly Problem[];
  readonly posts: number;
  /** Events, releases, adopters, ecosystem entries and people. */
  readonly entries: number;
  /** What was read, problems and all. */
  readonly content: LoadedContent;
}

/**
 * Checks all content below a folder.
 *
 * @param build compiles the bodies in the same go, for the pages to be built from; without, nothing is written.
 */
export async function check(dir: string, build?: BodyBuild): Promise<CheckResult> {
  const instant = now();
  const content = await loadContent(dir);
  const { posts, problems, community } = content;
  const surroundings = surroundingsOf(content);
  const inspections = await inspectBodies(posts, build);
  const bodies = posts.flatMap((post, index) => {
    const inspection = inspections[index] as Inspection;
    return [...judgeBody(post, inspection, surroundings), ...toProblems(post, inspection.faults)];
  });
  const aliases = checkAliases(content);
  const entries = checkEntries(content, surroundings);
  const beside = await mapLimited(posts, 8, (post) => checkPictures(post, content.places.get(post)));
  const pictures = [...beside.flat(), ...(await checkEntryPictures(community))];
  const texts = await checkTexts(dir);
  const names = await checkSameNames(dir);
  const published = checkPublished(content, await readLedger(dir), instant);
  const count = Object.values(surroundings.ids).reduce((sum, ids) => sum + ids.size, 0);
  return {
    problems: withoutTwins([
      ...problems,
      ...bodies,
      ...aliases,
      ...entries,
      ...pictures,
      ...texts,
      ...names,
      ...published,
    ]),
    posts: posts.length,
    entries: count,
    content,
  };
}

/** What is wrong with a body by itself, at its lines of the file. */
function toProblems({ shownFile, bodyLine }: Post, faults: readonly BodyFault[]): Problem[] {
  return faults.map((fault) => ({ ...fault, file: shownFile, line: fault.line + bodyLine - 1 }));
}

/** Sorted, and each once: two rules may find the same. */
function withoutTwins(problems: readonly Problem[]): Problem[] {
  const byText = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return sortProblems([...byText.values()]);
}

/** What bodies and entries may refer to. */
export function surroundingsOf(content: LoadedContent): Surroundings {
  const paths = knownPaths(content);
  return { paths, ids: knownIds(content.community), suggest: suggestFrom([...paths]) };
}

function knownIds(community: Community): KnownIds {
  const idsOf = (kind: CoveredKind) => new Set(community[kind].map(({ id }) => id));
  return {
    releases: idsOf('releases'),
    events: idsOf('events'),
    adopters: idsOf('adopters'),
    ecosystem: idsOf('ecosystem'),
    people: idsOf('people'),
  };
}

/** Each suggestion looks at every path, so each name is looked up once, and after many no more. */
function suggestFrom(paths: readonly string[], limit = 200): (path: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (path) => {
    if (!known.has(path) && known.size < limit) known.set(path, nearest(path, paths));
    return known.get(path);
  };
}
