// Plain HTML as mail programs can show it: what feeds have, with headings, boxes and picture sizes.
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { element } from '@/lib/base/html';

/** The widest that a picture is shown in a mail. Pixels. */
const pictureWidth = 552;

/** Pictures that mail programs do not show: Gmail takes SVG out, and Outlook knows neither SVG nor AVIF nor WebP. */
const unshown = /\.(?:svg|avif|webp)(?:$|[?#])/i;

/** Boxes of a release, which the styles of mails know by these names. */
const boxes = ['breaking', 'security'] as const;

/** @param nodes see `toPlainNodes`, with their classes. */
export function toMailNodes(nodes: readonly ElementContent[]): ElementContent[] {
  return convertAll(nodes, false);
}

/** As text. */
export function toMailHtml(children: readonly ElementContent[]): string {
  return toHtml({ type: 'root', children: [...children] }, { characterReferences: { useNamedReferences: true } });
}

/** @param isLink whether a link is around the nodes, which cannot have another in it. */
function convertAll(nodes: readonly ElementContent[], isLink: boolean): ElementContent[] {
  const converted: ElementContent[] = [];
  let open: { readonly name: string; readonly box: Element } | undefined;
  for (const node of nodes) {
    const name = boxes.find((each) => hasClass(node, each));
    if (name === undefined) {
      open = undefined;
      converted.push(...convert(node, isLink));
      continue;
    }
    if (open?.name !== name) {
      open = { name, box: element('div', { className: ['box', name] }) };
      converted.push(open.box);
    }
    open.box.children.push(...convert(node, isLink));
  }
  return converted;
}

function convert(node: ElementContent, isLink: boolean): ElementContent[] {
  if (node.type !== 'element') return [node];
  if (hasClass(node, 'entry-title')) return toHeading(node);
  const { tagName } = node;
  const { className: _, ...properties } = node.properties;
  if (tagName === 'img') return [toPicture(properties, isLink)];
  const children = convertAll(node.children, isLink || tagName === 'a');
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

function toPicture(properties: Element['properties'], isLink: boolean): ElementContent {
  const { src = '', alt = '', width, height } = properties;
  if (unshown.test(String(src))) {
    const text = `Picture: ${alt}`;
    return isLink ? { type: 'text', value: text } : element('a', { href: String(src) }, text);
  }
  const wide = Number(width);
  const size =
    wide > pictureWidth ? { width: pictureWidth, height: Math.round((Number(height) * pictureWidth) / wide) } : {};
  return element('img', { ...properties, ...size });
}
