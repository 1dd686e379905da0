// Summarizes the changes of a pull request: written by the job without permissions, read by the one that can comment.
import { lstat, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { compare } from '@/lib/base/compare';
import type { Diagnostic } from '@/lib/base/diagnostic';
import { diagnosticSchema, line, quoteText, toDiagnosticList, toList } from '@/lib/tooling/workflows/hostile-text';

/** Of a page and its style sheets, brotli. */
const bytes = z.number().int().min(0).max(1e9);
const change = z.strictObject({
  address: line,
  before: bytes.optional(),
  after: bytes.optional(),
  /** Addresses of lists, feeds and calendars that link to a new page. */
  joins: z.array(line).optional(),
});
const changes = z.array(change);
const difference = z.strictObject({
  added: changes,
  changed: changes,
  gone: changes,
  /** Addresses of feeds, calendars and data that differ. */
  files: z.array(line),
});

/** The artifact. Strangers' code writes it: nothing in it is trusted, and it does not decide where it is shown. */
export const summarySchema = z.strictObject({
  problems: z.array(diagnosticSchema),
  /** Absent where nothing could be built. */
  difference: difference.optional(),
  /** Whether some of it was left out, because it was too large. */
  isCut: z.boolean().optional(),
});

export type Summary = z.output<typeof summarySchema>;

/** One address, before and after. */
export type Change = z.output<typeof change>;

/** How one site differs from another. */
export type Difference = z.output<typeof difference>;

/** Bytes: a summary of thousands of pages is far smaller. */
const largest = 5_000_000;

/** The most items of each list that the artifact has. */
const longest = 20_000;

/**
 * Makes the artifact: cuts its lists until it is small enough to be read.
 *
 * @throws {Error} for what is no summary.
 */
export function fitSummary(found: unknown): Summary {
  const whole = summarySchema.parse(found);
  for (let most = longest; ; most = Math.floor(most / 2)) {
    const summary = cutLists(whole, most);
    if (Buffer.byteLength(JSON.stringify(summary)) <= largest) return summary;
  }
}

/** Errors stay longer than warnings: without them nobody knows why nothing was built. */
function cutLists(whole: Summary, most: number): Summary {
  let isCut = whole.isCut ?? false;
  const cut = <T>(items: readonly T[]): T[] => {
    isCut ||= items.length > most;
    return items.slice(0, most);
  };
  const cutChanges = (items: readonly Change[]) =>
    cut(items).map((item) => (item.joins ? { ...item, joins: cut(item.joins) } : item));
  const problems = cut(whole.problems.toSorted((a, b) => compare(a.severity, b.severity)));
  const { added = [], changed = [], gone = [], files = [] } = whole.difference ?? {};
  const difference = {
    added: cutChanges(added),
    changed: cutChanges(changed),
    gone: cutChanges(gone),
    files: cut(files),
  };
  return { problems, ...(whole.difference ? { difference } : {}), ...(isCut ? { isCut } : {}) };
}

/**
 * Reads the artifact's file; nothing of it where it is too large, which {@link fitSummary} never writes.
 *
 * @throws {Error} if it is not a regular file (a link could lead to a secret), or not a summary.
 */
export async function readSummary(path: string): Promise<Summary> {
  const found = await lstat(path);
  if (!found.isFile()) throw new Error('the summary is not a regular file');
  if (found.size > largest) return { problems: [], isCut: true };
  return summarySchema.parse(JSON.parse(await readFile(path, 'utf8')));
}

/** What the trusted side knows by itself. */
export interface CommentFacts {
  /** 40 hexadecimal digits. */
  readonly commit: string;
  /** The page of the run, made from the repository's name and the run's number. */
  readonly runUrl: string;
  readonly isFork: boolean;
}

const shownProblems = 20;
const shownPages = 25;
const shownJoins = 8;

const ownCodeNote =
  'All figures and lists here are produced by the code of this pull request. If it changes more than content, do not rely on them.';

const forkNote =
  'This pull request comes from a fork. The host builds a preview only after a maintainer has approved it, so it may take a while. You do not need to do anything.';

const cutNote = 'The summary was too large and has been cut: the lists and figures are incomplete.';

/** The comment, in Markdown. */
export function renderSummary(
  { problems, difference, isCut }: Summary,
  { commit, runUrl, isFork }: CommentFacts,
): string {
  return [
    `### What this changes\n\nFor commit ${commit.slice(0, 12)}, [details](${runUrl}); this comment is updated for each new commit.`,
    ...diagnosticPart('Errors: nothing was built', problems, 'error'),
    ...(difference ? differenceParts(difference) : []),
    ...diagnosticPart('Warnings', problems, 'warning'),
    ...(isCut ? [cutNote] : []),
    ownCodeNote,
    ...(isFork ? [forkNote] : []),
  ].join('\n\n');
}

function diagnosticPart(title: string, problems: Summary['problems'], severity: Diagnostic['severity']): string[] {
  const found = problems.filter((each) => each.severity === severity);
  return found.length === 0 ? [] : [`**${title}** (${found.length})\n\n${toDiagnosticList(found, shownProblems)}`];
}

function differenceParts({ added, changed, gone, files }: Difference): string[] {
  if (added.length + changed.length + gone.length + files.length === 0) return ['Readers see no difference.'];
  return [
    ...part('New', added, ({ address, after, joins = [] }) => {
      const links = joins.slice(0, shownJoins).map((place) => quoteText(place));
      const more = joins.length > shownJoins ? ` and ${joins.length - shownJoins} more` : '';
      const from = links.length > 0 ? `linked from ${links.join(', ')}${more}` : '**no page links to it**';
      return `${quoteText(address)}: ${kilobytes(after)}; ${from}`;
    }),
    ...part('Changed', changed, ({ address, before, after }) => {
      return `${quoteText(address)}: ${kilobytes(after)}, was ${kilobytes(before)}`;
    }),
    ...part('Removed: other sites may link to these addresses (fix: name them in `aliases:`)', gone, ({ address }) =>
      quoteText(address),
    ),
    ...part('Feeds, calendars and data that change', files, (address) => quoteText(address)),
  ];
}

function part<T>(title: string, items: readonly T[], toRow: (item: T) => string): string[] {
  return items.length === 0 ? [] : [`**${title}** (${items.length})\n\n${toList(items.map(toRow), shownPages)}`];
}

function kilobytes(size: number | undefined): string {
  return size === undefined ? '?' : `${(size / 1000).toFixed(1)} kB`;
}
