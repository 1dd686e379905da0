import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import type { Command } from '@/lib/base/cli/command';
import type { Post } from '@/lib/content/posts';
import { announce } from '@/lib/news/announce';
import { draft } from '@/lib/news/draft';
import { form } from '@/lib/news/form';
import { lintEdition } from '@/lib/news/lint-edition';
import { newFile } from '@/lib/news/new';
import { status } from '@/lib/news/status';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

// A community's own kind that says no more than it must.
vi.mock('@/lib/kinds/own', async () => {
  const { z } = await import('zod');
  const { dayOrMonth, field, httpsUrl, text } = await import('@/lib/base/fields');
  const { defineKind } = await import('@/lib/kinds/define-kind');
  const job = defineKind({
    name: 'job',
    folder: 'jobs',
    label: { one: 'job', many: 'jobs' },
    schema: z.strictObject({
      title: field(text, 'What is the job called?', 'Platform engineer'),
      url: field(httpsUrl, 'Where can people apply?', 'https://example.org/job'),
      posted: field(dayOrMonth.optional(), 'When was it posted?', '2022-02-03'),
    }),
  });
  return { ownKinds: [job] };
});

// Another process would not know the kind.
vi.mock('@/lib/check/body-work', async () => {
  const { doBodyJob } = await import('@/lib/check/body-job');
  const inspectBodies = (posts: readonly Post[]) =>
    Promise.all(
      posts.map(({ body, format, context }, index) => doBodyJob({ index, body, format, ...(context && { context }) })),
    );
  return { inspectBodies };
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const template = `---
title: "{{month}} update"
description: "{{summary}}"
date: "{{date}}"
---

{{#if jobs}}
## {{jobCount}}

{{#each jobs}}
<Job id="{{id}}">

{{name}} is open.

</Job>

{{/each}}
{{/if}}
`;

const jobFile = (title: string, posted?: string) =>
  `title: ${title}\nurl: https://${title.toLowerCase()}.example/\n${posted ? `posted: ${posted}\n` : ''}`;

const edition = (...lines: string[]) =>
  ['---', 'title: Jobs', 'date: 2022-03-01', 'period: 2022-02', 'jobs: [one, two]', '---', '', ...lines, ''].join('\n');

const files = {
  'content/templates/monthly-update.mdx': template,
  'content/jobs/one.yaml': jobFile('One', '2022-02'),
  'content/jobs/two.yaml': jobFile('Two', '2022-02-28'),
  'content/jobs/later.yaml': jobFile('Later', '2022-03'),
};

async function run(command: Command, args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  vi.stubEnv('NEWS_NOW', '2022-03-01T12:00:00Z');
  const { dir: root } = await writeContent({ ...files, ...more });
  const terminal = testTerminal({ root });
  const code = await command.run(args, terminal);
  return { code, root, out: terminal.outLines.join('\n'), err: terminal.errLines.join('\n') };
}

it('is supported by news new', async () => {
  expect(newFile.usages?.job).toContain(
    '  --url …          Where can people apply? Required. Example: https://example.org/job',
  );
  const args = ['job', '--title', 'A Job', '--url', 'https://a.example/'];
  const { code, root, out, err } = await run(newFile, args);
  expect([code, out]).toEqual([0, 'content/jobs/a-job.yaml']);
  expect(err).toContain('<Job id="a-job" />');
  expect(await readFile(join(root, out), 'utf8')).toBe(
    '# yaml-language-server: $schema=../../.schemas/job.json\ntitle: A Job\nurl: https://a.example/\n',
  );
  await expect(run(newFile, [...args.slice(0, 4), 'http://a.example/'])).rejects.toThrow('--url: "http://a.example/"');
});

it('is collected by news draft, with a list and a count for the template', async () => {
  const { code, out } = await run(draft, ['2022-02', '--stdout']);
  expect(code).toBe(0);
  expect(out).toContain('description: Two jobs.\n');
  expect(out).toContain('period: 2022-02\njobs:\n  - one\n  - two\n');
  expect(out).toContain('drafted:\n  jobs: [one, two]\n');
  expect(out).toContain('## Two jobs\n\n<Job id="one">\n\nOne is open.\n\n</Job>\n');
  expect((await run(draft, ['2022-01', '--stdout'])).out).not.toContain('jobs');
});

it('is not added again to an edition from which the editor removed it', async () => {
  const more = {
    'content/blog/2022/03/jobs.mdx': edition('<Jobs />').replace(
      'jobs: [one, two]',
      'jobs: [one]\ndrafted:\n  jobs: [one, two]',
    ),
  };
  expect((await run(draft, ['2022-02'], more)).out).toContain('omit (1): two');
});

it('is counted by news status if no post refers to it', async () => {
  const more = { 'content/blog/2022/03/jobs.mdx': edition('<Jobs />') };
  expect(JSON.parse((await run(status, ['--json'], more)).out)).toMatchObject({ unusedEntries: { jobs: ['later'] } });
});

it('is checked by news lint-edition', async () => {
  const lint = async (...lines: string[]) => {
    const more = { 'content/blog/2022/03/jobs.mdx': edition(...lines) };
    const { out } = await run(lintEdition, ['/blog/2022/03/jobs/', '--json'], more);
    const { problems } = JSON.parse(out) as { problems: { code: string; message: string }[] };
    return problems.map(({ code, message }) => `${code} ${message}`);
  };
  expect(await lint('<Job id="one" />')).toEqual([
    'lint/not-mentioned “two” is in "jobs:", but the text never mentions it: it is only in “Also this month” at the end',
  ]);
  expect(await lint('<Job id="one" />', '', '<Job id="two" />', '', '<Jobs />')).toEqual([
    expect.stringContaining('lint/empty-component <Jobs /> shows nothing'),
  ]);
  expect(await lint('<Job id="one" />', '', '<Jobs />')).toEqual([]);
  expect(await lint('[This](https://one.example) and Two.')).toEqual([]);
});

it('is announced by name', async () => {
  const more = { 'content/blog/2022/03/jobs.mdx': edition('<Jobs />') };
  const { out } = await run(announce, ['/blog/2022/03/jobs/', '--channel', 'slack'], more);
  expect(out).toContain('*New jobs:* One and Two');
});

it('has an issue form', async () => {
  expect((await run(form, ['job'])).out).toMatch(/^# .*\nname: Add a job\n.*\n {4}id: title\n.*\n {4}id: url\n/s);
});
