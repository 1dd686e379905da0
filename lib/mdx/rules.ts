// Checks on its syntax tree that a post in MDX contains only Markdown and a few plain elements, and never code that runs.
import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { type Diagnostic, error, type Place } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { BodyError, type Format } from '@/lib/mdx/body';
import { whyNoLink } from '@/lib/mdx/jsx-links';
import { insteadOfMedia, insteadOfShortcode } from '@/lib/mdx/mdx-remedies';
import { placeOf } from '@/lib/mdx/places';
import { componentSpecs, plainElements, specOf } from '@/lib/mdx/vocabulary';
import { walkMarkdown } from '@/lib/mdx/walk';

/** Everything in a body that posts may not have. In Markdown files that is nothing: braces and angle brackets are text. */
export function checkRules(tree: Root, format: Format): Diagnostic[] {
  if (format === 'md') return [];
  const found: Diagnostic[] = [];
  walkMarkdown(tree, (node) => {
    const place = placeOf(node);
    switch (node.type) {
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        found.push(explainExpression(node.value, place));
        break;
      case 'mdxjsEsm':
        found.push(error('mdx/import', `"${short(node.value)}" would run as code`, insteadOfImport(node.value), place));
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        found.push(...checkElement(node, place));
        break;
    }
  });
  return found;
}

/** Throws a {@link BodyError} for a body that breaks the rules, so that nothing is rendered that the check has not seen. */
export function remarkRules(options: { format: Format }) {
  return (tree: Root): void => {
    const [found] = checkRules(tree, options.format);
    if (found) throw new BodyError(found);
  };
}

function checkElement(element: MdxJsxFlowElement | MdxJsxTextElement, place: Place): Diagnostic[] {
  const { name, attributes, children } = element;
  if (name === null) {
    return [error('mdx/element', 'an element without a name is not allowed', 'remove <> and </>', place)];
  }
  const spec = specOf(name);
  const plain = Object.hasOwn(plainElements, name) ? plainElements[name] : undefined;
  const allowed = spec ? Object.keys(spec.attributes) : plain;
  if (!allowed) return [unknownElement(element, place)];
  const found = attributes.flatMap((attribute): Diagnostic[] => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return [explainSpread(name, place)];
    const { name: key, value } = attribute;
    if (typeof value === 'object' && value !== null) return [explainAttributeExpression(key, value.value, place)];
    if (!allowed.includes(key)) return [unknownAttribute(name, key, allowed, place)];
    if (spec && !value) return [error('mdx/attribute', `${key} of <${name}> is empty`, `write ${key}="text"`, place)];
    const { words } = spec?.attributes[key] ?? {};
    return words && !words.includes(value ?? '') ? [wrongWord(name, key, value ?? '', words, place)] : [];
  });
  // Other links are links of Markdown by now.
  if (name === 'a' && found.length === 0) return [whyNoLink(element) ?? unknownElement(element, place)];
  if (!spec) return found;
  // One that is written wrongly is reported as such, and not as missing too.
  const given = new Set(
    attributes.flatMap((each) => ('name' in each ? [each.name, nearest(each.name, allowed) ?? ''] : allowed)),
  );
  for (const [key, { required, about }] of Object.entries(spec.attributes)) {
    if (!required || given.has(key)) continue;
    found.push(error('mdx/attribute', `<${name}> needs ${key}: ${about}`, `write <${name} ${key}="…">`, place));
  }
  if (spec.places && spec.text && !given.has('id') && children.length > 0) {
    const fix = `write <${name} id="…"> around text about one of them, or <${name} /> without text for all`;
    found.push(error('mdx/content', `<${name}> without an id cannot contain text`, fix, place));
  }
  if (!spec.text && children.length > 0) {
    const fix = `write <${name} />, and put the text outside`;
    found.push(error('mdx/content', `<${name}> cannot contain text`, fix, place));
  }
  return found;
}

/** Braces in text. */
export function explainExpression(expression: string, place: Place): Diagnostic {
  const shortcode = insteadOfShortcode(expression);
  if (shortcode) {
    return error('mdx/expression', `the shortcode "${shortcode.name}" works in .md files only`, shortcode.fix, place);
  }
  return error('mdx/expression', `"{${short(expression)}}" would run as code`, insteadOf(expression), place);
}

