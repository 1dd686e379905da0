// Parses Markdown and MDX to a syntax tree that the check and the page share.
import type { Root } from 'mdast';
import { type Features, markdownToMdast } from 'satteri';
import type { BodyContext } from '@/lib/content/posts';
import { cutAutolinks } from '@/lib/mdx/autolinks';
import { removeBlockAttributes } from '@/lib/mdx/block-attributes';
import type { Format } from '@/lib/mdx/body';
import { nameDefinitions, putEmoji, putHeadingAttributes, setTypography } from '@/lib/mdx/goldmark';
import { putJsxLinks } from '@/lib/mdx/jsx-links';
import { parseMdx } from '@/lib/mdx/parse-mdx';
import { parseWithShortcodes } from '@/lib/mdx/shortcode-tree';
import { site } from '@/lib/site';

/**
 * Parses a body. Hugo's shortcodes in Markdown become nodes; what is wrong with them is in the root's data.
 *
 * @param context what shortcodes need.
 * @throws {BodyError} where it is not MDX.
 */
export function parseBody(body: string, format: Format, context?: BodyContext): Root {
  if (format === 'mdx') {
    const tree = parseMdx(body);
    cutAutolinks(tree, body);
    if (body.includes('<a')) putJsxLinks(tree);
    return tree;
  }
  const tree = parseWithShortcodes(body, parseGoldmark, context);
  // Most bodies have none of these, and need no further walk.
  if (body.includes('{')) {
    putHeadingAttributes(tree);
    removeBlockAttributes(tree);
  }
  if (/:[a-z0-9_+-]+:/.test(body)) putEmoji(tree);
  if (site.typographer && /["']|--|\.\.\.|<<|>>/.test(body)) setTypography(tree);
  return tree;
}

/** Markdown as Goldmark, Hugo's parser, reads it; without shortcodes. */
function parseGoldmark(text: string): Root {
  const definitionList = /^:|\n[ >]{0,12}:[ \t]/.test(text);
  const tree = parsePlain(text, { definitionList });
  if (definitionList) nameDefinitions(tree);
  return tree;
}

/**
 * CommonMark with GFM.
 *
 * @throws {RangeError} where it is nested deeper than the stack allows.
 */
export function parsePlain(text: string, features: Features = {}): Root {
  const tree = markdownToMdast(text, { features: { ...features, frontmatter: false } }) as Root;
  cutAutolinks(tree, text);
  return tree;
}
