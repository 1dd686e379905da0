// What is kept of a community besides entries: its projects, what is said of them in every edition, and who contributed.
import { z } from 'zod';
import { entryId, field, httpsUrl, markdown, text } from '@/lib/base/fields';

/** The family of projects, `projects.yaml`. */
export const projectsSchema = z.strictObject({
  projects: field(
    z.array(
      z.strictObject({
        id: entryId,
        name: text,
        about: text,
        repository: httpsUrl,
        url: httpsUrl.optional(),
        color: z.string().regex(/^#[0-9a-f]{6}$/i, 'is not a colour such as "#1d4fd8"'),
      }),
    ),
    'The projects, in the order in which they are shown.',
    [{ id: 'tool', name: 'The Tool', about: '…', repository: 'https://github.com/example/tool', color: '#1d4fd8' }],
  ),
});

export type ProjectFields = z.output<typeof projectsSchema>['projects'][number];

/** What the community says of its projects in every edition, `facts.yaml`. */
export const factsSchema = z.strictObject({
  facts: field(
    z.array(z.strictObject({ icon: text.optional(), title: text, about: markdown })),
    'The facts, in order.',
    [{ icon: '🤝', title: 'For apps and infrastructure', about: 'One tool delivers both.' }],
  ),
});

export type FactFields = z.output<typeof factsSchema>['facts'][number];

/** Who contributed in a month, `contributors/<YYYY-MM>.yaml`: what `news collect contributors` writes. */
export const contributorsSchema = z.strictObject({
  people: field(
    z.array(
      z.strictObject({
        name: text,
        url: httpsUrl.optional(),
        first: z.boolean().optional(),
        repositories: z
          .array(z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'is not a repository such as "owner/name"'))
          .optional(),
      }),
    ),
    'Who contributed in the month: the names they use, whether for the first time, and to which repositories.',
    [{ name: 'Ann Lee', url: 'https://example.org/ann', first: true, repositories: ['example/tool2'] }],
  ),
});

export type ContributorsFields = z.output<typeof contributorsSchema>;
