// Whether a drawing is harmless: well-formed SVG of shapes, text and colours, and nothing that acts, loads or explodes.
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Place } from '@/lib/base/diagnostic';
import { rasterSize, rasterType } from '@/lib/check/picture-type';

/** Why a drawing is refused, where, and what to do about it. */
export interface SvgFault extends Place {
  readonly message: string;
  readonly fix: string;
}

/** What a drawing may cost those who look at it. */
const limits = {
  /** Characters of the file. */
  length: 500_000,
  elements: 20_000,
  /** Elements inside elements. */
  depth: 64,
  /** Parts that refer to parts that refer to parts. */
  references: 16,
  /** Elements that are drawn when every reference is followed. */
  drawn: 50_000,
  /** Pixels a side of a picture inside the drawing. */
  side: 4_000,
};

const namespaces = {
  svg: 'http://www.w3.org/2000/svg',
  xlink: 'http://www.w3.org/1999/xlink',
  xml: 'http://www.w3.org/XML/1998/namespace',
  xmlns: 'http://www.w3.org/2000/xmlns/',
};

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const elements = words(`
  svg g defs symbol use title desc path rect circle ellipse line polyline polygon image
  text tspan textPath linearGradient radialGradient stop pattern clipPath mask marker`);

/** Elements whose `href` may point to a part of the same drawing. */
const referring = words('use textPath linearGradient radialGradient pattern');

/** Attributes that only name or describe. */
const describing = words('id class lang role version baseProfile focusable data-name');

/** Attributes that the eye sees, which are also the properties that CSS knows. */
const presentation = words(`
  alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-rendering direction display
  dominant-baseline enable-background fill fill-opacity fill-rule font-family font-size font-stretch font-style
  font-variant font-weight image-rendering isolation letter-spacing marker-end marker-mid marker-start mask
  mix-blend-mode opacity overflow paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray
  stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor
  text-decoration text-rendering transform-origin unicode-bidi vector-effect visibility word-spacing writing-mode`);

const geometry = words(`
  clipPathUnits cx cy d dx dy fr fx fy gradientTransform gradientUnits height lengthAdjust markerHeight markerUnits
  markerWidth maskContentUnits maskUnits method offset orient pathLength patternContentUnits patternTransform
  patternUnits points preserveAspectRatio r refX refY rotate rx ry side spacing spreadMethod startOffset textLength
  transform viewBox width x x1 x2 y y1 y2`);

/** Functions that a value may call beside `url(#part)`: colours and transformations, none of which loads anything. */
const functions = words(`
  rgb rgba hsl hsla hwb lab lch oklab oklch color translate translatex translatey rotate scale scalex scaley
  matrix skewx skewy`);

const plainSvg = 'export it as plain SVG';

/** What to do about elements that are met often. */
const remedies: Readonly<Record<string, string>> = {
  a: 'keep what is in it and remove the link',
  animate: 'remove it: pictures do not move here',
  animateMotion: 'remove it: pictures do not move here',
  animateTransform: 'remove it: pictures do not move here',
  filter: 'leave the effect out, or save the picture as PNG or WebP',
  foreignObject: 'draw its content with <text> and shapes',
  script: 'remove it: pictures run nothing here',
  set: 'remove it: pictures do not move here',
  style: 'write colours as attributes, such as fill="#1d4fd8", and remove it',
};

/** Stops the parser at the first fault. */
class Refusal extends Error {
  constructor(
    readonly offset: number,
    message: string,
    readonly fix: string,
  ) {
    super(message);
  }
}

/** An element, as far as the cost of drawing it goes. */
interface Part {
  readonly offset: number;
  readonly children: Part[];
  /** Ids of parts that are drawn with it. */
  readonly targets: string[];
}

/**
 * Judges a drawing by what it may hold: everything else is refused, nothing is repaired.
 *
 * @returns the first fault, or undefined for a drawing that may be served.
 */
