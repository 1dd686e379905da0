// Publishes what is due: has the host build the site, and reports what is published now and next.
import { z } from 'zod';
import { machineTime } from '@/lib/base/clock';
import { Patience } from '@/lib/base/http/patience';
import { request } from '@/lib/base/http/request';
import type { GitHub } from '@/lib/tooling/workflows/github';
import { quoteText, toList } from '@/lib/tooling/workflows/hostile-text';

const entry = z.object({ title: z.string(), date: z.string(), url: z.string().optional() });

/** The parts of the output of `news status --due --json` that are used here. */
const statusSchema = z.object({
  due: z.array(entry),
  ended: z.array(entry).default([]),
  next: z.union([entry.transform((one) => [one]), z.array(entry), z.null().transform(() => [])]).default([]),
});

export type DueStatus = z.output<typeof statusSchema>;

/** Parses the output of `news status --due --json`. @throws {Error} if it is something else. */
export function parseDueStatus(text: string): DueStatus {
  return statusSchema.parse(JSON.parse(text));
}

/** Without an earlier run, what became due within this time is published. Milliseconds. */
const furthest = 35 * 86_400_000;

const repository = z.object({ default_branch: z.string() });
const runs = z.object({ workflow_runs: z.array(z.object({ id: z.number().int(), created_at: z.string() })) });

/**
 * The start of the last successful run on the main branch: what became due since then is not published. The next run after
 * one that failed, or did not start, therefore publishes what that one did not. A run by hand on another branch, whose posts
 * are others, published nothing.
 *
 * @param workflow the file's name, `schedule.yml`.
 * @param currentRun the number of this run, which is ignored.
 */
export async function lastGoodRun(github: GitHub, workflow: string, currentRun: number, now: Date): Promise<Date> {
  const { default_branch: branch } = await github.ask('GET', '', repository);
  const query = new URLSearchParams({ branch, status: 'success', per_page: '5' });
  const path = `/actions/workflows/${encodeURIComponent(workflow)}/runs?${query}`;
  const { workflow_runs: found } = await github.ask('GET', path, runs);
  const starts = found.filter(({ id }) => id !== currentRun).map(({ created_at }) => Date.parse(created_at));
  const earliest = now.getTime() - furthest;
  return new Date(Math.max(earliest, ...starts.filter((time) => time <= now.getTime())));
}

const deployment = z.object({
  id: z.number().int(),
  sha: z.string(),
  environment: z.string(),
  production_environment: z.boolean().nullish(),
  created_at: z.string(),
});
const deploymentState = z.object({ state: z.string() });

/** How often one commit is deployed within a day, at most, where that fails. */
const mostTries = 4;
const dayLong = 86_400_000;

/**
 * The commit whose deployment was the last and failed, so that it has to be tried again: hosts record what became of a build
 * as deployments of the repository. Undefined where the last succeeded or goes on, was tried often enough, or where the
 * host records none.
 */
export async function failedDeployment(github: GitHub, now: Date): Promise<string | undefined> {
  const recent = (await github.ask('GET', '/deployments?per_page=100', z.array(deployment)))
    .filter((each) => each.production_environment || /^production\b/i.test(each.environment))
    .sort((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
  const [last] = recent;
  if (!last) return undefined;
  const isTry = ({ sha, created_at }: typeof last) =>
    sha === last.sha && now.getTime() - Date.parse(created_at) < dayLong;
  if (recent.filter(isTry).length >= mostTries) return undefined;
  const [latest] = await github.ask('GET', `/deployments/${last.id}/statuses?per_page=1`, z.array(deploymentState));
  return latest && /^(?:failure|error)$/.test(latest.state) ? last.sha : undefined;
}

/**
 * Has the host build the site.
 *
 * @param hook the address, which is a secret: no message contains it.
 * @throws {Error} if the response is not a success.
 */
export async function askForBuild(hook: string): Promise<void> {
  const remedy = 'fix: create a deploy hook at the host, and store its address as the secret DEPLOY_HOOK_URL';
  if (!URL.canParse(hook) || new URL(hook).protocol !== 'https:') {
    throw new Error(`DEPLOY_HOOK_URL is ${hook === '' ? 'not set' : 'not an https address'} (${remedy})`);
  }
  await callHook(hook);
}

/** As {@link askForBuild}, for any address. @param firstPause before the second of three attempts, in milliseconds. */
export async function callHook(hook: string, firstPause = 5_000): Promise<void> {
  const limits = { total: 30_000, size: 1_000_000 };
  const patience = new Patience({ attempts: 3, retry: firstPause, longestWait: 60_000, time: machineTime });
  // Building twice does no harm.
  const { status } = await patience
    .ask('the deploy hook', () => request(new URL(hook), { method: 'POST', limits }))
    .catch((error: Error) => {
      throw new Error(`The deploy hook did not answer: ${error.message}`);
    });
  if (status < 200 || status >= 300)
    throw new Error(`The deploy hook answered with status ${status}: nothing was published`);
}

/** The summary of a run, in Markdown. @param failed the commit whose deployment is tried again. */
export function renderSchedule({ due, ended, next }: DueStatus, since: Date, failed?: string): string {
  const published =
    due.length + ended.length === 0
      ? `Nothing has become due since ${since.toISOString()}${failed ? '' : ', so nothing was built'}.`
      : `Due since ${since.toISOString()}; the host is building now:\n\n${toRows([...due, ...ended])}`;
  const coming = next.length === 0 ? 'Nothing else is scheduled.' : `Next:\n\n${toRows(next.slice(0, 10))}`;
  const again = failed
    ? `The last deployment failed, of commit ${quoteText(failed.slice(0, 12))}; the host tries it again.\n\n`
    : '';
  return `### Schedule\n\n${published}\n\n${again}${coming}\n`;
}

function toRows(entries: DueStatus['due']): string {
  const toRow = ({ title, date, url }: DueStatus['due'][number]) =>
    [quoteText(date, 40), quoteText(title), url && quoteText(url)].filter(Boolean).join(' ');
  return toList(entries.map(toRow), 30);
}
