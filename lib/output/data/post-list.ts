// All posts as data, each with the addresses of its page and its Markdown; and the schema of that list.
import { z } from 'zod';
import { dataPath, markdownPath, schemaPath, toHref } from '@/lib/base/urls';
import { authorHref, type PostFacts } from '@/lib/output/post-facts';
import { site } from '@/lib/site';
import type { Site } from '@/lib/site-types';

const entrySchema = z.strictObject({
  href: z.url().describe('The page.'),
  markdown: z.url().describe('The whole text as Markdown.'),
  title: z.string(),
  description: z.string().optional(),
  date: z.iso.datetime().describe('When it was published.'),
  updated: z.iso.datetime().describe('When its content was last changed or corrected.'),
  lang: z.string().describe('BCP 47.'),
  authors: z.array(z.strictObject({ name: z.string(), href: z.url().optional() })),
  tags: z.array(z.string()),
  period: z.string().optional().describe('The month that a monthly update covers, 2022-02.'),
});

/** The contents of `/data/posts.json`. */
export const postListSchema = z.strictObject({
  title: z.string(),
  href: z.url().describe('Where this is kept up to date.'),
  licence: z.url().optional(),
  schema: z.url(),
  entries: z.array(entrySchema).describe('Newest first.'),
});

export type PostList = z.infer<typeof postListSchema>;

/** A post of the list. `period` is the month that a monthly update covers. */
export type ListedPost = PostFacts & { readonly period: string | undefined };

/** The list. @param posts newest first. */
export function toPostList(
  posts: readonly ListedPost[],
  { contentLicence }: Pick<Site, 'contentLicence'> = site,
): PostList {
  return {
    title: `${site.name}: posts`,
    href: toHref(dataPath('posts')),
    licence: contentLicence?.url,
    schema: toHref(schemaPath('posts')),
    entries: posts.map(({ path, title, description, published, updated, lang, authors, tags, period }) => ({
      href: toHref(path),
      markdown: toHref(markdownPath(path)),
      title,
      description,
      date: published.toISOString(),
      updated: updated.toISOString(),
      lang: lang ?? site.lang,
      authors: authors.map((author) => ({ name: author.name, href: authorHref(author) })),
      tags: [...tags],
      period,
    })),
  };
}

/** The JSON Schema of the list, of draft 2020-12. */
export function postListJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(postListSchema);
  return { $schema, $id: toHref(schemaPath('posts')), title: 'Posts', ...rest };
}
