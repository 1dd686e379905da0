// The subcommands of `npm run news`, in the order in which `help` shows them. One line registers one.
import { announce } from '@/lib/news/announce';
import type { Command } from '@/lib/news/command';
import { draft } from '@/lib/news/draft';
import { email } from '@/lib/news/email';
import { lintEdition } from '@/lib/news/lint-edition';
import { status } from '@/lib/news/status';

// biome-ignore format: a line each, so that two who add one do not meet
export const commands: readonly Command[] = [
  draft,
  lintEdition,
  email,
  announce,
  status,
];
