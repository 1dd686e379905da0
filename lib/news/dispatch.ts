// From the words that somebody typed to the subcommand that they mean.
import { type Command, exit, type Terminal } from '@/lib/base/cli/command';
import { wordsBeforeDashes } from '@/lib/base/cli/options';
import { asksForHelp, toExitCode } from '@/lib/base/cli/run';
import { nearest } from '@/lib/base/nearest';

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
  const own = wordsBeforeDashes(rest);
  if (name === 'help' || asksForHelp(rest)) {
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
  const about = Object.hasOwn(command.usages ?? {}, own[0] ?? '') ? ` ${own[0]}` : '';
  return toExitCode(() => command.run(rest, terminal), terminal, `npm run news -- help ${command.name}${about}`);
}

/** `npm run news draft --dry-run` hands the option to npm, which tells scripts of it in a variable. */
function isTaken(flag: string, env: Terminal['env']): boolean {
  return env.npm_lifecycle_event === 'news' && Boolean(env[`npm_config_${flag.replaceAll('-', '_')}`]);
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
