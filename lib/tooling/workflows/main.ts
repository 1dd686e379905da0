// The commands of .github/workflows. Their input comes from GitHub's environment variables and files.
import { spawnSync } from 'node:child_process';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { UsageError } from '@/lib/base/cli/command';
import { parseOptionsAlone, refuseWords, suggest } from '@/lib/base/cli/options';
import { asksForHelp, runMain, toExitCode } from '@/lib/base/cli/run';
import { now } from '@/lib/base/clock';
import { check } from '@/lib/check/check';
import { checkForm } from '@/lib/tooling/workflows/check-form';
import { formIssueSchema } from '@/lib/tooling/workflows/form-issue';
import { findPullRequest, finishedRunSchema, GitHub } from '@/lib/tooling/workflows/github';
import { keepComment, keepIssue } from '@/lib/tooling/workflows/keep-up-to-date';
import { renderLinkReport } from '@/lib/tooling/workflows/link-report';
import { proposeEntry } from '@/lib/tooling/workflows/propose-entry';
import {
  askForBuild,
  failedDeployment,
  lastGoodRun,
  parseDueStatus,
  renderSchedule,
} from '@/lib/tooling/workflows/schedule';
import { compareSites, readSiteFolder } from '@/lib/tooling/workflows/site-folder';
import { fitSummary, readSummary, renderSummary } from '@/lib/tooling/workflows/summary';

const usage = `usage: npx tsx lib/tooling/workflows/main.ts COMMAND

  summary --problems FILE --out FILE [--before DIR --after DIR]
                  summarizes what a pull request changes
  screenshots --site DIR --summary FILE --out DIR
                  takes pictures of the posts that it changes
  comment FILE    posts that summary on the pull request (event: workflow_run)
  schedule        has the host build what is due
  links FILE      updates the issue with broken links, from the check's JSON
  check-form      says on an issue what is wrong with the answers of its form (event: issues)
  form            makes a pull request from an accepted form (event: issues)

exit codes: 0 done · 1 failed · 2 invalid command line`;

const folder = { takes: 'value', example: '/tmp/site' } as const;
const file = { takes: 'value', example: '/tmp/summary.json' } as const;

/** Each returns what to report. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<string>>> = {
  async summary(args) {
    const options = { problems: file, before: folder, after: folder, out: file };
    const { problems, before, after, out } = parseOptionsAlone('summary', args, options);
    if (!problems || !out) throw new UsageError('summary needs --problems and --out.');
    const { problems: found } = JSON.parse(await readFile(problems, 'utf8')) as { problems: unknown };
    const difference =
      before && after ? await compareSites(await readSiteFolder(before), await readSiteFolder(after)) : undefined;
    const result = fitSummary({ problems: found, ...(difference ? { difference } : {}) });
    await writeFile(out, JSON.stringify(result));
    const runUrl = toRunUrl(Number(variable('GITHUB_RUN_ID')));
    return renderSummary(result, { commit: variable('GITHUB_SHA'), runUrl, isFork: false });
  },

  async screenshots(args) {
    const { site, summary, out } = parseOptionsAlone('screenshots', args, { site: folder, summary: file, out: folder });
    if (!site || !summary || !out) throw new UsageError('screenshots needs --site, --summary and --out.');
    // The other commands run without a browser.
    const { takeScreenshots } = await import('@/lib/tooling/workflows/screenshots');
    return `Posts with screenshots: ${await takeScreenshots(site, await readSummary(summary), out)}`;
  },

  async comment(args) {
    const { workflow_run: run } = finishedRunSchema.parse(await readEvent());
    const github = openGitHub();
    const number = await findPullRequest(github, run);
    if (number === undefined) return 'The pull request is closed or has a newer commit: nothing to comment.';
    const text = renderSummary(await readSummary(onlyWord(args)), {
      commit: run.head_sha,
      runUrl: toRunUrl(run.id),
      isFork: run.head_repository.full_name !== github.repository,
    });
    return `Comment on ${number}: ${await keepComment(github, number, 'news:summary', text)}`;
  },

  async schedule(args) {
    refuseWords(args);
    const instant = now();
    const github = openGitHub();
    const since = await lastGoodRun(github, 'schedule.yml', Number(variable('GITHUB_RUN_ID')), instant);
    const hook = process.env.DEPLOY_HOOK_URL ?? '';
    // Without a hook, nobody has asked this workflow to deploy.
    const failed = hook === '' ? undefined : await failedDeployment(github, instant);
    const status = ['--import', 'tsx', 'lib/news/main.ts', 'status', '--due', '--since', since.toISOString(), '--json'];
    const result = spawnSync(process.execPath, status, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NEWS_NOW: instant.toISOString() },
    });
    // 3 means that nothing is due.
    if (result.status !== 0 && result.status !== 3) {
      throw new Error(`news status ended with ${result.status}: nothing was published.`);
    }
    const found = parseDueStatus(result.stdout);
    const isDue = found.due.length + found.ended.length > 0;
    if (isDue || failed) await askForBuild(hook);
    return renderSchedule(found, since, failed);
  },

  async links(args) {
    const text = renderLinkReport(await readFile(onlyWord(args), 'utf8'));
    const issue = { marker: 'news:links', title: 'Broken links', label: 'links' };
    return `${text ?? 'All links work.'}\n\nIssue: ${await keepIssue(openGitHub(), issue, text)}`;
  },

  async 'check-form'(args) {
    refuseWords(args);
    const kept = await checkForm(openGitHub(), formIssueSchema.parse(await readEvent()), toPlace());
    return kept ? `Comment: ${kept}` : 'The issue does not come from the form of a kind of entry.';
  },

  async form(args) {
    refuseWords(args);
    const number = await proposeEntry(openGitHub(), formIssueSchema.parse(await readEvent()), toPlace());
    return number === undefined ? 'The form has problems, which the issue lists.' : `Pull request ${number}`;
  },
};

function toPlace() {
  return { root: process.cwd(), now: now(), check };
}

function onlyWord([word, ...more]: readonly string[]): string {
  refuseWords(more);
  if (word === undefined) throw new UsageError('This command needs a FILE.');
  return word;
}

async function readEvent(): Promise<unknown> {
  return JSON.parse(await readFile(variable('GITHUB_EVENT_PATH'), 'utf8'));
}

function openGitHub(): GitHub {
  const api = process.env.GITHUB_API_URL || 'https://api.github.com';
  return new GitHub({ api, repository: variable('GITHUB_REPOSITORY'), token: variable('GITHUB_TOKEN') });
}

function toRunUrl(id: number): string {
  const server = process.env.GITHUB_SERVER_URL || 'https://github.com';
  return `${server}/${variable('GITHUB_REPOSITORY')}/actions/runs/${id}`;
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: this command runs in a workflow.`);
  return value;
}

async function run([name = '', ...args]: readonly string[], out: (text: string) => void): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`There is no command “${name}”. ${suggest(name, Object.keys(commands))}`);
  const report = await command(args);
  out(report);
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (summary) await appendFile(summary, `${report}\n`);
  return 0;
}

await runMain(async (args, terminal) => {
  if (!asksForHelp(args)) {
    return toExitCode(() => run(args, terminal.out), terminal, 'npx tsx lib/tooling/workflows/main.ts --help');
  }
  terminal.out(usage);
  return 0;
});
