// What a pull request changes for readers: written by the job that may do nothing, read by the one that may comment.
import { lstat, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { quoteText } from '@/lib/tooling/workflows/hostile-text';

const line = z.string().max(2_000);
const bytes = z.number().int().min(0).max(1e9);
const change = z.strictObject({
  address: line,
  before: bytes.optional(),
  after: bytes.optional(),
  joins: z.array(line).max(10_000).optional(),
});
const changes = z.array(change).max(20_000);

/** The artifact. It comes from code of strangers: nothing in it is believed, and it has no say in where it is shown. */
export const summarySchema = z.strictObject({
  problems: z
    .array(
      z.strictObject({
        file: line,
        line: z.number().int(),
        column: z.number().int(),
        severity: z.enum(['error', 'warning']),
        code: line,
        message: z.string().max(20_000),
        fix: z.string().max(20_000),
      }),
    )
    .max(20_000),
  /** Absent where nothing could be built. */
  difference: z
    .strictObject({ added: changes, changed: changes, gone: changes, files: z.array(line).max(20_000) })
    .optional(),
  /** How many screenshots lie beside it. */
  screenshots: z.number().int().min(0).max(1_000),
});

export type Summary = z.output<typeof summarySchema>;

/** Bytes: a summary of thousands of pages stays far below it. */
const largest = 5_000_000;

/**
 * Reads the artifact's file.
 *
 * @throws {Error} if it is no regular file (a link could lead to a secret), too large, or no summary.
 */
export async function readSummary(path: string): Promise<Summary> {
  const { size, isRegular } = await lstat(path).then((found) => ({ size: found.size, isRegular: found.isFile() }));
  if (!isRegular) throw new Error('the summary is no regular file');
  if (size > largest) throw new Error(`the summary holds ${size} bytes, which is too much`);
  return summarySchema.parse(JSON.parse(await readFile(path, 'utf8')));
}

/** What the trusted side knows by itself. */
export interface CommentFacts {
  /** 40 hexadecimal digits. */
  readonly commit: string;
  /** Where the run can be looked at: made from the repository's name and the run's number. */
  readonly runUrl: string;
  readonly isFork: boolean;
}

const shownProblems = 20;
const shownPages = 25;
const shownJoins = 8;

/** The comment, in Markdown. */
export function renderSummary({ problems, difference, screenshots }: Summary, facts: CommentFacts): string {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const parts = [
    `### What this changes\n\nFor commit ${facts.commit.slice(0, 12)}; this comment follows the newest one.`,
    ...problemPart('Errors: nothing was built, because of', errors),
    ...(difference ? differenceParts(difference) : []),
    ...problemPart('Worth a look', warnings),
    ...(screenshots > 0 ? [`${count(screenshots, 'screenshot')}: in the artifact of [the run](${facts.runUrl}).`] : []),
    ...(facts.isFork
      ? [
          'This comes from a fork. The host builds its preview only after a maintainer has allowed it, so it may take a while until there is one; you need not do anything. The figures above are from a build of your commit.',
        ]
      : []),
  ];
  return parts.join('\n\n');
}

function problemPart(title: string, problems: Summary['problems']): string[] {
  if (problems.length === 0) return [];
  const rows = problems.map(
    ({ file, line: row, code, message, fix }) =>
      `${quoteText(`${file}:${row}`)} ${quoteText(code, 60)} ${quoteText(message, 300)} (fix: ${quoteText(fix, 300)})`,
  );
  return [`**${title} ${count(problems.length, 'problem')}**\n\n${list(rows, shownProblems)}`];
}

function differenceParts({ added, changed, gone, files }: NonNullable<Summary['difference']>): string[] {
  if (added.length + changed.length + gone.length + files.length === 0) return ['Readers see no difference.'];
  return [
    ...part('New', added, ({ address, after, joins = [] }) => {
      const named = joins.slice(0, shownJoins).map((place) => quoteText(place));
      const more = joins.length > shownJoins ? ` and ${joins.length - shownJoins} more` : '';
      return `${quoteText(address)}: ${kilobytes(after)}${named.length > 0 ? `; named by ${named.join(', ')}${more}` : '; **no page leads to it**'}`;
    }),
    ...part('Changed', changed, ({ address, before, after }) => {
      return `${quoteText(address)}: ${kilobytes(after)}, was ${kilobytes(before)}`;
    }),
    ...part(
      'Gone: an address that the world may link to answers 404 (fix: name it in `aliases:`)',
      gone,
      ({ address }) => quoteText(address),
    ),
    ...part('Feeds, calendars and data that change', files, (address) => quoteText(address)),
  ];
}

function part<T>(title: string, items: readonly T[], toRow: (item: T) => string): string[] {
  return items.length === 0 ? [] : [`**${title}** (${items.length})\n\n${list(items.map(toRow), shownPages)}`];
}

function list(rows: readonly string[], limit: number): string {
  const more = rows.length > limit ? [`and ${rows.length - limit} more`] : [];
  return [...rows.slice(0, limit), ...more].map((row) => `- ${row}`).join('\n');
}

function kilobytes(size: number | undefined): string {
  return size === undefined ? '?' : `${(size / 1000).toFixed(1)} kB`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
