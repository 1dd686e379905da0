// The registry of kinds, a line each. Everything that is a list of kinds elsewhere derives from it, types too.
import { hasSection } from '@/lib/base/sections';
import { contributePath, sectionPath } from '@/lib/base/urls';
import { adopter } from '@/lib/kinds/adopter/kind';
import { ecosystem } from '@/lib/kinds/ecosystem/kind';
import { event } from '@/lib/kinds/event/kind';
import type { EntryBase, EntryView, Kind } from '@/lib/kinds/kind';
import { link } from '@/lib/kinds/link/kind';
import { ownKinds } from '@/lib/kinds/own';
import { person } from '@/lib/kinds/person/kind';
import { release } from '@/lib/kinds/release/kind';

const registered = [event, release, adopter, ecosystem, link, person, ...ownKinds] as const;

refuseTwice('kinds', [...registered.map(({ name }) => name), 'post', 'contributors', 'projects', 'facts']);
refuseTwice('folders', [
  ...registered.map(({ folder }) => folder),
  ...['blog', 'posts', 'contributors', 'projects', 'facts', 'templates', 'published'],
]);

/** One of the registered kinds, with the types of its entries and of what is shown of them. */
export type RegisteredKind = (typeof registered)[number];

/** `event` */
export type KindName = RegisteredKind['name'];

/** `events`: a folder of the content, a front-matter field, a section of the site. */
export type Folder = RegisteredKind['folder'];

/** A registered kind, where which one does not matter. */
export type EntryKind = Kind<EntryBase, EntryView, KindName, Folder>;

/** The entries of each folder. */
export type EntriesByFolder = {
  readonly [K in RegisteredKind as K['folder']]: K extends Kind<infer E, infer _, string, string>
    ? readonly E[]
    : never;
};

/** All kinds, those whose sections the site does not have included: what they look like on covers does not depend on that. */
export const allKinds: readonly EntryKind[] = registered;

/** The kinds of the site's sections (`site.sections`), in the order of sections, of the search and of data. */
export const kinds: readonly EntryKind[] = present(allKinds);

/** In the order in which an edition shows them: what shipped, when to meet, who took a role, who joined; then the others. */
export const editionKinds: readonly EntryKind[] = present(inOrder([release, event, person, adopter, ecosystem]));

const countingOrder: readonly EntryKind[] = inOrder([release, event, adopter, ecosystem, person]);

/** In the order in which an edition counts them, and in which its front matter is described. */
export const countedKinds: readonly EntryKind[] = present(countingOrder);

/** First path segments that this site serves itself, besides files in `public/`. */
export const sections: readonly string[] = [
  ...kinds.map(({ folder }) => folder),
  ...['blog', 'community', 'tags', 'subscribe', 'search', 'contribute'].filter(hasSection),
  'authors',
  ...['cards', 'icons', 'data', 'schemas', 'sitemaps', '.well-known'],
  ...['feed.xml', 'atom.xml', 'feed.json', 'feed.css'],
  ...(hasSection('events') ? ['events.ics'] : []),
  ...['sitemap.xml', 'llms.txt', 'manifest.webmanifest', 'robots.txt', 'speculation-rules.json'],
];

/** The sections other than the blog, each with a page of its own whether or not there is anything in it. */
export const sectionPaths: readonly string[] = [
  ...kinds.map(({ folder }) => sectionPath(folder)),
  ...['community', 'tags', 'subscribe', 'contribute'].filter(hasSection).map(sectionPath),
  ...(hasSection('contribute') ? kinds.filter(({ isContributed }) => isContributed) : []).map(({ name }) =>
    contributePath(name),
  ),
];

/** The kind of a name: `event`. */
export function kindNamed(name: string): EntryKind | undefined {
  return kinds.find((kind) => kind.name === name);
}

/** The kind of a folder: `events`. */
export function kindIn(folder: string): EntryKind | undefined {
  return kinds.find((kind) => kind.folder === folder);
}

/** Something for each folder, those of sections that the site does not have included, in the order in which editions count. */
export function byFolder<T>(make: (kind: EntryKind) => T): Readonly<Record<Folder, T>> {
  // Made from all kinds, so each folder is in it: what `fromEntries` cannot say.
  return Object.fromEntries(countingOrder.map((kind) => [kind.folder, make(kind)])) as Record<Folder, T>;
}

function inOrder(first: readonly EntryKind[]): EntryKind[] {
  return [...first, ...allKinds.filter((kind) => !first.includes(kind))];
}

/** Those whose sections the site has. */
function present(all: readonly EntryKind[]): EntryKind[] {
  return all.filter(({ folder }) => hasSection(folder));
}

/**
 * Refuses a kind with a name that something else has, which one of the two would lose.
 *
 * @param what the names are of: `components`.
 * @throws {Error} where a name is there twice.
 */
export function refuseTwice(what: string, names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return;
  throw new Error(`Two ${what} are called "${twice}" (fix: rename the kind in lib/kinds/own.ts).`);
}
