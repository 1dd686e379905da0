// The subcommands of `npm run news`, in the order in which `help` shows them. One line registers one.
import { announce } from '@/lib/news/announce';
import { collect } from '@/lib/news/collect';
import type { Command } from '@/lib/news/command';
import { draft } from '@/lib/news/draft';
import { email } from '@/lib/news/email';
import { importSite } from '@/lib/news/import';
import { lintEdition } from '@/lib/news/lint-edition';
import { newFile } from '@/lib/news/new';
import { status } from '@/lib/news/status';

// biome-ignore format: a line each, so that two who add one do not meet
export const commands: readonly Command[] = [
  status,
  newFile,
  collect,
  draft,
  lintEdition,
  email,
  announce,
  importSite,
];
