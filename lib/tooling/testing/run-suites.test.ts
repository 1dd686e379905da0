import { describe, expect, it } from 'vitest';
import { runInLanes, runProgram } from '@/lib/tooling/testing/run-suites';

describe('runInLanes', () => {
  it('runs lanes side by side, tasks of a lane in turn, and gives the results in the order of the list', async () => {
    const log: string[] = [];
    const gates = new Map<string, () => void>();
    const tasks = [
      { name: 'a', lane: '1' },
      { name: 'b', lane: '2' },
      { name: 'c', lane: '1' },
    ];
    const run = async ({ name }: { name: string }) => {
      log.push(`+${name}`);
      await new Promise<void>((resolve) => gates.set(name, resolve));
      log.push(`-${name}`);
      return name;
    };
    const results: string[] = [];
    const done = (async () => {
      for await (const [, result] of runInLanes(tasks, run)) results.push(result);
    })();
    const open = async (name: string) => {
      gates.get(name)?.();
      await new Promise((resolve) => setTimeout(resolve, 1));
    };
    await open('none');
    expect(log).toEqual(['+a', '+b']);
    await open('b');
    expect(results).toEqual([]);
    await open('a');
    expect(log).toEqual(['+a', '+b', '-b', '-a', '+c']);
    expect(results).toEqual(['a', 'b']);
    await open('c');
    await done;
    expect(results).toEqual(['a', 'b', 'c']);
  });

  it('passes an error on', async () => {
    const run = () => Promise.reject(new Error('no'));
    await expect(runInLanes([{ lane: '1' }], run).next()).rejects.toThrow('no');
  });
});

describe('runProgram', () => {
  it('returns exit code and output', async () => {
    const program = { args: ['-e', 'console.log("out"); console.error(process.env.WORD); process.exit(3)'] };
    const { code, output } = await runProgram({ ...program, env: { WORD: 'err' } });
    expect(code).toBe(3);
    expect(output.split('\n').sort()).toEqual(['', 'err', 'out']);
  });

  it('ends what a program has left running', async () => {
    const script = `const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      console.log(child.pid);
      process.exit(0);`;
    const { output } = await runProgram({ args: ['-e', script] });
    const pid = Number(output);
    expect(pid).toBeGreaterThan(0);
    await expect.poll(() => isRunning(pid), { timeout: 20_000 }).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
