// `news collect contributors`: who had pull requests merged in a month, from GitHub.
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { compare } from '@/lib/base/compare';
import { monthName } from '@/lib/base/dates';
import { httpsUrl, text } from '@/lib/base/fields';
import type { Project } from '@/lib/content/community';
import { parseYaml } from '@/lib/content/yaml';
import { SourceError } from '@/lib/news/collect/ask';
import { cleanLine } from '@/lib/news/collect/clean';
import { type Collecting, put, readEach, type Source } from '@/lib/news/collect/collecting';
import { quoted, repositoryName } from '@/lib/news/collect/github';
import { toEntryText } from '@/lib/news/entry-text';

const dayLong = 86_400_000;

/** Accounts that are no people, beside those that GitHub calls bots. */
const botNames = /\[bot\]$|[-_]bot$|^bot[-_]|^(?:dependabot|renovate|github-actions|k8s-ci-robot)$/i;

const loginPattern = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,99})$/;

// https://docs.github.com/rest/search/search#search-issues-and-pull-requests
const searchSchema = z.object({
  total_count: z.number().int(),
  incomplete_results: z.boolean(),
  items: z.array(z.unknown()),
});
const itemSchema = z.object({ user: z.object({ login: z.string(), type: z.string() }).nullable() });
const profileSchema = z.object({ name: z.string().nullable(), html_url: z.string(), type: z.string() });

/** What a month's file holds. */
const fileSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      name: text,
      url: httpsUrl.optional(),
      first: z.literal(true).optional(),
      repositories: z.array(text),
    }),
  ),
});

type Contributor = z.output<typeof fileSchema>['people'][number];

/** GitHub answers searches with this many results at most. */
const mostResults = 1_000;

/**
 * Brings in the people of a month.
 *
 * @param month `2022-02`.
 * @param without accounts that are left out, in small letters.
 * @returns whether everything could be read.
 */
export async function collectContributors(
  projects: readonly Project[],
  month: string,
  without: ReadonlySet<string>,
  collecting: Collecting,
): Promise<boolean> {
  const { tell } = collecting;
  const names = new Set<string>();
  for (const { id, repository } of projects) {
    const name = repositoryName(repository);
    if (name === undefined) tell(`${id}: passed over: its repository is not at GitHub`);
    else names.add(name);
  }
  const sources = [...names].map(
    (name): Source<string[]> => ({ name, read: () => readLogins(name, month, collecting) }),
  );
  const { readings, failed, missing } = await readEach(sources, collecting);
  if (readings.length === 0) return failed.length === 0;

  const repositories = new Map<string, Set<string>>();
  for (const { name, value } of readings) {
    for (const login of value) {
      if (without.has(login.toLowerCase())) continue;
      repositories.set(login, (repositories.get(login) ?? new Set()).add(name));
    }
  }
  const logins = [...repositories.keys()].sort(compare);
  const { people, isWhole } = await readPeople(logins, repositories, [...names], month, collecting);
  await settleMonth(month, people, missing, collecting);
  return failed.length === 0 && isWhole;
}

/** The accounts of people with pull requests merged in a month, each once. */
async function readLogins(name: string, month: string, { github, tell }: Collecting) {
  const { first, last } = daysOf(month);
  const { items, standIns } = await search(first, last);
  const logins = new Set<string>();
  let nobody = 0;
  for (const item of items) {
    const user = itemSchema.safeParse(item).data?.user;
    if (!user || !(loginPattern.test(user.login) || botNames.test(user.login))) nobody += 1;
    else if (user.type !== 'Bot' && !botNames.test(user.login)) logins.add(user.login);
  }
  if (nobody > 0) tell(`${name}: left out ${nobody} by accounts that are gone or have no proper name`);
  tell(`${name}: ${items.length} merged, by ${logins.size} ${logins.size === 1 ? 'person' : 'people'}`);
  return { value: [...logins], standIns };

  async function search(from: string, to: string): Promise<{ items: unknown[]; standIns: string[] }> {
    const query = encodeURIComponent(`repo:${name} is:pr is:merged merged:${from}..${to}`);
    let total = 0;
    const { value, standIns: stale } = await github.list(`/search/issues?q=${query}&per_page=100`, {
      itemsOf(page) {
        const { data } = searchSchema.safeParse(page);
        if (data?.incomplete_results) throw new SourceError('GitHub found only some; ask again later');
        total = data?.total_count ?? 0;
        return data?.items;
      },
      isEnough: () => total > mostResults,
    });
    if (total <= mostResults) return { items: [...value], standIns: [...stale] };
    if (from === to)
      throw new SourceError(`more than ${mostResults} were merged on ${from}, which GitHub does not list`);
    const middle = new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString().slice(0, 10);
    const next = new Date(Date.parse(middle) + dayLong).toISOString().slice(0, 10);
    const [before, after] = [await search(from, middle), await search(next, to)];
    return { items: [...before.items, ...after.items], standIns: [...before.standIns, ...after.standIns] };
  }
}

