// `news status`: the state of the site, and with `--due` whether it has to be built again.
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { styleText } from 'node:util';
import { type Command, exit, type Terminal, UsageError } from '@/lib/base/cli/command';
import { parseOptions } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { daysBetween, parseInstant } from '@/lib/base/dates';
import { ContentError, errorsOf } from '@/lib/base/diagnostic';
import { loadContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { publicFrom } from '@/lib/content/visibility';
import { contentFolder } from '@/lib/news/arguments';
import { type Due, findDue, type Overview, toOverview, toRuns } from '@/lib/news/status/overview';

/** The exit code of `--due` if nothing is due: not a failure, but not success, on which a script would build. */
const nothingDue = 3;

const flags = {
  due: { takes: 'nothing' },
  since: { takes: 'value', example: '2022-03-01T09:00:00Z' },
  all: { takes: 'nothing' },
  json: { takes: 'nothing' },
} as const;

export const status: Command = {
  name: 'status',
  summary: 'shows what is published, scheduled, drafted and missing; with --due, whether a build is due',
  usage: `
usage: npm run news -- status [--all] [--json]
       npm run news -- status --due [--since INSTANT] [--json]

Shows what is published, scheduled and drafted, and what comes next; which months have no edition, which entries no post
mentions, which events have no recording, and which series of events have ended.

  --all             do not shorten long lists
  --json            print JSON, with whole lists
  --due             only report whether a scheduled post has become public since the last build, or a post is no
                    longer listed (expiryDate), and what comes next
  --since INSTANT   the time of the last build; by default that of the last "npm run build" here

Run --due often, such as every hour, to build when a post becomes public. It looks only at the dates of posts, so
a missed run does no harm.

examples:
  npm run news -- status
  npm run news -- status --json
  npm run -s news -- status --due --since 2022-03-01T09:00:00Z && curl -X POST "$DEPLOY_HOOK"

exit codes: 0 done; with --due: something is due · 1 the content has errors, or nothing has been built · 2 invalid command line
            3 with --due: nothing is due
`,
  async run(args, terminal) {
    const { values, words } = parseOptions('status', args, flags);
    if (words.length > 0) throw new UsageError(`status takes only options: remove “${words.join(' ')}”.`);
    if (values.since && !values.due) throw new UsageError('--since goes with --due.');
    const instant = now();
    const content = await loadContent(contentFolder(terminal));
    const errors = errorsOf(content.problems);
    if (values.due) {
      // A post that cannot be read has no date, and the site could not be built.
      if (errors.length > 0) throw new ContentError(errors);
      const since = values.since ? parseSince(values.since) : await lastBuild(terminal);
      const result = findDue(content.posts, since, instant);
      const json = () => JSON.stringify(dueAsJson(result, since, instant), null, 2);
      terminal.out(values.json ? json() : dueAsText(result, since, instant));
      return result.due.length + result.ended.length > 0 ? exit.done : nothingDue;
    }
    const overview = toOverview(content, instant);
    if (values.json) {
      terminal.out(JSON.stringify(asJson(overview, instant), null, 2));
      return exit.done;
    }
    if (errors.length > 0) terminal.err(`The content has errors (${errors.length}). To see them, run: npm run check`);
    terminal.out(asText(overview, instant, values.all ? Number.POSITIVE_INFINITY : 8, terminal));
    return exit.done;
  },
};

function parseSince(text: string): Date {
  const instant = parseInstant(text);
  if (instant instanceof Date) return instant;
  throw new UsageError(`--since “${text}” is not an instant. Write it like 2022-03-01T09:00:00Z.`);
}

async function lastBuild({ root, env }: Terminal): Promise<Date> {
  const file = join(resolve(root, env.NEWS_DIST_DIR || '.next'), 'BUILD_ID');
  const found = await stat(file).catch(() => undefined);
  if (found) return found.mtime;
  throw new Error('The site was not built here. Give the time of the last build: --since 2022-03-01T09:00:00Z');
}

function dueAsText({ due, ended, next }: Due, since: Date, now: Date): string {
  const isDue = due.length + ended.length > 0;
  const heading = isDue ? `Due since ${spell(since)}:` : `Nothing has become due since ${spell(since)}.`;
  const leaving = ended.map((post) => `${line(post)}, which is no longer listed`);
  return [heading, ...due.map(line), ...leaving, nextLine(next, now)].join('\n');
}

function dueAsJson({ due, ended, next }: Due, since: Date, now: Date) {
  return { since, now, due: due.map(toData), ended: ended.map(toData), next: next && toData(next) };
}

function nextLine(next: Post | undefined, now: Date): string {
  if (!next) return 'Nothing is scheduled.';
  const days = daysBetween(now, publicFrom(next));
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
  return `Next: ${next.title}, ${spell(publicFrom(next))} (${when})`;
}

function asText(overview: Overview, now: Date, most: number, terminal: Terminal): string {
  const { published, scheduled, drafts, missing, unused, unrecorded, endedSeries } = overview;
  const section = (title: string, lines: readonly string[], none: string) => {
    const rest = lines.length - most;
    const shown = rest > 0 ? [...lines.slice(0, most), `… and ${rest} more (--all)`] : lines;
    const head = `${title}${lines.length > 0 ? ` (${lines.length})` : ''}`;
    return [bold(head, terminal), ...(lines.length > 0 ? shown : [none]).map((text) => `  ${text}`), ''];
  };
  const entries = Object.entries(unused).map(([kind, ids]) => {
    const shown = ids.slice(0, most).join(', ');
    return ids.length > 0 ? [`${kind} (${ids.length}): ${shown}${ids.length > most ? ', … (--all)' : ''}`] : [];
  });
  return [
    ...(scheduled[0] ? [nextLine(scheduled[0], now), ''] : []),
    ...section('Scheduled', scheduled.map(line), 'nothing'),
    ...section('Drafts', drafts.map(line), 'none'),
    ...section('Published, newest first', published.map(line), 'nothing'),
    bold('Months without an edition', terminal),
    `  ${missing.length > 0 ? toRuns(missing) : 'none'}`,
    ...(missing.length > 0 ? [`  To start one: npm run news -- draft ${missing.at(-1)}`] : []),
    '',
    bold('Entries that no post mentions', terminal),
    ...(entries.flat().length > 0 ? entries.flat() : ['none']).map((text) => `  ${text}`),
    '',
    ...section(
      'Talks, webinars and workshops without a recording',
      unrecorded.map(({ start, title, shownFile }) => `${start.slice(0, 10)}  ${title}  (${shownFile})`),
      'none',
    ),
    ...section(
      'Series of events that ended in the last three months',
      endedSeries.map(({ event, last }) => `${last}  ${event.title}  (${event.shownFile})`),
      'none',
    ),
  ]
    .join('\n')
    .trimEnd();
}

function asJson({ published, scheduled, drafts, missing, unused, unrecorded, endedSeries }: Overview, now: Date) {
  return {
    now,
    next: scheduled[0] && toData(scheduled[0]),
    scheduled: scheduled.map(toData),
    drafts: drafts.map(toData),
    published: published.map(toData),
    monthsWithoutEdition: missing,
    unusedEntries: unused,
    eventsWithoutRecording: unrecorded.map(({ id, title, start, file }) => ({ id, title, start, file })),
    endedSeries: endedSeries.map(({ event: { id, title, file }, last }) => ({ id, title, last, file })),
  };
}

function toData(post: Post) {
  const { title, url, file, coverage } = post;
  return { title, url, date: publicFrom(post), file, period: coverage.period };
}

function line(post: Post): string {
  return `${spell(publicFrom(post))}  ${post.title}  (${post.shownFile})`;
}

/** An instant in UTC; only its day if it is midnight. */
function spell(instant: Date): string {
  const text = instant.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
}

function bold(text: string, { color }: Terminal): string {
  return color ? styleText('bold', text) : text;
}
