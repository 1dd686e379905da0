// What the front matter of a post may contain. Each field has a description: what validates also documents and completes.

import { z } from 'zod';
import { postPathPattern } from '@/lib/base/address';
import { error } from '@/lib/base/diagnostic';
import { isBlank, oneLine } from '@/lib/base/english';
import {
  aliasPath,
  day,
  entryId,
  field,
  instant,
  languageTag,
  markdown,
  parsed,
  report,
  text,
} from '@/lib/base/fields';
import { hasSection } from '@/lib/base/sections';
import { readAuthorObject, readAuthors } from '@/lib/content/authors';
import { byFolder, editionKinds, kinds, refuseTwice } from '@/lib/kinds/index';

/** The address of a post. */
const postPath = parsed((value) => {
  const path = (value.endsWith('/') ? value : `${value}/`).normalize('NFC');
  if (postPathPattern.test(path)) return path;
  const fix = 'write it like /blog/2022/03/february-update/';
  return error('post/address', `"${value}" is not of the form /blog/YYYY/MM/slug/`, fix);
});

/** One text or several, always read as a list, without those that are empty. */
const texts = z
  .union([z.string().transform((value) => [value]), z.array(z.string().nullable())])
  .transform((values) => values.flatMap((value) => (value === null || isBlank(value) ? [] : [oneLine(value)])));

const authorObject = z.record(z.string(), z.unknown()).transform((value, context) => {
  const author = readAuthorObject(value);
  if (author) return [author];
  report(
    context,
    error('post/type', 'an author has no name', 'write it like {name: Ann Bee, link: https://ann.example}'),
  );
  return z.NEVER;
});

/** Who wrote it, in the forms that {@link readAuthors} and {@link readAuthorObject} read; always read as a list. */
const oneAuthor = z.union([z.string().transform(readAuthors), authorObject]);
const authors = z.union([
  oneAuthor,
  z.array(z.union([oneAuthor, z.null().transform(() => [])])).transform((lists) => lists.flat()),
]);

/** A field of Hugo that has no meaning here: accepted, so that posts move in as they are. */
function ignored(what: string, example: unknown) {
  return field(z.unknown().optional(), `From Hugo: ${what}. Accepted, but ignored.`, example);
}

/** The fields of the site's sections: a post of a site without events has no field for them. */
function ofSections<Fields extends object>(all: Fields): Fields {
  return Object.fromEntries(Object.entries(all).filter(([folder]) => hasSection(folder))) as Fields;
}

/** What a monthly update covers: ids of entries, names of people. */
const coverage = {
  period: field(
    z
      .string()
      .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'is not a month')
      .optional(),
    'The month that a monthly update covers.',
    '2022-02',
  ),
  ahead: field(
    day.optional(),
    'The last day that a monthly update looks ahead to, if not five weeks after its month.',
    '2022-04-20',
  ),
  otherDays: field(
    z.array(day).optional(),
    'Days of other months that the text of a monthly update names on purpose: `news lint-edition` does not report them.',
    ['2022-05-16'],
  ),
  ...ofSections(byFolder((kind) => field(z.array(entryId).optional(), kind.field.about, [kind.field.example]))),
  contributors: field(z.array(text).optional(), 'People to thank, by the names they use.', ['Stefan Prodan']),
  posts: field(z.array(postPath).optional(), 'Posts published in the month, by address.', [
    '/blog/2022/02/security-image-provenance/',
  ]),
  omit: field(
    z.array(text).optional(),
    'What the editor left out on purpose: ids (or `events/id`, if two kinds share one), addresses of posts, names.',
    ['meeting-2022-03-09'],
  ),
};

/** What `news draft` has put into the lists so far, so that it knows what an editor took out again. */
const drafted = field(
  z
    .strictObject({
      ...Object.fromEntries(editionKinds.map(({ folder }) => [folder, z.array(entryId).optional()])),
      posts: z.array(postPath).optional(),
      contributors: z.array(text).optional(),
    })
    .optional(),
  'Maintained by `news draft`: what it has added to the lists so far. An id that is here but no longer in its list was removed by an editor.',
  { releases: ['tool-1.2.0'] },
);

