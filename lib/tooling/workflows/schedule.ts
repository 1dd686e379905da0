// Publishes what is due: asks the host for a build, and says what it published and what is next.
import { z } from 'zod';
import { request } from '@/lib/base/http/request';
import type { GitHub } from '@/lib/tooling/workflows/github';
import { quoteText } from '@/lib/tooling/workflows/hostile-text';

const entry = z.object({ title: z.string(), date: z.string(), url: z.string().optional() });

/** What `news status --due --json` prints, as far as it is needed here. */
const statusSchema = z.object({
  due: z.array(entry),
  ended: z.array(entry).default([]),
  next: z.union([entry.transform((one) => [one]), z.array(entry), z.null().transform(() => [])]).default([]),
});

export type DueStatus = z.output<typeof statusSchema>;

/** Reads the report of `news status --due --json`. @throws {Error} if it is none. */
export function parseDueStatus(text: string): DueStatus {
  return statusSchema.parse(JSON.parse(text));
}

/** Without any earlier run, whatever became due within this time is published. */
const furthest = 35 * 86_400_000;

const runs = z.object({ workflow_runs: z.array(z.object({ id: z.number().int(), created_at: z.string() })) });

/**
 * Since when something may have become due: the start of the last run that ended well. A run that was missed, or that
 * failed, is no such run, so the next one catches up with what it left.
 *
 * @param workflow the file's name, `schedule.yml`.
 * @param currentRun this run, which does not count.
 */
export async function lastGoodRun(github: GitHub, workflow: string, currentRun: number, now: Date): Promise<Date> {
  const path = `/actions/workflows/${encodeURIComponent(workflow)}/runs?status=success&per_page=5`;
  const { workflow_runs: found } = await github.ask('GET', path, runs);
  const starts = found.filter(({ id }) => id !== currentRun).map(({ created_at }) => Date.parse(created_at));
  const earliest = now.getTime() - furthest;
  return new Date(Math.max(earliest, ...starts.filter((time) => time <= now.getTime())));
}

/**
 * Asks the host for a build.
 *
 * @param hook the address, which is a secret: no message names it.
 * @throws {Error} if the host does not answer with success.
 */
export async function askForBuild(hook: string): Promise<void> {
  const remedy = 'fix: make a deploy hook at the host and store its address as the secret DEPLOY_HOOK_URL';
  if (!URL.canParse(hook) || new URL(hook).protocol !== 'https:') {
    throw new Error(`DEPLOY_HOOK_URL is ${hook === '' ? 'not set' : 'no https address'} (${remedy})`);
  }
  await callHook(hook);
}

/** As {@link askForBuild}, whatever the address. */
export async function callHook(hook: string): Promise<void> {
  const limits = { total: 30_000, size: 1_000_000 };
  const { status } = await request(new URL(hook), { method: 'POST', limits }).catch((error: Error) => {
    throw new Error(`The host did not answer the deploy hook: ${error.message}`);
  });
  if (status < 200 || status >= 300) throw new Error(`The deploy hook answered ${status}, so nothing was published`);
}

/** The summary of a run, in Markdown. */
export function renderSchedule({ due, ended, next }: DueStatus, since: Date): string {
  const published =
    due.length + ended.length === 0
      ? `Nothing became due since ${since.toISOString()}, so nothing was built.`
      : `Became due since ${since.toISOString()}; the host builds now:\n\n${rows([...due, ...ended])}`;
  const coming = next.length === 0 ? 'Nothing else is scheduled.' : `Next:\n\n${rows(next.slice(0, 10))}`;
  return `### Schedule\n\n${published}\n\n${coming}\n`;
}

function rows(entries: DueStatus['due']): string {
  return entries
    .map(({ title, date, url }) => `- ${quoteText(date, 40)} ${quoteText(title)}${url ? ` ${quoteText(url)}` : ''}`)
    .join('\n');
}
