// Checks that an SVG is harmless: well-formed, with shapes, text and colours, and without code, external resources or expansion.
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { findDamage, readPicture } from '@/lib/check/read-picture';
import { cleanSvgWithPlaces, decodeSvg } from '@/lib/output/pictures/clean-svg';
import {
  blendingStyle,
  describing,
  elements,
  geometry,
  namespaces,
  presentation,
  words,
} from '@/lib/output/pictures/svg-vocabulary';

/** How much an SVG may cost its viewers to render. */
const limits = {
  /** Characters of the file. */
  length: 500_000,
  elements: 20_000,
  /** Elements inside elements. */
  depth: 64,
  /** References to references. */
  references: 16,
  /** Parts that are drawn when every reference is followed: elements, and what {@link weights} counts as such. */
  drawn: 50_000,
  /** Pixels on each side of an embedded picture. */
  side: 4_000,
};

/** How many of each cost as much as one more element. */
const weights = { corners: 50, glyphs: 0.2, pixels: 10_000 };

/** Elements that take the colours, lines and markers of the elements around them. */
const shapes = words('path rect circle ellipse line polyline polygon text tspan textPath');

/** Elements whose text is shown. */
const textual = words('text tspan textPath');

/** Elements whose `href` may point to a part of the same drawing. */
const referring = words('use textPath linearGradient radialGradient pattern');

/** Functions that a value may call besides `url(#part)`: colours and transformations, none of which loads anything. */
const functions = words(`
  rgb rgba hsl hsla hwb lab lch oklab oklch color translate translatex translatey rotate scale scalex scaley
  matrix skewx skewy`);

const plainSvg = 'export it as plain SVG';
const noScript = 'remove it: scripts are not allowed in SVG files';
const noMotion = 'remove it: animations are not allowed in SVG files';
const simplify = 'simplify it, or save it as PNG or WebP';

/** What to do about elements that are often met. */
const remedies: Readonly<Record<string, string>> = {
  a: 'keep what is in it and remove the link',
  animate: noMotion,
  animateMotion: noMotion,
  animateTransform: noMotion,
  filter: 'remove the effect, or save the image as PNG or WebP',
  foreignObject: 'draw its content with <text> and shapes',
  script: noScript,
  set: noMotion,
  style: 'write colours as attributes, such as fill="#1d4fd8", and remove it',
};

/** Stops the parser at the first problem. */
class Refusal extends Error {
  constructor(
    readonly offset: number,
    message: string,
    readonly fix: string,
  ) {
    super(message);
  }
}

function refuse(offset: number, message: string, fix: string): never {
  throw new Refusal(offset, message, fix);
}

/** An element, as far as the cost of drawing it goes. */
interface Part {
  readonly offset: number;
  readonly name: string;
  readonly children: Part[];
  readonly targets: readonly Target[];
  /** How many corners it has, at each of which a marker may be drawn. */
  readonly corners: number;
  /** What it costs by itself, in elements. */
  weight: number;
}

/** A part that another refers to. */
interface Target {
  readonly id: string;
  /** The attribute that refers to it. */
  readonly by: string;
}

/**
 * Checks a drawing against an allow-list, in the plain form that is served (`cleanSvg`). It must be UTF-8, or be served so: with
 * another encoding, a browser could read something that was not checked.
 *
 * @returns the first problem, at its place in the drawing; undefined for a drawing that may be served.
 */
