// `news collect contributors`: who had pull requests merged in a month, from GitHub.
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { compare } from '@/lib/base/compare';
import { countedInFigures, englishMonth } from '@/lib/base/english';
import { httpsUrl } from '@/lib/base/fields';
import { lastDayOf, plusDays } from '@/lib/base/month';
import type { Project } from '@/lib/content/community';
import { toEntryText } from '@/lib/content/entry-text';
import { parseYaml } from '@/lib/content/yaml';
import { type ContributorsFields, contributorsSchema } from '@/lib/kinds/projects';
import { SourceError } from '@/lib/news/collect/ask';
import { cleanLine } from '@/lib/news/collect/clean';
import { type Collecting, put, readEach } from '@/lib/news/collect/collecting';
import { quoted, repositoriesOf } from '@/lib/news/collect/github';

const dayLong = 86_400_000;

/** Accounts that are not people, in addition to those that GitHub calls bots. */
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

type Contributor = ContributorsFields['people'][number];

/** The most results that GitHub returns for a search. */
const mostResults = 1_000;

/**
 * Collects the contributors of a month.
 *
 * @param month `2022-02`.
 * @param without accounts to leave out, in lower case.
 * @returns whether everything could be read.
 */
export async function collectContributors(
  projects: readonly Project[],
  month: string,
  without: ReadonlySet<string>,
  collecting: Collecting,
): Promise<boolean> {
  const { log } = collecting;
  const names = [...new Set(repositoriesOf(projects, log).map(({ name }) => name))];
  const sources = names.map((name) => ({ name, read: () => readLogins(name, month, collecting) }));
  const { readings, missing, isWhole } = await readEach(sources, collecting);
  if (readings.length === 0) return isWhole;

  const repositories = new Map<string, Set<string>>();
  for (const { name, value } of readings) {
    for (const login of value) {
      if (without.has(login.toLowerCase())) continue;
      repositories.set(login, (repositories.get(login) ?? new Set()).add(name));
    }
  }
  const logins = [...repositories.keys()].sort(compare);
  const { people, isCertain } = await readPeople(logins, repositories, names, month, collecting);
  await settleMonth(month, people, missing, collecting);
  return isWhole && isCertain;
}

/** The accounts of people with pull requests merged in a month, each once. */
async function readLogins(name: string, month: string, { github, log }: Collecting) {
  const items = await search(`${month}-01`, lastDayOf(month));
  const logins = new Set<string>();
  let nobody = 0;
  for (const item of items) {
    const user = itemSchema.safeParse(item).data?.user;
    if (!user || !(loginPattern.test(user.login) || botNames.test(user.login))) nobody += 1;
    else if (user.type !== 'Bot' && !botNames.test(user.login)) logins.add(user.login);
  }
  if (nobody > 0) {
    log(`${name}: skipped ${pullRequests(nobody)} by accounts that were deleted or have an invalid name`);
  }
  log(`${name}: ${pullRequests(items.length)} merged, by ${countedInFigures(logins.size, 'person', 'people')}`);
  return [...logins];

  async function search(from: string, to: string): Promise<unknown[]> {
    const query = encodeURIComponent(`repo:${name} is:pr is:merged merged:${from}..${to}`);
    let total = 0;
    const found = await github.list(`/search/issues?q=${query}&per_page=100`, {
      itemsOf(page) {
        const { data } = searchSchema.safeParse(page);
        if (data?.incomplete_results) throw new SourceError('GitHub returned incomplete results; try again later');
        total = data?.total_count ?? 0;
        return data?.items;
      },
      isEnough: () => total > mostResults,
    });
    if (total <= mostResults) return found;
    if (from === to)
      throw new SourceError(
        `more than ${mostResults} pull requests were merged on ${from}, which is more than GitHub lists`,
      );
    const middle = new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString().slice(0, 10);
    return [...(await search(from, middle)), ...(await search(plusDays(middle, 1), to))];
  }
}

const pullRequests = (count: number) => countedInFigures(count, 'pull request');

