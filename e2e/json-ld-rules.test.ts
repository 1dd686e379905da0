import { describe, expect, it } from 'vitest';
import { jsonLdProblems } from '@/e2e/json-ld-rules';
import type { PostFacts } from '@/lib/output/post-facts';
import { toJsonLd } from '@/lib/output/seo/json-ld';
import { breadcrumbJsonLd, organizationJsonLd, postJsonLd, releaseJsonLd } from '@/lib/output/seo/site-json-ld';

const post: PostFacts = {
  path: '/blog/2022/03/a/',
  title: 'A post',
  description: undefined,
  lang: undefined,
  published: new Date('2022-03-01T00:00:00Z'),
  updated: new Date('2022-03-02T00:00:00Z'),
  authors: [{ name: 'Ann', path: '/people/ann/' }],
  tags: ['news'],
};
const release = { project: 'Tool', version: '1.10', path: '/releases/tool/1.10/', highlights: [] };

describe('structured data', () => {
  it.each([
    ['a post', postJsonLd(post)],
    ['a post without tags, author and description', postJsonLd({ ...post, authors: [], tags: [] })],
    ['a post with a title of 300 characters', postJsonLd({ ...post, title: '“<b>”'.repeat(60) })],
    ['the way to a page', breadcrumbJsonLd([{ title: 'Blog', path: '/blog/' }])],
    ['the site', organizationJsonLd()],
    ['a release', releaseJsonLd({ ...release, date: '2022-03', notesUrl: 'https://e.example/' })],
    ['a release without a date', releaseJsonLd({ ...release, date: undefined, notesUrl: undefined })],
  ])('of %s follows all rules', (_, node) => {
    expect(jsonLdProblems(toJsonLd(node))).toEqual([]);
  });

  const good = toJsonLd(postJsonLd(post));
  it.each([
    ['no JSON', good.slice(1)],
    ['another context', good.replace('https://schema.org', 'https://example.org')],
    ['no headline', good.replace('headline', 'title')],
    ['a relative address', good.replace(/"url":"https:\/\/[^/]+/, '"url":"')],
    ['a day in words', good.replace('2022-03-01T00:00:00.000Z', '1 March 2022')],
    ['an author that is text', good.replace(/"author":\[.*?\]/, '"author":"Ann"')],
    ['an unknown type', good.replace('BlogPosting', 'Blogpost')],
  ])('with %s has one problem', (_, bad) => {
    expect(jsonLdProblems(bad)).not.toEqual([]);
    expect(jsonLdProblems(good)).toEqual([]);
  });
});
