// `npm run news`: hands what was typed to a subcommand, with the real terminal.
import { resolve } from 'node:path';
import type { Terminal } from '@/lib/news/command';
import { loadCommands } from '@/lib/news/commands';
import { dispatch, stopped } from '@/lib/news/dispatch';

const { env, stdin, stdout, stderr } = process;
const root = resolve(import.meta.dirname, '../..');
// npm starts scripts in the root and says where the person stood. The content's paths are shown from the root.
const cwd = resolve(env.INIT_CWD || process.cwd());
process.chdir(root);

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait for the work to come to an end.
    if (stop.signal.aborted) process.exit(stopped);
    stop.abort();
  });
}
for (const stream of [stdout, stderr]) {
  // Whoever reads our output may have seen enough (`| head`).
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

const terminal: Terminal = {
  out: (text) => void stdout.write(`${text}\n`),
  err: (text) => void stderr.write(`${text}\n`),
  color: Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb',
  interactive: Boolean(stdin.isTTY && stdout.isTTY) && !env.CI,
  cwd,
  root,
  env,
  signal: stop.signal,
};

const args = process.argv.slice(2);
process.exitCode = await dispatch(args, terminal, await loadCommands(args));
