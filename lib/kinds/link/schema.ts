// What a link's file may contain.
import { z } from 'zod';
import { dayOrMonth, field, httpsUrl, languageTag, markdown, personName, projectId, text } from '@/lib/base/fields';
import type { words } from '@/lib/base/words';

/** What a link leads to. A post is one on a social network. */
export const linkForms = [
  'article',
  'video',
  'podcast',
  'talk',
  'case-study',
  'post',
] as const satisfies readonly LinkForm[];

export type LinkForm = keyof typeof words.kinds.link.forms;

const picture = z
  .string()
  .regex(/^[^/\\]+\.(?:png|webp|jpe?g)$/i, 'is not a file name that ends in .png, .webp or .jpg');

/** A link, `links/<id>.yaml`. */
export const linkSchema = z.strictObject({
  title: field(text, 'Its title, as it is written there.', 'How we run the Tool'),
  url: field(httpsUrl, 'Its URL. A video on YouTube or Vimeo plays on the page.', 'https://example.org/how-we-run-it'),
  form: field(z.enum(linkForms), 'What it is. A post is one on a social network.', 'article'),
  date: field(dayOrMonth, 'When it was published: a day, or a month if no source gives the day.', '2022-02-17'),
  by: field(z.array(personName).optional(), 'Who wrote, recorded or said it: ids of people, or names.', [
    'scott-rigby',
    'Ada Lovelace',
  ]),
  projects: field(z.array(projectId).optional(), 'The projects that it is about, by the ids of projects.yaml.', [
    'tool',
  ]),
  language: field(languageTag.optional(), 'The language it is in (BCP 47), if it differs from that of the site.', 'fr'),
  about: field(markdown.optional(), 'What it is about, in a sentence or two.', 'Two years of it, in numbers.'),
  picture: field(
    picture.optional(),
    'Its image; that of a video is shown until it plays. The name of a file next to this one (PNG, WebP or JPEG).',
    'how-we-run-it.jpg',
  ),
});

export type LinkFields = z.output<typeof linkSchema>;
