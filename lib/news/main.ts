// `npm run news`: runs a subcommand.
import { resolve } from 'node:path';
import { runMain } from '@/lib/base/cli/run';
import { dispatch, loadCommands } from '@/lib/news/dispatch';

await runMain(async (args, terminal) => dispatch(args, terminal, await loadCommands(args)), {
  root: resolve(import.meta.dirname, '../..'),
  stopsItself: true,
});
