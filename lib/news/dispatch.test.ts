import { describe, expect, it } from 'vitest';
import { type Command, UsageError } from '@/lib/base/cli/command';
import { ContentError } from '@/lib/base/diagnostic';
import { dispatch, loadCommands } from '@/lib/news/dispatch';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

const commands = await loadCommands();

const command = (name: string, run: Command['run']): Command => ({
  name,
  summary: `${name}s`,
  usage: `usage: ${name}`,
  run,
});
const problem = {
  file: 'a.md',
  line: 1,
  column: 2,
  severity: 'error',
  code: 'a/b',
  message: 'm',
  fix: 'f',
} as const;
const some: readonly Command[] = [
  command('draft', async (args, terminal) => {
    terminal.out(args.join(' '));
    return 0;
  }),
  command('fail', async () => {
    throw new Error('The disk is full.');
  }),
  command('misuse', async () => {
    throw new UsageError('Which month?');
  }),
  command('broken', async () => {
    throw new ContentError([problem]);
  }),
];

async function type(words: string, given: Parameters<typeof testTerminal>[0] = {}) {
  const terminal = testTerminal(given);
  const code = await dispatch(words === '' ? [] : words.split(' '), terminal, some);
  return { code, out: terminal.outLines.join('\n'), err: terminal.errLines.join('\n') };
}

describe('dispatch', () => {
  it('passes the words after its name to a command', async () => {
    expect(await type('draft 2022-02 --stdout')).toEqual({ code: 0, out: '2022-02 --stdout', err: '' });
  });

  it.each(['', 'help', '--help', '-h'])('lists the commands for “%s”', async (words) => {
    const { code, out, err } = await type(words);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/ {2}draft +drafts\n {2}fail +fails\n/);
    expect(out).toContain('exit codes: 0 done');
  });

  it.each(['help draft', 'draft --help', 'draft 2022-02 -h'])('explains one for “%s”', async (words) => {
    expect(await type(words)).toEqual({ code: 0, out: 'usage: draft', err: '' });
  });

  it('mentions the repository’s other commands', async () => {
    expect((await type('check')).err).toMatch(/^There is no command “check”\. Did you mean “npm run check”\?/);
  });

  it.each(['help new event', 'new event --help', 'new --help event'])('explains one kind for “%s”', async (words) => {
    const terminal = testTerminal();
    expect(await dispatch(words.split(' '), terminal, commands)).toBe(0);
    expect(terminal.outLines[0]).toBe('usage: npm run news -- new event [OPTION…]');
    expect(await dispatch(['help', 'new', 'party'], terminal, commands)).toBe(0);
  });

  it('does not read options after --', async () => {
    expect(await type('draft -- --help')).toEqual({ code: 0, out: '-- --help', err: '' });
  });

  it.each([
    ['drafft', 'Did you mean “draft”?'],
    ['help drafft', 'Did you mean “draft”?'],
    ['hlep', 'Did you mean “help”?'],
  ])('suggests a command similar to “%s”', async (words, message) => {
    expect(await type(words)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });

  it('suggests nothing if no command is similar', async () => {
    expect((await type('xylophone')).err).toBe(
      'There is no command “xylophone”.\nFor all commands, run: npm run news -- help',
    );
  });

  it('exits with 1 after a failure, and with 2 after wrong usage', async () => {
    expect(await type('fail')).toEqual({ code: 1, out: '', err: 'The disk is full.' });
    expect(await type('misuse')).toMatchObject({ code: 2, err: expect.stringContaining('Which month?\nFor help') });
    expect(await type('broken')).toEqual({ code: 1, out: '', err: 'a.md:1:2: error a/b: m (fix: f)' });
  });

  it('exits with 130 after Ctrl-C', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await type('fail', { signal: stop.signal })).toMatchObject({
      code: 130,
      err: expect.stringMatching(/^Stop/),
    });
    expect(await type('draft', { signal: stop.signal })).toMatchObject({ code: 130 });
  });

  it('refuses to write if npm consumed --dry-run', async () => {
    const env = { npm_lifecycle_event: 'news', npm_config_dry_run: 'true' };
    expect(await type('draft 2022-02', { env })).toMatchObject({ code: 2, out: '' });
    expect(await type('draft 2022-02 --dry-run', { env })).toMatchObject({ code: 0 });
    expect(await type('draft 2022-02', { env: { npm_config_dry_run: 'true' } })).toMatchObject({ code: 0 });
  });
});

it('loads only the given command, or all without one', async () => {
  const names = async (words: string) => (await loadCommands(words.split(' '))).map(({ name }) => name);
  for (const { name } of commands) {
    expect(await names(`${name} --json`)).toEqual([name]);
    expect(await names(`help ${name}`)).toEqual([name]);
  }
  for (const words of ['', 'help', 'stauts', 'toString']) expect(await names(words)).toHaveLength(commands.length);
});

describe.each(commands.map((each) => [each.name, each] as const))('news %s', (name, { summary, usage }) => {
  it('prints help with a description, examples and exit codes', () => {
    expect(summary).toMatch(/^[a-z].*[^.]$/);
    expect(usage.trim()).toMatch(new RegExp(`^usage: npm run news -- ${name}\\b`));
    expect(usage).toMatch(/\nexamples:\n {2}npm run (?:-s )?news -- /);
    expect(usage).toMatch(/\nexit codes: 0 /);
  });
});
