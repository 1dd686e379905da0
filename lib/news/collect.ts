// `news collect`: facts from outside, each into a file of its own, to be reviewed in a pull request.
import { join, resolve } from 'node:path';
import { type Command, exit, type Terminal, UsageError } from '@/lib/base/cli/command';
import { type Option, type OptionValues, parseOptions, refuseWords, suggest } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { parseDayOrMonth } from '@/lib/base/dates';
import { listed } from '@/lib/base/words';
import { isZone } from '@/lib/base/zones';
import { loadCommunity, type Project } from '@/lib/content/community';
import { event } from '@/lib/kinds/event/kind';
import { eventKinds } from '@/lib/kinds/event/schema';
import { release } from '@/lib/kinds/release/kind';
import { type Limits, makeAsk, SourceError, usualLimits } from '@/lib/news/collect/ask';
import { collectCalendar } from '@/lib/news/collect/calendar';
import type { Collecting } from '@/lib/news/collect/collecting';
import { collectContributors } from '@/lib/news/collect/contributors';
import { makeGitHub } from '@/lib/news/collect/github';
import { collectLists, type ListedKind, listedKinds } from '@/lib/news/collect/lists';
import { collectReleases } from '@/lib/news/collect/releases';

const known = {
  since: { takes: 'value', example: '2022-02' },
  month: { takes: 'value', example: '2022-02' },
  project: { takes: 'values', example: 'flux' },
  without: { takes: 'values', example: 'some-account' },
  zone: { takes: 'value', example: 'Europe/Berlin' },
  kind: { takes: 'value', example: 'meeting' },
  wait: { takes: 'value', example: '300' },
  'dry-run': { takes: 'nothing' },
} as const satisfies Record<string, Option>;

type Known = keyof typeof known;

/** What was typed after the subject. */
interface Given {
  readonly values: OptionValues<typeof known>;
  readonly words: readonly string[];
}

/** Something to collect. */
interface Subject {
  /** What it brings in, for the summary. */
  readonly brings: string;
  /** What `help collect` says of it. */
  readonly usage: string;
  /** The options that go with it, beside those of all. */
  readonly flags: readonly Known[];
  run(given: Given, collecting: Collecting): Promise<boolean>;
}

/** Each thing to collect, by the word that names it. */
const subjects: Readonly<Record<string, Subject>> = {
  releases: {
    brings: release.label.many,
    usage: `collect releases
  Releases of the repositories in content/projects.yaml, from GitHub: project, version, date, address, and of the notes
  what stands under headings such as "Highlights" and "Breaking changes". Pre-releases are marked, drafts left out.
  --since …        The first day or month. By default the month before this one.
  --project …      Only this one of projects.yaml. May be given several times.`,
    flags: ['since', 'project'],
    async run({ values, words }, collecting) {
      refuseWords(words);
      return collectReleases(projectsOf(values.project, collecting), sinceOf(values.since, collecting.now), collecting);
    },
  },
  contributors: {
    brings: 'contributors',
    usage: `collect contributors --month YYYY-MM
  People whose pull requests were merged in a month, to content/contributors/YYYY-MM.yaml. Bots are left out; who had
  nothing merged before is marked.
  --project …      As above.
  --without …      An account that is no person. May be given several times.`,
    flags: ['month', 'project', 'without'],
    async run({ values, words }, collecting) {
      refuseWords(words);
      const { month, without = [] } = values;
      if (month === undefined)
        throw new UsageError('Which month? For example: npm run news -- collect contributors --month 2022-02');
      if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) {
        throw new UsageError(`--month “${month}” is no month. Write it like 2022-02.`);
      }
      const current = collecting.now.toISOString().slice(0, 7);
      if (month > current) throw new UsageError(`--month ${month} has not begun.`);
      if (month === current) collecting.tell(`${month} is not over yet: those who come later will be missing`);
      const left = new Set(without.map((login) => login.toLowerCase()));
      return collectContributors(projectsOf(values.project, collecting), month, left, collecting);
    },
  },
  calendar: {
    brings: event.label.many,
    usage: `collect calendar URL…
  Events of iCalendar addresses or files, with their repeats. What was over before --since is passed over.
  --since …        As above.
  --zone …         The IANA zone of times that name none. By default the calendar's own.
  --kind …         What events are that do not say so: ${eventKinds.join(', ')}. By default meeting.`,
    flags: ['since', 'zone', 'kind'],
    async run({ values, words }, collecting) {
      if (words.length === 0)
        throw new UsageError(
          'Which calendar? For example: npm run news -- collect calendar https://example.org/community.ics',
        );
      const { zone, kind: wanted = 'meeting' } = values;
      if (zone !== undefined && !isZone(zone)) {
        throw new UsageError(`--zone “${zone}” is no time zone. Use an IANA name such as Europe/Berlin, or UTC.`);
      }
      const kind = eventKinds.find((each) => each === wanted);
      if (!kind) throw new UsageError(`--kind “${wanted}” is none. Use ${eventKinds.join(', ')}.`);
      return collectCalendar(words, { since: sinceOf(values.since, collecting.now), zone, kind }, collecting);
    },
  },
  ...Object.fromEntries(listedKinds.map((each) => [each.kind.folder, listsOf(each)])),
};

/** Lists that other sites have of a kind. */
function listsOf(listedKind: ListedKind): Subject {
  const { kind, lists } = listedKind;
  return {
    brings: kind.label.many,
    usage: `collect ${kind.folder} FILE|URL…
  ${lists.about}: "${lists.shape}".
  --project …      What they use, where the list does not say so.`,
    flags: ['project'],
    async run({ values, words }, collecting) {
      if (words.length === 0)
        throw new UsageError(`Which list? For example: npm run news -- collect ${kind.folder} ${lists.example}`);
      const [project, another] = projectsOf(values.project, collecting);
      if (values.project && another) throw new UsageError('--project is given twice; keep one of the two.');
      return collectLists(listedKind, words, values.project ? project?.id : undefined, collecting);
    },
  };
}

