// The rules for workflow files of this repository, in addition to GitHub's own.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { acceptedLabel } from '@/lib/tooling/workflows/propose-entry';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const level = z.enum(['read', 'write', 'none']);
const permissions = z.record(z.string(), level);
const texts = z.record(z.string(), scalar);

const step = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: texts.optional(),
  env: texts.optional(),
  'working-directory': z.string().optional(),
});

const job = z.strictObject({
  name: z.string(),
  if: z.string().optional(),
  'runs-on': z.string(),
  'timeout-minutes': z.number().int().max(60),
  permissions: permissions.optional(),
  defaults: z.strictObject({ run: z.strictObject({ 'working-directory': z.string() }) }).optional(),
  strategy: z.strictObject({ 'fail-fast': z.boolean(), matrix: z.record(z.string(), z.array(scalar)) }).optional(),
  steps: z.array(step).min(1),
});

/** Events that may start a workflow. `pull_request_target`, which gives strangers a token, is not among them. */
const events = ['push', 'pull_request', 'workflow_run', 'schedule', 'workflow_dispatch', 'issues'] as const;

const workflow = z.strictObject({
  name: z.string(),
  on: z.partialRecord(z.enum(events), z.unknown()),
  permissions: z.strictObject({}),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean().optional() }),
  jobs: z.record(z.string(), job),
});

type Workflow = z.output<typeof workflow>;

/** Parses a workflow file. @throws {Error} for a key that is not used here, and without one that is required. */
function parseWorkflow(text: string): Workflow {
  return workflow.parse(parse(text));
}

/**
 * Checks a workflow file.
 *
 * @returns a sentence for each problem.
 */
