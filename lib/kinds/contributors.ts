// Who contributed in a month: what a file of `contributors/` may contain.
import { z } from 'zod';
import { field, httpsUrl, text } from '@/lib/base/fields';

/** Who contributed in a month, `contributors/<YYYY-MM>.yaml`: what `news collect contributors` writes. */
export const contributorsSchema = z.strictObject({
  people: field(
    z.array(
      z.strictObject({
        name: text,
        url: httpsUrl.optional(),
        first: z.boolean().optional(),
        repositories: z.array(z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'is not a repository such as "owner/name"')),
      }),
    ),
    'Who contributed in the month: the names they use, whether for the first time, and to which repositories.',
    [{ name: 'Ann Lee', url: 'https://example.org/ann', first: true, repositories: ['example/tool2'] }],
  ),
});

export type ContributorsFields = z.output<typeof contributorsSchema>;
