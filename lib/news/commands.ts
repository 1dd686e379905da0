// The subcommands of `npm run news`, in the order in which `help` shows them. One line registers one.
import type { Command } from '@/lib/news/command';
import { draft } from '@/lib/news/draft';

export const commands: readonly Command[] = [draft];
