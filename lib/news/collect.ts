// `news collect`: entries from other sites, each written to a file of its own, for review in a pull request.
import { type Command, exit, UsageError } from '@/lib/base/cli/command';
import { type Options, type OptionValues, parseOptions, refuseWords, suggest } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { parseDayOrMonth } from '@/lib/base/dates';
import { isDiagnostic } from '@/lib/base/diagnostic';
import { listed } from '@/lib/base/english';
import { hasSection } from '@/lib/base/sections';
import { isZone } from '@/lib/base/zones';
import type { Project } from '@/lib/content/community';
import { isMeeting } from '@/lib/kinds/event/event';
import { event } from '@/lib/kinds/event/kind';
import { eventKinds } from '@/lib/kinds/event/schema';
import { link as linkKind } from '@/lib/kinds/link/kind';
import { linkForms } from '@/lib/kinds/link/schema';
import { release } from '@/lib/kinds/release/kind';
import { parseMonth } from '@/lib/news/arguments';
import { type Limits, usualLimits } from '@/lib/news/collect/ask';
import { collectCalendar } from '@/lib/news/collect/calendar';
import { type Collecting, prepare } from '@/lib/news/collect/collecting';
import { collectContributors } from '@/lib/news/collect/contributors';
import { collectLinks } from '@/lib/news/collect/links';
import { collectLists, type ListedKind, listedKinds } from '@/lib/news/collect/lists';
import { collectReleases } from '@/lib/news/collect/releases';

const known = {
  since: { takes: 'value', example: '2022-02' },
  month: { takes: 'value', example: '2022-02' },
  project: { takes: 'values', example: 'tool' },
  without: { takes: 'values', example: 'some-account' },
  zone: { takes: 'value', example: 'Europe/Berlin' },
  kind: { takes: 'value', example: eventKinds[0] ?? '' },
  word: { takes: 'values', example: 'tool' },
  form: { takes: 'value', example: linkForms[0] },
  wait: { takes: 'value', example: '300' },
  'dry-run': { takes: 'nothing' },
} as const satisfies Options;

type Known = keyof typeof known;

/** Something that can be collected. */
interface Subject {
  /** What it collects, for the summary. */
  readonly brings: string;
  /** Its part of `help collect`. */
  readonly usage: string;
  /** Its options, in addition to those of all subjects. */
  readonly flags: readonly Known[];
  /** @param words what was typed after the subject. */
  run(words: readonly string[], values: OptionValues<typeof known>, collecting: Collecting): Promise<boolean>;
}

const call = 'For example: npm run news -- collect';

const releases: Subject = {
  brings: release.label.many,
  usage: `collect releases
  Releases of the repositories in content/projects.yaml, from GitHub: project, version, date, URL, and what the notes
  list under headings such as "Highlights" and "Breaking changes". Pre-releases are marked; drafts are skipped.
  --since …        The first day or month. Default: the previous month.
  --project …      Only this project of projects.yaml. Can be repeated.`,
  flags: ['since', 'project'],
  async run(words, values, collecting) {
    refuseWords(words);
    return collectReleases(projectsOf(values.project, collecting), sinceOf(values.since, collecting.now), collecting);
  },
};

const contributors: Subject = {
  brings: 'contributors',
  usage: `collect contributors --month YYYY-MM
  People whose pull requests were merged in a month, written to content/contributors/YYYY-MM.yaml. Bots are skipped;
  first contributions are marked.
  --project …      As above.
  --without …      An account that is not a person. Can be repeated.`,
  flags: ['month', 'project', 'without'],
  async run(words, values, collecting) {
    refuseWords(words);
    if (values.month === undefined) throw new UsageError(`Which month? ${call} contributors --month 2022-02`);
    const month = parseMonth(values.month, '--month');
    const current = collecting.now.toISOString().slice(0, 7);
    if (month > current) throw new UsageError(`--month ${month} is in the future.`);
    if (month === current) collecting.log(`${month} is not over yet: later contributions will be missing`);
    const without = new Set(values.without?.map((login) => login.toLowerCase()));
    return collectContributors(projectsOf(values.project, collecting), month, without, collecting);
  },
};