/** Accounts as people: the name that each has in the profile, and whether it is the first time. */
async function readPeople(
  logins: readonly string[],
  repositories: ReadonlyMap<string, ReadonlySet<string>>,
  allRepositories: readonly string[],
  month: string,
  { github, tell, terminal }: Collecting,
): Promise<{ people: Contributor[]; isWhole: boolean }> {
  const people: Contributor[] = [];
  const unnamed: string[] = [];
  const undecided: string[] = [];
  let reason = '';
  if (logins.length > 0) tell(`${logins.length} profiles: asking for names, and who was here before`);
  const attempt = async <T>(work: () => Promise<T>, list: string[], login: string): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      terminal.signal.throwIfAborted();
      if (!(error instanceof SourceError)) throw error;
      reason = error.message;
      list.push(login);
      return undefined;
    }
  };
  for (const login of logins) {
    const profile = await attempt(
      // Names seldom change, and a question each costs those who have no token half their hour.
      () => github.get(`/users/${login}`, profileSchema, { fresh: dayLong }),
      unnamed,
      login,
    );
    if (profile?.value.type === 'Bot') continue;
    const query = encodeURIComponent(
      [
        `is:pr is:merged author:${login} merged:<${daysOf(month).first}`,
        ...allRepositories.map((name) => `repo:${name}`),
      ].join(' '),
    );
    const earlier = await attempt(
      // What lies before a month that is over does not change.
      () => github.get(`/search/issues?q=${query}&per_page=1`, searchSchema, { fresh: 30 * dayLong }),
      undecided,
      login,
    );
    const url = profile?.value.html_url;
    people.push({
      name: cleanLine(profile?.value.name ?? '', 100) || login,
      ...(url !== undefined && httpsUrl.safeParse(url).success ? { url } : {}),
      ...(earlier?.value.total_count === 0 && !earlier.value.incomplete_results ? { first: true as const } : {}),
      repositories: [...(repositories.get(login) ?? [])].sort(compare),
    });
  }
  if (unnamed.length > 0) tell(`profiles: ${reason}. These stand with their account: ${unnamed.join(', ')}`);
  if (undecided.length > 0) tell(`first time: ${reason}. It is not known of: ${undecided.join(', ')}`);
  people.sort((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.url ?? '', b.url ?? ''));
  return { people, isWhole: unnamed.length + undecided.length === 0 };
}

/** Writes the month's file where there is none; else says in what it differs. */
async function settleMonth(month: string, people: Contributor[], missing: readonly string[], collecting: Collecting) {
  const { dir, terminal, tell, dryRun } = collecting;
  const path = `contributors/${month}.yaml`;
  const shown = relative(terminal.cwd, join(dir, path));
  const [year, number] = month.split('-');
  const note = [
    `People whose pull requests were merged in ${monthName(Number(number))} ${year}.`,
    ...(missing.length > 0 ? [`Not in it, because they could not be read: ${missing.join(', ')}.`] : []),
  ].join('\n');
  const there = await readFile(join(dir, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
  if (there === undefined) {
    if (people.length === 0) return tell(`nobody had anything merged in ${month}; there is nothing to write`);
    await put(path, toEntryText('contributors', fileSchema.parse({ people }), note), collecting);
    tell(
      `${people.length} people, ${people.filter(({ first }) => first).length} for the first time${dryRun ? ' (a dry run: nothing is written)' : ''}`,
    );
    if (missing.length > 0)
      tell(`It lacks ${missing.join(', ')}: remove ${shown} and run this again once they answer.`);
    return undefined;
  }
  const located = parseYaml(there.replace(/\r\n?/g, '\n'), 1);
  const { data } = Array.isArray(located) ? {} : fileSchema.safeParse(located.data);
  if (!data) return tell(`${shown} stays as it is; it cannot be read, "npm run check" says why`);
  const spell = (person: Contributor) => JSON.stringify([person.name, person.url, person.first, person.repositories]);
  const mine = new Set(data.people.map(spell));
  const lacking = people.filter((person) => !mine.has(spell(person))).map(({ name }) => quoted(name));
  if (lacking.length === 0) return tell(`${shown} has all ${people.length} people already`);
  return tell(
    `${shown} stays as it is, but differs in or lacks: ${lacking.join(', ')}. Add them, or remove it and run this again.`,
  );
}

/** The first and the last day of a month. @param month `2022-02`. */
function daysOf(month: string): { first: string; last: string } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { first: `${month}-01`, last: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}
