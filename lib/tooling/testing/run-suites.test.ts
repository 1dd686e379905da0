import { describe, expect, it } from 'vitest';
import { runProgram, runTogether, type Task } from '@/lib/tooling/testing/run-suites';

describe('runTogether', () => {
  /** Runs tasks whose ends the test decides, and logs when each starts and ends. */
  function start(tasks: readonly Task[], limit: number) {
    const log: string[] = [];
    const gates = new Map<string, () => void>();
    const run = async ({ title }: Task) => {
      log.push(`+${title}`);
      await new Promise<void>((resolve) => gates.set(title, resolve));
      return title;
    };
    const done = (async () => {
      for await (const [{ title }, result] of runTogether(tasks, limit, run)) log.push(`-${title}=${result}`);
    })();
    const end = async (title?: string) => {
      gates.get(title ?? '')?.();
      await new Promise((resolve) => setTimeout(resolve, 1));
    };
    return { log, done, end };
  }

  it('limits concurrency, and starts the next task when one ends', async () => {
    const { log, done, end } = start([{ title: 'a' }, { title: 'b' }, { title: 'c' }], 2);
    await end();
    expect(log).toEqual(['+a', '+b']);
    await end('b');
    expect(log).toEqual(['+a', '+b', '-b=b', '+c']);
    await end('c');
    await end('a');
    await done;
    expect(log).toEqual(['+a', '+b', '-b=b', '+c', '-c=c', '-a=a']);
  });

  it('makes a task wait for those that must precede it, and starts others meanwhile', async () => {
    const { log, done, end } = start([{ title: 'a' }, { title: 'b', after: ['a', 'c'] }, { title: 'c' }], 2);
    await end();
    expect(log).toEqual(['+a', '+c']);
    await end('a');
    expect(log).toEqual(['+a', '+c', '-a=a']);
    await end('c');
    expect(log.at(-1)).toBe('+b');
    await end('b');
    await done;
  });

  it('does not wait for a task that is not in the list', async () => {
    const { log, done, end } = start([{ title: 'a', after: ['z'] }], 1);
    await end();
    await end('a');
    await done;
    expect(log).toEqual(['+a', '-a=a']);
  });

  it('reports tasks that wait for each other', async () => {
    const tasks = [
      { title: 'a', after: ['b'] },
      { title: 'b', after: ['a'] },
    ];
    await expect(start(tasks, 2).done).rejects.toThrow('These wait for each other: a, b');
  });

  it('passes an error on', async () => {
    const run = () => Promise.reject(new Error('no'));
    await expect(runTogether([{ title: 'a' }], 1, run).next()).rejects.toThrow('no');
  });
});

describe('runProgram', () => {
  it('returns exit code and output', async () => {
    const program = { args: ['-e', 'console.log("out"); console.error(process.env.WORD); process.exit(3)'] };
    const { code, output } = await runProgram({ ...program, env: { WORD: 'err' } });
    expect(code).toBe(3);
    expect(output.split('\n').sort()).toEqual(['', 'err', 'out']);
  });

  it('ends processes that a program has left running', async () => {
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
