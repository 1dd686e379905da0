// Plain HTML as mail programs can show it: what feeds have, with headings, boxes and picture sizes.
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { element } from '@/lib/base/html';

/** The widest that a picture is shown in a mail. Pixels. */
const pictureWidth = 552;

/** Pictures that mail programs do not show: Gmail takes SVG out, and Outlook knows neither SVG nor AVIF. */
const unshown = /\.(?:svg|avif)(?:$|\?)/i;

/** Boxes of a release, which the styles of mails know by these names. */
const boxes = ['breaking', 'security'] as const;

/** @param nodes see `toPlainNodes`, with their classes. */
export function toMailHtml(nodes: readonly ElementContent[]): string {
  return toHtml({ type: 'root', children: convertAll(nodes) }, { characterReferences: { useNamedReferences: true } });
}

function convertAll(nodes: readonly ElementContent[]): ElementContent[] {
  const converted: ElementContent[] = [];
  let open: { readonly name: string; readonly box: Element } | undefined;
  for (const node of nodes) {
    const name = boxes.find((each) => hasClass(node, each));
    if (name === undefined) {
      open = undefined;
      converted.push(...convert(node));
      continue;
    }
    if (open?.name !== name) {
      open = { name, box: element('div', { className: ['box', name] }) };
      converted.push(open.box);
    }
    open.box.children.push(...convert(node));
  }
  return converted;
}

function convert(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  if (hasClass(node, 'entry-title')) return toHeading(node);
  const { tagName } = node;
  const { className: _, ...properties } = node.properties;
  if (tagName === 'img') return [toPicture(properties)];
  const children = convertAll(node.children);
  if (hasClass(node, 'box')) return [element('div', { className: ['box'] }, children)];
  // Outlook knows neither.
  if (tagName === 'figure') return [element('div', {}, children)];
  if (tagName === 'figcaption') return [element('div', { className: ['small'] }, children)];
  return [{ type: 'element', tagName, properties, children }];
}

/** The title of an entry: a heading, as on its page, and what comes after it in small type. */
function toHeading({ children: [title, ...rest] }: Element): ElementContent[] {
  const heading = element('h3', {}, title?.type === 'element' ? title.children : null);
  const [text] = rest;
  if (text?.type !== 'text') return [heading];
  return [heading, element('p', { className: ['small'] }, text.value.replace(/^, /, ''))];
}

function hasClass(node: ElementContent, name: string): boolean {
  const classes = node.type === 'element' ? node.properties.className : undefined;
  return Array.isArray(classes) && classes.includes(name);
}

function toPicture(properties: Element['properties']): Element {
  const { src = '', alt = '', width, height } = properties;
  if (unshown.test(String(src))) return element('a', { href: String(src) }, `Picture: ${alt}`);
  const wide = Number(width);
  const size =
    wide > pictureWidth ? { width: pictureWidth, height: Math.round((Number(height) * pictureWidth) / wide) } : {};
  return element('img', { ...properties, ...size });
}
