// Emoji by their names, `:tada:`, as Hugo and GitHub have them.
import { nameToEmoji } from 'gemoji';
import type { Root } from 'mdast';
import { walkMarkdown } from '@/lib/mdx/walk';

const code = /:([a-z0-9_+-]+):/g;

/** Replaces the names of emoji. Code stays as it is, and so do other words between colons. */
export function putEmoji(tree: Root): void {
  walkMarkdown(tree, (node) => {
    if (node.type !== 'text') return;
    node.value = node.value.replace(code, (written, name: string) =>
      Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? written) : written,
    );
  });
}
