// What a post names, what its text places, and what is left over, for all outputs.
import { inCapitals } from '@/lib/base/english';
import { groupBy } from '@/lib/base/group-by';
import { type EditionDays, editionDays, plusDays } from '@/lib/base/month';
import { type Community, entryOf } from '@/lib/content/community';
import type { Post } from '@/lib/content/posts';
import { hiddenReason } from '@/lib/content/visibility';
import { type EntryKind, editionKinds } from '@/lib/kinds/index';
import type { EntryBase, Lookup } from '@/lib/kinds/kind';
import { groupName, type Placements } from '@/lib/mdx/placements';

/** The content that an edition may name and link to. */
export interface EditionContext {
  readonly community: Community;
  readonly lookup: Lookup;
  /** The post at an address, as far as this output may link to it. */
  readonly postAt: (url: string) => Post | undefined;
}

/** What a post names of one kind. */
export interface NamedEntries {
  readonly kind: EntryKind;
  /** All of them, in the post's order. */
  readonly named: readonly EntryBase[];
  /** Those of the month, which are counted and announced as new: not who joined long ago and only the text places. */
  readonly news: readonly EntryBase[];
  /**
   * What each component for several shows, by its name in {@link Placements}, such as `Events past`. An entry that is not
   * placed one by one is in the most special one that the text has: of a part before of all, with `when` before without.
   */
  readonly lists: ReadonlyMap<string, readonly EntryBase[]>;
  /** What nothing in the text shows, so that the end of the page shows it. */
  readonly leftOver: readonly EntryBase[];
}

/** Somebody whom an edition thanks. */
export interface Contributor {
  readonly name: string;
  /** The id of their page, where they have one. */
  readonly person: string | undefined;
}

/** What a post names, and where it is shown. */
export interface Edition {
  readonly post: Post;
  /** For the views of its entries: by its own day, so that what old editions say of times stays what it was. */
  readonly lookup: Lookup;
  /** In the order of editions; kinds of which the post names nothing too. */
  readonly entries: readonly NamedEntries[];
  /** Posts of the month that readers may see. */
  readonly posts: readonly Post[];
  readonly contributors: readonly Contributor[];
  readonly facts: Community['facts'];
  /** What the text places no list of, so that the end of the page does. */
  readonly leftOver: { readonly posts: readonly Post[]; readonly contributors: readonly Contributor[] };
}

/** Where entries are that no component shows. */
const nowhere = '';

/** For outputs that show no text of the post, and so place nothing. */
const nothingPlaced: Placements = { single: new Set(), groups: new Set() };

/** Resolves what a post names against the content, and against what its text places. */
export function resolveEdition(
  post: Post,
  { community, lookup, postAt }: EditionContext,
  { single, groups }: Placements = nothingPlaced,
): Edition {
  const posts = post.coverage.posts.flatMap((url) => postAt(url) ?? []);
  const contributors = post.coverage.contributors.map((name): Contributor => {
    const person = lookup.person(name);
    return { name: person?.name ?? name, person: person?.id };
  });
  const days = editionDays(post.date, post.coverage);
  return {
    post,
    lookup: { ...lookup, days },
    entries: editionKinds.map((kind) => {
      const named: readonly EntryBase[] = post.coverage[kind.folder]
        .map((id) => entryOf(community, kind, id))
        .filter((entry) => entry !== undefined);
      const left = named.filter(({ id }) => !single.has(`${kind.folder}/${id}`));
      const lists = groupBy(left, (entry) => listsFor(kind, entry, days).find((name) => groups.has(name)) ?? nowhere);
      const news = kind.joins ? named.filter((entry) => isNews(kind, entry, post, days)) : named;
      return { kind, named, news, lists, leftOver: lists.get(nowhere) ?? [] };
    }),
    posts,
    contributors,
    facts: community.facts,
    leftOver: {
      posts: groups.has('Posts') ? [] : posts,
      contributors: groups.has('Thanks') ? [] : contributors,
    },
  };
}

/** Whether somebody or something joined in the month of an edition: its front matter says so, or the entry. */
function isNews(kind: EntryKind, entry: EntryBase, { coverage }: Post, { since, day, ahead }: EditionDays): boolean {
  const { period, fromText } = coverage;
  if (period === undefined || !fromText[kind.folder].includes(entry.id)) return true;
  const span = { period, since, until: plusDays(day, -1), ahead };
  const [ofMonth] = kind.gather([entry], { span, projectRank: () => 0, addedOn: () => undefined });
  return ofMonth.length > 0;
}

/** The components for several that may show an entry, the most special first. */
function listsFor(kind: EntryKind, entry: EntryBase, days: EditionDays): string[] {
  const { part } = kind.components;
  const names = [...(part?.has(entry) ? [part.name] : []), inCapitals(kind.folder)];
  return names.flatMap((name) => (kind.when ? [groupName(name, kind.when(entry, days)), name] : [name]));
}

/** What a post names of a kind. */
export function namedOf({ entries }: Edition, kind: { readonly folder: string }): NamedEntries {
  const found = entries.find((each) => each.kind.folder === kind.folder);
  if (!found) throw new Error(`"${kind.folder}" is not a registered kind`);
  return found;
}

interface LeftOver {
  readonly entries: readonly { readonly leftOver: readonly unknown[] }[];
  readonly leftOver: { readonly posts: readonly unknown[]; readonly contributors: readonly unknown[] };
}

/** Whether the text places everything that the post names. */
export function isAllPlaced({ entries, leftOver }: LeftOver): boolean {
  return (
    entries.every((each) => each.leftOver.length === 0) &&
    leftOver.posts.length === 0 &&
    leftOver.contributors.length === 0
  );
}

/** Finds posts that are public at an instant, by their addresses. */
export function publicPosts(posts: readonly Post[], now: Date): EditionContext['postAt'] {
  return (url) => posts.find((post) => post.url === url && hiddenReason(post, now) === undefined);
}
