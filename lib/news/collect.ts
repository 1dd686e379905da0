// `news collect`: facts from outside, each into a file of its own, to be reviewed in a pull request.
import { join, resolve } from 'node:path';
import { now } from '@/lib/clock';
import { loadCommunity, type Project } from '@/lib/content/community';
import { eventKinds } from '@/lib/content/schema';
import { nearest } from '@/lib/content/validate';
import { parseDayOrMonth } from '@/lib/dates';
import { collectAdopters } from '@/lib/news/collect/adopters';
import { type Limits, makeAsk, SourceError, usualLimits } from '@/lib/news/collect/ask';
import { collectCalendar } from '@/lib/news/collect/calendar';
import type { Collecting } from '@/lib/news/collect/collecting';
import { collectContributors } from '@/lib/news/collect/contributors';
import { makeGitHub } from '@/lib/news/collect/github';
import { collectReleases } from '@/lib/news/collect/releases';
import { type Command, exit, type Terminal, UsageError } from '@/lib/news/command';
import { type Flags, type FlagType, readFlags } from '@/lib/news/read-flags';
import { isZone } from '@/lib/zones';

/** As a shell reports a program that Ctrl-C ended. */
const interrupted = 130;

const usage = `news collect releases|contributors|calendar|adopters [options]

Brings facts in from outside, each into a file of its own below content/. What is there already is never overwritten:
where outside differs, it is reported. What does not pass the check is left out, with the reason.

news collect releases
  Releases of the repositories in content/projects.yaml, from GitHub: project, version, date, address, and of the notes
  what stands under headings such as "Highlights" and "Breaking changes". Pre-releases are marked, drafts left out.
  --since …        The first day or month. By default the month before this one.
  --project …      Only this one of projects.yaml. May be given several times.

news collect contributors --month YYYY-MM
  People whose pull requests were merged in a month, to content/contributors/YYYY-MM.yaml. Bots are left out; who had
  nothing merged before is marked.
  --project …      As above.
  --without …      An account that is no person. May be given several times.

news collect calendar URL…
  Events of iCalendar addresses or files, with their repeats. What was over before --since is passed over.
  --since …        As above.
  --zone …         The IANA zone of times that name none. By default the calendar's own.
  --kind …         What events are that do not say so: ${eventKinds.join(', ')}. By default meeting.

news collect adopters FILE|URL…
  Organisations from YAML lists in Hugo's shape: "adopters: {project, companies: [{name, url}]}".
  --project …      What they use, where the list does not say so.

All of them
  --dry-run        Prints what would be written, and writes nothing.
  --wait …         How many seconds are waited for a rate limit to end. By default ${usualLimits.rateLimit / 1_000}.

Environment
  GITHUB_TOKEN     Optional: allows more questions an hour. Sent to GitHub's API alone.
  GITHUB_API_URL   The API's address. By default https://api.github.com.
Answers are kept in .next/cache/news/collect; a second run asks only whether they have changed.

Examples
  npm run news -- collect releases
  npm run news -- collect releases --since 2022-02 --project flux --dry-run
  npm run news -- collect contributors --month 2022-02
  npm run news -- collect calendar https://example.org/community.ics --kind meeting
  npm run news -- collect adopters data/adopters/1-flux-v2.yaml

Exit codes
  0  every source was read
  1  a source failed, or a copy of an earlier answer stood in for it; what the others gave is written
  2  called wrongly
  130  stopped with Ctrl-C; the files written so far are whole`;

const known = {
  since: 'text',
  month: 'text',
  project: 'texts',
  without: 'texts',
  zone: 'text',
  kind: 'text',
  wait: 'text',
  'dry-run': 'switch',
} as const satisfies Record<string, FlagType>;

type Known = keyof typeof known;

/** Each thing to collect: the options that go with it, and what it does with them. */
const subjects: Readonly<
  Record<string, { flags: readonly Known[]; run(flags: Flags, collecting: Collecting): Promise<boolean> }>
