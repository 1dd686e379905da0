import { describe, expect, it } from 'vitest';
import type { Post } from '@/lib/content/posts';
import { tagSlug, toTags } from '@/lib/content/tags';

const post = (...tags: string[]) => ({ tags }) as unknown as Post;

describe('tagSlug', () => {
  it.each([
    ['monthly-update', 'monthly-update'],
    ['Security', 'security'],
    ['CI/CD', 'ci-cd'],
    ['Café', 'café'],
    ['发布', '发布'],
    ['two words', 'two-words'],
    ['../x', 'x'],
    ['!?', 'u21-3f'],
    ['index', 'u69-6e-64-65-78'],
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['C♯', 'c-sharp'],
    ['C# 12', 'c-sharp-12'],
    ['f#', 'f-sharp'],
    ['C--', 'c-minus-minus'],
    ['A*', 'a-star'],
    ['.NET', 'dot-net'],
    ['ASP.NET', 'asp.net'],
    ['C++17', 'c++17'],
    ['C++ and Rust', 'c++-and-rust'],
    ['#hashtag', 'hashtag'],
    ['Q&A', 'qa'],
  ])('makes of %s the address part %s', (tag, slug) => expect(tagSlug(tag)).toBe(slug));
});

describe('toTags', () => {
  it('merges tags that differ only in case, and uses the most common spelling', () => {
    const posts = [post('Security', 'x'), post('security'), post('security')];
    const [first, second] = toTags(posts);
    expect(first).toMatchObject({ name: 'security', slug: 'security', spellings: ['security', 'Security'], posts });
    expect(second).toMatchObject({ slug: 'x', spellings: ['x'] });
  });

  it('counts a post once if it has two spellings of a tag', () => {
    expect(toTags([post('A', 'a')]).map(({ posts }) => posts.length)).toEqual([1]);
  });
});
