// The command lines of `npm run build`, `npm start` and `npm run serve`.
import { createServer } from 'node:net';
import { isBuilt } from '@/lib/base/built';
import { exit, type Program, type Terminal, UsageError } from '@/lib/base/cli/command';
import { type OptionValues, parseOptionsAlone } from '@/lib/base/cli/options';
import { holdBuild, settleBuilds } from '@/lib/build/build-folder';
import { nextCli, runNode } from '@/lib/build/run';

const optionsHelp = `--keep-going  builds the site without the posts that have errors (also with
                NEWS_KEEP_GOING=1)
  --verbose     prints every warning; by default, more than ten with the same code are only counted`;

const buildOptions = { 'keep-going': { takes: 'nothing' }, verbose: { takes: 'nothing' } } as const;

const buildUsage = `usage: npm run build [-- OPTIONS]

Checks the content and builds the site into .next.

  ${optionsHelp}

examples:
  npm run build
  CONTENT_DIR=../website/content/en npm run build -- --keep-going

exit codes: 0 built · 1 the content has errors, or the site cannot be built · 2 invalid command line`;

export const buildCommand: Program = {
  name: 'build',
  usage: buildUsage,
  async run(args, terminal) {
    return build(terminal, parseOptionsAlone('build', args, buildOptions));
  },
};

const startUsage = `usage: npm run start [-- OPTIONS]
       npm run serve

“start” builds the site and serves it; “serve” serves the existing build. PORT and HOST
set the address (default: 3000 and 127.0.0.1).

  --built       builds nothing (npm run serve)
  ${optionsHelp}

examples:
  npm run start
  PORT=8080 npm run serve

exit codes: 0 stopped · 1 there is no build, or the port cannot be used · 2 invalid command line`;

export const startCommand: Program = {
  name: 'start',
  usage: startUsage,
  async run(args, terminal) {
    const { built, ...options } = parseOptionsAlone('start', args, { built: { takes: 'nothing' }, ...buildOptions });
    const host = process.env.HOST || '127.0.0.1';
    const port = process.env.PORT || '3000';
    if (!/^\d+$/.test(port) || Number(port) > 65_535) {
      throw new UsageError(`PORT is "${port}", which is not a port; use a number from 1 to 65535.`);
    }
    // Before minutes are spent on a build.
    await probePort(Number(port), host);
    const code = built ? exit.done : await build(terminal, options);
    return code === exit.done ? serve(host, port) : code;
  },
};

/** Serves the build as it is now, until a signal comes. @returns the exit code. @throws {Error} where there is no whole build. */
async function serve(host: string, port: string): Promise<number> {
  const distDir = process.env.NEWS_DIST_DIR || '.next';
  // Where nothing can be written, nothing is left behind.
  await settleBuilds(distDir).catch(() => undefined);
  if (!isBuilt(distDir))
    throw new Error('Nothing has been built yet, or the build was not finished (fix: run npm run build).');
  const held = await holdBuild(distDir);
  try {
    return await runNode([nextCli, 'start', '--hostname', host, '--port', port], { NEWS_DIST_DIR: held.dir });
  } finally {
    await held.release();
  }
}

/** Loads the build's code only when it is needed: a server of a built site has no packages for it (Dockerfile). */
async function build(terminal: Terminal, options: OptionValues<typeof buildOptions>): Promise<number> {
  // As in `next build`: what is compiled here is rendered there.
  Object.assign(process.env, { NODE_ENV: 'production' });
  const { buildSite } = await import('@/lib/build/build');
  const keepGoing = options['keep-going'] === true || process.env.NEWS_KEEP_GOING === '1';
  return buildSite(terminal, { keepGoing, verbose: options.verbose === true });
}

/** @throws {Error} where the port cannot be used. */
function probePort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) => {
      const reason = code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${code})`;
      reject(new Error(`Port ${port} ${reason} (fix: choose another, such as PORT=${port + 1} npm start).`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
