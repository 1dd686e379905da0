// Converts the styles of an SVG to attributes: rules in <style> and `style=`, in the order of the CSS cascade.
import { parse as parseSelectors, type Selector, SelectorType } from 'css-what';
import postcss, { type AtRule, type ChildNode, type Container, type Declaration } from 'postcss';
import { geometry, presentation, words } from '@/lib/output/pictures/svg-vocabulary';

/** An element, as far as selectors ask. */
export interface StyledElement {
  readonly name: string;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly parent: StyledElement | undefined;
}

/** Rules of a `<style>`, in the order in which they win: a later one over an earlier one. */
export interface StyleSheet {
  readonly rules: readonly Rule[];
}

interface Rule {
  readonly selector: readonly Selector[];
  readonly declarations: readonly Declaration[];
}

/** How many rules are compared with each element. */
const mostRules = 500;

/**
 * Reads the rules of a `<style>`. Rules that a still picture never uses are left out: of print, of dark pages, of what a mouse
 * is over; and fonts, which are not loaded from elsewhere for a picture.
 *
 * @returns undefined where attributes cannot say the same.
 */
export function readStyleSheet(css: string): StyleSheet | undefined {
  const root = parseCss(css.replace(/<!--|-->/g, ''));
  const ranked: { rule: Rule; specificity: number }[] = [];
  for (const node of root?.nodes ?? []) {
    if (node.type === 'comment' || (node.type === 'atrule' && isUnused(node))) continue;
    const selectors = node.type === 'rule' ? selectorsOf(node.selector) : undefined;
    const declarations = declarationsOf(node);
    if (!selectors || !declarations) return undefined;
    for (const selector of selectors) {
      if (selector.some(isNeverTrue)) continue;
      if (!selector.every(isPlain)) return undefined;
      ranked.push({ rule: { selector, declarations }, specificity: specificityOf(selector) });
    }
  }
  if (!root || ranked.length > mostRules) return undefined;
  return { rules: ranked.sort((a, b) => a.specificity - b.specificity).map(({ rule }) => rule) };
}

/**
 * The attributes that say what styles say of an element.
 *
 * @param inline its `style=`.
 * @returns `rest`, what must stay in `style=`, and `ground`, the colour behind the whole; undefined where attributes cannot say
 *   the same.
 */
