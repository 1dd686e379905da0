// What the workflows of .github/workflows run: `tsx lib/tooling/workflows/main.ts COMMAND`, told everything by variables and files.
import { spawnSync } from 'node:child_process';
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { now } from '@/lib/base/clock';
import { check } from '@/lib/check/check';
import { findPullRequest, finishedRunSchema } from '@/lib/tooling/workflows/find-pull-request';
import { GitHub } from '@/lib/tooling/workflows/github';
import { keepComment, keepIssue } from '@/lib/tooling/workflows/keep-up-to-date';
import { renderLinkReport } from '@/lib/tooling/workflows/link-report';
import { labelledIssueSchema, proposeEntry } from '@/lib/tooling/workflows/propose-entry';
import { askForBuild, lastGoodRun, parseDueStatus, renderSchedule } from '@/lib/tooling/workflows/schedule';
import { compareSites, readSiteFolder } from '@/lib/tooling/workflows/site-folder';
import { readSummary, renderSummary, type Summary, summarySchema } from '@/lib/tooling/workflows/summary';

const usage = `usage: tsx lib/tooling/workflows/main.ts COMMAND
  summary --problems FILE --out FILE [--before DIR --after DIR] [--screenshots DIR]
  comment FILE    writes the summary of a pull request on it (event: workflow_run)
  schedule        has the host build what is due
  links FILE      keeps the issue with dead links (the check's JSON)
  form            makes a pull request of an accepted form (event: issues)`;

const commands: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  summary,
  comment,
  schedule,
  links,
  form,
};

async function summary(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const options = { problems: text, before: text, after: text, screenshots: text, out: text };
  const { problems, before, after, screenshots, out } = parseArgs({ args, options }).values;
  if (!problems || !out) return wrong('summary needs --problems and --out');
  const found = JSON.parse(await readFile(problems, 'utf8')) as Pick<Summary, 'problems'>;
  const difference =
    before && after ? await compareSites(await readSiteFolder(before), await readSiteFolder(after)) : undefined;
  const pictures = screenshots ? await readdir(screenshots).catch(() => []) : [];
  const result = summarySchema.parse({
    problems: found.problems,
    ...(difference ? { difference } : {}),
    screenshots: pictures.filter((name) => name.endsWith('.png')).length,
  });
  await writeFile(out, JSON.stringify(result));
  const facts = { commit: env('GITHUB_SHA'), runUrl: runUrl(Number(env('GITHUB_RUN_ID'))), isFork: false };
  await sayInSummary(renderSummary(result, facts));
  return 0;
}

async function comment([file]: string[]): Promise<number> {
  if (!file) return wrong('comment needs the summary');
  const { workflow_run: run } = finishedRunSchema.parse(await event());
  const github = access();
  const number = await findPullRequest(github, run);
  if (number === undefined) {
    console.log('The pull request is closed or has a newer commit: there is nothing to say.');
    return 0;
  }
  const text = renderSummary(await readSummary(file), {
    commit: run.head_sha,
    runUrl: runUrl(run.id),
    isFork: run.head_repository.full_name !== github.repository,
  });
  console.log(`Comment on ${number}: ${await keepComment(github, number, 'news:summary', text)}`);
  return 0;
}

async function schedule(): Promise<number> {
  const instant = now();
  const since = await lastGoodRun(access(), 'schedule.yml', Number(env('GITHUB_RUN_ID')), instant);
  const args = ['--import', 'tsx', 'lib/news/main.ts', 'status', '--due', '--since', since.toISOString(), '--json'];
  const { stdout, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NEWS_NOW: instant.toISOString() },
  });
  // 3 says that nothing is due.
  if (status !== 0 && status !== 3) {
    console.error(`news status ended with ${status}: nothing was published.`);
    return 1;
  }
  const found = parseDueStatus(stdout);
  if (found.due.length + found.ended.length > 0) await askForBuild(process.env.DEPLOY_HOOK_URL ?? '');
  await sayInSummary(renderSchedule(found, since));
  return 0;
}

async function links([file]: string[]): Promise<number> {
  if (!file) return wrong('links needs the report');
  const text = renderLinkReport(await readFile(file, 'utf8'));
  const what = { marker: 'news:links', title: 'Links that lead nowhere any more', label: 'links' };
  console.log(`Issue: ${await keepIssue(access(), what, text)}`);
  await sayInSummary(text ?? 'Every link answers.');
  return 0;
}

async function form(): Promise<number> {
  const place = { root: process.cwd(), now: now(), check };
  const number = await proposeEntry(access(), labelledIssueSchema.parse(await event()), place);
  console.log(
    number === undefined ? 'There is something to put right first; the issue says what.' : `Pull request ${number}`,
  );
  return 0;
}

async function event(): Promise<unknown> {
  return JSON.parse(await readFile(env('GITHUB_EVENT_PATH'), 'utf8'));
}

function access(): GitHub {
  const api = process.env.GITHUB_API_URL || 'https://api.github.com';
  return new GitHub({ api, repository: env('GITHUB_REPOSITORY'), token: env('GITHUB_TOKEN') });
}

function runUrl(id: number): string {
  return `${process.env.GITHUB_SERVER_URL || 'https://github.com'}/${env('GITHUB_REPOSITORY')}/actions/runs/${id}`;
}

async function sayInSummary(text: string): Promise<void> {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file) await appendFile(file, `${text}\n`);
  else console.log(text);
}

function env(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: this runs in a workflow`);
  return value;
}

function wrong(message: string): number {
  console.error(`${message}\n${usage}`);
  return 2;
}

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
try {
  process.exitCode = command ? await command(args) : wrong(`"${name}" is no command`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
