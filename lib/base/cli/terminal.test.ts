import { expect, it } from 'vitest';
import { openTerminal } from '@/lib/base/cli/run';

function open(env: Record<string, string>, isTTY = true) {
  const written: string[] = [];
  const write = (text: string) => written.push(text);
  const terminal = openTerminal('/repo', '/repo', new AbortController().signal, {
    env,
    stdin: { isTTY },
    stdout: { isTTY, write },
    stderr: { write },
  });
  return { ...terminal, written };
}

it.each([
  [{}, true, true],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ TERM: 'dumb' }, true, false],
  [{ TERM: 'xterm' }, true, true],
  [{}, false, false],
])('with %j, terminal: %s, colours: %s', (env, isTTY, color) => {
  expect(open(env, isTTY).color).toBe(color);
});

it('is interactive at a terminal, but not in CI', () => {
  expect([{}, { CI: 'true' }].map((env) => open(env).interactive)).toEqual([true, false]);
  expect(open({}, false).interactive).toBe(false);
});

it('gets the user’s working directory from npm', () => {
  expect([{}, { INIT_CWD: '/repo/content' }].map((env) => open(env).cwd)).toEqual(['/repo', '/repo/content']);
});

it('ends each line', () => {
  const terminal = open({});
  terminal.out('a');
  terminal.err('b');
  expect(terminal.written).toEqual(['a\n', 'b\n']);
});
