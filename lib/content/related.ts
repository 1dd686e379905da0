// Finds the posts that have most in common with a post: tags, entries, words in their titles.

import type { Post } from '@/lib/content/posts';
import { tagSlug } from '@/lib/content/tags';
import { countedKinds } from '@/lib/kinds/index';

/** How much each thing in common counts, before it is divided by how common it is. */
const weights = { tag: 3, entry: 4, word: 1 } as const;

/** Words shorter than this are in every title. */
const shortestWord = 4;

/** Of what many posts have in common, so many are looked at, the nearest in time: else a thousand posts were a million pairs. */
const most = 40;

/** For each post the posts most like it. */
export type Related = (post: Post, count: number) => Post[];

/**
 * Prepares the comparison of some posts. What many posts have says little: each thing in common counts the less, the more
 * posts have it.
 *
 * @param posts newest first; of two that are equally near, the newer comes first.
 */
export function relatedAmong(posts: readonly Post[]): Related {
  const holders = new Map<string, { weight: number; posts: Post[] }>();
  /** Each sign of a post, with the post's position among those that have it. */
  const signs = new Map<Post, ReadonlyMap<string, number>>();
  for (const post of posts) {
    const places = new Map<string, number>();
    signs.set(post, places);
    for (const [key, weight] of signsOf(post)) {
      const holder = holders.get(key) ?? { weight, posts: [] };
      holders.set(key, holder);
      places.set(key, holder.posts.length);
      holder.posts.push(post);
    }
  }
  const order = new Map(posts.map((post, index) => [post, index]));
  return (post, count) => {
    const scores = new Map<Post, number>();
    for (const [key, place] of signs.get(post) ?? []) {
      const holder = holders.get(key);
      if (!holder || holder.posts.length < 2) continue;
      const value = holder.weight / Math.log2(1 + holder.posts.length);
      const from = Math.max(0, Math.min(place - most / 2, holder.posts.length - most - 1));
      for (const other of holder.posts.slice(from, from + most + 1)) {
        if (other !== post) scores.set(other, (scores.get(other) ?? 0) + value);
      }
    }
    return [...scores]
      .sort(([a, m], [b, n]) => n - m || (order.get(a) ?? 0) - (order.get(b) ?? 0))
      .slice(0, count)
      .map(([other]) => other);
  };
}

function signsOf({ tags, coverage, title, lang }: Post): Map<string, number> {
  const signs = new Map<string, number>();
  for (const tag of tags) signs.set(`tag ${tagSlug(tag)}`, weights.tag);
  for (const { folder } of countedKinds) for (const id of coverage[folder]) signs.set(`${folder} ${id}`, weights.entry);
  for (const word of title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (word.length >= shortestWord) signs.set(`word ${lang ?? ''} ${word}`, weights.word);
  }
  return signs;
}
