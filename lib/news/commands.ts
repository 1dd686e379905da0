// The subcommands of `npm run news`, in the order in which `help` shows them. One line registers one.
import type { Command } from '@/lib/base/cli/command';

/** Each is loaded only when it is needed: all together take long to load. */
// biome-ignore format: one line each
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  status: async () => (await import('@/lib/news/status')).status,
  new: async () => (await import('@/lib/news/new')).newFile,
  form: async () => (await import('@/lib/news/form')).form,
  collect: async () => (await import('@/lib/news/collect')).collect,
  draft: async () => (await import('@/lib/news/draft')).draft,
  'lint-edition': async () => (await import('@/lib/news/lint-edition')).lintEdition,
  email: async () => (await import('@/lib/news/email')).email,
  announce: async () => (await import('@/lib/news/announce')).announce,
  import: async () => (await import('@/lib/news/import')).importSite,
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
