// How much a body may hold, counted on its tree: what is drawn, not what is written.
import type { Root } from 'mdast';
import type { Node } from 'unist';
import { type Diagnostic, error } from '@/lib/base/diagnostic';

/** The most parts that a body may have. */
export const mostNodes = 20_000;

/** A fault where a body has too many parts. A table counts with the cells that its short rows are filled up with. */
export function findTooManyNodes(tree: Root): Diagnostic[] {
  let nodes = 0;
  const waiting: Node[] = [tree];
  for (let node = waiting.pop(); node && nodes <= mostNodes; node = waiting.pop()) {
    nodes += 1;
    const { children = [], type } = node as Node & { children?: Node[] };
    if (type === 'table') nodes += children.length * ((node as { align?: unknown[] }).align?.length ?? 0);
    for (const child of children) waiting.push(child);
  }
  if (nodes <= mostNodes) return [];
  const message = `the text has more than ${mostNodes.toLocaleString('en')} parts: words set apart, links, items, cells`;
  return [error('body/nodes', message, 'make several posts of it')];
}
