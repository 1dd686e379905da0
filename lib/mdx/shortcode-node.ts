// What a shortcode becomes in a syntax tree.
import type { RootContent } from 'mdast';
import type { Position } from 'unist';

/** A node that a shortcode has become. */
export interface ShortcodeNode {
  type: 'shortcode';
  name: string;
  children: RootContent[];
  data: { hName: string; hProperties: Record<string, string | boolean | string[]> };
  position?: Position | undefined;
}
