// `npm test`: every suite, and the sum of all at the end.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { community, empty, fixtures, hostile, own, preview, type Site, sites } from '@/e2e/sites';
import { ownCommand, siteVariables } from '@/lib/build/run';
import { findBrowser, installBrowser } from '@/lib/tooling/testing/browser';
import { endWithSignals, runProgram, runTogether, type Task } from '@/lib/tooling/testing/run-suites';
import { playwrightTally, type Tally, vitestTally } from '@/lib/tooling/testing/tally';

const require = createRequire(import.meta.url);

/** A package's program, by the path that its package.json names. */
function bin(name: string, program: string): string {
  const manifest = require.resolve(`${name}/package.json`);
  return join(dirname(manifest), (require(manifest) as { bin: Record<string, string> }).bin[program] ?? '');
}

const tsx = ['--import', 'tsx'];

/** The unit tests that read what `news init` changes: lib/site.ts, the form for events, README.md. */
const ofOwnFiles = [
  'lib/tooling/workflows/form.test.ts',
  'lib/tooling/workflows/workflow-files.test.ts',
  'lib/tooling/testing/upgrading.test.ts',
  'lib/output/seo/security-text.test.ts',
  'lib/news/init.test.ts',
];

/** How many suites run side by side before the browser tests, which use all cores themselves. */
const limit = 2;

/** One suite: what is run, and how its outcome is counted. */
interface Suite extends Task {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where it writes its figures; without one, the whole suite counts as a single test. */
  readonly tally?: { readonly file: string; readonly read: (report: unknown) => Tally };
  /** Needs a browser, every build, and all cores. */
  readonly isBrowser?: boolean;
}

async function main(): Promise<number> {
  const reports = mkdtempSync(join(tmpdir(), 'news-test-'));
  const cleanUp = () => rmSync(reports, { recursive: true, force: true });
  endWithSignals(cleanUp);
  const started = performance.now();
  const tallies: Tally[] = [];
  const failures: string[] = [];
  const show = async (suites: readonly Suite[]) => {
    for await (const [{ title, isBrowser }, { output, tally }] of runTogether(suites, limit, runSuite)) {
      if (!isBrowser) console.log(`\n── ${title}\n${output.trimEnd()}`);
      const seconds = Math.round((performance.now() - started) / 1000);
      console.log(`── ${title}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s since the start)`);
      tallies.push(tally);
      if (tally.failed > 0) failures.push(...(tally.failures?.length ? tally.failures : [title]));
    }
  };
  try {
    shareBundlerCache();
    const suites = listSuites(reports);
    await show(suites.filter(({ isBrowser }) => !isBrowser));
    await show(suites.filter(({ isBrowser }) => isBrowser));
  } finally {
    cleanUp();
  }
  const sum = (key: 'passed' | 'failed' | 'skipped') => tallies.reduce((total, tally) => total + tally[key], 0);
  // Repeated at the end: a failure may be thousands of lines above.
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
  console.log(
    `\n${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`,
  );
  return sum('failed') === 0 ? 0 : 1;
}

/** Has all builds use the bundler's cache of our own: they differ by content alone. */
function shareBundlerCache(): void {
  const shared = resolve('.next', 'cache', 'turbopack');
  mkdirSync(shared, { recursive: true });
  for (const dir of [...sites.map(({ env }) => env.NEWS_DIST_DIR || '.next'), '.next-by-framework']) {
    const cache = join(dir, 'cache');
    mkdirSync(cache, { recursive: true });
    const path = join(cache, 'turbopack');
    if (resolve(path) === shared) continue;
    rmSync(path, { recursive: true, force: true });
    symlinkSync(shared, path, 'junction');
  }
}

function listSuites(reports: string): Suite[] {
  const unitReport = join(reports, 'unit.json');
  const browserReport = join(reports, 'browser.json');
  // One after the other, because two at a time could not use one cache of the bundler.
  const build = ({ name, env }: Site, ...after: string[]): Suite => ({
    title: `Build: ${name}`,
    after,
    args: ownCommand('lib/build/main.ts'),
    env,
  });
  // What takes longest comes early, so that no core is idle while the last suite runs.
  return [
    {
      title: 'Format and lint',
      args: [bin('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.'],
    },
    build(fixtures),
    { title: 'Route types', args: [bin('next', 'next'), 'typegen'], env: siteVariables() },
    { title: 'Types', after: ['Route types'], args: [bin('typescript', 'tsc'), '--noEmit'] },
    {
      // All of them run in the fork, whose code is the same.
      title: 'Unit tests of this repository',
      // The quick checks report first, and no unit test writes a file while they read.
      after: ['Format and lint', 'Types'],
      args: [bin('vitest', 'vitest'), 'run', ...ofOwnFiles],
    },
    {
      title: 'Unit tests and a build of a fork',
      after: ['Format and lint', 'Types'],
      args: [...tsx, 'e2e/suites/fork.ts', unitReport],
      tally: { file: unitReport, read: vitestTally },
    },
    {
      title: 'Fixtures by the framework alone',
      after: ['Build: fixtures'],
      args: [...tsx, 'e2e/suites/by-framework.ts'],
    },
    build(preview, 'Fixtures by the framework alone'),
    build(empty, 'Build: preview'),
    build(hostile, 'Build: empty'),
    build(community, 'Build: hostile'),
    {
      title: 'Languages',
      after: ['Build: fixtures'],
      args: [...tsx, 'e2e/suites/languages.ts'],
      env: { NEWS_SITE_FILE: 'lib/tooling/testing/fixtures/site-in-greek.ts' },
    },
    { title: 'vercel build', args: [...tsx, 'e2e/suites/vercel-build.ts'] },
    // It writes the folder whose route types are checked, and is a build that unit tests may find there.
    build(own, 'Types', 'Unit tests of this repository', 'Build: community'),
    { title: 'Content', args: ownCommand('lib/check/main.ts', '--strict') },
    {
      title: 'Browser tests',
      args: [bin('playwright', 'playwright'), 'test'],
      env: { PLAYWRIGHT_JSON: browserReport },
      tally: { file: browserReport, read: playwrightTally },
      isBrowser: true,
    },
  ];
}

async function runSuite({ title, args, env, tally, isBrowser }: Suite): Promise<{ output: string; tally: Tally }> {
  const result = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped });
  if (isBrowser) {
    console.log(`\n── ${title}`);
    const found = findBrowser() ?? (await installBrowser());
    if ('message' in found) return { output: '', tally: { ...result(0, 1), failures: [found.message] } };
  }
  const { code, output } = await runProgram({ args, env, isShown: isBrowser });
  // What a suite ends with that cannot run here; its output says why.
  if (code === 77) return { output, tally: result(0, 0, 1) };
  if (!tally) return { output, tally: code === 0 ? result(1, 0) : result(0, 1) };
  const report = await readFile(tally.file, 'utf8').then(JSON.parse, () => undefined);
  const counted = report === undefined ? result(0, 0) : tally.read(report);
  // A run that failed without a failing test (a file that does not load, a server that does not start) is a failure too.
  return { output, tally: code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted };
}

process.exitCode = await main();
