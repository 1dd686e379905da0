// The subcommands of `npm run news`, selected by the first word.
import { type Command, exit, type Terminal } from '@/lib/base/cli/command';
import { wordsBeforeDashes } from '@/lib/base/cli/options';
import { asksForHelp, toExitCode } from '@/lib/base/cli/run';
import { nearest } from '@/lib/base/nearest';

/** In the order in which `help` shows them. Each is loaded only when it is needed: all together take long to load. */
// biome-ignore format: one line each
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('@/lib/news/init')).init,
  status: async () => (await import('@/lib/news/status')).status,
  new: async () => (await import('@/lib/news/new')).newFile,
  form: async () => (await import('@/lib/news/form')).form,
  collect: async () => (await import('@/lib/news/collect')).collect,
  draft: async () => (await import('@/lib/news/draft')).draft,
  'lint-edition': async () => (await import('@/lib/news/lint-edition')).lintEdition,
  email: async () => (await import('@/lib/news/email')).email,
  announce: async () => (await import('@/lib/news/announce')).announce,
  import: async () => (await import('@/lib/news/import')).importSite,
  icons: async () => (await import('@/lib/news/icons')).icons,
  doctor: async () => (await import('@/lib/news/doctor')).doctor,
  zones: async () => (await import('@/lib/news/zones')).zones,
};

/**
 * Loads the subcommand that the arguments name, or all if they name none.
 *
 * @param args what was typed after `npm run news --`.
 */
export function loadCommands(args: readonly string[] = []): Promise<readonly Command[]> {
  const asked = args[0] === 'help' ? args[1] : args[0];
  const named = asked !== undefined && Object.hasOwn(loaders, asked) ? loaders[asked] : undefined;
  return Promise.all((named ? [named] : Object.values(loaders)).map((load) => load()));
}

/** Scripts of package.json that people may look for here. */
const scripts = ['check', 'build', 'start', 'dev', 'serve', 'export', 'test'];

/** Options that npm takes for itself if the `--` before our arguments is missing. */
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
    const elsewhere = scripts.includes(asked) ? ` Did you mean “npm run ${asked}”?` : '';
    terminal.err(`There is no command “${asked}”.${elsewhere || (near ? ` Did you mean “${near}”?` : '')}`);
    terminal.err('For all commands, run: npm run news -- help');
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
    terminal.err(
      `npm used --${taken} itself and did not pass it on. Add -- before the command: npm run news -- ${name} …`,
    );
    return exit.usage;
  }
  const about = Object.hasOwn(command.usages ?? {}, own[0] ?? '') ? ` ${own[0]}` : '';
  return toExitCode(() => command.run(rest, terminal), terminal, `npm run news -- help ${command.name}${about}`);
}

/** `npm run news draft --dry-run` gives the option to npm, which passes it to scripts as a variable. */
function isTaken(flag: string, env: Terminal['env']): boolean {
  return env.npm_lifecycle_event === 'news' && Boolean(env[`npm_config_${flag.replaceAll('-', '_')}`]);
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length), 'help'.length);
  const line = (name: string, summary: string) => `  ${name.padEnd(width)}  ${summary}`;
  return [
    'Drafts, reviews and announces editions, and collects the entries for them.',
    '',
    'usage: npm run news -- COMMAND [OPTION…]',
    '',
    ...commands.map(({ name, summary }) => line(name, summary)),
    line('help', 'shows this list; “help COMMAND” or “COMMAND --help” explains one command'),
    '',
    'To check the content, run: npm run check',
    '',
    'examples:',
    '  npm run news -- draft 2022-02      draft the edition of February',
    '  npm run news -- status             see what is published, scheduled and missing',
    '  npm run news -- help draft         explain one command',
    '',
    'exit codes: 0 done · 1 failed, at least in part · 2 invalid command line · 130 stopped with Ctrl-C · 3 nothing is due (status --due)',
    'variables: NEWS_NOW (the current time, for tests), CONTENT_DIR (the content folder), NO_COLOR, NEWS_DEBUG=1 (stack traces)',
    'New editors start with docs/editing-an-edition.md.',
  ].join('\n');
}