/** Most events of calendars are meetings. */
const defaultKind = eventKinds.find((kind) => isMeeting({ kind })) ?? eventKinds[0] ?? '';

const calendar: Subject = {
  brings: event.label.many,
  usage: `collect calendar URL…
  Events from iCalendar URLs or files, including recurring events. Events that ended before --since are skipped.
  --since …        As above.
  --zone …         The IANA time zone for times without one. Default: the calendar's.
  --kind …         The kind for events without one: ${eventKinds.join(', ')}. Default: ${defaultKind}.`,
  flags: ['since', 'zone', 'kind'],
  async run(words, values, collecting) {
    if (words.length === 0) throw new UsageError(`Which calendar? ${call} calendar https://example.org/community.ics`);
    const { zone, kind: wanted = defaultKind } = values;
    if (zone !== undefined && !isZone(zone)) {
      throw new UsageError(`--zone “${zone}” is not a time zone. Use an IANA name such as Europe/Berlin, or UTC.`);
    }
    const kind = eventKinds.find((each) => each === wanted);
    if (!kind) throw new UsageError(`--kind “${wanted}” is not a kind of event. ${suggest(wanted, eventKinds)}`);
    return collectCalendar(words, { since: sinceOf(values.since, collecting.now), zone, kind }, collecting);
  },
};

const links: Subject = {
  brings: linkKind.label.many,
  usage: `collect links FILE|URL…
  Links from feeds in RSS or Atom, and from YAML lists in Hugo's shape: "resources: [{title, date, type, youtube or url}]".
  What is a video, a podcast or in another language is recognised. Descriptions of feeds are not collected.
  --since …        As above; of a file, everything by default.
  --word …         Only links with this word or name in their title, description or categories. Can be repeated.
  --project …      The project that they are about. Can be repeated. Default: those named in the title.
  --form …         What they are, unless something says it: ${linkForms.join(', ')}. Default: ${linkForms[0]}.`,
  flags: ['since', 'word', 'project', 'form'],
  async run(words, values, collecting) {
    if (words.length === 0) throw new UsageError(`Which feed or list? ${call} links https://example.org/feed.xml`);
    const { form: wanted = linkForms[0], since, project } = values;
    const form = linkForms.find((each) => each === wanted);
    if (!form) throw new UsageError(`--form “${wanted}” is not a form of link. ${suggest(wanted, linkForms)}`);
    const isFile = words.every((word) => !/^https?:/i.test(word));
    const options = {
      since: isFile && since === undefined ? new Date(0) : sinceOf(since, collecting.now),
      words: values.word ?? [],
      projects: project && projectsOf(project, collecting).map(({ id }) => id),
      form,
    };
    return collectLinks(words, options, collecting);
  },
};

/** Lists of a kind on other sites. */
function listsOf(listedKind: ListedKind): Subject {
  const { kind, lists } = listedKind;
  return {
    brings: kind.label.many,
    usage: `collect ${kind.folder} FILE|URL…
  ${lists.about}: "${lists.shape}".
  --project …      The project that they use, if the list does not name it.`,
    flags: ['project'],
    async run(words, values, collecting) {
      if (words.length === 0) throw new UsageError(`Which list? ${call} ${kind.folder} ${lists.example}`);
      const [project, another] = values.project ? projectsOf(values.project, collecting) : [];
      if (another) throw new UsageError('--project is given twice; keep one of the two.');
      return collectLists(listedKind, words, project?.id, collecting);
    },
  };
}

/** Each subject, by the word that names it. */
const subjects: Readonly<Record<string, Subject>> = {
  releases,
  contributors,
  calendar,
  ...(hasSection(linkKind.folder) ? { links } : {}),
  ...Object.fromEntries(listedKinds.map((each) => [each.kind.folder, listsOf(each)])),
};

