// What a person's file may contain.
import { z } from 'zod';
import { aliases, dayOrMonth, field, httpsUrl, projectId, text } from '@/lib/base/fields';

const role = z.strictObject({
  role: z.enum(['author', 'maintainer', 'contributor']),
  project: projectId.optional(),
  of: text.optional(),
  since: dayOrMonth.optional(),
  until: dayOrMonth.optional(),
});

/** A person, `people/<id>.yaml`. */
export const personSchema = z.strictObject({
  name: field(text, 'The name they use.', 'Paulo Gomes'),
  roles: field(z.array(role).optional(), 'Their roles in the community, and since when.', [
    { role: 'maintainer', project: 'tool', of: 'documentation', since: '2022-02' },
  ]),
  affiliation: field(text.optional(), 'Where they work.', 'Analytical Engines'),
  links: field(z.array(z.strictObject({ title: text, url: httpsUrl })).optional(), 'Links to their profiles.', [
    { title: 'GitHub', url: 'https://github.com/example' },
  ]),
  picture: field(
    z
      .string()
      .regex(/^[^/\\]+\.(?:png|webp|jpe?g)$/i, 'is not a file name that ends in .png, .webp or .jpg')
      .optional(),
    'Their picture: the name of a file next to this one (PNG, WebP or JPEG).',
    'paulo-gomes.jpg',
  ),
  aliases,
});

export type PersonFields = z.output<typeof personSchema>;
