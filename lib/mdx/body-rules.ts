// Rules that need only a body's syntax tree: forbidden addresses, missing alt text, HTML that is dropped, and so on.
import { fromHtml } from 'hast-util-from-html';
import type { Nodes, Root } from 'mdast';
import { type Diagnostic, error, type Place, warning } from '@/lib/base/diagnostic';
import { isBlank } from '@/lib/base/english';
import { findHiddenCharacters } from '@/lib/content/hidden-characters';
import { checkAddress } from '@/lib/mdx/addresses';
import { type Format, reportFor } from '@/lib/mdx/body';
import { ownIdOf } from '@/lib/mdx/goldmark';
import { isPageId } from '@/lib/mdx/headings';
import { checkMarkup } from '@/lib/mdx/markup-rules';
import { indexPlaces, placeIn, placeOf } from '@/lib/mdx/places';
import { droppedOf, largestSize } from '@/lib/mdx/raw-html';
import type { HtmlElement } from '@/lib/mdx/references';
import { findReferences } from '@/lib/mdx/references';
import { walkHtml, walkMarkdown } from '@/lib/mdx/walk';

/** A body that was parsed. */
export interface ParsedBody {
  readonly tree: Root;
  readonly body: string;
  readonly format: Format;
  /** Those of its HTML. */
  readonly elements: readonly HtmlElement[];
  /** The ids that its headings get. */
  readonly headings: readonly string[];
}

/** The most nodes that a body may have. */
const mostNodes = 20_000;

/** The problem with a body that has too many parts to show. @param most how many it may have. @param fix what to do then. */
export function checkNodes(tree: Root, most = mostNodes, fix = 'split it into several posts'): Diagnostic | undefined {
  if (countNodes(tree, most) <= most) return undefined;
  const message = `the text has more than ${most.toLocaleString('en')} parts (links, list items, table cells, galleries …)`;
  return error('body/nodes', message, fix);
}

/** Checks a body by itself. Places are in the body. */
export function checkTree(parsed: ParsedBody): Diagnostic[] {
  return [
    ...checkAddresses(parsed),
    ...checkAltTexts(parsed),
    ...checkEntities(parsed),
    ...checkMarkup(parsed.tree, parsed.body, parsed.format),
    ...(parsed.format === 'md' ? [...checkHtml(parsed), ...checkIds(parsed)] : []),
  ];
}

/** A gallery counts as so many nodes: it looks through all pictures next to the post, and shows them. */
const galleryNodes = 200;

function isGallery(node: Nodes): boolean {
  if (node.type === 'shortcode') return node.data.hProperties.match !== undefined;
  return (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === 'Gallery';
}

/** Counts up to the limit. The cells with which short rows of a table are filled up count too. */
function countNodes(tree: Root, most: number): number {
  let count = 0;
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node && count <= most; node = waiting.pop()) {
    count += 1;
    if (isGallery(node)) count += galleryNodes;
    if (node.type === 'table') count += node.children.length * (node.align?.length ?? 0);
    if ('children' in node) for (const child of node.children) waiting.push(child);
  }
  return count;
}

/** Attributes of HTML whose value is an address, by their names in the tree. */
const addressAttributes = new Set(
  `action background cite classId codeBase data dynSrc formAction href icon longDesc lowSrc manifest ping poster profile
  src srcSet useMap xLinkHref xlink:href xlinkHref`.split(/\s+/),
);

/** A picture may have an `http:` address here: those of other sites are reported as external images. */
function checkAddresses({ tree, format, elements }: ParsedBody): Diagnostic[] {
  const checkOne = (address: string, isPicture: boolean, place: Place): Diagnostic[] => {
    const found = checkAddress(address, format);
    return !found || (isPicture && found.code === 'link/http') ? [] : [{ ...found, ...place }];
  };
  return [
    ...findReferences(tree).flatMap(({ kind, address, line, column }) =>
      checkOne(address, kind === 'picture', { line, column }),
    ),
    ...elements.flatMap(({ element: { tagName, properties }, place }) =>
      Object.entries(properties).flatMap(([name, value]) => {
        if (!addressAttributes.has(name)) return [];
        const addresses = (Array.isArray(value) ? value : [value]).map(String);
        const bare = name === 'srcSet' ? addresses.map((each) => each.trim().split(/\s+/)[0] ?? '') : addresses;
        return bare.flatMap((address) => checkOne(address, tagName === 'img', place));
      }),
    ),
  ];
}