const all = Object.values(subjects);

const usage = `usage: npm run news -- collect ${Object.keys(subjects).join('|')} [OPTION…]

Collects entries from other sites, and writes each to its own file in content/. Existing files are never overwritten;
differences are reported. Entries that do not pass the check are skipped, and the reason is printed.

${all.map((subject) => subject.usage).join('\n\n')}

every subject
  --dry-run        Print what would be written, and write nothing.
  --wait …         The maximum number of seconds to wait for a rate limit to reset. Default: ${usualLimits.longestWait / 1_000}.

variables:
  GITHUB_TOKEN     Optional: allows more requests per hour. Sent to GitHub's API only.
  GITHUB_API_URL   The URL of the API. Default: https://api.github.com.
Responses are cached in .next/cache/news/collect; a second run only asks whether they have changed.

examples:
  npm run news -- collect releases
  npm run news -- collect releases --since 2022-02 --project tool --dry-run
  npm run news -- collect contributors --month 2022-02
  npm run news -- collect calendar https://example.org/community.ics --kind meeting
  npm run news -- collect links https://example.org/feed.xml --word "the tool"
${listedKinds.map(({ kind, lists }) => `  npm run news -- collect ${kind.folder} ${lists.example}`).join('\n')}

exit codes: 0 every source was read
            1 a source failed, or a stale copy of it was used; entries from the others are written
            2 invalid command line
            130 stopped with Ctrl-C; no file is left incomplete`;

/** `news collect`, with other limits and another time, in milliseconds since 1970, for tests. */
export function makeCollect(limits: Partial<Limits> = {}, time = () => now().getTime()): Command {
  return {
    name: 'collect',
    summary: `collects ${listed(all.map(({ brings }) => brings))} from other sites`,
    usage,
    async run(args, terminal) {
      const { values, words } = parseOptions('collect', args, known);
      const [name = '', ...rest] = words;
      const names = Object.keys(subjects);
      if (words.length === 0) throw new UsageError(`What do you want to collect? (${names.join(', ')})`);
      const subject = Object.hasOwn(subjects, name) ? subjects[name] : undefined;
      if (!subject) throw new UsageError(`“${name}” is not something to collect. ${suggest(name, names)}`);
      const stray = Object.keys(values).find((flag) => !['dry-run', 'wait', ...subject.flags].includes(flag));
      if (stray) throw new UsageError(`--${stray} does not go with “collect ${name}”.`);
      const { wait } = values;
      if (wait !== undefined && !/^\d{1,5}$/.test(wait)) {
        throw new UsageError(`--wait “${wait}” is not a number of seconds.`);
      }
      const longestWait = wait === undefined ? {} : { longestWait: Number(wait) * 1_000 };
      const allLimits = { ...usualLimits, ...limits, ...longestWait };
      const collecting = await prepare(terminal, allLimits, values['dry-run'] === true, time);
      return (await subject.run(rest, values, collecting)) ? exit.done : exit.failed;
    },
  };
}

/** The projects that `--project` names, or all. */
function projectsOf(given: readonly string[] | undefined, { community }: Collecting): readonly Project[] {
  const { projects } = community;
  if (!given) return projects;
  const ids = projects.map(({ id }) => id);
  const unknown = given.find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new UsageError(`There is no project “${unknown}”. ${suggest(unknown, ids)}`);
  return projects.filter(({ id }) => given.includes(id));
}

/** 00:00 UTC of the day of `--since`, by default of the first day of last month. */
function sinceOf(given: string | undefined, today: Date): Date {
  if (given === undefined) return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1));
  const since = parseDayOrMonth(given);
  if (!isDiagnostic(since)) return since.start;
  throw new UsageError(`--since “${given}” is not a day or a month. Write it like 2022-02.`);
}

/** `npm run news -- collect`. */
export const collect = makeCollect();
