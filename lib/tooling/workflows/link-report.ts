// Links to elsewhere that no longer answer, as the text of one issue.
import { z } from 'zod';
import { quoteText } from '@/lib/tooling/workflows/hostile-text';

/** What `npm run check -- --external --format json` prints, as far as it is needed here. */
const reportSchema = z.object({
  problems: z.array(
    z.object({ file: z.string(), line: z.number(), code: z.string(), message: z.string(), fix: z.string() }),
  ),
  external: z.object({ links: z.number(), unasked: z.number() }),
});

type Found = z.output<typeof reportSchema>['problems'][number];

/** Codes of problems with links to elsewhere; the check prints others beside them. */
const external = /^external\//;

const shown = 150;

/**
 * The issue's text.
 *
 * @param report the check's JSON.
 * @returns undefined where every link was asked and leads where it should.
 * @throws {Error} if it is no report of links.
 */
export function renderLinkReport(report: string): string | undefined {
  const { problems, external: counts } = reportSchema.parse(JSON.parse(report));
  const found = problems.filter(({ code }) => external.test(code));
  const moved = found.filter(({ code }) => code === 'external/moved');
  const dead = found.filter((problem) => !moved.includes(problem));
  if (found.length === 0 && counts.unasked === 0) return undefined;
  const parts: string[] = [];
  if (dead.length > 0) {
    const count = dead.length === 1 ? '1 link does' : `${dead.length} links do`;
    parts.push(`${count} not lead anywhere any more.`, toList(dead));
  }
  if (moved.length > 0) {
    const count = moved.length === 1 ? '1 link has' : `${moved.length} links have`;
    parts.push(`${count} moved for good, and still work${moved.length === 1 ? 's' : ''}.`, toList(moved));
  }
  if (counts.unasked > 0) {
    parts.push(
      `${counts.unasked} of ${counts.links} links could not be asked this time; the next run begins with them.`,
    );
  }
  parts.push('This list is made anew every week, and the issue closes by itself when it is empty.');
  return parts.join('\n\n');
}

function toList(problems: readonly Found[]): string {
  const rows = problems
    .slice(0, shown)
    .map(
      ({ file, line, message, fix }) =>
        `- [ ] ${quoteText(`${file}:${line}`)} ${quoteText(message, 400)} (fix: ${quoteText(fix, 400)})`,
    );
  const more = problems.length > shown ? [`- and ${problems.length - shown} more`] : [];
  return [...rows, ...more].join('\n');
}
