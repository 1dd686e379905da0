// The Markdown in the fields of entries: its links lead somewhere, and nothing in it would be lost without a word.
import { visit } from 'unist-util-visit';
import type { Diagnostic } from '@/lib/base/diagnostic';
import { markdownIn } from '@/lib/base/fields';
import type { Surroundings } from '@/lib/check/bodies';
import { entriesOf } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import { hasPublicFile } from '@/lib/content/public-files';
import type { LocatedData } from '@/lib/content/yaml';
import { kinds } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';
import { judgeAddress } from '@/lib/mdx/addresses';
import { findCostlyText } from '@/lib/mdx/costly-text';
import { linkKind, splitHref } from '@/lib/mdx/links';
import { parseBody } from '@/lib/mdx/syntax';

/** A problem for each link in an entry's Markdown that may not be there or leads nowhere, and for HTML and pictures in it. */
export function checkEntries(
  { community, entryPlaces }: Pick<LoadedContent, 'community' | 'entryPlaces'>,
  surroundings: Surroundings,
): Diagnostic[] {
  return kinds.flatMap((kind) =>
    entriesOf(community, kind).flatMap((entry) =>
      checkFields(entry, entryPlaces.get(entry), markdownIn(kind.schema, entry), surroundings),
    ),
  );
}

function checkFields(
  entry: EntryBase,
  located: LocatedData | undefined,
  fields: ReturnType<typeof markdownIn>,
  { paths, suggest }: Surroundings,
): Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const { path, markdown } of fields) {
    if (!/[<[\]:*_~]/.test(markdown)) continue;
    const report = (written: string, code: string, message: string, fix: string) => {
      const place = located?.placeOfText(path, written) ?? { line: 1, column: 1 };
      problems.push({ file: entry.shownFile, ...place, severity: 'error', code, message, fix });
    };
    const [costly] = findCostlyText(markdown);
    if (costly) {
      report('', costly.code, costly.message, costly.fix);
      continue;
    }
    visit(parseBody(markdown, 'md'), (node) => {
      if (node.type === 'html') {
        const message = `"${node.value.slice(0, 40)}" is HTML, which entries do not show`;
        report(node.value, 'entry/html', message, 'write Markdown, or put it between backquotes');
      } else if (node.type === 'image' || node.type === 'imageReference') {
        report(
          node.type === 'image' ? node.url : '![',
          'entry/picture',
          'entries show no pictures',
          'link to it instead',
        );
      } else if (node.type === 'link' || node.type === 'definition') {
        const fault = judgeAddress(node.url, 'mdx');
        if (fault) return report(node.url, fault.code, fault.message, fault.fix);
        const kind = linkKind(node.url);
        if (kind === 'relative') {
          const message = `"${node.url}" is relative, and entries are shown on several pages`;
          return report(
            node.url,
            'link/relative',
            message,
            'begin it with / for a page of this site, or with https://',
          );
        }
        if (kind !== 'site') return;
        const { path: target } = splitHref(node.url);
        const page = target.endsWith('/') ? target : `${target}/`;
        if (paths.has(page) || paths.has(target) || hasPublicFile(target)) return;
        const near = suggest(page);
        const fix = near ? `did you mean ${near}?` : 'correct it, or write the full https: address';
        report(node.url, 'link/unknown-page', `there is no page "${target}"`, fix);
      }
    });
  }
  return problems;
}
