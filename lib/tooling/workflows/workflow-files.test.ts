import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkWorkflow, parseWorkflow } from '@/lib/tooling/workflows/workflow-rules';

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
  it('have the permissions that this table says, and no others', () => {
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
      'form.yml propose': 'contents issues pull-requests',
      'links.yml report': 'issues',
      'preview-comment.yml comment': 'pull-requests',
    });
  });

  it('use one commit for one version of an action', () => {
    const pins = files.flatMap((file) => [...textOf(file).matchAll(/uses: (\S+)@([0-9a-f]{40}) # (\S+)/g)]);
    const byAction = new Map<string, Set<string>>();
    for (const [, action = '', commit, version] of pins) {
      byAction.set(action, (byAction.get(action) ?? new Set()).add(`${commit} ${version}`));
    }
    expect([...byAction].filter(([, versions]) => versions.size > 1)).toEqual([]);
  });

  it('agree on names: of the workflow that is waited for, of the artifact, of the versions of Node', () => {
    const waiting = parseWorkflow(textOf('preview-comment.yml'));
    expect(waiting.on.workflow_run).toMatchObject({ workflows: [parseWorkflow(textOf('pull-request.yml')).name] });
    const artifact = waiting.jobs.comment?.steps.find(({ uses }) => uses?.includes('download-artifact'))?.with?.name;
    const uploaded = parseWorkflow(textOf('pull-request.yml')).jobs.summary?.steps.map((step) => step.with?.name);
    expect(uploaded).toContain(artifact);
    expect(parseWorkflow(textOf('test.yml')).jobs.all?.strategy?.matrix.node).toEqual(['20', '22', '24']);
    expect(textOf('schedule.yml')).toContain('main.ts schedule');
  });
});

it('updates of dependencies wait a week at least', () => {
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
