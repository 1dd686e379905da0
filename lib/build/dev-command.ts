// `npm run dev`: a live preview that shows what is saved, and the problems in it, in the open browser.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Program } from '@/lib/base/cli/command';
import { parseOptionsAlone } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { toUrl } from '@/lib/base/urls';
import { startDevServer } from '@/lib/build/dev-server';
import { watchFolders } from '@/lib/build/dev-watch';
import { prepareFramework } from '@/lib/build/prepare';
import { nextCli, runNode } from '@/lib/build/run';
import { contentDir } from '@/lib/content/files';

/** Absolute, because what inherits it may run elsewhere, such as an editor that the framework opens; quoted for spaces. */
const stepAside = JSON.stringify(resolve('lib/build/dev-step-aside.cjs'));

const usage = `usage: npm run dev [-- --help]

Shows the site while you write: a saved file appears in the open browser, and so do the problems in it. PORT and HOST
set the address (default: 3000 and 127.0.0.1).

examples:
  npm run dev
  CONTENT_DIR=../website/content/en PORT=8080 npm run dev

exit codes: 0 stopped · 1 it cannot start · 2 invalid command line`;

export const devCommand: Program = {
  name: 'dev',
  usage,
  async run(args, terminal) {
    parseOptionsAlone('dev', args, {});
    // Reports an invalid NEWS_NOW before anything is started.
    now();
    await prepareFramework();
    const scratch = await mkdtemp(join(tmpdir(), 'news-dev-'));
    const snapshot = join(scratch, 'content');
    const server = await startDevServer();
    const [host, port] = [process.env.HOST || '127.0.0.1', process.env.PORT || '3000'];
    terminal.out(`What a post may contain, with the text to copy: http://${host}:${port}${toUrl('/components/')}`);
    const address = ['--hostname', host, '--port', port];
    // The framework starts processes of its own, which only variables reach. They render more smoothly with room for what is
    // collected soon.
    const nodeOptions = [process.env.NODE_OPTIONS, '--max-semi-space-size=64', `--require ${stepAside}`];
    try {
      const ended = runNode([nextCli, 'dev', ...address], {
        NEWS_SNAPSHOT: snapshot,
        NEWS_DEV_PORT: String(server.port),
        NODE_OPTIONS: nodeOptions.filter(Boolean).join(' '),
      });
      // Loaded while the framework starts, because the check takes long to load.
      const { LiveContent } = await import('@/lib/build/dev-content');
      const content = new LiveContent(contentDir(), snapshot);
      server.follow(content);
      await content.start();
      // Content links to files of `public`.
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
  },
};
