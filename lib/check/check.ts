// Collects all problems of the content: `npm run check` prints them, and errors stop a build.
import { now } from '@/lib/base/clock';
import { type Diagnostic, formatDiagnostic, sortDiagnostics } from '@/lib/base/diagnostic';
import { mapLimited } from '@/lib/base/map-limited';
import {
  checkAliasChains,
  checkAliases,
  checkLengths,
  checkNames,
  checkPublished,
  checkSameNames,
} from '@/lib/check/addresses';
import { type CheckContext, checkInspection } from '@/lib/check/bodies';
import { type BodyBuild, inspectBodies } from '@/lib/check/body-work';
import { checkChanges, checkEntries } from '@/lib/check/entries';
import { nearPathFrom } from '@/lib/check/near-path';
import { knownPaths } from '@/lib/check/paths';
import { type CheckedPictures, checkEntryPictures, checkPictures } from '@/lib/check/pictures';
import { checkSettings } from '@/lib/check/settings';
import { checkSiteLinks, siteFile } from '@/lib/check/site-links';
import { checkTags } from '@/lib/check/tags';
import { checkTexts } from '@/lib/check/texts';
import { checkTextsOfPosts, checkTopLevel } from '@/lib/check/unpublished';
import { entriesOf } from '@/lib/content/community';
import { type LoadedContent, loadContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { readLedger } from '@/lib/content/published';
import type { ReadMemory } from '@/lib/content/read-memory';
import { countedKinds, kinds } from '@/lib/kinds/index';
import type { Inspection } from '@/lib/mdx/inspect';

/** What a check found, and how much it checked. */
export interface CheckResult {
  readonly problems: readonly Diagnostic[];
  readonly posts: number;
  /** Of all kinds. */
  readonly entries: number;
  /** What was read, with the loader's problems. */
  readonly content: LoadedContent;
}

/** How to check. */
export interface CheckOptions {
  /** Compiles the bodies as well, for the build; without, nothing is written. */
  readonly build?: BodyBuild;
  /** Which files to check, by the path that authors know. The bodies, texts and pictures of others are not read. */
  readonly isWanted?: (file: string) => boolean;
  /** Files that were read before; without, every file is read. */
  readonly memory?: ReadMemory;
}

/** Checks all content below a folder. */
export async function check(
  dir: string,
  { build, isWanted = () => true, memory }: CheckOptions = {},
): Promise<CheckResult> {
  const instant = now();
  const content = await loadContent(dir, memory);
  const { problems, community } = content;
  const context = contextOf(content);
  const posts = content.posts.filter(({ shownFile }) => isWanted(shownFile));
  // The list of posts has a text too, which is checked like that of a post.
  const { section } = content;
  const written = section && isWanted(section.page.shownFile) ? [...posts, section.page] : posts;
  const checkedPictures = new Map<Post, Promise<CheckedPictures>>();
  const picturesOf = (post: Post) => {
    const checking = checkedPictures.get(post) ?? checkPictures(post, content.places.get(post));
    checkedPictures.set(post, checking);
    return checking;
  };
  const withPictures: BodyBuild | undefined = build && {
    ...build,
    picturesOf: async (post) => build.picturesOf(withoutFiles(post, (await picturesOf(post)).unusable)),
  };
  // The processes that inspect bodies leave this one idle.
  const [inspected, pictures, logos, texts, unpublished, settings, ledger] = await Promise.all([
    inspectBodies(written, withPictures),
    mapLimited(posts, 8, picturesOf),
    checkEntryPictures(community),
    checkTexts(dir, content.files, isWanted),
    Promise.all([checkTopLevel(dir), checkTextsOfPosts(dir, content, isWanted)]),
    isWanted(siteFile) ? Promise.all([checkSettings(), checkSiteLinks(context)]) : [],
    readLedger(dir),
  ]);
  const inspections = new Map(zip(written, inspected));
  const targets = content.posts.filter((post) => !inspections.has(post) && isLinked(post, inspections.values()));
  const anchors = toAnchors([...inspections, ...zip(targets, await inspectBodies(targets))]);
  const withAnchors = { ...context, anchorsOf: (url: string) => anchors.get(url) };
  const bodies = written.flatMap((post) => checkInspection(post, inspections.get(post) as Inspection, withAnchors));
  const count = kinds.reduce((sum, kind) => sum + entriesOf(community, kind).length, 0);
  return {
    problems: withoutDuplicates([
      ...problems,
      ...bodies,
      ...checkAliases(content),
      ...checkAliasChains(content),
      ...checkLengths(content),
      ...checkEntries(content, context),
      ...checkChanges(content, instant),
      ...pictures.flatMap((checked) => checked.problems),
      ...logos,
      ...texts,
      ...unpublished.flat(),
      ...settings.flat(),
      ...checkNames(dir, content.files),
      ...checkSameNames(dir, content.files),
      ...checkTags(content),
      ...checkPublished(content, ledger, instant),
    ]),
    posts: content.posts.length,
    entries: count,
    content: withServedFiles(content, new Map(zip(posts, pictures))),
  };
}

/** A post without some of the files next to it. */
function withoutFiles(post: Post, names: ReadonlySet<string>): Post {
  return names.size === 0 ? post : { ...post, files: post.files.filter(({ name }) => !names.has(name)) };
}

/** The content without the files that no page can show. */
function withServedFiles(content: LoadedContent, checked: ReadonlyMap<Post, CheckedPictures>): LoadedContent {
  const served = (post: Post) => withoutFiles(post, checked.get(post)?.unusable ?? new Set());
  const pairs = content.posts.map((post) => [post, served(post)] as const);
  if (pairs.every(([post, other]) => post === other)) return content;
  const places = pairs.flatMap(([post, other]) => {
    const place = content.places.get(post);
    return place ? [[other, place] as const] : [];
  });
  return { ...content, posts: pairs.map(([, other]) => other), places: new Map(places) };
}

function zip<A, B>(first: readonly A[], second: readonly B[]): [A, B][] {
  return first.map((one, index) => [one, second[index] as B]);
}

/** Whether a body links to a place in a post. */
function isLinked({ url }: Post, inspections: Iterable<Inspection>): boolean {
  for (const { references } of inspections) {
    if (references.some(({ address }) => address.includes('#') && address.includes(url.slice(0, -1)))) return true;
  }
  return false;
}

/** The ids on the pages of posts, by address: of their text, of what they place, and of what every page has. */
function toAnchors(inspected: readonly (readonly [Post, Inspection])[]): Map<string, ReadonlySet<string>> {
  return new Map(
    inspected.map(([{ url, coverage }, { ids }]) => {
      const entries = countedKinds.flatMap(({ folder }) => coverage[folder].map((id) => `entry-${folder}-${id}`));
      const thanks = coverage.contributors.length > 0 ? ['entry-contributors'] : [];
      return [url, new Set([...ids, ...entries, ...thanks, 'site-main', 'site-also', 'footnote-label'])];
    }),
  );
}

/** Sorts, and removes duplicates: two rules may find the same problem. */
function withoutDuplicates(problems: readonly Diagnostic[]): Diagnostic[] {
  const byText = new Map(problems.map((problem) => [formatDiagnostic(problem), problem]));
  return sortDiagnostics([...byText.values()]);
}

/** What bodies and entries are checked against. */
export function contextOf(content: LoadedContent): CheckContext {
  const paths = knownPaths(content);
  return { paths, ids: content.ids, suggest: nearPathFrom(content.posts, [...paths]) };
}
