// Markdown and MDX to a syntax tree, which the check and the page share.
import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import type { BodyContext } from '@/lib/content/body-context';
import type { Format } from '@/lib/mdx/body';
import { mayHoldDefinitions, putDefinitions } from '@/lib/mdx/definition-lists';
import { mayHoldEmoji, putEmoji } from '@/lib/mdx/emoji';
import { mayHoldHeadingAttributes, putHeadingAttributes } from '@/lib/mdx/heading-attributes';
import { parseMdx } from '@/lib/mdx/parse-mdx';
import { parseWithShortcodes } from '@/lib/mdx/shortcode-tree';
import { mayHoldTypewriting, setTypography } from '@/lib/mdx/typographer';
import { site } from '@/lib/site';

/**
 * Parses a body. Hugo's shortcodes in Markdown become nodes; what is wrong with them is in the root's data.
 *
 * @param context what shortcodes ask for.
 * @throws {BodyError} where it is not MDX.
 */
export function parseBody(body: string, format: Format, context?: BodyContext): Root {
  if (format === 'mdx') return parseMdx(body);
  const tree = parseWithShortcodes(body, parseMarkdown, context);
  if (mayHoldHeadingAttributes(body)) putHeadingAttributes(tree);
  if (mayHoldEmoji(body)) putEmoji(tree);
  if (site.typographer && mayHoldTypewriting(body)) setTypography(tree);
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
 * @throws {RangeError} where it is nested deeper than the stack allows.
 */
export function parsePlain(text: string): Root {
  return markdownToMdast(text, { features: { frontmatter: false } }) as Root;
}
