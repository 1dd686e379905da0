// What stands in a body, found once and judged later against the rest of the site: plain data, which can be kept.

import { slug } from 'github-slugger';
import type { Root as HtmlRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Node } from 'unist';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import type { BodyContext } from '@/lib/content/body-context';
import type { Format } from '@/lib/mdx/body';
import { findBodyFaults } from '@/lib/mdx/body-rules';
import { findCostlyText } from '@/lib/mdx/costly-text';
import { ownIdOf } from '@/lib/mdx/heading-attributes';
import { type HeadingTitle, headingIds } from '@/lib/mdx/headings';
import { type HtmlElement, htmlElementsOf } from '@/lib/mdx/html-elements';
import { MdxSyntaxError } from '@/lib/mdx/mdx-errors';
import { findBreaches } from '@/lib/mdx/rules';
import type { PictureMatch } from '@/lib/mdx/shortcode-tree';
import { parseBody } from '@/lib/mdx/syntax';
import { type Attribute, specOf } from '@/lib/mdx/vocabulary';
import { walkHtml, walkMarkdown } from '@/lib/mdx/walk';

/** A place in a body, 1-based. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** An address that stands in a body. */
export interface Reference extends Place {
  readonly kind: 'picture' | 'link' | 'video';
  readonly address: string;
}

/** A component that a body places. */
export interface Placement extends Place {
  readonly component: string;
  /** What its attributes hold that is looked up elsewhere: entries, pictures, videos. */
  readonly holds: readonly { readonly attribute: string; readonly kind: Attribute['holds']; readonly value: string }[];
}

/** All that a body says. */
export interface Inspection {
  /** What keeps it from being read at all, so that the rest is empty. */
  readonly failure?: Diagnostic | undefined;
  readonly breaches: readonly Diagnostic[];
  /** What else is wrong, of which some is only a warning. */
  readonly faults: readonly Diagnostic[];
  readonly references: readonly Reference[];
  readonly placements: readonly Placement[];
  /** Patterns that its shortcodes look for among the pictures beside it. */
  readonly matches: readonly PictureMatch[];
  /** Ids that links may lead to: of headings, of HTML, of footnotes. */
  readonly ids: readonly string[];
}

/** How long a body may be. Characters. */
const longest = 512 * 1024;

/** How deep a body may be nested. Deeper, drawing it would exhaust the stack. */
const deepest = 50;

/**
 * Inspects a body.
 *
 * @returns what it holds, and its syntax tree where it has one.
 */
export function inspectBody(
  body: string,
  format: Format,
  context?: BodyContext,
): { inspection: Inspection; tree?: Root | undefined } {
  if (body.length > longest) {
    const message = `the text is ${Math.ceil(body.length / 1024)} kB long; ${longest / 1024} kB is the most`;
    return failed(error('body/size', message, 'make several posts of it'));
  }
  const [costly] = findCostlyText(body);
  if (costly) return failed(costly);
  let tree: Root;
  try {
    tree = parseBody(body, format, context);
  } catch (thrown) {
    return failed(thrown instanceof MdxSyntaxError ? thrown.breach : tooDeep);
  }
  const html = htmlOf(tree);
  if (depthOf(tree) > deepest || (html && depthOf(html) > deepest)) return failed(tooDeep);
  const breaches = findBreaches(tree, format);
  const elements = html ? htmlElementsOf(tree) : [];
  const { all, headings } = findIds(tree, html);
  return {
    inspection: {
      breaches,
      faults: [...findBodyFaults(tree, body, format, { elements, headings }), ...(tree.data?.shortcodes?.faults ?? [])],
      references: findReferences(tree, elements),
      placements: findPlacements(tree),
      matches: tree.data?.shortcodes?.matches ?? [],
      ids: all,
    },
    tree,
  };
}

const tooDeep = error(
  'body/depth',
  `lists, quotes or elements stand more than ${deepest} deep in one another`,
  'write it flatter',
);

function failed(failure: Diagnostic): { inspection: Inspection } {
  return { inspection: { failure, breaches: [], faults: [], references: [], placements: [], matches: [], ids: [] } };
}

/** The HTML in a Markdown file, as one tree: its elements may be open from one block to the next. */
function htmlOf(tree: Root): HtmlRoot | undefined {
  const blocks: string[] = [];
  walkMarkdown(tree, (node) => {
    if (node.type === 'html') blocks.push(node.value);
  });
  return blocks.length === 0 ? undefined : fromHtml(blocks.join('\n'), { fragment: true });
}

/** How many nodes stand in one another at most; counted without recursion, which is what deep text would exhaust. */
function depthOf(tree: Node): number {
  let depth = 0;
  for (let level: Node[] = [tree]; level.length > 0 && depth <= deepest; depth += 1) {
    level = level.flatMap((node) => (node as Node & { children?: Node[] }).children ?? []);
  }
  return depth;
}

function findReferences(tree: Root, elements: readonly HtmlElement[]): Reference[] {
  const references: Reference[] = [];
  const add = (kind: Reference['kind'], address: string, node: Node) => {
    references.push({ kind, address, ...placeOf(node) });
  };
  const pictureDefinitions = new Set<string>();
  walkMarkdown(tree, (node) => {
    if (node.type === 'imageReference') pictureDefinitions.add(node.identifier);
  });
  walkMarkdown(tree, (node) => {
    if (node.type === 'image') add('picture', node.url, node);
    else if (node.type === 'link') add('link', node.url, node);
    else if (node.type === 'definition')
      add(pictureDefinitions.has(node.identifier) ? 'picture' : 'link', node.url, node);
  });
  for (const { element, place } of elements) {
    const { tagName, properties } = element;
    const found = (kind: Reference['kind'], address: unknown) => {
      if (address) references.push({ kind, address: String(address), ...place });
    };
    if (tagName === 'img') found('picture', properties.src);
    if (tagName === 'a') found('link', properties.href);
    if (tagName === 'video') found('picture', properties.poster);
    if (tagName === 'video' || tagName === 'source') found('video', properties.src);
  }
  return references;
}

/** The components that stand in a body, in order. */
export function findPlacements(tree: Root): Placement[] {
  const placements: Placement[] = [];
  walkMarkdown(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const spec = node.name ? specOf(node.name) : undefined;
    if (!spec || !node.name) return;
    const holds = node.attributes.flatMap((attribute) => {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return [];
      const kind = spec.attributes[attribute.name]?.holds;
      return kind && kind !== 'text' ? [{ attribute: attribute.name, kind, value: attribute.value }] : [];
    });
    placements.push({ component: node.name, holds, ...placeOf(node) });
  });
  return placements;
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
    } else if (node.type === 'footnoteDefinition') ids.push(`user-content-fn-${slug(node.identifier)}`);
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

function placeOf(node: Node): Place {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
