import { execFileSync } from 'node:child_process';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { machineTime } from '@/lib/base/clock';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

/** How long a process of the framework waits before it begins. Milliseconds. */
async function waits({ script, savedAgo }: { script: string; savedAgo?: number }): Promise<number> {
  const { dir } = await writeContent({
    [script]: 'process.stdout.write(String(globalThis.waited));',
    'spy.cjs': 'globalThis.waited = 0; Atomics.wait = (array, index, value, ms) => { globalThis.waited += ms; };',
  });
  const snapshot = join(dir, 'snapshot');
  if (savedAgo !== undefined) {
    writeFileSync(snapshot, '');
    const at = (machineTime() - savedAgo) / 1000;
    utimesSync(snapshot, at, at);
  }
  const args = ['--require', join(dir, 'spy.cjs'), '--require', './lib/build/dev-step-aside.cjs', join(dir, script)];
  return Number(execFileSync(process.execPath, args, { env: { ...process.env, NEWS_SNAPSHOT: snapshot } }));
}

const lister = 'jest-worker/processChild.js';

it('renders the page before the list of pages, right after a save', async () => {
  // With a file time in the future, the speed of this machine makes no difference.
  expect(await waits({ script: lister, savedAgo: -60_000 })).toBe(700);
});

it('delays neither what does not follow a save, nor the rendering itself', async () => {
  expect(await waits({ script: lister, savedAgo: 60_000 })).toBe(0);
  expect(await waits({ script: lister })).toBe(0);
  expect(await waits({ script: 'start-server.js', savedAgo: -60_000 })).toBe(0);
});
