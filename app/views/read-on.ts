// From a post to where to read on.

import { compare } from '@/lib/base/compare';
import { toUrl } from '@/lib/base/urls';
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { type Related, relatedAmong } from '@/lib/content/related';

/** How many related posts are shown. */
const shown = 3;

const prepared = new WeakMap<Content, { readonly related: Related; readonly editions: readonly Post[] }>();

/** The editions around a monthly update, and related posts that are not linked anyway. */
export function toReadOn(post: Post, content: Content) {
  const { related, editions } = prepare(content);
  const index = post.coverage.period === undefined ? -1 : editions.indexOf(post);
  const previous = index > 0 ? editions[index - 1] : undefined;
  const next = index >= 0 ? editions[index + 1] : undefined;
  const others = related(post, shown + 2).filter((other) => other !== previous && other !== next);
  return {
    previousEdition: previous && toLink(previous),
    nextEdition: next && toLink(next),
    related: others.slice(0, shown).map(toLink),
  };
}

function prepare(content: Content) {
  let known = prepared.get(content);
  if (!known) {
    const editions = content.posts
      .filter(({ coverage }) => coverage.period !== undefined)
      .sort((a, b) => compare(a.coverage.period ?? '', b.coverage.period ?? '') || a.date.getTime() - b.date.getTime());
    known = { related: relatedAmong(content.posts), editions };
    prepared.set(content, known);
  }
  return known;
}

function toLink({ url, title, lang }: Post) {
  return { url: toUrl(url), title, lang };
}
