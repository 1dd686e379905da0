// From posts and entries to entries of feeds, each post rendered once a process, however many feeds contain it.
import { subHours } from 'date-fns/subHours';
import type { Root } from 'hast';
import { readBody } from '@/app/views/edition-facts';
import { toPostFacts } from '@/app/views/post-views';
import { element, toNodes } from '@/lib/base/html';
import { editionDays } from '@/lib/base/month';
import { type Content, firstAddress, mentionsOf } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { plainMarkdown, renderPlainPost } from '@/lib/edition/plain';
import type { EntryKind } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';
import { type FeedEntry, toFeedHref } from '@/lib/output/feeds/feed';
import { toPlainHtml } from '@/lib/output/feeds/plain-html';
import { featuredPicture } from '@/lib/output/pictures/pictures';

const posts = new WeakMap<Post, { readonly content: Content; readonly entry: Promise<FeedEntry> }>();

/** A post with its whole content. */
export function toPostEntry(post: Post, content: Content): Promise<FeedEntry> {
  const known = posts.get(post);
  if (known?.content === content) return known.entry;
  const entry = makePostEntry(post, content);
  posts.set(post, { content, entry });
  return entry;
}

/** A post rendered without React, with its headings' ids: its corrections, its text, and what the text does not place. */
export async function renderPlain(post: Post, content: Content): Promise<Root> {
  const { pictures, body, edition } = await readBody(post, content);
  return renderPlainPost(body, { edition, pictures });
}

async function makePostEntry(post: Post, content: Content): Promise<FeedEntry> {
  const tree = await renderPlain(post, content);
  return {
    ...toPostFacts(post, content),
    firstPath: firstAddress(content, post),
    html: toPlainHtml(inItsLanguage(tree, post.lang), toFeedHref(post.url)),
    picture: (await featuredPicture(post))?.src,
  };
}

/** Feed readers list posts of many sites: a post in another language than the site's has its `lang` and `dir`. */
function inItsLanguage(tree: Root, lang: string | undefined): Root {
  return lang === undefined ? tree : { type: 'root', children: [element('div', { lang, dir: 'auto' }, tree)] };
}

/** When an entry appears in feeds; undefined where it is in none. */
export function publishedAt(kind: EntryKind, entry: EntryBase, content: Content): Date | undefined {
  return kind.feed?.published(entry, mentionsOf(content, kind.folder, entry.id).at(-1)?.date);
}

/** An entry as it is in the feed of its kind. */
export function toEntry(kind: EntryKind, entry: EntryBase, published: Date, content: Content): FeedEntry {
  const path = kind.path(entry);
  // Where it appears with its first time, that is the day before in UTC at most 12 hours west of it.
  const lookup = { ...content.lookup, days: editionDays(subHours(published, 12)) };
  const html = kind.plain(kind.view(entry, lookup), plainMarkdown, { alone: true });
  return {
    path,
    firstPath: firstAddress(content, { url: path, aliases: entry.aliases }),
    title: kind.title(entry, lookup),
    html: toPlainHtml({ type: 'root', children: toNodes(html) }, toFeedHref(path)),
    description: kind.feed?.summary?.(entry, lookup),
    published,
    updated: kind.changed?.(entry) ?? published,
    authors: [],
    tags: kind.feed?.tags?.(entry) ?? [],
    lang: undefined,
    picture: undefined,
  };
}
