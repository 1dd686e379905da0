// Plain HTML as mail programs can show it: what feeds have, with headings, boxes and picture sizes.
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { element, toNodes } from '@/lib/base/html';
import { words } from '@/lib/base/words';

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
  const properties: Element['properties'] = { ...node.properties, className: undefined };
  if (tagName === 'img') return toPicture(properties, isLink);
  const children = convertAll(node.children, isLink || tagName === 'a');
  if (hasClass(node, 'box')) return [element('div', { className: ['box'] }, children)];
  // Outlook knows neither.
  if (tagName === 'figure') return [element('div', {}, children)];
  if (tagName === 'figcaption') return [element('div', { className: ['caption'] }, children)];
  if (tagName === 'td' && textOf(node).length > 40) properties.className = ['long'];
  if (tagName === 'table') return [element('div', { className: ['wide'] }, element(tagName, properties, children))];
  return [element(tagName, { ...properties, ...propertiesOf(tagName) }, children)];
}

/** Code is read from the left in every language, and nothing that a mail has is folded away. */
function propertiesOf(tagName: string): Element['properties'] {
  if (tagName === 'pre') return { dir: 'ltr' };
  return tagName === 'details' ? { open: true } : {};
}

/** The title of an entry: a heading, as on its page, and what comes after it in small type. */
function toHeading({ children: [title, ...rest] }: Element): ElementContent[] {
  const heading = element('h3', {}, title?.type === 'element' ? title.children : null);
  const [text] = rest;
  if (text?.type !== 'text') return [heading];
  const after = text.value.startsWith(words.comma) ? text.value.slice(words.comma.length) : text.value;
  return [heading, element('p', { className: ['small'] }, after)];
}

function hasClass(node: ElementContent, name: string): boolean {
  const classes = node.type === 'element' ? node.properties.className : undefined;
  return Array.isArray(classes) && classes.includes(name);
}

function toPicture(properties: Element['properties'], isLink: boolean): ElementContent[] {
  const { src = '', alt = '', width, height } = properties;
  if (unshown.test(String(src))) {
    const name = isLink ? words.mail.image : element('a', { href: String(src) }, words.mail.image);
    return toNodes([name, alt === '' ? null : `: ${alt}`]);
  }
  const wide = Number(width);
  const size =
    wide > pictureWidth ? { width: pictureWidth, height: Math.round((Number(height) * pictureWidth) / wide) } : {};
  return [element('img', { ...properties, ...size })];
}
