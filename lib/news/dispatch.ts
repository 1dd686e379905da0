// From the words that somebody typed to the subcommand that they mean, and from how it ended to an exit code.

import { nearest } from '@/lib/base/nearest';
import { ContentError, formatProblem, sortProblems } from '@/lib/base/problems';
import { type Command, exit, type Terminal, UsageError } from '@/lib/news/command';

/** How a command ends that Ctrl-C stopped: 128 and the number of the signal, as shells count. */
export const stopped = 130;

/** Commands of this repository that somebody may look for here. */
const scripts = ['check', 'build', 'start', 'dev', 'serve', 'export', 'test'];

/** What `npm` takes for itself where the `--` before our words is missing. */
const takenByNpm = ['dry-run', 'json', 'since', 'until', 'stdout', 'due', 'strict'];

/**
 * Runs one subcommand.
 *
 * @param args what was typed after `npm run news --`.
 * @returns the exit code.
 */
export async function dispatch(
  args: readonly string[],
  terminal: Terminal,
  commands: readonly Command[],
): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    terminal.out(overview(commands));
    return exit.done;
  }
  const asked = name === 'help' ? (rest[0] ?? '') : name;
  const command = commands.find((each) => each.name === asked);
  if (!command) {
    const near = nearest(asked, ['help', ...commands.map((each) => each.name)]);
    const elsewhere = scripts.includes(asked) ? ` There is “npm run ${asked}”.` : '';
    terminal.err(`There is no command “${asked}”.${elsewhere || (near ? ` Did you mean “${near}”?` : '')}`);
    terminal.err('See all of them with: npm run news -- help');
    return exit.usage;
  }
  const end = rest.indexOf('--');
  const own = end < 0 ? rest : rest.slice(0, end);
  if (name === 'help' || own.includes('--help') || own.includes('-h')) {
    const about = (name === 'help' ? rest.slice(1) : own).find((word) => !word.startsWith('-')) ?? '';
    const { usage, usages = {} } = command;
    terminal.out((Object.hasOwn(usages, about) ? (usages[about] ?? usage) : usage).trim());
    return exit.done;
  }
  const taken = takenByNpm.find((flag) => isTaken(flag, terminal.env));
  if (taken && !own.some((word) => word.startsWith(`--${taken}`))) {
    terminal.err(`npm took --${taken} for itself. Put two hyphens before our words: npm run news -- ${name} …`);
    return exit.usage;
  }
  try {
    const code = await command.run(rest, terminal);
    return terminal.signal.aborted ? sayStopped(terminal) : code;
  } catch (error) {
    if (terminal.signal.aborted) return sayStopped(terminal);
    if (error instanceof UsageError) {
      terminal.err(error.message);
      const about = Object.hasOwn(command.usages ?? {}, own[0] ?? '') ? ` ${own[0]}` : '';
      terminal.err(`See how it is called with: npm run news -- help ${command.name}${about}`);
      return exit.usage;
    }
    if (error instanceof ContentError) {
      for (const problem of sortProblems(error.problems)) terminal.err(formatProblem(problem));
      return exit.failed;
    }
    terminal.err(error instanceof Error ? error.message : String(error));
    if (terminal.env.NEWS_DEBUG && error instanceof Error) terminal.err(error.stack ?? '');
    return exit.failed;
  }
}

/** `npm run news draft --dry-run` hands the option to npm, which tells scripts of it in a variable. */
function isTaken(flag: string, env: Terminal['env']): boolean {
  return env.npm_lifecycle_event === 'news' && Boolean(env[`npm_config_${flag.replaceAll('-', '_')}`]);
}

function sayStopped(terminal: Terminal): number {
  terminal.err('Stopped. No file is half-written.');
  return stopped;
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length), 'help'.length);
  const line = (name: string, summary: string) => `  ${name.padEnd(width)}  ${summary}`;
  return [
    'Puts an edition together, and sends it on its way.',
    '',
    'usage: npm run news -- COMMAND [OPTION…]',
    '',
    ...commands.map(({ name, summary }) => line(name, summary)),
    line('help', 'this list; “help COMMAND” or “COMMAND --help” says all about one'),
    '',
    'What is wrong with the content is found by another command: npm run check',
    '',
    'examples:',
    '  npm run news -- draft 2022-02      gather February into a draft',
    '  npm run news -- status             what is published, scheduled and missing',
    '  npm run news -- help draft         all about one command',
    '',
    'exit codes: 0 done · 1 something is wrong, or not all could be done · 2 called wrongly · 130 stopped by Ctrl-C',
    '“status --due” adds 3: nothing is due.',
    'variables: NEWS_NOW (an instant used as the clock), CONTENT_DIR (the content folder), NO_COLOR, NEWS_DEBUG=1',
    'A new editor begins with docs/editing-an-edition.md.',
  ].join('\n');
}
