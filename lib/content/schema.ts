// Every field of every kind of entry, with its description: what validates is also what documents and completes.
import { z } from 'zod';
import { postPathPattern } from '@/lib/content/address';
import { parseInstant } from '@/lib/dates';

/** Names a fault of a value and its remedy; read by `lib/content/validate.ts`. */
export interface FaultDetail {
  readonly code: string;
  readonly fix: string;
}

const remedies = {
  form: 'write it like 2022-03-01 or 2022-03-01T14:30:00Z',
  calendar: 'write a day and time that exist',
  zone: 'add Z for UTC, or an offset such as +01:00',
} as const;

const faults = {
  form: 'is no ISO date',
  calendar: 'is no day or time of the calendar',
  zone: 'has a time without a zone',
} as const;

/** Text with something in it. */
const text = z.string().trim().min(1, 'is empty');

/** A date as it is written, to the instant it means. A date alone is 00:00 UTC. */
const instant = z.string().transform((value, context): Date => {
  const result = parseInstant(value);
  if (result instanceof Date) return result;
  const params: FaultDetail = { code: `date/${result}`, fix: remedies[result] };
  context.addIssue({ code: 'custom', message: `"${value}" ${faults[result]}`, input: value, params });
  return z.NEVER;
});

/** One or several, always read as a list. */
const texts = z.union([text.transform((value) => [value]), z.array(text)]);

/** A site path with its final slash, whether or not it was written with one. */
const sitePath = z.string().transform((value, context): string => {
  const path = value.endsWith('/') ? value : `${value}/`;
  if (/^\/(?!\/)[^\s\\?#%]*$/.test(path) && !path.split('/').some((part) => part === '.' || part === '..')) return path;
  const params: FaultDetail = {
    code: 'address/form',
    fix: 'write a path of this site, such as /blog/2022/03/february-update/',
  };
  context.addIssue({ code: 'custom', message: `"${value}" is no path of this site`, input: value, params });
  return z.NEVER;
});

/** The address of a post. */
const postPath = z.string().transform((value, context): string => {
  const path = value.endsWith('/') ? value : `${value}/`;
  if (postPathPattern.test(path)) return path;
  const params: FaultDetail = { code: 'post/address', fix: 'write it like /blog/2022/03/february-update/' };
  context.addIssue({
    code: 'custom',
    message: `"${value}" is no address of the form /blog/YYYY/MM/slug/`,
    input: value,
    params,
  });
  return z.NEVER;
});

/** Says what a field is for, and shows one value of it, for the message when it is missing or wrong. */
function field<T extends z.ZodType>(schema: T, description: string, example: unknown): T {
  return schema.meta({ description, examples: [example] }) as T;
}

/** The front matter of a post. */
export const postSchema = z.strictObject({
  title: field(text, 'The headline, as readers see it in lists, feeds and cards.', 'February 2022 update'),
  description: field(text.optional(), 'One sentence that says why to read it.', 'Flux 0.27 and eight new adopters.'),
  date: field(instant, 'When it is published: an ISO date (00:00 UTC) or an instant with offset.', '2022-03-01'),
  lastmod: field(instant.optional(), 'When it was last changed in substance.', '2022-03-04'),
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
  aliases: field(
    z.union([sitePath.transform((value) => [value]), z.array(sitePath)]).optional(),
    'Older addresses that lead here.',
    ['/blog/2022-03-01-february-update/'],
  ),
  resources: field(
    z.array(z.strictObject({ src: text, title: text.optional(), name: text.optional() })).optional(),
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
});

export type PostFields = z.output<typeof postSchema>;
