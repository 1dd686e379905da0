// Runs `npm run dev` on a content folder, for the test and the bench of the author's loop.
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { machineTime } from '@/lib/base/clock';
import { signalGroup } from '@/lib/build/run';
import { siteVariables } from '@/lib/tooling/testing/fixtures/site-variables.mjs';

/** How it is run. */
interface DevOptions {
  /** The content folder. */
  readonly content: string;
  /** Where the framework writes, relative to the root; removed at the end. */
  readonly distDir: string;
  /** How long it may take to start. Milliseconds. */
  readonly patience: number;
}

/** A running development server. */
export type DevSession = Awaited<ReturnType<typeof startDev>>;

/**
 * Starts it on a free port.
 *
 * @returns its address (`http://127.0.0.1:<port>`), what it has printed so far, and what ends it and all that it started, and
 *   removes what it wrote.
 * @throws {Error} with what it printed, where it does not start in time.
 */
export async function startDev({ content, distDir, patience }: DevOptions) {
  const port = await freePort();
  const { NODE_ENV: _, NEWS_PREVIEW: __, BASE_PATH: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--max-semi-space-size=64', '--import', 'tsx', 'lib/build/dev.ts'], {
    env: {
      ...(inherited as NodeJS.ProcessEnv),
      ...siteVariables,
      CONTENT_DIR: content,
      NEWS_DIST_DIR: distDir,
      PORT: String(port),
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that nothing of it is left.
    detached: process.platform !== 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), 5_000);
    await ended;
    clearTimeout(timer);
    signalGroup(child, 'SIGKILL');
    await rm(distDir, { recursive: true, force: true, maxRetries: 5 });
    await rm(`${distDir}.tsconfig.json`, { force: true });
  };
  const started = machineTime();
  while (!/Ready in/.test(output)) {
    if (child.exitCode !== null || machineTime() - started > patience) {
      await stop();
      throw new Error(`npm run dev did not start:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { origin: `http://127.0.0.1:${port}`, output: () => output, stop };
}

/** A port of 127.0.0.1 that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
