// Reduces an SVG from a drawing program to the plain form that the site serves, without parts that no browser renders.
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { readStyleSheet, type StyledElement, type StyleSheet, stylesOf } from '@/lib/output/pictures/svg-styles';
import {
  blendingStyle,
  describing,
  geometry,
  namespaces,
  presentation,
  words,
} from '@/lib/output/pictures/svg-vocabulary';

/** A part of the text, and what it becomes. Offsets count UTF-16 code units. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A drawing in its plain form. */
export interface CleanSvg {
  readonly text: string;
  /** Where an offset of the plain form is in the drawing as it was written. */
  toOriginal(offset: number): number;
}

/**
 * Removes from a drawing what changes no pixel of it: a DOCTYPE without declarations, what editors keep for themselves
 * (elements and attributes of their namespaces, `<metadata>`, instructions), attributes that SVG does not have, and links,
 * which do not work in a picture. Turns styles into attributes.
 *
 * It is no safeguard: what could run or load stays, and is refused by `lib/check/svg.ts`.
 *
 * @returns the same text where there is nothing to remove, or where it is not well-formed XML.
 */
export function cleanSvg(text: string): string {
  return cleanSvgWithPlaces(text).text;
}

/** {@link cleanSvg}, for those who report places. */
export function cleanSvgWithPlaces(text: string): CleanSvg {
  const edits = outermost(new Cleaning(text).edits());
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: replacement } of edits) {
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), toOriginal: (offset) => toOriginal(edits, offset) };
}

/**
 * The text of a drawing.
 *
 * @returns undefined where it is neither UTF-8 nor, as it says of itself, Latin-1.
 */
export function decodeSvg(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
    return latin.test(encodingIn(start)) ? new TextDecoder('windows-1252').decode(bytes) : undefined;
  }
}

/** The bytes of a drawing as the site serves them. */
export function toServedSvg(bytes: Uint8Array): Buffer<ArrayBuffer> {
  const text = decodeSvg(bytes);
  return text === undefined ? Buffer.from(bytes) : Buffer.from(cleanSvg(text));
}

const latin = /^(?:iso-8859-1|latin1|windows-1252|us-ascii|ascii)$/i;

function encodingIn(text: string): string {
  return /^<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/.exec(text)?.[1] ?? '';
}

function outermost(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const before = kept.at(-1);
    if (!before || edit.start >= before.end) kept.push(edit);
  }
  return kept;
}

function toOriginal(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (offset < start + shift) break;
    if (offset < start + shift + text.length) return start;
    shift += text.length - (end - start);
  }
  return offset - shift;
}

/** Elements of SVG that browsers do not draw, with all that is in them: `flowRoot` is a draft's text of SVG 1.2. */
const undrawn = words('metadata flowRoot');

/** What keeps an element from being removed: it could act, so that authors should know of it. */
const active = words('script foreignObject iframe object embed handler');

/** Attributes without a namespace that are never removed: they are refused, or change what is drawn. */
const telling = /^(?:on.*|href|src|style|filter|requiredExtensions|systemLanguage)$/i;

// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them in an address
const script = (value: string) => /(?:java|vb|live)script:/i.test(value.replace(/[\u0000-\u0020]/g, ''));

interface Attribute extends SaxesAttributeNS {
  readonly start: number;
  readonly end: number;
}

interface OpenElement extends StyledElement {
  readonly start: number;
  /** Where its name ends, and where its tag does. */
  readonly nameEnd: number;
  readonly tagEnd: number;
  readonly isEmpty: boolean;
  readonly prefix: string;
  readonly attributes: readonly Attribute[];
  readonly parent: OpenElement | undefined;
  /** Whether it is removed with all that is in it. */
  isRemoved: boolean;
}

/** An SVG that exceeds these limits is not cleaned, because the check rejects it (lib/check/svg.ts). */
const mostElements = 20_000;
const deepest = 100;

/** Reads a drawing once, and collects what to change. */
class Cleaning {
  readonly #edits: Edit[] = [];
  readonly #elements: OpenElement[] = [];
  readonly #sheets: { readonly element: OpenElement; css: string }[] = [];
  readonly #open: OpenElement[] = [];
  readonly #parser = new SaxesParser({ xmlns: true });
  #start = 0;
  #attributes: { name: string; start: number; end: number }[] = [];