/** In HTML, `alt=""` says on purpose that a picture is decoration. */
function checkAltTexts({ tree, format, elements }: ParsedBody): Diagnostic[] {
  const places: Place[] = [];
  walkMarkdown(tree, (node) => {
    if ((node.type === 'image' || node.type === 'imageReference') && isBlank(node.alt ?? ''))
      places.push(placeOf(node));
  });
  for (const { element, place } of elements) {
    if (element.tagName === 'img' && element.properties.alt === undefined) places.push(place);
  }
  const fix = 'describe the image between the brackets: ![A graph of releases](graph.png)';
  return places.map((place) => reportFor(format)('picture/alt', 'this image has no alt text', fix, place));
}

/** Hidden characters written as entities, such as `&#x202E;`. `lib/check/texts.ts` finds those written as themselves. */
function checkEntities({ tree, body, format }: ParsedBody): Diagnostic[] {
  if (!body.includes('&')) return [];
  const found: Diagnostic[] = [];
  const look = (node: Nodes, value: unknown, end = node.position?.end) => {
    const [hidden] = typeof value === 'string' && node.position ? findHiddenCharacters(value) : [];
    const written = hidden && body.slice(node.position?.start.offset, end?.offset);
    if (!hidden || !written?.includes('&') || findHiddenCharacters(written).length > 0) return;
    const report = hidden.code === 'text/direction' ? error : reportFor(format);
    found.push(report(hidden.code, `${hidden.message}, written as an entity`, 'remove the entity', placeOf(node)));
  };
  walkMarkdown(tree, (node) => {
    if (node.type === 'text') look(node, node.value);
    if (node.type === 'html' && node.value.includes('&')) {
      walkHtml(fromHtml(node.value, { fragment: true }), (inner) => {
        if (inner.type === 'text') look(node, inner.value);
        if (inner.type === 'element') for (const value of Object.values(inner.properties)) look(node, value);
      });
    }
    if ('title' in node) look(node, node.title);
    if ('alt' in node) look(node, node.alt);
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    // The parser gives no places of attributes: they are in the opening tag, which ends where the content begins.
    const end = node.children[0]?.position?.start;
    for (const attribute of node.attributes) look(node, 'value' in attribute && attribute.value, end);
  });
  return found;
}

/** Elements and attributes that the allow-list drops. Comments are dropped on purpose. */
function checkHtml({ tree, elements }: ParsedBody): Diagnostic[] {
  const found = elements.flatMap(({ element, place }): Diagnostic[] => {
    const { tagName } = element;
    const dropped = droppedOf(element);
    if (dropped === 'element') return [droppedElement(tagName, place)];
    if (dropped.length === 0) return [];
    const names = dropped.map((name) =>
      name
        .replace('className', 'class')
        .replace(/^xLink/, 'xlink:')
        .toLowerCase(),
    );
    const message = `${names.join(', ')} would be dropped from <${tagName}>`;
    const isSize = dropped.every((name) => name === 'width' || name === 'height');
    const largest = tagName === 'img' || tagName === 'video' ? largestSize.picture : largestSize.other;
    const fix = isSize ? `write at most ${largest}, or remove it` : 'remove it';
    return [warning('html/attribute', message, fix, place)];
  });
  walkMarkdown(tree, (node) => {
    if (node.type !== 'html') return;
    const placeAtOffset = indexPlaces(node.value);
    const shown = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
    // Inside a page, the HTML parser drops these by itself.
    for (const match of shown.matchAll(/<(html|head|body|frameset|frame)\b|<\?|<!(?!--)/gi)) {
      const place = placeIn(placeOf(node), placeAtOffset(match.index));
      found.push(droppedElement(match[1]?.toLowerCase() ?? match[0].slice(1), place));
    }
  });
  return found;
}

function droppedElement(tagName: string, place: Place): Diagnostic {
  const fix = `use Markdown; to show the text itself, write \\<${tagName}> or put it in backticks`;
  return warning('html/element', `<${tagName}> would be dropped`, fix, place);
}

/** Ids that authors set, on headings and other blocks and in HTML: none may be one of the page's own, and each should be set once. */
function checkIds({ tree, elements, headings }: ParsedBody): Diagnostic[] {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  const look = (id: string, place: Place) => {
    if (isPageId(id)) {
      found.push(error('html/page-id', `the page itself uses the id "${id}"`, 'choose another id', place));
    } else if (seen.has(id)) {
      found.push(warning('html/id-twice', `the id "${id}" is used twice in this post`, 'choose another id', place));
    }
    seen.add(id);
  };
  walkMarkdown(tree, (node) => {
    const id = ownIdOf(node);
    if (id !== undefined) look(id, placeOf(node));
  });
  for (const id of headings) seen.add(id);
  for (const { element, place } of elements) {
    const { id } = element.properties;
    if (typeof id === 'string' && id !== '') look(id, place);
  }
  return found;
}
