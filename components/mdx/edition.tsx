// What a post names, and the closing section for entries that its text does not place.
import { type FactView, Thanks } from '@/components/blog/edition-parts';
import { AllEntries } from '@/components/mdx/entry-cards';
import { words } from '@/lib/base/words';
import { isAllPlaced } from '@/lib/edition/resolve';
import type { EntryKind } from '@/lib/kinds/index';
import type { EntryView } from '@/lib/kinds/kind';
import type { Picture } from '@/lib/mdx/picture';

/** The entries of one kind that a post names, ready for the page: see `NamedEntries` of `lib/edition/resolve.ts`. */
export interface SectionView {
  readonly kind: EntryKind;
  /** By id, in the post's order. */
  readonly named: ReadonlyMap<string, EntryView>;
  readonly lists: ReadonlyMap<string, readonly EntryView[]>;
  readonly leftOver: readonly EntryView[];
}

/** A post that an edition links to. */
export interface MonthPost {
  readonly url: string;
  readonly title: string;
  readonly description: string | undefined;
}

/** A person who is thanked. */
export interface ThankedPerson {
  readonly name: string;
  readonly url: string | undefined;
}

/** What a post names, and its pictures. */
export interface EditionView {
  /** In the order of editions. */
  readonly sections: readonly SectionView[];
  /** The public posts of the month. */
  readonly posts: readonly MonthPost[];
  readonly contributors: readonly ThankedPerson[];
  readonly facts: readonly FactView[];
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly leftOver: { readonly posts: readonly MonthPost[]; readonly contributors: readonly ThankedPerson[] };
}

/** Posts of the month, each with its description. */
export function MonthPosts({ posts }: { posts: readonly MonthPost[] }) {
  return (
    <ul>
      {posts.map(({ url, title, description }) => (
        <li key={url} dir="auto">
          <a href={url}>{title}</a>
          {description && <>: {description}</>}
        </li>
      ))}
    </ul>
  );
}

/** What the post names and its text does not place, so that everything named is shown. */
export function AlsoThisMonth({ sections, leftOver }: Pick<EditionView, 'sections' | 'leftOver'>) {
  if (isAllPlaced({ entries: sections, leftOver })) return null;
  const { posts, contributors } = leftOver;
  return (
    <section className="prose mt-12" aria-labelledby="site-also">
      <h2 id="site-also">{words.edition.also}</h2>
      {sections
        .filter((section) => section.leftOver.length > 0)
        .map((section) => (
          <AllEntries key={section.kind.folder} kind={section.kind} views={section.leftOver} place="end" />
        ))}
      {posts.length > 0 && <MonthPosts posts={posts} />}
      {contributors.length > 0 && (
        <>
          <h3>{words.edition.thanks}</h3>
          <Thanks people={contributors} anchor="entry-contributors" />
        </>
      )}
    </section>
  );
}
