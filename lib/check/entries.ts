// Checks the Markdown in the fields of entries: links work, and nothing would be dropped silently.
import type { Nodes } from 'mdast';
import { type Diagnostic, error, warning } from '@/lib/base/diagnostic';
import { markdownIn } from '@/lib/base/fields';
import { type CheckContext, checkSitePath } from '@/lib/check/bodies';
import { entriesOf } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import type { LocatedData } from '@/lib/content/yaml';
import { type EntryKind, kinds } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';
import { checkAddress } from '@/lib/mdx/addresses';
import { checkNodes } from '@/lib/mdx/body-rules';
import { findCostlyText } from '@/lib/mdx/costly-text';
import { linkKind, splitHref } from '@/lib/mdx/links';
import { checkMarkup } from '@/lib/mdx/markup-rules';
import { parseBody } from '@/lib/mdx/syntax';
import { walkMarkdown } from '@/lib/mdx/walk';

/** Checks the Markdown of all entries: its links, and that it has no HTML and no pictures. */
export function checkEntries(
  { community, entryPlaces }: Pick<LoadedContent, 'community' | 'entryPlaces'>,
  context: CheckContext,
): Diagnostic[] {
  return kinds.flatMap((kind) =>
    entriesOf(community, kind).flatMap((entry) => checkEntryMarkdown(kind, entry, entryPlaces.get(entry), context)),
  );
}

/** Checks the Markdown of one entry. @param located its values' places, where they are known. */
export function checkEntryMarkdown(
  { schema }: Pick<EntryKind, 'schema'>,
  entry: EntryBase,
  located: LocatedData | undefined,
  context: CheckContext,
): Diagnostic[] {
  return markdownIn(schema, entry).flatMap(({ path, markdown }) =>
    checkMarkdown(markdown, context).map(([written, diagnostic]) => {
      const place = located?.placeOfText(path, written);
      return { ...diagnostic, ...place, file: entry.shownFile };
    }),
  );
}

/** A day, because it may have begun elsewhere. Milliseconds. */
const dayLong = 86_400_000;

/**
 * Warns of entries whose file says that they were changed later than now: calendars would ignore what is changed until
 * then.
 */
export function checkChanges(
  { community, entryPlaces }: Pick<LoadedContent, 'community' | 'entryPlaces'>,
  instant: Date,
): Diagnostic[] {
  return kinds.flatMap((kind) =>
    entriesOf(community, kind)
      .filter((entry) => (kind.changed?.(entry)?.getTime() ?? 0) > instant.getTime() + dayLong)
      .map((entry) => {
        const where = { file: entry.shownFile, ...entryPlaces.get(entry)?.placeOf(['lastmod']) };
        const message = '"lastmod" is in the future, so calendars would ignore other changes until then';
        return warning('entry/future-change', message, 'write the date of this change', where);
      }),
  );
}

/** The most nodes of a Markdown field: an entry is shown on several pages, and says things in short. */
const mostNodes = 1_000;

/** Each problem with the text that it is about, by which its place is found. */
function checkMarkdown(markdown: string, context: CheckContext): [written: string, Diagnostic][] {
  if (!/[<[\]:*_~#|`\u00a0]/.test(markdown)) return [];
  const [costly] = findCostlyText(markdown);
  if (costly) return [['', costly]];
  const found: [string, Diagnostic][] = [];
  const tree = parseBody(markdown, 'md');
  const tooMany = checkNodes(tree, mostNodes, 'shorten it, and link to a page with the rest');
  if (tooMany) return [['', tooMany]];
  walkMarkdown(tree, (node) => {
    const diagnostic = checkNode(node, context);
    const written = 'url' in node ? node.url : node.type === 'html' ? node.value : '![';
    if (diagnostic) found.push([written, diagnostic]);
  });
  const lines = markdown.split('\n');
  for (const diagnostic of checkMarkup(tree, markdown, 'md')) {
    found.push([lines[diagnostic.line - 1]?.slice(diagnostic.column - 1) ?? '', diagnostic]);
  }
  return found;
}

function checkNode(node: Nodes, context: CheckContext): Diagnostic | undefined {
  if (node.type === 'html') {
    const message = `"${node.value.slice(0, 40)}" is HTML, which is not shown in entries`;
    return error('entry/html', message, 'write Markdown, or put it in backticks');
  }
  if (node.type === 'image' || node.type === 'imageReference') {
    return error('entry/picture', 'images are not shown in entries', 'link to it instead');
  }
  if (node.type !== 'link' && node.type !== 'definition') return undefined;
  const wrong = checkAddress(node.url, 'mdx');
  if (wrong) return wrong;
  const kind = linkKind(node.url);
  if (kind === 'relative') {
    const fix = 'begin it with / for a page of this site, or with https://';
    return error('link/relative', `"${node.url}" is relative, but entries are shown on several pages`, fix);
  }
  return kind === 'site' ? checkSitePath(splitHref(node.url).path, context) : undefined;
}
