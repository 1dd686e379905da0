// `npm test`: every suite, one after the other, and one honest sum at the end.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sites } from '@/e2e/sites';
import { ownCommand } from '@/lib/build/run';
import { findBrowser, installBrowser } from '@/lib/tooling/testing/browser';
import { playwrightTally, type Tally, vitestTally } from '@/lib/tooling/testing/tally';

const require = createRequire(import.meta.url);

/** A package's program, by the path that its package.json names. */
function bin(name: string, program: string): string {
  const manifest = require.resolve(`${name}/package.json`);
  return join(dirname(manifest), (require(manifest) as { bin: Record<string, string> }).bin[program] ?? '');
}

const tsx = ['--import', 'tsx'];

/** One suite: what is run, and how its outcome is counted. */
interface Suite {
  readonly title: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where it writes its figures; without one, the whole suite counts as a single test. */
  readonly tally?: { readonly file: string; readonly read: (report: unknown) => Tally };
}

async function main(): Promise<number> {
  const reports = await mkdtemp(join(tmpdir(), 'news-test-'));
  const started = performance.now();
  try {
    const tallies: Tally[] = [];
    const failures: string[] = [];
    for (const suite of suites(reports)) {
      console.log(`\n── ${suite.title}`);
      const tally = await runSuite(suite);
      const seconds = Math.round((performance.now() - started) / 1000);
      console.log(`── ${suite.title}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s since the start)`);
      tallies.push(tally);
      if (tally.failed > 0) failures.push(...(tally.failures?.length ? tally.failures : [suite.title]));
    }
    const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
    const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
    const skipped = tallies.reduce((sum, tally) => sum + tally.skipped, 0);
    // Said again where it is looked for: what failed may stand thousands of lines above.
    if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
    console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
    return failed === 0 ? 0 : 1;
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
}

function suites(reports: string): Suite[] {
  const unitReport = join(reports, 'unit.json');
  const browserReport = join(reports, 'browser.json');
  return [
    { title: 'Format and lint', args: [bin('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.'] },
    { title: 'Route types', args: [bin('next', 'next'), 'typegen'] },
    { title: 'Types', args: [bin('typescript', 'tsc'), '--noEmit'] },
    {
      title: 'Unit tests',
      args: [
        bin('vitest', 'vitest'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${unitReport}`,
      ],
      tally: { file: unitReport, read: vitestTally },
    },
    { title: 'Content', args: ownCommand('lib/check/main.ts', '--strict') },
    ...sites.map(({ name, env }) => ({ title: `Build: ${name}`, args: ownCommand('lib/build/main.ts'), env })),
    { title: 'Fixtures by the framework alone', args: [...tsx, 'lib/tooling/testing/by-framework.ts'] },
    { title: 'A fork', args: [...tsx, 'lib/tooling/testing/fork.ts'] },
    { title: 'A kind of its own', args: [...tsx, 'lib/tooling/testing/own-kind.ts'] },
    { title: 'vercel build', args: [...tsx, 'e2e/vercel-build.ts'] },
    {
      title: 'Browser tests',
      args: [bin('playwright', 'playwright'), 'test'],
      env: { PLAYWRIGHT_JSON: browserReport },
      tally: { file: browserReport, read: playwrightTally },
    },
  ];
}

async function runSuite({ title, args, env, tally }: Suite): Promise<Tally> {
  if (title === 'Browser tests') {
    const found = findBrowser() ?? (await installBrowser());
    if ('message' in found) {
      console.error(found.message);
      return { passed: 0, failed: 1, skipped: 0 };
    }
  }
  const code = await run(args, env);
  // What a suite ends with that cannot run here; it has said why.
  if (code === 77) return { passed: 0, failed: 0, skipped: 1 };
  if (!tally) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const report = await readFile(tally.file, 'utf8').then(JSON.parse, () => undefined);
  const counted = report === undefined ? { passed: 0, failed: 0, skipped: 0 } : tally.read(report);
  // A run that failed without a failing test (a file that does not load, a server that does not start) is a failure too.
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  const { NODE_ENV: _, ...inherited } = process.env;
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...(inherited as NodeJS.ProcessEnv), NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

process.exitCode = await main();