export async function checkSvg(bytes: Uint8Array, code: string): Promise<Diagnostic | undefined> {
  const written = decodeSvg(bytes);
  if (written === undefined) return error(code, 'this SVG is not UTF-8 text', 'save it as SVG in UTF-8');
  const { text, toOriginal } = cleanSvgWithPlaces(written);
  try {
    const { root, byId, images } = new Drawing(text).parse();
    for (const { offset, href, part } of images) part.weight += (await checkEmbedded(href, offset)) / weights.pixels;
    if (root) checkCost(root, byId);
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const lines = written.slice(0, toOriginal(Math.max(thrown.offset, 0))).split(/\r\n|\r|\n/);
    const place = { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
    return error(code, thrown.message, thrown.fix, place);
  }
}

/** Parses a drawing and checks its elements and attributes. */
class Drawing {
  readonly byId = new Map<string, Part>();
  readonly images: { readonly offset: number; readonly href: string; readonly part: Part }[] = [];
  root: Part | undefined;
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #open: Part[] = [];
  #count = 0;
  /** Where the element begins that is read, and where its attributes are. */
  #start = 0;
  #places = new Map<string, number>();

  constructor(private readonly text: string) {}

  parse(): this {
    if (this.text.length > limits.length) refuse(0, 'this SVG is larger than 500 kB', simplify);
    const parser = this.#parser;
    this.#refuseInstructions();
    parser.on('opentagstart', ({ name }) => {
      this.#start = this.text.lastIndexOf('<', parser.position - 1);
      this.#places = new Map();
      this.#count += 1;
      const isTooDeep = this.#open.length >= limits.depth;
      if (isTooDeep) refuse(this.#start, `<${short(name)}> is nested too deeply`, simplify);
      if (this.#count > limits.elements)
        refuse(this.#start, `there are more than ${limits.elements} elements`, simplify);
    });
    parser.on('attribute', ({ name }) => {
      // The event comes with the closing quote, which the value cannot contain.
      const end = parser.position - 1;
      this.#places.set(name, this.text.lastIndexOf(name, this.text.lastIndexOf(this.text.charAt(end), end - 1)));
    });
    parser.on('opentag', (tag) => this.#addElement(tag));
    parser.on('text', (text) => {
      const part = this.#open.at(-1);
      if (part && textual.has(part.name)) part.weight += text.replace(/\s+/g, '').length / weights.glyphs;
    });
    parser.on('closetag', () => void this.#open.pop());
    parser.write(this.text).close();
    return this;
  }

  #addElement(tag: SaxesTagNS): void {
    const offset = this.#start;
    checkElement(tag, this.root === undefined, offset);
    const targets: Target[] = [];
    const corners = cornersOf(tag);
    const part: Part = {
      offset,
      name: tag.local,
      children: [],
      targets,
      corners,
      weight: 1 + corners / weights.corners,
    };
    for (const attribute of Object.values(tag.attributes)) {
      const at = this.#places.get(attribute.name) ?? offset;
      if (tag.local === 'image' && isReference(attribute))
        this.images.push({ offset: at, href: attribute.value, part });
      const ids = checkAttribute(tag.local, attribute, at);
      targets.push(...ids.map((id) => ({ id, by: attribute.local })));
    }
    const id = tag.attributes.id?.value;
    // Where two have the same id, browsers take the first.
    if (id !== undefined && !this.byId.has(id)) this.byId.set(id, part);
    this.#open.at(-1)?.children.push(part);
    this.root ??= part;
    this.#open.push(part);
  }

  /** Refuses everything that is not an element, and XML that is not well-formed. */
  #refuseInstructions(): void {
    const { text } = this;
    const parser = this.#parser;
    const refuseAt = (begins: string, message: string, fix: string) =>
      refuse(text.lastIndexOf(begins, parser.position), message, fix);
    parser.on('error', ({ message }) => {
      const reason = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
      const fix = 'correct it, or export it again from a graphics editor';
      refuse(this.#offsetOf(reason), `this is not well-formed XML: ${reason}`, fix);
    });
    parser.on('xmldecl', ({ version, encoding }) => {
      if (version !== '1.0') refuse(0, `XML ${version} is not supported by every browser`, 'write version="1.0"');
      if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') {
        refuse(0, `this SVG declares the encoding "${short(encoding)}"`, 'save it as UTF-8');
      }
    });
    parser.on('doctype', () => {
      refuseAt(
        '<!DOCTYPE',
        'a DOCTYPE is not allowed in an SVG',
        'remove everything from <!DOCTYPE up to the closing >',
      );
    });
    parser.on('processinginstruction', ({ target }) => {
      refuseAt('<?', `the instruction <?${short(target)}?> is not allowed in an SVG`, 'remove it');
    });
    parser.on('cdata', () => {
      refuseAt('<![CDATA[', 'a CDATA section is not allowed in an SVG', 'replace it with ordinary text');
    });
    parser.on('comment', (comment) => {
      // HTML ends such a comment here; XML does not.
      if (/^-?>/.test(comment)) refuseAt('<!--', 'a comment must not begin with ">"', 'remove it');
    });
  }

  #offsetOf(reason: string): number {
    // A file that never begins as SVG is reported at its start.
    if (this.#count === 0) return 0;
    if (reason.startsWith('unclosed tag')) return this.#open.at(-1)?.offset ?? 0;
    const { position } = this.#parser;
    return /clos(?:e|ing) tag/.test(reason) ? this.text.lastIndexOf('</', position) : position - 1;
  }
}

function checkElement({ name, local, uri }: SaxesTagNS, isRoot: boolean, offset: number): void {
  if (isRoot && local !== 'svg') {
    refuse(offset, `this is not an SVG: its root element is <${short(name)}>, not <svg>`, 'save it as SVG');
  }
  if (isRoot && uri === '') {
    refuse(offset, '<svg> does not declare the SVG namespace', `write <svg xmlns="${namespaces.svg}" …>`);
  }
  if (uri !== namespaces.svg) refuse(offset, `<${short(name)}> is not an SVG element`, plainSvg);
  if (elements.has(local)) return;
  const effect = /^fe[A-Z]/.test(local) ? remedies.filter : undefined;
  const fix = (Object.hasOwn(remedies, local) ? remedies[local] : effect) ?? plainSvg;
  refuse(offset, `<${short(name)}> is not allowed in an SVG`, fix);
}

function isReference({ uri, local }: SaxesAttributeNS): boolean {
  return (uri === '' || uri === namespaces.xlink) && local === 'href';
}

/** @returns the ids of parts that the attribute refers to. */
function checkAttribute(element: string, attribute: SaxesAttributeNS, offset: number): string[] {
  const { name, local, uri, value } = attribute;
  const refuseIt = (message: string, fix = 'remove it') => refuse(offset, message, fix);
  const shown = `"${short(name)}" of <${element}>`;
  const notAllowed = `the attribute ${shown} is not allowed in an SVG`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them in an address
  if (/(?:java|vb|live)script:/i.test(value.replace(/[\u0000-\u0020]/g, ''))) {
    refuseIt(`${shown} contains a script`, noScript);
  }
  if (uri === namespaces.xmlns) {
    // The parser trims what browsers do not.
    if (value !== value.trim()) refuseIt(`${shown} has spaces around its value`, 'remove the spaces');
    return [];
  }
  if (uri === namespaces.xml) return local === 'space' || local === 'lang' ? [] : refuseIt(notAllowed);
  if (isReference(attribute)) {
    if (element === 'image') return [];
    if (!referring.has(element)) refuseIt(`"href" is not allowed on <${element}>`, 'remove it');
    if (/^#[^\s"'()#\\]+$/.test(value)) return [value.slice(1)];
    refuseIt(
      `<${element}> refers to something outside the file: "${short(value)}"`,
      'refer to an element in it, such as "#part"',
    );
  }
  if (uri !== '') refuseIt(`${shown} is not an SVG attribute`, uri === namespaces.xlink ? 'remove it' : plainSvg);
  if (/^on/i.test(name)) refuseIt(`${shown} would run a script`, noScript);
  if (name === 'style' && blendingStyle.test(value)) return [];
  if (name === 'style')
    refuseIt(`${shown} sets something that attributes cannot set`, 'use attributes instead, such as fill="#1d4fd8"');
  if (name === 'filter') refuseIt(notAllowed, remedies.filter);
  if (describing.has(name) || /^aria-[a-z]+$/.test(name)) return [];
  if (!presentation.has(name) && !geometry.has(name)) refuseIt(notAllowed);
  const problem = problemOf(value);
  if (problem) refuseIt(`${shown} ${problem}`, 'write a plain value, such as "#1d4fd8" or "url(#part)"');
  return [...value.matchAll(partReference)].map((match) => match[2] ?? '');
}

/** `url(#part)`, with quotes or without. */
const partReference = /\burl\(\s*(["']?)#([^\s"'()#\\]+)\1\s*\)/gi;

/** What is wrong with a value, which browsers read as CSS: it may call nothing that could load something. */
function problemOf(value: string): string | undefined {
  // `u\72l(` is `url(` to a browser.
  if (value.includes('\\')) return 'contains a backslash';
  if (value.includes('/*')) return 'contains a comment';
  for (const before of value.replace(partReference, '').split('(').slice(0, -1)) {
    const name = /[\w-]*$/.exec(before.trimEnd().slice(-40))?.[0] ?? '';
    if (name.toLowerCase() === 'url') return 'refers to something outside the file';
    if (!functions.has(name.toLowerCase())) return `uses ${name}(…), which is not allowed`;
  }
  return undefined;
}

const embedded = /^data:(image\/(?:png|jpeg|webp));base64,([A-Za-z0-9+/\s]+={0,2})\s*$/;

/** An `<image>` must contain its picture. @returns how many pixels that has. */
async function checkEmbedded(href: string, offset: number): Promise<number> {
  const embed = 'embed it as PNG, JPEG or WebP (data:image/png;base64,…), or remove it';
  const [, type, data] = embedded.exec(href) ?? [];
  if (data === undefined) refuse(offset, `<image> loads "${short(href)}", which is not embedded in the file`, embed);
  const bytes = Buffer.from(data, 'base64');
  const picture = await readPicture(bytes);
  if (!picture || picture.type !== type) refuse(offset, `<image> declares ${type} but contains something else`, embed);
  const { width, height } = picture;
  if (Math.max(width, height) > limits.side) {
    const fix = `scale it down to at most ${limits.side} pixels on each side`;
    refuse(offset, `<image> is ${width} × ${height} pixels`, fix);
  }
  const damage = await findDamage(bytes, picture);
  if (damage) refuse(offset, `the image in <image> ${damage}`, embed);
  return width * height;
}

/** How many numbers each command of a path takes for one corner (SVG 2, 9.3). */
const numbersPerCorner: Readonly<Record<string, number>> = { m: 2, l: 2, t: 2, h: 1, v: 1, c: 6, s: 4, q: 4, a: 7 };

const aNumber = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi;

/** How many corners a line has: as many as there may be markers on it. */
function cornersOf({ local, attributes }: SaxesTagNS): number {
  if (local === 'line') return 2;
  if (local === 'polyline' || local === 'polygon') return (attributes.points?.value.match(aNumber) ?? []).length / 2;
  if (local !== 'path') return 0;
  let corners = 0;
  for (const [, command = '', numbers = ''] of (attributes.d?.value ?? '').matchAll(
    /([mlhvcsqtaz])([^mlhvcsqtaz]*)/gi,
  )) {
    const each = numbersPerCorner[command.toLowerCase()];
    corners += each === undefined ? 1 : Math.ceil((numbers.match(aNumber) ?? []).length / each);
  }
  return corners;
}

/** What it takes to draw a part. */
interface Cost {
  /** Elements, as often as they are drawn. */
  drawn: number;
  /** How many references are followed one after the other. */
  references: number;
  /** How many shapes take what the part says about colours, and how many corners what it says about markers. */
  shapes: number;
  corners: number;
}

/** How often a target is drawn for a part. The elements within inherit its colours and markers (SVG 2, 13.2, 13.6). */
function timesDrawn(by: string, { shapes, corners }: Cost): number {
  if (by === 'fill' || by === 'stroke') return shapes;
  if (by === 'marker-start' || by === 'marker-end') return Math.min(shapes, corners);
  return by === 'marker-mid' ? corners : 1;
}

/** A few elements that refer to each other can render as billions: this counts what would be rendered. */
function checkCost(root: Part, byId: ReadonlyMap<string, Part>): void {
  const known = new Map<Part, Cost>();
  const inside = new Set<Part>();
  const costOf = (part: Part, followed: number): Cost => {
    const before = known.get(part);
    if (before) return before;
    const limit = (exceeded: boolean, message: string, fix = 'repeat the shapes instead of referring to them') => {
      if (exceeded) refuse(part.offset, message, fix);
    };
    const tooMany = `references are nested more than ${limits.references} deep`;
    limit(inside.has(part), 'this element refers to itself');
    inside.add(part);
    const own = { shapes: shapes.has(part.name) ? 1 : 0, corners: part.corners };
    const cost: Cost = { drawn: part.weight, references: 0, ...own };
    const add = (other: Part, by?: string) => {
      const step = by === undefined ? 0 : 1;
      limit(step === 1 && followed >= limits.references, tooMany);
      const { drawn, references, shapes, corners } = costOf(other, followed + step);
      cost.drawn += drawn * timesDrawn(by ?? '', cost);
      cost.references = Math.max(cost.references, references + step);
      if (step === 0 || part.name === 'use') {
        cost.shapes += shapes;
        cost.corners += corners;
      }
      limit(cost.drawn > limits.drawn, `more than ${limits.drawn} elements would be rendered`, simplify);
      limit(followed + cost.references > limits.references, tooMany);
    };
    for (const child of part.children) add(child);
    // What an element repeats is counted before its colours.
    const targets = part.targets.toSorted((a, b) => Number(b.by === 'href') - Number(a.by === 'href'));
    for (const { id, by } of targets) {
      const target = byId.get(id);
      if (target) add(target, by);
    }
    inside.delete(part);
    known.set(part, cost);
    return cost;
  };
  costOf(root, 0);
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
