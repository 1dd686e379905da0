// The family of projects, and what is said of them in every edition: `projects.yaml` and `facts.yaml`.
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