  constructor(private readonly text: string) {}

  edits(): readonly Edit[] {
    const { text } = this;
    try {
      this.#listen();
      this.#parser.write(text).close();
    } catch {
      return [];
    }
    const removed = this.#sheets.length === 0 ? { rules: [] } : this.#readSheets();
    if (removed) this.#putStyles(removed);
    return this.#edits;
  }

  #listen(): void {
    const { text } = this;
    const parser = this.#parser;
    const replaceFrom = (begins: string, replacement: string) =>
      this.#replace(text.lastIndexOf(begins, parser.position - 1), parser.position, replacement);
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
      if (latin.test(encoding)) replaceFrom('<?xml', '<?xml version="1.0"?>');
    });
    parser.on('doctype', (doctype) => {
      if (!/\[\s*[^\s\]]/.test(doctype)) replaceFrom('<!DOCTYPE', '');
    });
    parser.on('processinginstruction', ({ target }) => {
      if (!/^xml-stylesheet$/i.test(target)) replaceFrom('<?', '');
    });
    parser.on('cdata', (content) => {
      if (!this.#addCss(content)) replaceFrom('<![CDATA[', escaped(content));
    });
    parser.on('text', (content) => void this.#addCss(content));
    parser.on('opentagstart', () => {
      this.#start = text.lastIndexOf('<', parser.position - 1);
      this.#attributes = [];
    });
    parser.on('attribute', ({ name }) => {
      // The event comes with the closing quote, which the value cannot contain.
      const quote = parser.position - 1;
      const start = text.lastIndexOf(name, text.lastIndexOf(text.charAt(quote), quote - 1));
      this.#attributes.push({ name, start, end: quote + 1 });
    });
    parser.on('opentag', (tag) => this.#openElement(tag));
    parser.on('closetag', () => this.#closeElement());
  }

  #replace(start: number, end: number, text: string): void {
    if (start >= 0) this.#edits.push({ start, end, text });
  }

  #addCss(content: string): boolean {
    const sheet = this.#sheets.at(-1);
    if (!sheet || this.#open.at(-1) !== sheet.element) return false;
    sheet.css += content;
    return true;
  }

  #openElement(tag: SaxesTagNS): void {
    const { local, uri, prefix, name, attributes, isSelfClosing } = tag;
    if (this.#elements.length >= mostElements || this.#open.length >= deepest) throw new Error('too many elements');
    const isSvg = uri === namespaces.svg;
    const element: OpenElement = {
      name: isSvg ? local : `${uri} ${local}`,
      id: attributes.id?.value,
      classes: attributes.class?.value.split(/\s+/) ?? [],
      parent: this.#open.at(-1),
      start: this.#start,
      nameEnd: this.#start + 1 + name.length,
      tagEnd: this.#parser.position,
      isEmpty: isSelfClosing,
      prefix: prefix === '' ? '' : `${prefix}:`,
      attributes: this.#attributes.map((place) => ({ ...(attributes[place.name] as SaxesAttributeNS), ...place })),
      isRemoved: isSvg ? undrawn.has(local) : uri !== '' && uri !== namespaces.html,
    };
    const isActive = active.has(local) || uri === namespaces.html;
    for (const around of isActive ? this.#open : []) around.isRemoved = false;
    if (isActive) element.isRemoved = false;
    if (isSvg && local === 'style') this.#sheets.push({ element, css: '' });
    else if (isSvg) this.#cleanElement(element);
    this.#elements.push(element);
    this.#open.push(element);
  }

  #closeElement(): void {
    const element = this.#open.pop();
    if (!element) return;
    const { position } = this.#parser;
    if (element.isRemoved) this.#replace(element.start, position, '');
    else if (element.name === 'a' && !element.isEmpty && !element.attributes.some(isTrap)) {
      const start = this.text.lastIndexOf('</', position - 1);
      this.#replace(start + 2, start + 2 + element.prefix.length + 1, `${element.prefix}g`);
    }
  }

  /** Removes attributes. A link becomes a group of what is in it. */
  #cleanElement(element: OpenElement): void {
    const isLink = element.name === 'a' && !element.attributes.some(isTrap);
    if (isLink) this.#replace(element.start + 1, element.nameEnd, `${element.prefix}g`);
    for (const attribute of element.attributes) {
      const isOfLink = isLink && /^(?:href|target|rel|download|title)$/.test(attribute.local);
      if (!isOfLink && !isUnused(attribute)) continue;
      const before = /\s*$/.exec(this.text.slice(Math.max(0, attribute.start - 200), attribute.start))?.[0].length ?? 0;
      this.#replace(attribute.start - before, attribute.end, '');
    }
  }

  /** @returns the rules of all sheets, which are removed; undefined where one cannot be. */
  #readSheets(): StyleSheet | undefined {
    const isPlain = ({ element: { attributes } }: { element: OpenElement }) =>
      attributes.every(
        ({ local, value }) => local !== 'media' && (local !== 'type' || /^(?:text\/css)?$/i.test(value)),
      );
    if (!this.#sheets.every(isPlain)) return undefined;
    const read = readStyleSheet(this.#sheets.map(({ css }) => css).join('\n'));
    const everywhere = read && this.#elements.every((element) => !isShown(element) || stylesFor(element, read));
    if (!everywhere) return undefined;
    for (const { element } of this.#sheets) element.isRemoved = true;
    for (const { element } of this.#sheets) this.#replace(element.start, this.#endOf(element), '');
    return read;
  }

  #endOf({ isEmpty, tagEnd }: OpenElement): number {
    return isEmpty ? tagEnd : this.text.indexOf('>', this.text.indexOf('</', tagEnd)) + 1;
  }

  #putStyles(sheet: StyleSheet): void {
    for (const element of this.#elements) {
      const styles = isShown(element) ? stylesFor(element, sheet) : undefined;
      if (!styles) continue;
      const { attributes, rest, ground } = styles;
      const added = rest === '' ? [] : [` style="${escaped(rest)}"`];
      for (const [name, value] of attributes) {
        const written = `${name}="${escaped(value)}"`;
        const old = element.attributes.find((attribute) => attribute.name === name);
        if (old) this.#replace(old.start, old.end, written);
        else added.push(` ${written}`);
      }
      const style = element.attributes.find(isStyle);
      const place = style ?? { start: element.nameEnd, end: element.nameEnd };
      // An attribute has a space before it.
      if (style || added.length > 0) this.#replace(place.start, place.end, added.join('').slice(style ? 1 : 0));
      if (ground !== undefined && !element.isEmpty) this.#addGround(element, ground);
    }
  }

  /** A rectangle behind the whole drawing. */
  #addGround({ attributes, prefix, tagEnd }: OpenElement, fill: string): void {
    const box =
      attributes
        .find(({ name }) => name === 'viewBox')
        ?.value.trim()
        .split(/[\s,]+/) ?? [];
    const [x = '0', y = '0'] = box.every((each) => Number.isFinite(Number(each))) ? box : [];
    this.#replace(tagEnd, tagEnd, `<${prefix}rect x="${x}" y="${y}" width="100%" height="100%" fill="${fill}"/>`);
  }
}

