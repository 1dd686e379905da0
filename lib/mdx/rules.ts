// What a post may contain, judged on its syntax tree: Markdown, a few plain elements, and never anything that runs.

import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import type { Node } from 'unist';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import type { Format } from '@/lib/mdx/body';
import { componentSpecs, plainElements, specOf } from '@/lib/mdx/vocabulary';
import { walkMarkdown } from '@/lib/mdx/walk';

/** Every breach of the rules in a body. Markdown files have none: braces and angle brackets are text there. */
export function findBreaches(tree: Root, format: Format): Diagnostic[] {
  if (format === 'md') return [];
  const breaches: Diagnostic[] = [];
  walkMarkdown(tree, (node) => {
    const report = (code: string, message: string, fix: string) =>
      breaches.push(error(code, message, fix, placeOf(node)));
    switch (node.type) {
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        report(...explainExpression(node.value));
        break;
      case 'mdxjsEsm':
        report('mdx/import', `"${short(node.value)}" would run as code`, insteadOfImport(node.value));
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        for (const [code, message, fix] of judgeElement(node)) report(code, message, fix);
        break;
    }
  });
  return breaches;
}

/** Refuses a body that breaks the rules, so that nothing is drawn which the check has not seen. */
export function remarkRules(options: { format: Format }) {
  return (tree: Root): void => {
    const [breach] = findBreaches(tree, options.format);
    if (breach) throw new Error(`line ${breach.line} of the body: ${breach.message} (fix: ${breach.fix})`);
  };
}

type Verdict = [code: string, message: string, fix: string];

function judgeElement(element: MdxJsxFlowElement | MdxJsxTextElement): Verdict[] {
  const { name } = element;
  if (name === null) return [['mdx/element', 'an element without a name is not allowed', 'remove <> and </>']];
  const spec = specOf(name);
  const plain = Object.hasOwn(plainElements, name) ? plainElements[name] : undefined;
  const allowed = spec ? Object.keys(spec.attributes) : plain;
  if (!allowed) return [judgeUnknown(name)];
  const verdicts = element.attributes.flatMap((attribute): Verdict[] => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return [explainSpread(name)];
    if (typeof attribute.value === 'object' && attribute.value !== null) {
      return [explainAttributeExpression(attribute.name, attribute.value.value)];
    }
    if (!allowed.includes(attribute.name)) {
      const near = nearest(attribute.name, allowed);
      const fix = near
        ? `did you mean "${near}"?`
        : allowed.length > 0
          ? `use only ${allowed.join(', ')}`
          : 'remove it';
      return [['mdx/attribute', `<${name}> takes no attribute "${attribute.name}"`, fix]];
    }
    return spec && !attribute.value
      ? [['mdx/attribute', `${attribute.name} of <${name}> is empty`, `write ${attribute.name}="text"`]]
      : [];
  });
  if (!spec) return verdicts;
  const given = new Set(
    element.attributes.flatMap((attribute) => (attribute.type === 'mdxJsxAttribute' ? [attribute.name] : [])),
  );
  for (const [attribute, { required, about }] of Object.entries(spec.attributes)) {
    if (required && !given.has(attribute)) {
      verdicts.push(['mdx/attribute', `<${name}> needs ${attribute}: ${about}`, `write <${name} ${attribute}="…">`]);
    }
  }
  if (!spec.text && element.children.length > 0) {
    verdicts.push(['mdx/content', `<${name}> holds no text`, `write <${name} /> and the text outside`]);
  }
  return verdicts;
}

/** What is wrong with braces in text. */
export function explainExpression(expression: string): Verdict {
  return ['mdx/expression', `"{${short(expression)}}" would run as code`, insteadOf(expression)];
}

/** What is wrong with braces between attributes. */
export function explainSpread(element: string): Verdict {
  return ['mdx/expression', `<${element} {…}> would run as code`, 'write each attribute out, as name="text"'];
}

/** What is wrong with braces around the value of an attribute. */
export function explainAttributeExpression(name: string, expression: string): Verdict {
  const literal = literalOf(expression);
  const fix = `write ${name}="${literal === undefined || literal.includes('"') ? 'text' : literal}"`;
  return ['mdx/expression', `${name}={…} would run as code`, fix];
}

/** What to write instead of an expression. */
function insteadOf(expression: string): string {
  const comment = /^\s*\/\*([\s\S]*?)\*\/\s*$/.exec(expression)?.[1];
  if (comment !== undefined) return `remove it, or write "# ${short(comment)}" in the front matter`;
  if (/^\s*$/.test(expression)) return 'remove it, or write \\{ for a brace';
  const literal = literalOf(expression);
  if (literal?.trim()) return `write ${short(literal)} without braces and quotes`;
  return 'write \\{ for a brace, or put the text between backquotes';
}

/** What to write instead of an import or export, which prose may be taken for: "export metrics to Prometheus". */
function insteadOfImport(text: string): string {
  const isCode = /^\w+\s+(?:["'{*]|\w+\s*(?:,|from\b)|(?:default|const|let|var|function|async|class)\b)/.test(text);
  if (isCode) return 'remove it; every component is there without an import';
  return `begin the paragraph with another word than "${/^\w+/.exec(text)?.[0]}"`;
}

/** The text that a literal in braces stands for: `"x"`, `'x'`, a template without holes, or a number. */
function literalOf(expression: string): string | undefined {
  const source = expression.trim();
  const quoted = /^(["'`])((?:(?!\1)[^\\])*)\1$/.exec(source);
  if (quoted && !(quoted[1] === '`' && source.includes('${'))) return quoted[2];
  return /^-?\d+(?:\.\d+)?$/.test(source) ? source : undefined;
}

function judgeUnknown(name: string): Verdict {
  const components = Object.keys(componentSpecs);
  const near = nearest(name, /^[A-Z]/.test(name) ? components : [...components, ...Object.keys(plainElements)]);
  if (near) return ['mdx/element', `there is no <${name}>`, `did you mean <${near}>?`];
  const known = /^[A-Z]/.test(name) ? components : Object.keys(plainElements);
  return [
    'mdx/element',
    `<${name}> is not allowed in a post`,
    `use Markdown, or one of: ${known.join(', ')}; for a literal < write \\<`,
  ];
}

function placeOf(node: Node): { line: number; column: number } {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

function short(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