/** What a post says of itself. */
const fields = {
  title: field(text, 'The title, as readers see it in lists, feeds and cards.', 'February 2022 update'),
  headline: field(
    text.optional(),
    'The news in one line. It takes the place of the title, which becomes the small line above it.',
    'Tool 0.27 brings two breaking changes',
  ),
  description: field(
    text.optional(),
    'One sentence that says why to read it.',
    'Version 0.27, with two breaking changes.',
  ),
  date: field(
    instant,
    'When it is published: an ISO date (00:00 UTC), or a date and time with an offset.',
    '2022-03-01',
  ),
  lastmod: field(instant.optional(), 'When its content was last changed.', '2022-03-04'),
  corrections: field(
    z.array(z.strictObject({ date: instant, text: markdown })).optional(),
    'Corrections since it was published, the latest last.',
    [{ date: '2022-03-04', text: 'An earlier version named the wrong release.' }],
  ),
  withdrawn: field(
    markdown.optional(),
    'Why the post was withdrawn. Its page stays and shows this in place of the text.',
    'The advice in it is no longer safe.',
  ),
  author: field(
    authors.optional(),
    'Who wrote it: one person, or a list. A name or id, `[Name](https://…) (Organisation)`, or `name`, `link` and `affiliation`.',
    'dholbach',
  ),
  authors: field(authors.optional(), 'Who wrote it, as a list. The same as `author`.', ['dholbach', 'kingdonb']),
  tags: field(texts.optional(), 'Its topics.', ['monthly-update']),
  draft: field(z.boolean().optional(), 'True until it may be published.', true),
  url: field(
    postPath.optional(),
    'Its address, if it differs from the path of the file.',
    '/blog/2022/03/february-update/',
  ),
  slug: field(text.optional(), 'The last part of the address, if it is not made from the title.', 'february-update'),
  aliases: field(
    z
      .union([aliasPath.transform((value) => [value]), z.array(aliasPath.nullable())])
      .transform((paths) => paths.flatMap((path) => path ?? []))
      .optional(),
    'Older addresses that redirect to the post. As in Hugo, one without a leading slash is relative to the folder of the post.',
    ['/blog/2022-03-01-february-update/'],
  ),
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
      // Each is compared with each file next to the post.
      .max(200, 'has more than 200 items')
      .optional(),
    'Titles for the images next to the post, by pattern; `:counter` numbers them.',
    [{ src: '**.png', title: 'Image #:counter' }],
  ),
  evergreen: field(z.boolean().optional(), 'True for a post that does not become outdated.', true),
  image: field(text.optional(), 'The image for lists and cards: the name of a file next to the post.', 'diagram.png'),
  lang: field(
    languageTag.optional(),
    'The language it is written in (BCP 47), if it differs from that of the site.',
    'fr',
  ),
  publishDate: field(instant.optional(), 'When it becomes public, if not on `date`.', '2022-03-02'),
  expiryDate: field(instant.optional(), 'When lists stop showing it; its page stays.', '2023-03-01'),
  categories: field(texts.optional(), 'From Hugo: more topics. Read as `tags`.', ['announcement']),
  images: field(texts.optional(), 'From Hugo: images for cards; the first that is next to the post is used.', [
    'card.png',
  ]),
  linkTitle: field(text.optional(), 'From Hugo: a shorter title, for lists and for links to the post.', 'February'),
  keywords: ignored('words for search engines', ['monthly update']),
  weight: ignored('its place in a menu', 10),
  type: ignored('the kind of its layout', 'blog'),
  layout: ignored('its layout', 'post'),
  menu: ignored('its entry in a menu', 'main'),
  toc: field(z.unknown().optional(), 'From Hugo: `false` for a post without a table of contents.', false),
  summary: field(z.unknown().optional(), 'From Hugo: read as `description` if there is none.', 'What is new.'),
  params: field(z.record(z.string(), z.unknown()).optional(), 'From Hugo: values that the shortcode `param` shows.', {
    version: '1.0',
  }),
};

/** Fields of Hugo that are accepted and have no meaning here. */
export const ignoredFields: ReadonlySet<string> = new Set(['keywords', 'weight', 'type', 'layout', 'menu']);

refuseTwice('fields of posts', [
  ...Object.keys(fields),
  ...kinds.map(({ folder }) => folder),
  'period',
  'ahead',
  'otherDays',
  'omit',
  'drafted',
]);

/** The front matter of a post. */
export const postSchema = z.strictObject({ ...fields, ...coverage, drafted });

export type PostFields = z.output<typeof postSchema>;

/** The front matter of `blog/_index.md`. Hugo's themes read many more fields of it, which mean nothing here. */
export const sectionSchema = z.looseObject({
  title: field(text.optional(), 'What the list of posts is called.', 'Blog'),
  description: field(text.optional(), 'What it contains, in a sentence.', 'News of the project.'),
});