function isShown(element: OpenElement): boolean {
  for (let each: OpenElement | undefined = element; each; each = each.parent) if (each.isRemoved) return false;
  return !element.name.includes(' ') && element.name !== 'style';
}

function isStyle({ name }: Attribute): boolean {
  return name === 'style';
}

/** What the styles of an element become; undefined where it has none, or where they must stay. */
function stylesFor(element: OpenElement, sheet: StyleSheet): ReturnType<typeof stylesOf> {
  const inline = element.attributes.find(isStyle)?.value ?? '';
  return blendingStyle.test(inline) && sheet.rules.length === 0
    ? { attributes: new Map(), rest: inline }
    : stylesOf(element, sheet, inline);
}

/** Whether an attribute could run code. Its element is then kept, so that the check rejects it. */
function isTrap({ name, value }: Attribute): boolean {
  return /^on/i.test(name) || script(value);
}

/** Whether no browser draws by an attribute. */
function isUnused({ name, local, uri, value }: Attribute): boolean {
  if (uri === namespaces.xmlns || uri === namespaces.xml || uri === namespaces.svg) return false;
  if (uri === namespaces.xlink) return local !== 'href';
  if (uri !== '') return true;
  if (telling.test(name) || script(value)) return false;
  return !describing.has(name) && !presentation.has(name) && !geometry.has(name) && !/^aria-[a-z]+$/.test(name);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
