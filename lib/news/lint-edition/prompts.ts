// What is still to be written.
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Finding, LintedEdition } from '@/lib/news/lint-edition/edition';

const marks = /\b(?:TODO|TBD|TBA|FIXME|XXX)\b|lorem ipsum|\?\?\?/gi;

/** Prompts of the template, and marks that people leave for themselves. */
export function findPrompts({ tree, blocks, placeOf }: LintedEdition): Finding[] {
  const findings: Finding[] = [];
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    if (node.name !== 'Prompt') return;
    const fix = 'write what it asks for in its place, or remove it';
    findings.push({ ...placeOf(node), rule: 'prompt', message: `a prompt is left: “${shorten(textOf(node))}”`, fix });
  });
  for (const { text, at } of blocks) {
    for (const { 0: mark, index } of text.matchAll(marks)) {
      if (mark.toLowerCase() !== 'lorem ipsum' && mark !== mark.toUpperCase()) continue;
      findings.push({
        ...at(index),
        rule: 'prompt',
        message: `“${mark}” is left in the text`,
        fix: 'finish the thought',
      });
    }
  }
  return findings;
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function shorten(text: string): string {
  const whole = text.replace(/\s+/g, ' ').trim();
  return whole.length > 60 ? `${whole.slice(0, 59).trimEnd()}…` : whole;
}
