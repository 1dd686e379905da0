// Publishes what is due: has the host build the site, and reports what is published now and next.
import { z } from 'zod';
import { request } from '@/lib/base/http/request';
import type { GitHub } from '@/lib/tooling/workflows/github';
import { quoteText, toList } from '@/lib/tooling/workflows/hostile-text';

const entry = z.object({ title: z.string(), date: z.string(), url: z.string().optional() });

/** What `news status --due --json` prints, as far as it is needed here. */
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

const runs = z.object({ workflow_runs: z.array(z.object({ id: z.number().int(), created_at: z.string() })) });

/**
 * The start of the last successful run: what became due since then is not published. The next run after one that failed, or did
 * not start, therefore publishes what that one did not.
 *
 * @param workflow the file's name, `schedule.yml`.
 * @param currentRun the number of this run, which is ignored.
 */
export async function lastGoodRun(github: GitHub, workflow: string, currentRun: number, now: Date): Promise<Date> {
  const path = `/actions/workflows/${encodeURIComponent(workflow)}/runs?status=success&per_page=5`;
  const { workflow_runs: found } = await github.ask('GET', path, runs);
  const starts = found.filter(({ id }) => id !== currentRun).map(({ created_at }) => Date.parse(created_at));
  const earliest = now.getTime() - furthest;
  return new Date(Math.max(earliest, ...starts.filter((time) => time <= now.getTime())));
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

/** As {@link askForBuild}, for any address. */
export async function callHook(hook: string): Promise<void> {
  const limits = { total: 30_000, size: 1_000_000 };
  const { status } = await request(new URL(hook), { method: 'POST', limits }).catch((error: Error) => {
    throw new Error(`The deploy hook did not answer: ${error.message}`);
  });
  if (status < 200 || status >= 300)
    throw new Error(`The deploy hook answered with status ${status}: nothing was published`);
}

/** The summary of a run, in Markdown. */
export function renderSchedule({ due, ended, next }: DueStatus, since: Date): string {
  const published =
    due.length + ended.length === 0
      ? `Nothing has become due since ${since.toISOString()}, so nothing was built.`
      : `Due since ${since.toISOString()}; the host is building now:\n\n${toRows([...due, ...ended])}`;
  const coming = next.length === 0 ? 'Nothing else is scheduled.' : `Next:\n\n${toRows(next.slice(0, 10))}`;
  return `### Schedule\n\n${published}\n\n${coming}\n`;
}

function toRows(entries: DueStatus['due']): string {
  const toRow = ({ title, date, url }: DueStatus['due'][number]) =>
    [quoteText(date, 40), quoteText(title), url && quoteText(url)].filter(Boolean).join(' ');
  return toList(entries.map(toRow), 30);
}