> = {
  releases: {
    flags: ['since', 'project'],
    async run(flags, collecting) {
      refuseWords(flags);
      return collectReleases(projectsOf(flags, collecting), sinceOf(flags, collecting.now), collecting);
    },
  },
  contributors: {
    flags: ['month', 'project', 'without'],
    async run(flags, collecting) {
      refuseWords(flags);
      const month = flags.text('month');
      if (month === undefined) throw new UsageError('say which month: --month 2022-02');
      if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) {
        throw new UsageError(`--month "${month}" is no month: write it like 2022-02`);
      }
      const current = collecting.now.toISOString().slice(0, 7);
      if (month > current) throw new UsageError(`--month ${month} has not begun`);
      if (month === current) collecting.tell(`${month} is not over yet: those who come later will be missing`);
      const without = new Set(flags.texts('without').map((login) => login.toLowerCase()));
      return collectContributors(projectsOf(flags, collecting), month, without, collecting);
    },
  },
  calendar: {
    flags: ['since', 'zone', 'kind'],
    async run(flags, collecting) {
      if (flags.words.length === 0) throw new UsageError('say which calendar: news collect calendar https://…');
      const zone = flags.text('zone');
      if (zone !== undefined && !isZone(zone)) {
        throw new UsageError(`--zone "${zone}" is no time zone: use an IANA name such as Europe/Berlin, or UTC`);
      }
      const given = flags.text('kind') ?? 'meeting';
      const kind = eventKinds.find((each) => each === given);
      if (!kind) throw new UsageError(`--kind "${given}" is none: use ${eventKinds.join(', ')}`);
      return collectCalendar(flags.words, { since: sinceOf(flags, collecting.now), zone, kind }, collecting);
    },
  },
  adopters: {
    flags: ['project'],
    async run(flags, collecting) {
      if (flags.words.length === 0) throw new UsageError('say which list: news collect adopters FILE|URL');
      const [project, another] = projectsOf(flags, collecting);
      if (flags.has('project') && another) throw new UsageError('--project is given twice: keep one of the two');
      return collectAdopters(flags.words, flags.has('project') ? project?.id : undefined, collecting);
    },
  },
};

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
    summary: 'brings in releases, contributors, events and adopters from outside',
    usage,
    async run(args, terminal) {
      const flags = readFlags(args, known);
      if (flags.has('help')) {
        terminal.out(usage);
        return exit.done;
      }
      const [name, ...words] = flags.words;
      const subject = subjects[subjectOf(name)];
      const stray = Object.keys(known).find(
        (flag) => flags.has(flag) && !['dry-run', 'wait', ...(subject?.flags ?? [])].includes(flag),
      );
      if (stray) throw new UsageError(`--${stray} does not go with "collect ${name}"`);
      const wait = flags.text('wait');
      if (wait !== undefined && !/^\d{1,5}$/.test(wait))
        throw new UsageError(`--wait "${wait}" is no number of seconds`);
      const rateLimit = wait === undefined ? {} : { rateLimit: Number(wait) * 1_000 };
      const allLimits = { ...usualLimits, ...limits, ...rateLimit };
      try {
        const collecting = await prepare(terminal, allLimits, flags.has('dry-run'), time);
        const isWhole = await subject?.run({ ...flags, words }, collecting);
        return isWhole ? exit.done : exit.failed;
      } catch (error) {
        if (!terminal.signal.aborted) throw error;
        terminal.err('Stopped. The files written so far are whole.');
        return interrupted;
      }
    },
  };
}

function subjectOf(name: string | undefined): string {
  const names = Object.keys(subjects);
  if (name !== undefined && names.includes(name)) return name;
  if (name === undefined) throw new UsageError(`say what to collect: news collect ${names.join('|')}`);
  const near = nearest(name, names);
  throw new UsageError(
    `"${name}" is nothing to collect: ${near ? `did you mean "${near}"?` : `use ${names.join(', ')}`}`,
  );
}

async function prepare(terminal: Terminal, limits: Limits, dryRun: boolean, time: () => number): Promise<Collecting> {
  const { env, root, signal } = terminal;
  const dir = resolve(root, env.CONTENT_DIR || 'content');
  const base = env.GITHUB_API_URL || 'https://api.github.com';
  if (!URL.canParse(base)) throw new UsageError(`GITHUB_API_URL is "${base}", which is no address`);
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

function refuseWords({ words }: Flags): void {
  if (words.length > 0) throw new UsageError(`"${words[0]}" belongs to no option`);
}

/** The projects that `--project` names, or all. */
function projectsOf(flags: Flags, { community }: Collecting): readonly Project[] {
  const wanted = flags.texts('project');
  const ids = community.projects.map(({ id }) => id);
  for (const id of wanted) {
    if (ids.includes(id)) continue;
    const near = nearest(id, ids);
    throw new UsageError(`there is no project "${id}": ${near ? `did you mean "${near}"?` : `use ${ids.join(', ')}`}`);
  }
  return wanted.length === 0 ? community.projects : community.projects.filter(({ id }) => wanted.includes(id));
}

/** 00:00 UTC of the day of `--since`, or of the first day of last month. */
function sinceOf(flags: Flags, today: Date): Date {
  const given = flags.text('since');
  if (given === undefined) return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1));
  const since = parseDayOrMonth(given);
  if (typeof since === 'string')
    throw new UsageError(`--since "${given}" is no day and no month: write it like 2022-02`);
  return since.start;
}

/** `npm run news -- collect`. */
export const collect = makeCollect();
