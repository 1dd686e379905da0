// The subcommands of `npm run news`, in the order in which `help` shows them. One line registers one.
import type { Command } from '@/lib/base/cli/command';

/** Each is loaded only where it is asked for: together they are most of what there is to load. */
// biome-ignore format: a line each, so that two who add one do not meet
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
 * The subcommands that are needed to understand what was typed.
 *
 * @param args what was typed after `npm run news --`.
 * @returns the one that it names, or all of them where it names none.
 */
export function loadCommands(args: readonly string[] = []): Promise<readonly Command[]> {
  const asked = args[0] === 'help' ? args[1] : args[0];
  const named = asked !== undefined && Object.hasOwn(loaders, asked) ? loaders[asked] : undefined;
  return Promise.all((named ? [named] : Object.values(loaders)).map((load) => load()));
}
