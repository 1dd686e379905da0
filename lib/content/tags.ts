// Tags: those that differ only in case or in characters that addresses cannot contain share one page.

import { addressKey, isReservedSlug, slugify } from '@/lib/base/address';
import { compare } from '@/lib/base/compare';
import { hasSection } from '@/lib/base/sections';
import type { Post } from '@/lib/content/posts';

/** A tag with what carries it. */
export interface Tag {
  /** As it is written most often. */
  readonly name: string;
  /** The last part of its page's address, unencoded. */
  readonly slug: string;
  /** Every way in which it is written, the most frequent first. */
  readonly spellings: readonly string[];
  /** In the order that they were given in. */
  readonly posts: readonly Post[];
}

/**
 * The part of an address for a tag: as for titles, so a slash becomes a hyphen and accents and Chinese stay. Signs by which
 * names differ become words, as in the topics of code hosts: C++ is `c-plus-plus`, C# `c-sharp`, .NET `dot-net`. A tag
 * without a letter or a digit is spelled by its code points.
 */
export function tagSlug(tag: string): string {
  const slug = addressKey(slugify(spellSigns(tag.trim())));
  if (slug !== '' && !isReservedSlug(slug)) return slug;
  return `u${Array.from(tag, (character) => character.codePointAt(0)?.toString(16)).join('-')}`;
}

/** Only where `slugify` would leave them out: at the end of the tag, a number sign at the end of a word, a dot before all. */
function spellSigns(tag: string): string {
  return tag
    .replace(/(?<=[\p{L}\p{M}\p{N}])(?:[+＋*＊#＃♯]+|--)$/u, (signs) => [...signs].map(spellSign).join(''))
    .replace(/(?<=[\p{L}\p{M}\p{N}])[#＃♯](?![\p{L}\p{N}])/gu, spellSign)
    .replace(/^\.(?=\p{L})/u, 'dot-');
}

function spellSign(sign: string): string {
  return /[+＋]/.test(sign) ? '-plus' : /[*＊]/.test(sign) ? '-star' : sign === '-' ? '-minus' : '-sharp';
}

/** All tags of some posts, the most used first; none where the site has no pages for them. */
export function toTags(posts: readonly Post[]): Tag[] {
  if (!hasSection('tags')) return [];
  const found = new Map<string, { counts: Map<string, number>; posts: Set<Post> }>();
  for (const post of posts) {
    for (const name of post.tags) {
      const slug = tagSlug(name);
      const tag = found.get(slug) ?? { counts: new Map<string, number>(), posts: new Set<Post>() };
      found.set(slug, tag);
      tag.posts.add(post);
      tag.counts.set(name, (tag.counts.get(name) ?? 0) + 1);
    }
  }
  return [...found]
    .map(([slug, tag]): Tag => {
      const spellings = [...tag.counts].sort(([a, m], [b, n]) => n - m || compare(a, b)).map(([name]) => name);
      return { name: spellings[0] ?? slug, slug, spellings, posts: [...tag.posts] };
    })
    .sort((a, b) => b.posts.length - a.posts.length || compare(a.slug, b.slug));
}
