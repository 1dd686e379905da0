import { fork } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { LimitedWorker } from '@/lib/base/limited-worker';
import { TaskLimitError } from '@/lib/base/worker-process';

const source = `
import { pbkdf2Sync, pbkdf2 } from 'node:crypto';
import { doTasks } from ${JSON.stringify(resolve('lib/base/worker-process.ts'))};
doTasks({
  add: (a, b) => a + b,
  refuse: () => { throw new Error('no'); },
  end: () => process.exit(3),
  // In a thread, as a library computes: it cannot be stopped, and the process itself is idle.
  compute: () => new Promise((resolve) => pbkdf2('a', 'b', 2_000_000_000, 64, 'sha512', resolve)),
  // In one call, as a parser does.
  block: () => pbkdf2Sync('a', 'b', 2_000_000_000, 64, 'sha512'),
  crash: () => process.kill(process.pid, 'SIGSEGV'),
  hang: () => new Promise(() => {}),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
`;

type Worker = Record<'add', (a: number, b: number) => number> &
  Record<'refuse' | 'end' | 'compute' | 'block' | 'crash' | 'hang', () => void> &
  Record<'wait', (ms: number) => void>;

async function writeWorker(): Promise<string> {
  const script = join(await mkdtemp(join(tmpdir(), 'worker-')), 'worker.ts');
  await writeFile(script, source);
  return script;
}

async function workerWith(limit: { processor: number; clock: number }) {
  const script = await writeWorker();
  return new LimitedWorker<Worker>(async () => script, limit);
}

it('does one task after the other, even after a failure', async () => {
  const worker = await workerWith({ processor: 30, clock: 60 });
  const names = ['refuse', 'end', 'crash'] as const;
  const results = [worker.run('add', 1, 2), ...names.map((name) => worker.run(name)), worker.run('add', 3, 4)];
  expect(await Promise.allSettled(results)).toEqual([
    { status: 'fulfilled', value: 3 },
    { status: 'rejected', reason: new Error('no') },
    { status: 'rejected', reason: new Error('a worker process ended with 3') },
    { status: 'rejected', reason: new Error('a worker process ended with SIGSEGV') },
    { status: 'fulfilled', value: 7 },
  ]);
  worker.close();
}, 60_000);

it.each([
  ['computes too long in a thread', 'compute', { processor: 0.5, clock: 60 }, /0\.5 seconds/],
  ['computes too long in one call', 'block', { processor: 0.5, clock: 60 }, /0\.5 seconds/],
  ['never answers', 'hang', { processor: 30, clock: 6 }, /6 seconds/],
] as const)(
  'ends a process that %s, and does the next task in another',
  async (_, name, limit, message) => {
    const worker = await workerWith(limit);
    const exceeded = worker.run(name).catch((error: unknown) => error);
    expect(await exceeded).toBeInstanceOf(TaskLimitError);
    expect(String(await exceeded)).toMatch(message);
    expect(await worker.run('add', 1, 2)).toBe(3);
    worker.close();
  },
  60_000,
);

it('does not count waiting and idle time', async () => {
  const worker = await workerWith({ processor: 0.4, clock: 60 });
  await worker.run('add', 1, 2);
  await expect(worker.run('wait', 800)).resolves.toBeUndefined();
  worker.close();
}, 60_000);

it('ends without an error if its parent ends before the task is done', async () => {
  const child = fork(await writeWorker(), { execArgv: ['--import', 'tsx'], serialization: 'advanced', silent: true });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.send(['add', [1, 2]]);
  // It is there once it has answered.
  await new Promise((resolve) => child.once('message', resolve));
  child.send(['wait', [100]], () => child.disconnect());
  expect(await ended).toBe(0);
}, 60_000);