/** Braces between attributes. */
export function explainSpread(element: string, place: Place): Diagnostic {
  const fix = 'write each attribute as name="text"';
  return error('mdx/expression', `<${element} {…}> would run as code`, fix, place);
}

/** Braces around the value of an attribute. */
export function explainAttributeExpression(name: string, expression: string, place: Place): Diagnostic {
  const literal = literalOf(expression);
  const fix = `write ${name}="${literal === undefined || literal.includes('"') ? 'text' : literal}"`;
  return error('mdx/expression', `${name}={…} would run as code`, fix, place);
}

/** What to write instead of an expression. */
function insteadOf(expression: string): string {
  const comment = /^\s*\/\*([\s\S]*?)\*\/\s*$/.exec(expression)?.[1];
  if (comment !== undefined) return `remove it, or write "# ${short(comment)}" in the front matter`;
  if (/^\s*$/.test(expression)) return 'remove it, or write \\{ for a brace';
  const literal = literalOf(expression);
  if (literal?.trim()) return `write ${short(literal)} without braces and quotes`;
  return 'write \\{ for a brace, or put the text in backticks';
}

/** What to write instead of an import or export, which may be prose: "export metrics to Prometheus". */
function insteadOfImport(text: string): string {
  const isCode = /^\w+\s+(?:["'{*]|\w+\s*(?:,|from\b)|(?:default|const|let|var|function|async|class)\b)/.test(text);
  if (isCode) return 'remove it; components need no import';
  return `begin the paragraph with a word other than "${/^\w+/.exec(text)?.[0]}"`;
}

/** The text of a literal in braces: `"x"`, `'x'`, a template without placeholders, or a number. */
function literalOf(expression: string): string | undefined {
  const source = expression.trim();
  const quoted = /^(["'`])((?:(?!\1)[^\\])*)\1$/.exec(source);
  if (quoted && !(quoted[1] === '`' && source.includes('${'))) return quoted[2];
  return /^-?\d+(?:\.\d+)?$/.test(source) ? source : undefined;
}

function unknownElement({ name, attributes }: MdxJsxFlowElement | MdxJsxTextElement, place: Place): Diagnostic {
  const written = attributes.map((each) =>
    each.type === 'mdxJsxAttribute' && typeof each.value === 'string' ? `${each.name}=${quoted(each.value)}` : '',
  );
  const media = insteadOfMedia(name ?? '', written.join(' '));
  if (media) return error('mdx/element', `<${name}> is not allowed in a post`, media, place);
  const components = Object.keys(componentSpecs);
  const elements = Object.keys(plainElements);
  const isComponent = /^[A-Z]/.test(name ?? '');
  const near = nearest(name ?? '', isComponent ? components : [...components, ...elements]);
  if (near) return error('mdx/element', `there is no component <${name}>`, `did you mean <${near}>?`, place);
  const known = (isComponent ? components : elements).join(', ');
  const fix = `use Markdown, or one of: ${known}; for a literal < write \\<`;
  return error('mdx/element', `<${name}> is not allowed in a post`, fix, place);
}

function unknownAttribute(element: string, name: string, allowed: readonly string[], place: Place): Diagnostic {
  const near = nearest(name, allowed);
  const others = allowed.length > 0 ? `use only ${allowed.join(', ')}` : 'remove it';
  const fix = near ? `did you mean "${near}"?` : others;
  return error('mdx/attribute', `<${element}> has no attribute "${name}"`, fix, place);
}

function wrongWord(element: string, key: string, value: string, words: readonly string[], place: Place): Diagnostic {
  const near = nearest(value, words);
  const fix = near ? `did you mean ${key}="${near}"?` : `write ${words.map((word) => `${key}="${word}"`).join(' or ')}`;
  return error('mdx/attribute', `<${element}> has no ${key} "${short(value)}"`, fix, place);
}

/** The value of an attribute in quotes that it does not contain. */
function quoted(value: string): string {
  return value.includes('"') ? `'${value.replaceAll("'", '’')}'` : `"${value}"`;
}

function short(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
