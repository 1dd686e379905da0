import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { runProgram } from '@/lib/base/cli/run';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

describe('runProgram', () => {
  const program = { name: 'echo', usage: '\nusage: echo\n', run: async () => 4 };
  const fail = async () => {
    throw new TypeError('No disk.');
  };

  it.each([
    [['--help'], 0, ['usage: echo']],
    [['a', '-h'], 0, ['usage: echo']],
    [['--', '--help'], 4, []],
  ])('with %j ends with %i', async (args, code, lines) => {
    const terminal = testTerminal();
    expect(await runProgram(program, args, terminal)).toBe(code);
    expect(terminal.outLines).toEqual(lines);
  });

  it('prints the message of an error, and its stack trace on request', async () => {
    const [brief, whole] = [testTerminal(), testTerminal({ env: { NEWS_DEBUG: '1' } })];
    for (const terminal of [brief, whole]) expect(await runProgram({ ...program, run: fail }, [], terminal)).toBe(1);
    expect(brief.errLines).toEqual(['No disk.']);
    expect(whole.errLines.slice(0, 2)).toEqual(['No disk.', 'TypeError: No disk.']);
  });
});

/** A process whose program is `run`, an arrow function's source; it prints "ready" first. */
function start(run: string, options: string) {
  const script = `
    import { runMain } from './lib/base/cli/run.ts';
    await runMain((args, terminal) => { terminal.out('ready'); return (${run})(args, terminal); }, ${options});`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, exit: once(child, 'exit'), err: text(child.stderr) };
}

describe('runMain', () => {
  const untilStopped = `async (_, { signal }) => {
    const wait = setInterval(() => undefined, 1_000);
    await new Promise((stop) => signal.addEventListener('abort', stop));
    clearInterval(wait);
    return 7;
  }`;

  it('lets a program that handles the signal finish, even if the signal comes twice', async () => {
    const { child, exit } = start(untilStopped, '{ stopsItself: true }');
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    child.kill('SIGTERM');
    expect(await exit).toEqual([7, null]);
  });

  it('ends any other program at once', async () => {
    const { child, exit } = start(untilStopped, '{}');
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect(await exit).toEqual([null, 'SIGINT']);
  });

  it('ends quietly when the reader of a pipe closes it', async () => {
    const { child, exit, err } = start(
      "async (_, { out }) => { for (;;) { out('more'); await new Promise(setImmediate); } }",
      '{}',
    );
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(await exit).toEqual([0, null]);
    expect(await err).toBe('');
  });
}, 30_000);
