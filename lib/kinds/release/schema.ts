// What a release's file may contain.
import { z } from 'zod';
import { aliases, dayOrMonth, field, httpsUrl, markdown, projectId, text } from '@/lib/base/fields';

/** A release, `releases/<project>-<version>.yaml`. */
export const releaseSchema = z.strictObject({
  project: field(projectId, 'Which project, by its id in projects.yaml.', 'tool'),
  version: field(
    z.string().regex(/^\d+(?:\.\d+)*(?:[-+.][0-9A-Za-z.-]+)?$/, 'is not a version: write it without a leading v'),
    'The version, in quotes: 1.10 is not 1.1.',
    '"0.27.0"',
  ),
  date: field(dayOrMonth.optional(), 'When it was released: a day, or a month if no source gives the day.', '2022-02'),
  prerelease: field(z.boolean().optional(), 'True for a pre-release.', true),
  url: field(httpsUrl.optional(), 'The release notes.', 'https://github.com/example/tool/releases/tag/v0.27.0'),
  highlights: field(z.array(markdown).optional(), 'What is new, a line each, in Markdown.', [
    'Alerts choose their sources by label.',
  ]),
  breaking: field(
    z.array(z.strictObject({ change: markdown, action: markdown })).optional(),
    'Breaking changes, and what to do about each.',
    [{ change: 'Names must be DNS labels.', action: 'Rename resources before upgrading.' }],
  ),
  security: field(
    z.array(z.strictObject({ id: text, summary: markdown, url: httpsUrl.optional() })).optional(),
    'Security fixes, with identifiers.',
    [{ id: 'CVE-2021-41254', summary: 'Users of the server could run commands.' }],
  ),
  upgrade: field(markdown.optional(), 'How to upgrade, in Markdown.', 'Upgrade the server before the CLI.'),
  aliases,
});

export type ReleaseFields = z.output<typeof releaseSchema>;