function checkWorkflow(text: string): string[] {
  let read: Workflow;
  try {
    read = parseWorkflow(text);
  } catch (error) {
    const issues = error instanceof z.ZodError ? error.issues : undefined;
    return issues?.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [(error as Error).message];
  }
  const problems = Object.entries(read.jobs).flatMap(([name, each]) =>
    each.steps.flatMap((one, index) => checkStep(one).map((problem) => `${name}, step ${index + 1}: ${problem}`)),
  );
  const comesFromStrangers = 'pull_request' in read.on;
  const isTrusted = 'workflow_run' in read.on || 'issues' in read.on;
  if (comesFromStrangers && /\$\{\{\s*secrets\b/.test(text)) problems.push('a pull request has access to a secret');
  if (comesFromStrangers && isTrusted) problems.push('a workflow for pull requests is also trusted');
  if (isTrusted) {
    const withRef = Object.values(read.jobs).flatMap(({ steps }) => steps.filter((one) => one.with?.ref !== undefined));
    if (withRef.length > 0) problems.push('a trusted workflow checks out a commit other than its own');
  }
  for (const line of text.split('\n').filter((each) => /^\s*(?:-\s+)?uses:/.test(each))) {
    if (!/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
      problems.push(`"${line.trim()}" is not pinned by commit, with its version`);
  }
  return problems;
}

function checkStep(one: z.output<typeof step>): string[] {
  const problems: string[] = [];
  if ((one.uses === undefined) === (one.run === undefined)) problems.push('it needs either uses or run');
  // An expression in a script becomes part of the script; a variable does not.
  if (one.run?.includes('${{')) problems.push('an expression is in a script (fix: pass it through env)');
  if (/\bnpm (?:ci|install|i)\b(?!.* --ignore-scripts)/.test(one.run ?? ''))
    problems.push('scripts of packages run (fix: --ignore-scripts)');
  if (/\b(?:curl|wget)\b.*\|/.test(one.run ?? '')) problems.push('a download is run');
  if (one.uses?.startsWith('actions/checkout@') && one.with?.['persist-credentials'] !== false) {
    problems.push('the token stays in the checkout (fix: persist-credentials: false)');
  }
  return problems;
}

const folder = '.github/workflows';
const files = readdirSync(folder).sort();
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const sha = 'a'.repeat(40);
const expression = (what: string) => `$\{{ ${what} }}`;

const good = `name: Good
on:
  pull_request:
permissions: {}
concurrency:
  group: good
jobs:
  one:
    name: One
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@${sha} # v1.2.3
        with:
          persist-credentials: false
      - run: npm ci --ignore-scripts
`;

describe('checkWorkflow', () => {
  it('finds nothing in a correct file', () => {
    expect(checkWorkflow(good)).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ['a tag', `@${sha} # v1.2.3`, '@v4', 'not pinned'],
    ['half a commit', `@${sha}`, '@aaaaaaa', 'not pinned'],
    ['a commit without its version', ' # v1.2.3', '', 'not pinned'],
    ['no permissions', 'permissions: {}\n', '', 'permissions'],
    ['permissions for the whole file', 'permissions: {}', 'permissions: write-all', 'permissions'],
    ['a permission for every job', 'permissions: {}', 'permissions:\n  contents: write', 'permissions'],
    ['a token for strangers', 'pull_request:', 'pull_request_target:', 'on'],
    [
      'a secret for strangers',
      'run: npm',
      `env:\n          A: ${expression('secrets.A')}\n        run: npm`,
      'access to a secret',
    ],
    [
      'an expression in a script',
      'run: npm',
      `run: echo ${expression('github.event.issue.title')}; npm`,
      'is in a script',
    ],
    ['scripts of packages', ' --ignore-scripts', '', 'scripts of packages'],
    ['a token that stays', 'persist-credentials: false', 'fetch-depth: 1', 'token stays'],
    ['a script from another site', 'run: npm', 'run: curl https://a.example | sh; npm', 'a download is run'],
    ['no end', '    timeout-minutes: 5\n', '', 'timeout-minutes'],
    ['a misspelt key', 'runs-on', 'run-on', 'run-on'],
    ['an event of both sides', 'pull_request:', 'pull_request:\n  issues:', 'is also trusted'],
    ['no YAML', 'name: Good', 'name: "Good', 'Missing closing'],
  ])('finds %s', (_, right, wrong, message) => {
    expect(good).toContain(right);
    expect(checkWorkflow(good.replace(right, wrong)).join('\n')).toContain(message);
  });

  it('lets a trusted file check out its own commit only', () => {
    const trusted = good.replace('pull_request:', 'issues:');
    expect(checkWorkflow(trusted)).toEqual([]);
    const other = trusted.replace('persist', 'ref: x\n          persist');
    expect(checkWorkflow(other)).toEqual(['a trusted workflow checks out a commit other than its own']);
  });
});

describe.each(files)('%s', (file) => {
  it('follows the rules', () => {
    expect(checkWorkflow(textOf(file))).toEqual([]);
  });

  it('runs only what exists', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    for (const { steps } of Object.values(parseWorkflow(textOf(file)).jobs)) {
      for (const { run = '' } of steps) {
        for (const [, script = ''] of run.matchAll(/npm run (?:--silent )?([\w-]+)/g))
          expect(scripts).toHaveProperty(script);
        for (const [path] of run.matchAll(/\b(?:lib|e2e)\/[\w./-]+\.ts/g)) expect(existsSync(path), path).toBe(true);
      }
    }
  });
});

describe('all workflows', () => {
  it('have exactly the permissions in this table', () => {
    const writing = files.flatMap((file) =>
      Object.entries(parseWorkflow(textOf(file)).jobs).flatMap(([name, { permissions = {} }]) => {
        const names = Object.entries(permissions).filter(([, level]) => level === 'write');
        return names.length === 0
          ? []
          : [
              [
                `${file} ${name}`,
                names
                  .map(([what]) => what)
                  .sort()
                  .join(' '),
              ],
            ];
      }),
    );
    expect(Object.fromEntries(writing)).toEqual({
      'codeql.yml analyse': 'security-events',
      'form.yml check': 'issues',
      'form.yml propose': 'contents issues pull-requests',
      'links.yml report': 'issues',
      'preview-comment.yml comment': 'pull-requests',
    });
  });

  it('make a pull request from a form only when a maintainer has added the label', () => {
    const { on, jobs } = parseWorkflow(textOf('form.yml'));
    expect(on.issues).toEqual({ types: ['opened', 'edited', 'reopened', 'labeled'] });
    expect(jobs.propose?.if).toBe(`github.event.action == 'labeled' && github.event.label.name == '${acceptedLabel}'`);
    expect(jobs.check?.if).toMatch(/^github\.event\.action != 'labeled' && /);
    const runs = (name: string) => jobs[name]?.steps.flatMap(({ run = [] }) => run).at(-1);
    expect([runs('check'), runs('propose')]).toEqual([
      'npx tsx lib/tooling/workflows/main.ts check-form',
      'npx tsx lib/tooling/workflows/main.ts form',
    ]);
  });

  it('use one commit for one version of an action', () => {
    const pins = files.flatMap((file) => [...textOf(file).matchAll(/uses: (\S+)@([0-9a-f]{40}) # (\S+)/g)]);
    const byAction = new Map<string, Set<string>>();
    for (const [, action = '', commit, version] of pins) {
      byAction.set(action, (byAction.get(action) ?? new Set()).add(`${commit} ${version}`));
    }
    expect([...byAction].filter(([, versions]) => versions.size > 1)).toEqual([]);
  });

  it('use the same names for the awaited workflow, the artifact and the Node version', () => {
    const waiting = parseWorkflow(textOf('preview-comment.yml'));
    expect(waiting.on.workflow_run).toMatchObject({ workflows: [parseWorkflow(textOf('pull-request.yml')).name] });
    const artifact = waiting.jobs.comment?.steps.find(({ uses }) => uses?.includes('download-artifact'))?.with?.name;
    const uploaded = parseWorkflow(textOf('pull-request.yml')).jobs.summary?.steps.map((step) => step.with?.name);
    expect(uploaded).toContain(artifact);
    expect(parseWorkflow(textOf('test.yml')).jobs.all?.strategy?.matrix.node).toEqual(['20', '22', '24']);
    expect(textOf('schedule.yml')).toContain('main.ts schedule');
  });
});

it('dependency updates wait at least a week', () => {
  const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
    updates: { 'package-ecosystem': string; cooldown?: { 'default-days': number } }[];
  };
  const waiting = updates.filter(({ cooldown }) => (cooldown?.['default-days'] ?? 0) >= 7);
  expect(waiting.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions', 'docker']);
});

describe.each([
  ['actionlint', ['-no-color']],
  ['zizmor', ['--offline', '--no-progress', folder]],
] as const)('%s', (tool, args) => {
  if (spawnSync(tool, ['--version']).status !== 0) {
    it.skip(`skipped: ${tool} is not installed here`, () => {});
    return;
  }
  it('finds nothing', () => {
    const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
    expect(status, `${stdout}${stderr}`).toBe(0);
  });
});

describe('the version of Node', () => {
  const recommended = readFileSync('.nvmrc', 'utf8').trim();
  const lowest = JSON.parse(readFileSync('package.json', 'utf8')).engines.node as string;

  const matrix = parseWorkflow(textOf('test.yml')).jobs.all?.strategy?.matrix.node?.map(String) ?? [];

  it('that tests run with is at least the lowest that is allowed, and at most the recommended one', () => {
    expect(`>=${matrix[0]}`).toBe(lowest.split('.')[0]);
    expect(matrix.at(-1)).toBe(recommended);
  });

  it('that README names is one that tests run with', () => {
    // A fork may have a README of its own, without this sentence.
    const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');
    for (const [, ...named] of readme.matchAll(/version (\d+)\. Versions (\d+) and ([\d.]+) still work/g)) {
      expect(named.map((version) => version.split('.')[0]).reverse()).toEqual(matrix);
    }
  });

  it('is that of .nvmrc wherever there is one only', () => {
    for (const file of files) {
      for (const { steps } of Object.values(parseWorkflow(textOf(file)).jobs)) {
        const setups = steps.filter(({ uses = '' }) => uses.startsWith('actions/setup-node@'));
        for (const { with: given = {} } of setups) {
          if (given['node-version'] !== expression('matrix.node'))
            expect(given['node-version-file'], file).toMatch(/^(?:head\/)?\.nvmrc$/);
        }
      }
    }
    for (const file of ['Dockerfile', '.devcontainer/devcontainer.json']) {
      const versions = [...readFileSync(file, 'utf8').matchAll(/node:(\d+)-/g)].map(([, version]) => version);
      expect(new Set(versions), file).toEqual(new Set([recommended]));
    }
  });
});
