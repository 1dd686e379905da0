// Every standalone command has the same command line interface. `lib/news/dispatch.test.ts` tests that of `news`.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runProgram } from '@/lib/base/cli/run';
import { buildCommand, startCommand } from '@/lib/build/command';
import { devCommand } from '@/lib/build/dev-command';
import { makeCheck } from '@/lib/check/command';
import { exportCommand } from '@/lib/output/export/command';
import { benchCommand } from '@/lib/tooling/bench/command';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

afterEach(() => {
  vi.unstubAllEnvs();
});

const programs = [makeCheck(), buildCommand, startCommand, devCommand, exportCommand, benchCommand];

async function type(name: string, args: readonly string[]) {
  const terminal = testTerminal({ env: process.env });
  const program = programs.find((each) => each.name === name) ?? makeCheck();
  const code = await runProgram(program, args, terminal);
  return { code, out: terminal.outLines.join('\n'), err: terminal.errLines.join('\n') };
}

describe.each(programs.map(({ name }) => name))('npm run %s', (name) => {
  it.each(['--help', '-h'])('says with %s how it is called, with examples, and how it ends', async (option) => {
    const { code, out, err } = await type(name, [option]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^usage: npm run ${name} `));
    expect(out).toMatch(new RegExp(`\nexamples:\n {2}npm run (?:-s )?${name}\\b`));
    expect(out).toMatch(/\nexit codes: 0 /);
  });
});

it.each([
  ['export', ['--ot', 'x'], '“export” has no option --ot. Did you mean --out?'],
  ['export', ['--out'], '--out needs a value, such as --out /tmp/site'],
  ['export', ['--out=a', '--out=b'], '--out is given twice; keep one of the two.'],
  ['export', ['out'], 'Unexpected argument “out”.'],
  ['build', ['--keepgoing'], '“build” has no option --keepgoing. Did you mean --keep-going?'],
  ['start', ['now'], 'Unexpected argument “now”.'],
  ['dev', ['--open'], '“dev” has no option --open.'],
  ['bench', [], 'What do you want to measure? (--dev, --posts, --weight, --serve)'],
  ['bench', ['weight'], 'What do you want to measure? (--dev, --posts, --weight, --serve)'],
  ['bench', ['--wieght'], '“bench” has no option --wieght. Did you mean --weight?'],
  ['bench', ['--weight', '--jsn'], '“bench” has no option --jsn. Did you mean --json?'],
  ['bench', ['--weight=1'], '--weight does not take a value; remove the value.'],
  ['bench', ['--posts'], '--posts needs a value, such as --posts 1000'],
  ['bench', ['--posts', '0'], '--posts takes a whole number from 1 to 100000, not “0”.'],
  ['bench', ['--posts=1', '--only', 'our'], '--only does not take “our”. Did you mean “ours”?'],
  ['bench', ['--posts=1', '--only', 'x'], '--only does not take “x”. Use ours, bare, plain.'],
  ['bench', ['--dev', '--times', '101'], '--times takes a whole number from 1 to 100, not “101”.'],
])('npm run %s refuses %j', async (name, args, message) => {
  expect(await type(name, args)).toEqual({
    code: 2,
    out: '',
    err: `${message}\nFor help, run: npm run ${name} -- --help`,
  });
});

// What is wrong then is no longer the command line: there is no build, and there are no posts.
it.each([
  ['export', ['--out', 'x'], 'There is nothing to export yet'],
  ['build', ['--keep-going'], 'CONTENT_DIR is "missing", which does not exist'],
  ['start', ['--built'], 'Nothing has been built yet'],
  ['dev', [], 'CONTENT_DIR is "missing", which does not exist'],
  ['bench', ['--weight', '--built', '--json'], 'Nothing has been built yet'],
  ['bench', ['--serve', '--built'], 'Nothing has been built yet'],
  ['bench', ['--posts=1', '--only', 'ours', '--content', 'nowhere'], 'There is no post in'],
  ['bench', ['--posts=100000', '--json', '--content', 'nowhere'], 'There is no post in'],
  ['bench', ['--dev', '--times', '100', '--content', 'nowhere'], 'There is no '],
])('npm run %s takes %j', async (name, args, message) => {
  vi.stubEnv('NEWS_DIST_DIR', 'nowhere');
  vi.stubEnv('CONTENT_DIR', 'missing');
  vi.stubEnv('PORT', '0');
  // The build sets it for its process.
  vi.stubEnv('NODE_ENV', 'test');
  expect(await type(name, args)).toEqual({ code: 1, out: '', err: expect.stringContaining(message) });
});

it('npm run start rejects an invalid PORT', async () => {
  vi.stubEnv('PORT', '70000');
  expect(await type('start', ['--built'])).toMatchObject({ code: 2, err: expect.stringContaining('PORT is "70000"') });
});
