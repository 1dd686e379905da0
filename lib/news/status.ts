// `news status`: how the site stands, and with `--due` whether it is time to build it again.
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
import { contentFolder } from '@/lib/news/place';
import { type Due, findDue } from '@/lib/news/status/due';
import { type Overview, toOverview, toRuns } from '@/lib/news/status/overview';

/** How `--due` ends when there is nothing to publish. Not a failure, and not what a script would act on. */
const nothingDue = 3;

const flags = {
  due: { takes: 'nothing' },
  since: { takes: 'value', example: '2022-03-01T09:00:00Z' },
  all: { takes: 'nothing' },
  json: { takes: 'nothing' },
} as const;

export const status: Command = {
  name: 'status',
  summary: 'what is published, scheduled, drafted and missing; with --due, whether something is to be published',
  usage: `
usage: npm run news -- status [--all] [--json]
       npm run news -- status --due [--since INSTANT] [--json]

Shows what is published, scheduled and drafted, what comes next and when; which months have no edition, which entries no
post names, and which events have no recording.

  --all             the whole of each list, where it is long
  --json            as data, always whole
  --due             only whether a scheduled post has become public since the site was last built, or one has left the
                    lists (expiryDate), and what comes next
  --since INSTANT   when that was; without it, the time of the last "npm run build" here

A scheduled build runs --due often. It decides by the dates of posts alone, so that the next run
catches up on one that was missed.

examples:
  npm run news -- status
  npm run news -- status --json
  npm run -s news -- status --due --since 2022-03-01T09:00:00Z && curl -X POST "$DEPLOY_HOOK"

exit codes: 0 done; with --due: something is due · 1 the content has errors, or there was no build · 2 called wrongly
            3 with --due: nothing is due
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, words } = parseOptions('status', args, flags);
  if (words.length > 0) throw new UsageError(`“${words.join(' ')}” is too much: status looks at everything.`);
  if (values.since && !values.due) throw new UsageError('--since goes with --due.');
  const instant = now();
  const content = await loadContent(contentFolder(terminal));
  const errors = errorsOf(content.problems);
  if (values.due) {
    // A post that cannot be read has no date to judge by, and the site could not be built.
    if (errors.length > 0) throw new ContentError(errors);
    const since = values.since ? parseSince(values.since) : await lastBuild(terminal);
    const result = findDue(content.posts, since, instant);
    terminal.out(values.json ? dueAsJson(result, since, instant) : dueAsText(result, since, instant));
    return result.due.length + result.ended.length > 0 ? exit.done : nothingDue;
  }
  const overview = toOverview(content, instant);
  if (values.json) {
    terminal.out(asJson(overview, instant));
    return exit.done;
  }
  if (errors.length > 0) terminal.err(`The content has errors (${errors.length}); see them with: npm run check`);
  terminal.out(asText(overview, instant, values.all ? Number.POSITIVE_INFINITY : 8, terminal));
  return exit.done;
}

function parseSince(text: string): Date {
  const instant = parseInstant(text);
  if (instant instanceof Date) return instant;
  throw new UsageError(`--since “${text}” is no instant. Write it like 2022-03-01T09:00:00Z.`);
}

async function lastBuild({ root, env }: Terminal): Promise<Date> {
  const file = join(resolve(root, env.NEWS_DIST_DIR || '.next'), 'BUILD_ID');
  const found = await stat(file).catch(() => undefined);
  if (found) return found.mtime;
  throw new Error('The site was not built here. Say when it was: --since 2022-03-01T09:00:00Z');
}

function dueAsText({ due, ended, next }: Due, since: Date, now: Date): string {
  const isDue = due.length + ended.length > 0;
  const heading = isDue ? `Due since ${spell(since)}:` : `Nothing has become due since ${spell(since)}.`;
  const leaving = ended.map((post) => `${line(post)}, which leaves the lists`);
  return [heading, ...due.map(line), ...leaving, nextLine(next, now)].join('\n');
}

function dueAsJson({ due, ended, next }: Due, since: Date, now: Date): string {
  const times = { since: since.toISOString(), now: now.toISOString() };
  const data = { ...times, due: due.map(toData), ended: ended.map(toData), next: next && toData(next) };
  return JSON.stringify(data, null, 2);
}

function nextLine(next: Post | undefined, now: Date): string {
  if (!next) return 'Nothing is scheduled.';
  const days = daysBetween(now, publicFrom(next));
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
  return `Next: ${next.title}, ${spell(publicFrom(next))} (${when})`;
}

function asText(overview: Overview, now: Date, most: number, terminal: Terminal): string {
  const { published, scheduled, drafts, missing, unused, unrecorded } = overview;
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
    ...(missing.length > 0 ? [`  To begin one: npm run news -- draft ${missing.at(-1)}`] : []),
    '',
    bold('Entries that no post names', terminal),
    ...(entries.flat().length > 0 ? entries.flat() : ['none']).map((text) => `  ${text}`),
    '',
    ...section(
      'Talks, webinars and workshops without a recording',
      unrecorded.map(({ start, title, shownFile }) => `${start.slice(0, 10)}  ${title}  (${shownFile})`),
      'none',
    ),
  ]
    .join('\n')
    .trimEnd();
}

function asJson({ published, scheduled, drafts, missing, unused, unrecorded }: Overview, now: Date): string {
  const data = {
    now: now.toISOString(),
    next: scheduled[0] && toData(scheduled[0]),
    scheduled: scheduled.map(toData),
    drafts: drafts.map(toData),
    published: published.map(toData),
    monthsWithoutEdition: missing,
    unusedEntries: unused,
    eventsWithoutRecording: unrecorded.map(({ id, title, start, file }) => ({ id, title, start, file })),
  };
  return JSON.stringify(data, null, 2);
}

function toData(post: Post) {
  const { title, url, file, coverage } = post;
  return {
    title,
    url,
    date: publicFrom(post).toISOString(),
    file,
    ...(coverage.period ? { period: coverage.period } : {}),
  };
}

function line(post: Post): string {
  return `${spell(publicFrom(post))}  ${post.title}  (${post.shownFile})`;
}

/** An instant in UTC: a day alone where it is midnight. */
function spell(instant: Date): string {
  const text = instant.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
}

function bold(text: string, { color }: Terminal): string {
  return color ? styleText('bold', text) : text;
}
