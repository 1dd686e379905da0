// Markdown and MDX to a syntax tree, the same for the check as for the page.

import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import type { BodyContext } from '@/lib/content/body-context';
import { mayHoldDefinitions, putDefinitions } from '@/lib/mdx/definition-lists';
import { mayHoldEmoji, putEmoji } from '@/lib/mdx/emoji';
import { mayHoldHeadingAttributes, putHeadingAttributes } from '@/lib/mdx/heading-attributes';
import { parseMdx } from '@/lib/mdx/parse-mdx';
import { parseWithShortcodes } from '@/lib/mdx/shortcode-tree';
import { mayHoldTypewriting, setType } from '@/lib/mdx/typographer';
import { site } from '@/lib/site';

/** How a body is written: `md` is CommonMark with GFM and what Hugo adds to it, `mdx` adds components. */
export type Format = 'md' | 'mdx';

/**
 * Parses a body. Markdown may hold Hugo's shortcodes, which become nodes; what is wrong with them is in the root's data.
 *
 * @param context what shortcodes ask for.
 * @throws {MdxSyntaxError} where it is not MDX.
 */
export function parseBody(body: string, format: Format, context?: BodyContext): Root {
  if (format === 'mdx') return parseMdx(body);
  const tree = parseWithShortcodes(body, parseMarkdown, context);
  if (mayHoldHeadingAttributes(body)) putHeadingAttributes(tree);
  if (mayHoldEmoji(body)) putEmoji(tree);
  if (site.typographer && mayHoldTypewriting(body)) setType(tree);
  return tree;
}

/** Markdown without shortcodes. */
function parseMarkdown(text: string): Root {
  const tree = parsePlain(text);
  if (mayHoldDefinitions(text)) putDefinitions(tree, { text, parse: parsePlain });
  return tree;
}

/**
 * CommonMark with GFM.
 *
 * @throws {RangeError} where more stands in one another than the stack holds.
 */
export function parsePlain(text: string): Root {
  return markdownToMdast(text, { features: { frontmatter: false } }) as Root;
}
