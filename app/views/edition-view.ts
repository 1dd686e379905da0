// From an edition to what its page shows: the entries that it names, and its pictures.
import { readBody } from '@/app/views/edition-facts';
import { withPictures } from '@/app/views/entry-views';
import type { EditionView, MonthPost, SectionView, ThankedPerson } from '@/components/mdx/edition';
import { entryAnchor } from '@/components/mdx/entry-cards';
import { personPath, toUrl } from '@/lib/base/urls';
import { plural, words } from '@/lib/base/words';
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import type { Contributor, Edition, NamedEntries } from '@/lib/edition/resolve';
import { countedKinds, type EntryKind } from '@/lib/kinds/index';
import type { EntryBase, EntryView } from '@/lib/kinds/kind';
import { renderInline } from '@/lib/mdx/markdown';
import type { Picture } from '@/lib/mdx/picture';

/** A post's compiled body, what it names and places, and what its page shows of that. */
export async function readEdition(post: Post, content: Content) {
  const { pictures, body, edition } = await readBody(post, content);
  const given = { ...content, lookup: edition.lookup };
  const toViews: ToViews = (kind, named) => withPictures(kind, named, given);
  return { body, edition, view: await toEditionView(edition, pictures, toViews) };
}

/** What pages show of some entries of a kind, in their order. */
type ToViews = (kind: EntryKind, entries: readonly EntryBase[]) => Promise<readonly EntryView[]>;

/** What a page shows of an edition. @param pictures those next to the post, by name. */
export async function toEditionView(
  edition: Edition,
  pictures: ReadonlyMap<string, Picture>,
  toViews: ToViews,
): Promise<EditionView> {
  const { leftOver } = edition;
  return {
    sections: await Promise.all(edition.entries.map((entries) => toSection(entries, toViews))),
    posts: edition.posts.map(toMonthPost),
    contributors: edition.contributors.map(toThanked),
    facts: edition.facts.map(({ icon, title, about }) => ({ icon, title, about: renderInline(about) })),
    pictures,
    leftOver: { posts: leftOver.posts.map(toMonthPost), contributors: leftOver.contributors.map(toThanked) },
  };
}

async function toSection({ kind, named, lists, leftOver }: NamedEntries, toViews: ToViews): Promise<SectionView> {
  const views = new Map((await toViews(kind, named)).map((view) => [view.id, view]));
  const viewsOf = (entries: readonly EntryBase[]) => entries.flatMap(({ id }) => views.get(id) ?? []);
  const shown = new Map([...lists].map(([name, entries]) => [name, viewsOf(entries)]));
  return { kind, named: views, lists: shown, leftOver: viewsOf(leftOver) };
}

function toMonthPost({ url, title, description }: Post): MonthPost {
  return { url: toUrl(url), title, description };
}

function toThanked({ name, person }: Contributor): ThankedPerson {
  return { name, url: person && toUrl(personPath(person)) };
}

/** What an edition contains, each part with a link to its place: `8 new posts`. */
export function plainFacts({ entries, contributors }: Edition): { text: string; url: string }[] {
  const facts = countedKinds.flatMap((kind) => {
    const news = entries.find((each) => each.kind === kind)?.news ?? [];
    const [first] = news;
    return first
      ? [
          {
            text: plural(kind.label.counted ?? kind.label.number, news.length),
            url: `#${entryAnchor(kind.folder, first.id)}`,
          },
        ]
      : [];
  });
  const { length } = contributors;
  return length > 0
    ? [...facts, { text: plural(words.edition.contributors, length), url: '#entry-contributors' }]
    : facts;
}
