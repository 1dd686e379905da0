// What the front matter of a post may hold, each field with its description: what validates also documents and completes.
import { z } from 'zod';
import { postPathPattern } from '@/lib/base/address';
import { aliases, entryId, field, instant, markdown, report, text, texts } from '@/lib/base/fields';
import { byFolder, editionKinds, kinds, refuseTwice } from '@/lib/kinds/index';

/** The address of a post. */
const postPath = z.string().transform((value, context): string => {
  const path = value.endsWith('/') ? value : `${value}/`;
  if (postPathPattern.test(path)) return path;
  const fix = 'write it like /blog/2022/03/february-update/';
  report(context, `"${value}" is no address of the form /blog/YYYY/MM/slug/`, { code: 'post/address', fix });
  return z.NEVER;
});

/** A field that Hugo knows and that means nothing here: accepted, so that posts move in as they are. */
function ignored(what: string, example: unknown) {
  return field(z.unknown().optional(), `Of Hugo: ${what}. Accepted, and not used.`, example);
}

/** What a monthly update covers: ids of entries, names of people. */
const coverage = {
  period: field(
    z
      .string()
      .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'is no month')
      .optional(),
    'The month that a monthly update covers.',
    '2022-02',
  ),
  ...byFolder((kind) => field(z.array(entryId).optional(), kind.field.about, [kind.field.example])),
  contributors: field(z.array(text).optional(), 'People to thank, by the names they use.', ['Stefan Prodan']),
  posts: field(z.array(postPath).optional(), 'Posts published in the month, by address.', [
    '/blog/2022/02/security-image-provenance/',
  ]),
  omit: field(
    z.array(text).optional(),
    'What the editor left out on purpose: ids (or `events/id`, where two kinds share one), addresses of posts, names.',
    ['bug-scrub-2022-03-09'],
  ),
};

/** What `news draft` has put into the lists so far, so that it can tell what an editor took out again. */
const drafted = field(
  z
    .strictObject({
      ...Object.fromEntries(editionKinds.map(({ folder }) => [folder, z.array(entryId).optional()])),
      posts: z.array(postPath).optional(),
      contributors: z.array(text).optional(),
    })
    .optional(),
  'Kept by `news draft`: what it has put into the lists so far. An id that stands here and no longer in its list was taken out.',
  { releases: ['tool-1.2.0'] },
);

/** What a post says of itself. */
const fields = {
  title: field(text, 'The headline, as readers see it in lists, feeds and cards.', 'February 2022 update'),
  description: field(
    text.optional(),
    'One sentence that says why to read it.',
    'Version 0.27, with two breaking changes.',
  ),
  date: field(instant, 'When it is published: an ISO date (00:00 UTC) or an instant with offset.', '2022-03-01'),
  lastmod: field(instant.optional(), 'When it was last changed in substance.', '2022-03-04'),
  corrections: field(
    z.array(z.strictObject({ date: instant, text: markdown })).optional(),
    'What was wrong and has been put right since, the latest last.',
    [{ date: '2022-03-04', text: 'An earlier version named the wrong release.' }],
  ),
  withdrawn: field(
    markdown.optional(),
    'Why the post is not to be read any more. Its address stays and says so; its text is not shown.',
    'The advice in it is no longer safe.',
  ),
  author: field(texts.optional(), 'Who wrote it: one person, or a list.', 'dholbach'),
  authors: field(texts.optional(), 'Who wrote it, as a list. The same as `author`.', ['dholbach', 'kingdonb']),
  tags: field(texts.optional(), 'What it is about.', ['monthly-update']),
  draft: field(z.boolean().optional(), 'True while it is not to be published.', true),
  url: field(
    postPath.optional(),
    'The address, where it is not the one of the file.',
    '/blog/2022/03/february-update/',
  ),
  slug: field(text.optional(), 'The last part of the address, where it is not made from the title.', 'february-update'),
  aliases,
  resources: field(
    z
      .array(
        z.strictObject({
          src: text,
          title: text.optional(),
          name: text.optional(),
          params: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
    'Titles for the pictures beside the post, by pattern; `:counter` numbers them.',
    [{ src: '**.png', title: 'Image #:counter' }],
  ),
  evergreen: field(z.boolean().optional(), 'True for a post that does not age.', true),
  image: field(text.optional(), 'The picture for lists and cards: the name of one beside the post.', 'diagram.png'),
  lang: field(
    z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is no language tag')
      .optional(),
    'The language it is written in (BCP 47), where it is not the site’s.',
    'fr',
  ),
  publishDate: field(instant.optional(), 'From when on readers see it, where that is not `date`.', '2022-03-02'),
  expiryDate: field(instant.optional(), 'From when on no list shows it; its address stays.', '2023-03-01'),
  categories: field(texts.optional(), 'Of Hugo: more of what it is about. Read as `tags`.', ['announcement']),
  images: field(texts.optional(), 'Of Hugo: pictures for cards; the first that lies beside the post.', ['card.png']),
  linkTitle: field(text.optional(), 'Of Hugo: a shorter title, for lists and for links to the post.', 'February'),
  keywords: ignored('words for search engines', ['monthly update']),
  weight: ignored('its place in a menu', 10),
  type: ignored('the kind of its layout', 'blog'),
  layout: ignored('its layout', 'post'),
  menu: ignored('its entry in a menu', 'main'),
  toc: field(z.unknown().optional(), 'Of Hugo: `false` for a post without a list of contents.', false),
  summary: field(z.unknown().optional(), 'Of Hugo: read as `description`, where there is none.', 'What is new.'),
  params: field(z.record(z.string(), z.unknown()).optional(), 'Of Hugo: values that the shortcode `param` shows.', {
    version: '1.0',
  }),
};

refuseTwice('fields of posts', [
  ...Object.keys(fields),
  ...kinds.map(({ folder }) => folder),
  'period',
  'omit',
  'drafted',
]);

/** The front matter of a post. */
export const postSchema = z.strictObject({ ...fields, ...coverage, drafted });

export type PostFields = z.output<typeof postSchema>;

/** The front matter of `blog/_index.md`. Hugo's themes read many more fields of it, which mean nothing here. */
export const sectionSchema = z.looseObject({
  title: field(text.optional(), 'What the list of posts is called.', 'Blog'),
  description: field(text.optional(), 'What it holds, in a sentence.', 'News of the project.'),
});
