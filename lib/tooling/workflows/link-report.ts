// Links to other sites that no longer work, as the text of one issue.
import { z } from 'zod';
import { diagnosticSchema, toDiagnosticList } from '@/lib/tooling/workflows/hostile-text';

/** What `npm run check -- --external --format json` prints, as far as it is needed here. */
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
  const moved = found.filter(({ code }) => code === 'external/moved');
  const dead = found.filter((each) => !moved.includes(each));
  if (found.length === 0 && external.unasked === 0) return undefined;
  const parts: string[] = [];
  if (dead.length > 0) {
    const title = dead.length === 1 ? '1 link is broken.' : `${dead.length} links are broken.`;
    parts.push(title, toDiagnosticList(dead, shown, '- [ ]'));
  }
  if (moved.length > 0) {
    const title =
      moved.length === 1 ? '1 link has moved permanently.' : `${moved.length} links have moved permanently.`;
    parts.push(`${title} The old addresses still work.`, toDiagnosticList(moved, shown, '- [ ]'));
  }
  if (external.unasked > 0) {
    parts.push(
      `${external.unasked} of ${external.links} links were not checked this time; the next run starts with them.`,
    );
  }
  parts.push('This list is updated every week, and the issue is closed when the list is empty.');
  return parts.join('\n\n');
}
