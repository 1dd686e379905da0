// Markdown and MDX to a syntax tree, the same for the check as for the page.

import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type PluggableList, type Processor, unified } from 'unified';
import type { BodyContext } from '@/lib/content/body-context';
import { mayHoldDefinitions, putDefinitions } from '@/lib/mdx/definition-lists';
import { mayHoldEmoji, putEmoji } from '@/lib/mdx/emoji';
import { parserWithGfm } from '@/lib/mdx/gfm';
import { mayHoldHeadingAttributes, putHeadingAttributes } from '@/lib/mdx/heading-attributes';
import { parseWithShortcodes } from '@/lib/mdx/shortcode-tree';
import { mayHoldTypewriting, setType } from '@/lib/mdx/typographer';
import { site } from '@/lib/site';

/** How a body is written: `md` is CommonMark with GFM and what Hugo adds to it, `mdx` adds components. */
export type Format = 'md' | 'mdx';

/** Extensions of Markdown that posts may use, for `unified` and for the compiler alike. */
export const remarkSyntax: PluggableList = [remarkGfm];

const parsers: Record<Format, (text: string) => Root> = {
  md: parserWithGfm(unified().use(remarkParse) as Processor<Root>),
  mdx: parserWithGfm(unified().use(remarkParse).use(remarkMdx) as Processor<Root>),
};

/**
 * Parses a body. Markdown may hold Hugo's shortcodes, which become nodes; what is wrong with them is in the root's data.
 *
 * @param context what shortcodes ask for.
 * @throws {VFileMessage} where MDX cannot be parsed, with its place in the body.
 */
export function parseBody(body: string, format: Format, context?: BodyContext): Root {
  if (format === 'mdx') return parsers.mdx(body);
  const tree = parseWithShortcodes(body, parseMarkdown, context);
  if (mayHoldHeadingAttributes(body)) putHeadingAttributes(tree);
  if (mayHoldEmoji(body)) putEmoji(tree);
  if (site.typographer && mayHoldTypewriting(body)) setType(tree);
  return tree;
}

/** Markdown without shortcodes. */
function parseMarkdown(text: string): Root {
  const tree = parsers.md(text);
  if (mayHoldDefinitions(text)) putDefinitions(tree, { text, parse: parsers.md });
  return tree;
}
