// Collects the contents of a body as plain data for the cache, to be checked against the rest of the site later.
import { slug } from 'github-slugger';
import type { Root as HtmlRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Node } from 'unist';
import { type Diagnostic, error, type Place } from '@/lib/base/diagnostic';
import type { BodyContext } from '@/lib/content/posts';
import { BodyError, type Format } from '@/lib/mdx/body';
import { checkNodes, checkTree } from '@/lib/mdx/body-rules';
import { findCostlyText } from '@/lib/mdx/costly-text';
import { ownIdOf } from '@/lib/mdx/goldmark';
import { type HeadingTitle, headingIds } from '@/lib/mdx/headings';
import { findPlacements, type Placement } from '@/lib/mdx/placements';
import { placeOf } from '@/lib/mdx/places';
import { findHtmlReferences, findReferences, htmlElementsOf, type Reference } from '@/lib/mdx/references';
import { checkRules } from '@/lib/mdx/rules';
import { parseBody } from '@/lib/mdx/syntax';
import { isTemplate } from '@/lib/mdx/template-rules';
import { walkHtml, walkMarkdown } from '@/lib/mdx/walk';

/** A pattern that a shortcode looks for among the pictures next to the post. */
export interface PictureMatch extends Place {
  readonly shortcode: string;
  readonly pattern: string;
}

/** What a body contains. Places are in the body. */
export interface Inspection {
  /** Whether it can be compiled: it could be parsed, and has only what posts may have. Where not, `diagnostics` says why. */
  readonly isRenderable: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly references: readonly Reference[];
  readonly placements: readonly Placement[];
  readonly matches: readonly PictureMatch[];
  /** Ids that links may target: of headings, HTML elements and footnotes. */
  readonly ids: readonly string[];
}

/** How long a body may be. Characters. */
const longest = 512 * 1024;

/** How deep a body may be nested. Rendering a deeper one would exhaust the stack. */
const deepest = 50;

/**
 * Inspects a body.
 *
 * @returns what it contains, and its syntax tree; no tree where it cannot be parsed.
 */
export function inspectBody(
  body: string,
  format: Format,
  context?: BodyContext,
): { inspection: Inspection; tree?: Root | undefined } {
  if (body.length > longest) {
    const message = `the text is ${Math.ceil(body.length / 1024)} kB long; the limit is ${longest / 1024} kB`;
    return unreadable(error('body/size', message, 'split it into several posts'));
  }
  const [costly] = findCostlyText(body, format);
  if (costly) return unreadable(costly);
  let tree: Root;
  let html: HtmlRoot | undefined;
  try {
    tree = parseBody(body, format, context);
    const tooMany = checkNodes(tree);
    if (tooMany) return unreadable(tooMany);
    html = htmlOf(tree);
  } catch (thrown) {
    return unreadable(thrown instanceof BodyError ? thrown.diagnostic : tooDeep);
  }
  if (depthOf(tree) > deepest || (html && depthOf(html) > deepest)) return unreadable(tooDeep);
  const refused = checkRules(tree, format);
  const elements = html ? htmlElementsOf(tree) : [];
  const { all, headings } = findIds(tree, html);
  return {
    inspection: {
      isRenderable: refused.length === 0,
      diagnostics: [
        ...refused,
        ...checkTree({ tree, body, format, elements, headings }),
        ...(tree.data?.shortcodes ?? []),
      ],
      // lib/mdx/template-rules.ts reports those that nothing fills in.
      references: [...findReferences(tree), ...findHtmlReferences(elements)].filter(
        ({ address }) => format === 'mdx' || !isTemplate(address),
      ),
      placements: findPlacements(tree),
      matches: findMatches(tree),
      ids: all,
    },
    tree,
  };
}

const tooDeep = error(
  'body/depth',
  `lists, quotes or elements are nested more than ${deepest} deep`,
  'use fewer levels',
);

function unreadable(diagnostic: Diagnostic): { inspection: Inspection } {
  const nothing = { references: [], placements: [], matches: [], ids: [] };
  return { inspection: { isRenderable: false, diagnostics: [diagnostic], ...nothing } };
}

/** The HTML in a Markdown file, as one tree: its elements may be open from one block to the next. */
function htmlOf(tree: Root): HtmlRoot | undefined {
  const blocks: string[] = [];
  walkMarkdown(tree, (node) => {
    if (node.type === 'html') blocks.push(node.value);
  });
  return blocks.length === 0 ? undefined : fromHtml(blocks.join('\n'), { fragment: true });
}

/** How deep a tree is nested; counted without recursion, which deep text would exhaust. */
function depthOf(tree: Node): number {
  let depth = 0;
  for (let level: Node[] = [tree]; level.length > 0 && depth <= deepest; depth += 1) {
    level = level.flatMap((node) => (node as Node & { children?: Node[] }).children ?? []);
  }
  return depth;
}

/** What shortcodes have become that shows pictures by a pattern. */
function findMatches(tree: Root): PictureMatch[] {
  const matches: PictureMatch[] = [];
  walkMarkdown(tree, (node) => {
    const pattern = node.type === 'shortcode' && node.data.hProperties.match;
    if (!pattern) return;
    const shortcode = node.data.hName === 'shortcode-gallery' ? 'gallery' : 'imgproc';
    matches.push({ shortcode, pattern: String(pattern), ...placeOf(node) });
  });
  return matches;
}

/** The ids that the page of a body will have. Those of headings are made as `lib/mdx/headings.ts` makes them. */
function findIds(tree: Root, html: HtmlRoot | undefined): { all: string[]; headings: string[] } {
  const titles: HeadingTitle[] = [];
  const ids: string[] = [];
  /** Headings in HTML have theirs before the others get one. */
  const taken: string[] = [];
  walkMarkdown(tree, (node) => {
    if (node.type === 'heading') {
      const text = textOf(node, { includeImageAlt: false, includeHtml: false }).replace(/\s+/g, ' ').trim();
      titles.push({ text, id: ownIdOf(node) });
      return;
    }
    if (node.type === 'footnoteDefinition') ids.push(`user-content-fn-${slug(node.identifier)}`);
    const id = ownIdOf(node);
    if (id !== undefined) ids.push(id);
  });
  if (html) {
    walkHtml(html, (node) => {
      if (node.type !== 'element') return;
      for (const value of [node.properties.id, node.properties.name]) {
        if (typeof value !== 'string') continue;
        ids.push(value);
        if (/^h[1-6]$/.test(node.tagName)) taken.push(value);
      }
    });
  }
  const headings = headingIds(titles, taken);
  return { all: [...headings, ...ids], headings };
}
