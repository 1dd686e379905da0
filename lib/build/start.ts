// `npm start`: builds the site and serves it; `npm run serve` serves what is built already.
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { nextCli, runNode } from '@/lib/build/run';

const port = process.env.PORT || '3000';
const host = process.env.HOST || '127.0.0.1';

async function main(): Promise<number> {
  if (!/^\d+$/.test(port) || Number(port) > 65_535) {
    console.error(`PORT is "${port}", which is no port (fix: a number from 1 to 65535).`);
    return 2;
  }
  const fault = await portFault();
  if (fault) {
    console.error(fault);
    return 1;
  }
  const serveOnly = process.argv.includes('--built');
  if (serveOnly && !existsSync(`${process.env.NEWS_DIST_DIR || '.next'}/BUILD_ID`)) {
    console.error('There is nothing to serve yet (fix: npm run build).');
    return 1;
  }
  const built = serveOnly ? 0 : await build(process.argv.includes('--lenient'));
  return built === 0 ? runNode([nextCli, 'start', '--hostname', host, '--port', port]) : built;
}

/** Loads what builds only where it is wanted: a server that serves what is built has no packages for it (Dockerfile). */
async function build(lenient: boolean): Promise<number> {
  const { buildSite } = await import('@/lib/build/build');
  return buildSite({ lenient });
}

/** Why the port cannot be listened on, found before minutes are spent on a build. */
function portFault(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${error.code})`;
      resolve(`Port ${port} ${reason} (fix: choose another, such as PORT=${Number(port) + 1} npm start).`);
    });
    probe.listen(Number(port), host, () => probe.close(() => resolve(undefined)));
  });
}

process.exitCode = await main();