/** Accounts as people: the name in the profile of each, and whether it is the first contribution. */
async function readPeople(
  logins: readonly string[],
  repositories: ReadonlyMap<string, ReadonlySet<string>>,
  allRepositories: readonly string[],
  month: string,
  { github, log, terminal }: Collecting,
): Promise<{ people: Contributor[]; isCertain: boolean }> {
  const people: Contributor[] = [];
  const unnamed: string[] = [];
  const undecided: string[] = [];
  let reason = '';
  if (logins.length > 0) log(`${countedInFigures(logins.length, 'profile')}: reading names and earlier contributions`);
  const attempt = <S extends z.ZodType>(list: string[], login: string, path: string, schema: S, fresh: number) =>
    github.get(path, schema, { fresh }).catch((error) => {
      terminal.signal.throwIfAborted();
      if (!(error instanceof SourceError)) throw error;
      reason = error.message;
      list.push(login);
    });
  for (const login of logins) {
    // Names rarely change, and without a token a request for each would use up half of the rate limit.
    const profile = await attempt(unnamed, login, `/users/${login}`, profileSchema, dayLong);
    if (profile?.type === 'Bot') continue;
    const words = [
      `is:pr is:merged author:${login} merged:<${month}-01`,
      ...allRepositories.map((name) => `repo:${name}`),
    ];
    const search = `/search/issues?q=${encodeURIComponent(words.join(' '))}&per_page=1`;
    // What was merged before a past month does not change.
    const earlier = await attempt(undecided, login, search, searchSchema, 30 * dayLong);
    const url = httpsUrl.safeParse(profile?.html_url).data;
    people.push({
      name: cleanLine(profile?.name ?? '', 100) || login,
      ...(url === undefined ? {} : { url }),
      ...(earlier?.total_count === 0 && !earlier.incomplete_results ? { first: true as const } : {}),
      repositories: [...(repositories.get(login) ?? [])].sort(compare),
    });
  }
  if (unnamed.length > 0) log(`profiles: ${reason}. Listed under their account names: ${unnamed.join(', ')}`);
  if (undecided.length > 0) log(`first contributions: ${reason}. Unknown for: ${undecided.join(', ')}`);
  people.sort((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.url ?? '', b.url ?? ''));
  return { people, isCertain: unnamed.length + undecided.length === 0 };
}

/** Writes the file of the month, or reports how an existing one differs. */
async function settleMonth(month: string, people: Contributor[], missing: readonly string[], collecting: Collecting) {
  const { dir, terminal, log, dryRun } = collecting;
  const path = `contributors/${month}.yaml`;
  const shown = relative(terminal.cwd, join(dir, path));
  const existing = await readFile(join(dir, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
  if (existing !== undefined) return log(compareMonth(existing, shown, people));
  if (people.length === 0) return log(`no pull requests were merged in ${month}; nothing was written`);
  const [year, number] = month.split('-');
  const note = [
    `People whose pull requests were merged in ${englishMonth(Number(number))} ${year}.`,
    ...(missing.length > 0 ? [`Missing, because they could not be read: ${missing.join(', ')}.`] : []),
  ].join('\n');
  await put(path, toEntryText('contributors', contributorsSchema.parse({ people }), note), collecting);
  const first = people.filter((person) => person.first).length;
  log(
    `${countedInFigures(people.length, 'person', 'people')}, ${first} for the first time${dryRun ? ' (dry run: nothing was written)' : ''}`,
  );
  if (missing.length > 0) log(`Missing: ${missing.join(', ')}. Remove ${shown}, and run this command again later.`);
}

/** How the file of a month differs from what was collected, in a sentence. */
function compareMonth(existing: string, shown: string, people: readonly Contributor[]): string {
  const located = parseYaml(existing.replace(/\r\n?/g, '\n'), 1);
  const { data } = Array.isArray(located) ? {} : contributorsSchema.safeParse(located.data);
  if (!data) return `${shown} was not changed, and cannot be read; "npm run check" shows why`;
  const spell = (person: Contributor) => JSON.stringify([person.name, person.url, person.first, person.repositories]);
  const listed = new Set(data.people.map(spell));
  const others = people.filter((person) => !listed.has(spell(person))).map(({ name }) => quoted(name));
  if (others.length === 0) return `${shown} already has all ${people.length} people`;
  const fix = 'Add them, or remove the file and run this again.';
  return `${shown} was not changed, but these are missing or differ: ${others.join(', ')}. ${fix}`;
}