export function stylesOf(
  element: StyledElement,
  { rules }: StyleSheet,
  inline: string,
): { attributes: ReadonlyMap<string, string>; rest: string; ground?: string | undefined } | undefined {
  const own = inline === '' ? [] : declarationsOf(parseCss(`a{${inline}}`)?.first);
  if (!own) return undefined;
  const given = [...rules.filter(({ selector }) => matches(selector, element)).map((rule) => rule.declarations), own];
  const attributes = new Map<string, string>();
  const rest = new Map<string, string>();
  let ground: string | undefined;
  const all = given.flat();
  for (const { prop, value } of [
    ...all.filter(({ important }) => !important),
    ...all.filter((each) => each.important),
  ]) {
    const written = lightOf(value.trim());
    const background = /^background(?:-color)?$/.test(prop) && element.parent === undefined;
    if (background) ground = /^(?:none|transparent)$/i.test(written) ? undefined : written;
    else if (/^(?:mix-blend-mode|isolation)$/.test(prop)) rest.set(prop, written);
    else {
      const said = attributesFor(prop, written);
      if (!said) return undefined;
      for (const [name, text] of Object.entries(said)) attributes.set(name, text);
    }
  }
  if (ground !== undefined && !/^[#\w]+$|^rgba?\([\d\s.,%/]+\)$/.test(ground)) return undefined;
  return { attributes, rest: [...rest].map(([name, value]) => `${name}:${value}`).join(';'), ground };
}

function parseCss(css: string): Container<ChildNode> | undefined {
  try {
    return postcss.parse(css) as Container<ChildNode>;
  } catch {
    return undefined;
  }
}

/** The declarations of a rule; undefined for what is not a rule, or has more than declarations in it. */
function declarationsOf(rule: ChildNode | undefined): Declaration[] | undefined {
  if (rule?.type !== 'rule') return undefined;
  const nodes = rule.nodes.filter(({ type }) => type !== 'comment');
  return nodes.every((node) => node.type === 'decl') ? nodes : undefined;
}

function selectorsOf(text: string): Selector[][] | undefined {
  try {
    return parseSelectors(text);
  } catch {
    return undefined;
  }
}

/** At-rules that a still picture never uses. Fonts inside the drawing are used: they stay, and so are refused. */
function isUnused({ name, params, nodes }: AtRule): boolean {
  if (/^(?:charset|namespace)$/.test(name)) return true;
  if (name === 'media')
    return /^(?:print|\(\s*prefers-[a-z-]+\s*:\s*(?!light|no-preference)[a-z-]+\s*\))$/i.test(params);
  const sources = nodes?.filter((node) => node.type === 'decl' && node.prop === 'src') ?? [];
  return name === 'font-face' && !sources.some((node) => /data:/i.test(String(node)));
}

const neverTrue = words('hover focus focus-within focus-visible active visited link any-link target selection');

function isNeverTrue(part: Selector): boolean {
  const isPseudo = part.type === SelectorType.Pseudo || part.type === SelectorType.PseudoElement;
  return isPseudo && neverTrue.has(part.name);
}

function isPlain(part: Selector): boolean {
  if (part.type === SelectorType.Attribute)
    return /^(?:class|id)$/.test(part.name) && /^(?:element|equals)$/.test(part.action);
  if (part.type === SelectorType.Pseudo) return part.name === 'root';
  return [SelectorType.Tag, SelectorType.Universal, SelectorType.Child, SelectorType.Descendant].includes(part.type);
}

/** Selectors 4, section 17: ids, then classes, then names of elements. There are fewer than a thousand of each. */
function specificityOf(selector: readonly Selector[]): number {
  const weight = (part: Selector) => {
    if (part.type === SelectorType.Attribute) return part.name === 'id' ? 1_000_000 : 1_000;
    return part.type === SelectorType.Pseudo ? 1_000 : part.type === SelectorType.Tag ? 1 : 0;
  };
  return selector.reduce((sum, part) => sum + weight(part), 0);
}

function matches(selector: readonly Selector[], element: StyledElement, from = selector.length - 1): boolean {
  for (let at = from; at >= 0; at -= 1) {
    const part = selector[at] as Selector;
    if (part.type === SelectorType.Child) {
      return element.parent !== undefined && matches(selector, element.parent, at - 1);
    }
    if (part.type === SelectorType.Descendant) {
      for (let around = element.parent; around; around = around.parent) {
        if (matches(selector, around, at - 1)) return true;
      }
      return false;
    }
    if (!isTrue(part, element)) return false;
  }
  return true;
}

function isTrue(part: Selector, { name, id, classes, parent }: StyledElement): boolean {
  if (part.type === SelectorType.Tag) return part.name === name;
  if (part.type === SelectorType.Pseudo) return parent === undefined;
  if (part.type !== SelectorType.Attribute) return true;
  return part.name === 'id' ? part.value === id : classes.includes(part.value);
}

/** The value for a light page: `light-dark(#fff, #000)` is `#fff`, and a variable that nothing sets is what it falls back to. */
function lightOf(value: string): string {
  const light = /^light-dark\(\s*([^,()]+(?:\([^()]*\))?)\s*,.*\)$/is.exec(value)?.[1]?.trim();
  const fallback = /^var\(\s*--[\w-]+\s*,\s*([^,()]+(?:\([^()]*\))?)\s*\)$/.exec(light ?? value)?.[1]?.trim();
  return fallback ?? light ?? value;
}

/** Properties of CSS that change nothing in a still picture, or in the text of SVG. */
const withoutEffect = words(`
  cursor pointer-events user-select touch-action will-change outline line-height text-align text-align-last text-indent
  text-orientation text-overflow shape-inside shape-padding shape-margin shape-subtract inline-size solid-color
  solid-opacity color-scheme color-profile color-interpolation-filters flood-color flood-opacity lighting-color kerning
  max-width min-width max-height min-height margin padding border box-shadow box-sizing position float z-index
  vertical-align font-feature-settings font-variation-settings font-kerning font-synthesis font-optical-sizing
  font-variant-ligatures font-variant-position font-variant-caps font-variant-numeric font-variant-alternates
  font-variant-east-asian glyph-orientation-vertical glyph-orientation-horizontal text-decoration-style
  text-decoration-color text-decoration-thickness background background-color`);

/** What says nothing for nearly every property. */
const initial = /^(?:none|normal|auto|initial|unset|0)$/i;

/** A length of a property that CSS ignores without a unit, and attributes do not (CSS Values 4, section 6). */
const withUnit = /^(?:font-size|letter-spacing|word-spacing|baseline-shift)$/;

/** @returns the attributes that a declaration becomes; undefined where none say the same. */
function attributesFor(property: string, value: string): Readonly<Record<string, string>> | undefined {
  if (withUnit.test(property) && /^-?[\d.]+$/.test(value) && Number(value) !== 0) return {};
  if (presentation.has(property) || (geometry.has(property) && property !== 'd')) return { [property]: value };
  if (property === 'marker') return { 'marker-start': value, 'marker-mid': value, 'marker-end': value };
  if (property === 'text-decoration-line') return { 'text-decoration': value };
  if (property === 'white-space') return /^(?:pre|break-spaces)/.test(value) ? { 'xml:space': 'preserve' } : {};
  if (property === 'font') return attributesOfFont(value);
  if (property.startsWith('-') || withoutEffect.has(property) || initial.test(value)) return {};
  return property === 'filter' ? { filter: value } : undefined;
}

/** `font: italic 12px/1.5 serif` (CSS Fonts 4, section 2.7). */
function attributesOfFont(value: string): Readonly<Record<string, string>> | undefined {
  const [, before = '', size = '', family = ''] =
    /^((?:[a-z-]+\s+|\d{3}\s+)*)([\d.]+[a-z%]+)(?:\/\S+)?\s+(.+)$/i.exec(value) ?? [];
  if (family === '') return undefined;
  const style = /\b(?:italic|oblique)\b/i.exec(before)?.[0] ?? 'normal';
  const weight = /\b(?:bold|bolder|lighter|\d{3})\b/i.exec(before)?.[0] ?? 'normal';
  return { 'font-style': style, 'font-weight': weight, 'font-size': size, 'font-family': family };
}