export function svgFault(text: string): SvgFault | undefined {
  try {
    judge(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...placeAt(text, error.offset), message: error.message, fix: error.fix };
  }
}

/** Judges the bytes of a drawing, which must be UTF-8: in another encoding, a browser could read what was not judged. */
export function svgFileFault(bytes: Uint8Array): SvgFault | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { line: 1, column: 1, message: 'this drawing is not UTF-8 text', fix: 'save it as SVG in UTF-8' };
  }
  return svgFault(text);
}

function judge(text: string): void {
  if (text.length > limits.length) {
    throw new Refusal(0, 'this drawing is larger than 500 kB', 'simplify it, or save it as PNG or WebP');
  }
  const parser = new SaxesParser({ xmlns: true });
  const open: Part[] = [];
  const byId = new Map<string, Part>();
  let root: Part | undefined;
  let count = 0;
  let start = 0;
  let places = new Map<string, number>();

  const placeOfError = (reason: string): number => {
    // What never began to be SVG is wrong as a whole.
    if (count === 0) return 0;
    if (reason.startsWith('unclosed tag')) return open.at(-1)?.offset ?? 0;
    return /clos(?:e|ing) tag/.test(reason) ? text.lastIndexOf('</', parser.position) : parser.position - 1;
  };
  parser.on('error', ({ message }) => {
    const reason = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    const fix = 'save it again with a drawing program, or correct it here';
    throw new Refusal(placeOfError(reason), `this is not well-formed XML: ${reason}`, fix);
  });
  parser.on('xmldecl', ({ version, encoding }) => {
    if (version !== '1.0') throw new Refusal(0, `XML ${version} is not read everywhere`, 'write version="1.0"');
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') {
      throw new Refusal(0, `this drawing says that its encoding is "${short(encoding)}"`, 'save it as UTF-8');
    }
  });
  parser.on('doctype', () => {
    const fix = 'remove everything from <!DOCTYPE to its >';
    throw new Refusal(text.lastIndexOf('<!DOCTYPE', parser.position), 'a DOCTYPE is not allowed in a picture', fix);
  });
  parser.on('processinginstruction', ({ target }) => {
    const message = `the instruction <?${short(target)}?> is not allowed in a picture`;
    throw new Refusal(text.lastIndexOf('<?', parser.position), message, 'remove it');
  });
  parser.on('cdata', () => {
    const message = 'a CDATA section is not allowed in a picture';
    throw new Refusal(text.lastIndexOf('<![CDATA[', parser.position), message, 'write its text as it is');
  });
  parser.on('comment', (comment) => {
    // XML reads on where HTML takes such a comment to have ended.
    if (!/^-?>/.test(comment)) return;
    const message = 'a comment must not begin with ">"';
    throw new Refusal(text.lastIndexOf('<!--', parser.position), message, 'remove it');
  });
  parser.on('opentagstart', ({ name }) => {
    start = text.lastIndexOf('<', parser.position - 1);
    places = new Map();
    count += 1;
    const fix = 'simplify it, or save it as PNG or WebP';
    if (open.length >= limits.depth) throw new Refusal(start, `<${short(name)}> lies too deep in other elements`, fix);
    if (count > limits.elements) throw new Refusal(start, `there are more than ${limits.elements} elements`, fix);
  });
  parser.on('attribute', ({ name }) => {
    // The event comes with the closing quote, which the value cannot hold.
    const end = parser.position - 1;
    places.set(name, text.lastIndexOf(name, text.lastIndexOf(text.charAt(end), end - 1)));
  });
  parser.on('opentag', (tag) => {
    if (root === undefined) judgeRoot(tag, start);
    judgeElement(tag, start);
    const part: Part = { offset: start, children: [], targets: [] };
    for (const attribute of Object.values(tag.attributes)) {
      part.targets.push(...judgeAttribute(tag.local, attribute, places.get(attribute.name) ?? start));
    }
    const id = tag.attributes.id?.value;
    // Where two have one id, browsers take the first.
    if (id !== undefined && !byId.has(id)) byId.set(id, part);
    open.at(-1)?.children.push(part);
    root ??= part;
    open.push(part);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  if (root) judgeCost(root, byId);
}

function judgeRoot({ name, local, uri }: SaxesTagNS, offset: number): void {
  if (local !== 'svg') {
    throw new Refusal(offset, `this is no SVG: it begins with <${short(name)}>, not with <svg>`, 'save it as SVG');
  }
  if (uri === '') {
    throw new Refusal(offset, '<svg> does not say that it is SVG', `write <svg xmlns="${namespaces.svg}" …>`);
  }
}

function judgeElement({ name, local, uri }: SaxesTagNS, offset: number): void {
  if (uri !== namespaces.svg) throw new Refusal(offset, `<${short(name)}> is no element of SVG`, plainSvg);
  if (elements.has(local)) return;
  const effect = /^fe[A-Z]/.test(local) ? remedies.filter : undefined;
  const known = Object.hasOwn(remedies, local) ? remedies[local] : effect;
  throw new Refusal(offset, `<${short(name)}> is not allowed in a picture`, known ?? plainSvg);
}

interface Attribute {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}

/** @returns the ids of parts that the attribute refers to. */
function judgeAttribute(element: string, { name, local, uri, value }: Attribute, offset: number): string[] {
  const refuse = (message: string, fix: string): never => {
    throw new Refusal(offset, message, fix);
  };
  const shown = `"${short(name)}" of <${element}>`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers pass over them in an address
  if (/(?:java|vb|live)script:/i.test(value.replace(/[\u0000-\u0020]/g, ''))) {
    refuse(`${shown} holds a script`, 'remove it: pictures run nothing here');
  }
  if (uri === namespaces.xmlns) {
    // The parser trims what browsers do not.
    if (value !== value.trim()) refuse(`${shown} has spaces around its value`, 'remove the spaces');
    return [];
  }
  if (uri === namespaces.xml) {
    if (local !== 'space' && local !== 'lang')
      refuse(`the attribute ${shown} is not allowed in a picture`, 'remove it');
    return [];
  }
  if ((uri === '' || uri === namespaces.xlink) && local === 'href') {
    const fault = element === 'image' ? embeddedFault(value) : referenceFault(element, value);
    if (fault) refuse(...fault);
    return element === 'image' ? [] : [value.slice(1)];
  }
  if (uri !== '') refuse(`${shown} is no attribute of SVG`, uri === namespaces.xlink ? 'remove it' : plainSvg);
  if (/^on/i.test(name)) refuse(`${shown} would run a script`, 'remove it: pictures run nothing here');
  if (name === 'style') refuse('a "style" attribute is not allowed in a picture', toAttributes(value));
  if (name === 'filter') refuse(`the attribute ${shown} is not allowed in a picture`, remedies.filter ?? 'remove it');
  if (describing.has(name) || /^aria-[a-z]+$/.test(name)) return [];
  if (!presentation.has(name) && !geometry.has(name)) {
    refuse(`the attribute ${shown} is not allowed in a picture`, 'remove it');
  }
  const fault = valueFault(value);
  if (fault) refuse(`${shown} ${fault}`, 'write a plain value, such as "#1d4fd8" or "url(#part)"');
  return [...value.matchAll(partReference)].map((match) => match[2] ?? '');
}

/** `url(#part)`, with quotes or without. */
const partReference = /\burl\(\s*(["']?)#([^\s"'()#\\]+)\1\s*\)/gi;

/** What is wrong with a value, which browsers read as CSS: it may call nothing that could load something. */
function valueFault(value: string): string | undefined {
  // `u\72l(` is `url(` to a browser.
  if (value.includes('\\')) return 'holds a backslash';
  if (value.includes('/*')) return 'holds a comment';
  for (const before of value.replace(partReference, '').split('(').slice(0, -1)) {
    const name = /[\w-]*$/.exec(before.trimEnd().slice(-40))?.[0] ?? '';
    if (name.toLowerCase() === 'url') return 'points out of the drawing';
    if (!functions.has(name.toLowerCase())) return `calls ${name}(…)`;
  }
  return undefined;
}

type Verdict = [message: string, fix: string];

function referenceFault(element: string, value: string): Verdict | undefined {
  if (!referring.has(element)) return [`<${element}> must not point to anything`, 'remove its "href"'];
  if (/^#[^\s"'()#\\]+$/.test(value)) return undefined;
  return [`<${element}> points out of the drawing, to "${short(value)}"`, 'point to a part of it, such as "#part"'];
}

const embedded = /^data:(image\/(?:png|jpeg|webp));base64,([A-Za-z0-9+/\s]+={0,2})\s*$/;

function embeddedFault(value: string): Verdict | undefined {
  const fix = 'put it in as PNG, JPEG or WebP (data:image/png;base64,…), or leave it out';
  const [, type, data] = embedded.exec(value) ?? [];
  if (data === undefined) return [`<image> shows "${short(value)}", which is no picture inside the drawing`, fix];
  const bytes = Buffer.from(data, 'base64');
  const size = rasterSize(bytes);
  if (rasterType(bytes) !== type || !size) return [`<image> says ${type} and holds something else`, fix];
  if (size.width <= limits.side && size.height <= limits.side) return undefined;
  return [`<image> holds a picture of ${size.width} × ${size.height} pixels`, `scale it to ${limits.side} a side`];
}

/** The attributes that say what a `style` says. */
function toAttributes(style: string): string {
  const general = 'write its parts as attributes, such as fill="#1d4fd8"';
  if (style.length > 200) return general;
  const parts = style.split(';').filter((part) => part.trim() !== '');
  const written = parts.map((part) => {
    const [name = '', value = ''] = part.split(':').map((text) => text.trim());
    return presentation.has(name) && /^[^"<&]+$/.test(value) && !valueFault(value) ? `${name}="${value}"` : undefined;
  });
  return written.length > 0 && !written.includes(undefined) ? `write ${written.join(' ')} instead` : general;
}

/** What drawing a part comes to. */
interface Cost {
  /** Elements. */
  readonly drawn: number;
  /** References to be followed one after the other. */
  readonly references: number;
}

/** A few parts that refer to each other can stand for billions: what is drawn is counted as it would be drawn. */
function judgeCost(root: Part, byId: ReadonlyMap<string, Part>): void {
  const known = new Map<Part, Cost>();
  const inside = new Set<Part>();
  const costOf = (part: Part, way: number): Cost => {
    const before = known.get(part);
    if (before) return before;
    const refuse = (message: string): never => {
      throw new Refusal(part.offset, message, 'draw the parts themselves');
    };
    if (inside.has(part)) refuse('this part refers to itself');
    inside.add(part);
    let drawn = 1;
    let references = 0;
    const add = (cost: Cost, step: number) => {
      drawn += cost.drawn;
      references = Math.max(references, cost.references + step);
      if (drawn > limits.drawn) refuse(`more than ${limits.drawn} parts would be drawn`);
      if (way + references > limits.references)
        refuse(`parts refer to parts more than ${limits.references} times over`);
    };
    for (const child of part.children) add(costOf(child, way), 0);
    for (const id of part.targets) {
      const target = byId.get(id);
      if (target && way >= limits.references) refuse(`parts refer to parts more than ${limits.references} times over`);
      if (target) add(costOf(target, way + 1), 1);
    }
    inside.delete(part);
    const cost = { drawn, references };
    known.set(part, cost);
    return cost;
  };
  costOf(root, 0);
}

function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, Math.max(offset, 0)).split(/\r\n|\r|\n/);
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}

function short(text: string, length = 60): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
