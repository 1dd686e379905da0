// `npm run dev`: a live preview. What is saved shows in the open browser, and so does what is wrong with it.
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { now } from '@/lib/base/clock';
import { startDevServer } from '@/lib/build/dev-server';
import { watchFolders } from '@/lib/build/dev-watch';
import { writeOwnRoutes } from '@/lib/build/own-routes';
import { nextCli, runNode } from '@/lib/build/run';
import { contentDir } from '@/lib/content/files';
import { ownKinds } from '@/lib/kinds/own';

/** Whole, as whoever inherits it may run elsewhere, such as an editor that the framework opens; quoted, as it may hold spaces. */
const stepAside = JSON.stringify(resolve('lib/build/dev-step-aside.cjs'));

/** @returns what the framework ended with; 1 where there is no content folder. */
async function dev(): Promise<number> {
  const given = process.env.CONTENT_DIR;
  if (given && !existsSync(given)) {
    console.error(`CONTENT_DIR is "${given}", and there is no such folder (fix: correct it, or leave it out).`);
    return 1;
  }
  // What the clock refuses (NEWS_NOW) is said before anything is started.
  now();
  await writeOwnRoutes(ownKinds);
  const scratch = await mkdtemp(join(tmpdir(), 'news-dev-'));
  const snapshot = join(scratch, 'content');
  const server = await startDevServer();
  const distDir = process.env.NEWS_DIST_DIR;
  // So that the framework does not edit ours: see next.config.mjs.
  if (distDir) await writeFile(`${distDir}.tsconfig.json`, '{ "extends": "./tsconfig.json" }\n');
  const port = process.env.PORT || '3000';
  const args = [nextCli, 'dev', '--hostname', process.env.HOST || '127.0.0.1', '--port', port];
  try {
    const ended = runNode(args, {
      NEWS_SNAPSHOT: snapshot,
      NEWS_DEV_PORT: String(server.port),
      // What drawing a page leaves behind dies young: with room for it, an author waits a sixth less. The framework starts
      // processes of its own, which an argument would not reach.
      NODE_OPTIONS: [process.env.NODE_OPTIONS, '--max-semi-space-size=64', `--require ${stepAside}`]
        .filter(Boolean)
        .join(' '),
    });
    // The framework starts meanwhile: the check is much to load.
    const { LiveContent } = await import('@/lib/build/dev-content');
    const content = new LiveContent(contentDir(), snapshot);
    server.follow(content);
    await content.start();
    // What is linked from the content lies there too.
    const watching = watchFolders([contentDir(), 'public'], () => content.update());
    const { writeSchemas } = await import('@/lib/build/schemas');
    await writeSchemas('.schemas');
    const code = await ended;
    watching.close();
    return code;
  } finally {
    server.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

process.exitCode = await dev();
