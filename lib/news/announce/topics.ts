// What an announcement says about a post, topic by topic.
import { compare } from '@/lib/base/compare';
import { toHref } from '@/lib/base/urls';
import { lookupIn } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { type NamedEntries, publicPosts, resolveEdition } from '@/lib/edition/resolve';
import type { Lookup } from '@/lib/kinds/kind';
import { toPlainText } from '@/lib/mdx/markdown';

/** One thing to announce, with its address if it has one. */
export interface Item {
  readonly text: string;
  readonly href?: string | undefined;
}

export interface Topic {
  readonly title: string;
  readonly items: readonly Item[];
  /** `names`: one sentence of names; `list`: one line each. */
  readonly form: 'list' | 'names';
}

export interface Announcement {
  readonly title: string;
  readonly description: string | undefined;
  readonly href: string;
  readonly topics: readonly Topic[];
}

/** The announcement of a post. @param now events that are over by then are left out. */
export function toAnnouncement(post: Post, { community, posts }: LoadedContent, now: Date): Announcement {
  const lookup = lookupIn(community, now);
  const edition = resolveEdition(post, { community, lookup, postAt: publicPosts(posts, now) });
  const topics: Topic[] = [
    ...edition.entries.map((named) => toTopic(named, lookup)),
    {
      title: 'Worth reading',
      form: 'list',
      items: edition.posts.map(({ title, url }) => ({ text: title, href: toHref(url) })),
    },
    { title: 'Thank you', form: 'names', items: edition.contributors.map(({ name }) => ({ text: name })) },
  ];
  return {
    title: post.title,
    description: post.description,
    href: toHref(post.url),
    topics: topics.filter(({ items }) => items.length > 0),
  };
}

function toTopic({ kind, named }: NamedEntries, lookup: Lookup): Topic {
  const { title, form, item } = kind.announcement;
  const items = named.flatMap((entry) => {
    const byDefault = { text: kind.title(entry, lookup), path: kind.path(entry), order: undefined };
    const said = item ? item(entry, lookup, toPlainText) : kind.isListed(entry, lookup.now) ? byDefault : undefined;
    return said ? [{ text: said.text, href: said.path && toHref(said.path), order: said.order ?? '' }] : [];
  });
  return { title, form, items: items.sort((a, b) => compare(a.order, b.order)) };
}