const all = Object.values(subjects);

const usage = `usage: npm run news -- collect ${Object.keys(subjects).join('|')} [OPTION…]

Brings facts in from outside, each into a file of its own below content/. What is there already is never overwritten:
where outside differs, it is reported. What does not pass the check is left out, with the reason.

${all.map((subject) => subject.usage).join('\n\n')}

all of them
  --dry-run        Prints what would be written, and writes nothing.
  --wait …         How many seconds are waited for a rate limit to end. By default ${usualLimits.longestWait / 1_000}.

variables:
  GITHUB_TOKEN     Optional: allows more questions an hour. Sent to GitHub's API alone.
  GITHUB_API_URL   The API's address. By default https://api.github.com.
Answers are kept in .next/cache/news/collect; a second run asks only whether they have changed.

examples:
  npm run news -- collect releases
  npm run news -- collect releases --since 2022-02 --project flux --dry-run
  npm run news -- collect contributors --month 2022-02
  npm run news -- collect calendar https://example.org/community.ics --kind meeting
${listedKinds.map(({ kind, lists }) => `  npm run news -- collect ${kind.folder} ${lists.example}`).join('\n')}

exit codes: 0 every source was read
            1 a source failed, or a copy of an earlier answer stood in for it; what the others gave is written
            2 called wrongly
            130 stopped with Ctrl-C; the files written so far are whole`;

/** What tests set otherwise. */
export interface CollectSettings {
  readonly limits?: Partial<Limits>;
  /** The time by which rate limits and copies are judged, in milliseconds since 1970. */
  readonly time?: () => number;
}

/** `news collect`, with time limits of one's own. */
export function makeCollect({ limits, time = () => now().getTime() }: CollectSettings = {}): Command {
  return {
    name: 'collect',
    summary: `brings in ${listed(all.map(({ brings }) => brings))} from outside`,
    usage,
    async run(args, terminal) {
      const given = parseOptions('collect', args, known);
      const { values } = given;
      const [name, ...words] = given.words;
      const subject = subjects[subjectOf(name)];
      const stray = Object.keys(values).find((flag) => !['dry-run', 'wait', ...(subject?.flags ?? [])].includes(flag));
      if (stray) throw new UsageError(`--${stray} does not go with “collect ${name}”.`);
      const { wait } = values;
      if (wait !== undefined && !/^\d{1,5}$/.test(wait))
        throw new UsageError(`--wait “${wait}” is no number of seconds.`);
      const longestWait = wait === undefined ? {} : { longestWait: Number(wait) * 1_000 };
      const allLimits = { ...usualLimits, ...limits, ...longestWait };
      try {
        const collecting = await prepare(terminal, allLimits, values['dry-run'] === true, time);
        const isWhole = await subject?.run({ values, words }, collecting);
        return isWhole ? exit.done : exit.failed;
      } catch (error) {
        if (!terminal.signal.aborted) throw error;
        terminal.err('Stopped. The files written so far are whole.');
        return exit.stopped;
      }
    },
  };
}

function subjectOf(name: string | undefined): string {
  const names = Object.keys(subjects);
  if (name !== undefined && names.includes(name)) return name;
  if (name === undefined) throw new UsageError(`What is to be collected? One of: ${names.join(', ')}.`);
  throw new UsageError(`“${name}” is nothing to collect. ${suggest(name, names)}`);
}

async function prepare(terminal: Terminal, limits: Limits, dryRun: boolean, time: () => number): Promise<Collecting> {
  const { env, root, signal } = terminal;
  const dir = resolve(root, env.CONTENT_DIR || 'content');
  const base = env.GITHUB_API_URL || 'https://api.github.com';
  if (!URL.canParse(base)) throw new UsageError(`GITHUB_API_URL is “${base}”, which is no address.`);
  const token = env.GITHUB_TOKEN || undefined;
  /** Whatever comes back from outside, the token is never shown. */
  const tell = (text: string) => terminal.err(token === undefined ? text : text.replaceAll(token, '(GITHUB_TOKEN)'));
  try {
    const ask = makeAsk({
      limits,
      cache: join(root, '.next', 'cache', 'news', 'collect'),
      signal,
      tell,
      now: time,
      token,
      tokenOrigin: new URL(base).origin,
    });
    const { community } = await loadCommunity(dir);
    return { terminal, dir, community, ask, github: makeGitHub(ask, base), now: new Date(time()), dryRun, tell };
  } catch (error) {
    if (error instanceof SourceError) throw new UsageError(error.message);
    throw error;
  }
}

/** The projects that `--project` names, or all. */
function projectsOf(given: readonly string[] | undefined, { community }: Collecting): readonly Project[] {
  const wanted = given ?? [];
  const ids = community.projects.map(({ id }) => id);
  for (const id of wanted) {
    if (ids.includes(id)) continue;
    throw new UsageError(`There is no project “${id}”. ${suggest(id, ids)}`);
  }
  return wanted.length === 0 ? community.projects : community.projects.filter(({ id }) => wanted.includes(id));
}

/** 00:00 UTC of the day of `--since`, or of the first day of last month. */
function sinceOf(given: string | undefined, today: Date): Date {
  if (given === undefined) return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1));
  const since = parseDayOrMonth(given);
  if (typeof since === 'string')
    throw new UsageError(`--since “${given}” is no day and no month. Write it like 2022-02.`);
  return since.start;
}

/** `npm run news -- collect`. */
export const collect = makeCollect();
