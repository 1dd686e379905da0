// Lists broken external links in the text of one issue.
import { z } from 'zod';
import { diagnosticSchema, toDiagnosticList } from '@/lib/tooling/workflows/hostile-text';

/** The parts of the output of `npm run check -- --external --format json` that are used here. */
const reportSchema = z.object({
  problems: z.array(diagnosticSchema),
  external: z.object({ links: z.number(), unasked: z.number() }),
});

const shown = 150;

/**
 * The text of the issue.
 *
 * @param report the check's JSON.
 * @returns undefined where every link was requested and works.
 * @throws {Error} if it is not a report of links.
 */
export function renderLinkReport(report: string): string | undefined {
  const { problems, external } = reportSchema.parse(JSON.parse(report));
  const found = problems.filter(({ code }) => code.startsWith('external/'));
  if (found.length === 0 && external.unasked === 0) return undefined;
  const part = (isMoved: boolean, title: (count: number) => string) => {
    const links = found.filter(({ code }) => (code === 'external/moved') === isMoved);
    return links.length === 0 ? [] : [title(links.length), toDiagnosticList(links, shown, '- [ ]')];
  };
  const { links, unasked } = external;
  return [
    ...part(false, (count) => (count === 1 ? '1 link is broken.' : `${count} links are broken.`)),
    ...part(true, (count) => {
      const title = count === 1 ? '1 link has moved permanently.' : `${count} links have moved permanently.`;
      return `${title} The old addresses still work.`;
    }),
    ...(unasked > 0 ? [`${unasked} of ${links} links were not checked this time; the next run starts with them.`] : []),
    'This list is updated every week, and the issue is closed when the list is empty.',
  ].join('\n\n');
}
