// Links in the Markdown of entries: those to pages of the site must lead to one.
import { visit } from 'unist-util-visit';
import type { Surroundings } from '@/lib/check/bodies';
import type { Community } from '@/lib/content/community';
import type { EntryBase } from '@/lib/content/entries';
import type { Problem } from '@/lib/content/problems';
import { hasPublicFile } from '@/lib/content/public-files';
import { linkKind, splitHref } from '@/lib/mdx/links';
import { parseBody } from '@/lib/mdx/syntax';

/** A problem for each link in an entry's Markdown that leads to no page of the site. */
export function checkEntries(community: Community, surroundings: Surroundings): Problem[] {
  const { events, releases } = community;
  return [
    ...events.flatMap((event) => checkTexts(event, [event.description], surroundings)),
    ...releases.flatMap((release) => {
      const { highlights = [], breaking = [], security = [], upgrade } = release;
      const changes = breaking.flatMap(({ change, action }) => [change, action]);
      return checkTexts(
        release,
        [...highlights, ...changes, ...security.map(({ summary }) => summary), upgrade],
        surroundings,
      );
    }),
  ];
}

function checkTexts(
  entry: EntryBase,
  texts: readonly (string | undefined)[],
  { paths, suggest }: Surroundings,
): Problem[] {
  const problems: Problem[] = [];
  for (const text of texts) {
    if (!text?.includes('](')) continue;
    visit(parseBody(text, 'md'), 'link', ({ url }) => {
      if (linkKind(url) !== 'site') return;
      const { path } = splitHref(url);
      const page = path.endsWith('/') ? path : `${path}/`;
      if (paths.has(page) || paths.has(path) || hasPublicFile(path)) return;
      const near = suggest(page);
      const fix = near ? `did you mean ${near}?` : 'correct it, or write the full https: address';
      const message = `there is no page "${path}"`;
      problems.push({
        file: entry.shownFile,
        line: 1,
        column: 1,
        severity: 'error',
        code: 'link/unknown-page',
        message,
        fix,
      });
    });
  }
  return problems;
}
