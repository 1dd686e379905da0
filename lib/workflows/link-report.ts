// Links to elsewhere that no longer answer, as the text of one issue.
import { z } from 'zod';
import { quoteText } from '@/lib/workflows/hostile-text';

/** What `npm run check -- --external --format json` prints, as far as it is needed here. */
const reportSchema = z.object({
  problems: z.array(
    z.object({ file: z.string(), line: z.number(), code: z.string(), message: z.string(), fix: z.string() }),
  ),
});

/** Codes of problems with links to elsewhere; the check prints others beside them. */
const external = /^external\//;

const shown = 150;

/**
 * The issue's text.
 *
 * @param report the check's JSON.
 * @returns undefined where every link answers.
 * @throws {Error} if it is no report.
 */
export function renderLinkReport(report: string): string | undefined {
  const { problems } = reportSchema.parse(JSON.parse(report));
  const dead = problems.filter(({ code }) => external.test(code));
  if (dead.length === 0) return undefined;
  const rows = dead
    .slice(0, shown)
    .map(
      ({ file, line, message, fix }) =>
        `- [ ] ${quoteText(`${file}:${line}`)} ${quoteText(message, 400)} (fix: ${quoteText(fix, 400)})`,
    );
  const more = dead.length > shown ? [`- and ${dead.length - shown} more`] : [];
  return [
    `${dead.length} ${dead.length === 1 ? 'link does' : 'links do'} not lead anywhere any more. This list is made anew every week, and the issue closes by itself when it is empty.`,
    '',
    ...rows,
    ...more,
  ].join('\n');
}
