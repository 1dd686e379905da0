// Emoji by their names, `:tada:`, as Hugo and GitHub have them.
import { nameToEmoji } from 'gemoji';
import type { Root } from 'mdast';
import { walkMarkdown } from '@/lib/mdx/walk';

const code = /:([a-z0-9_+-]+):/g;

/** Puts emoji in the place of their names. Code stays as it is, and so does what is no name. */
export function putEmoji(tree: Root): void {
  walkMarkdown(tree, (node) => {
    if (node.type !== 'text') return;
    node.value = node.value.replace(code, (written, name: string) =>
      Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? written) : written,
    );
  });
}

/** Whether a body may hold a name of an emoji; most hold none. */
export function mayHoldEmoji(body: string): boolean {
  return /:[a-z0-9_+-]+:/.test(body);
}
