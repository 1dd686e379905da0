// What is still to be written.
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import { cleanLine } from '@/lib/news/collect/clean';
import type { LintedEdition } from '@/lib/news/lint-edition/edition';

const marks = /\b(?:TODO|TBD|TBA|FIXME|XXX)\b|\b[Ll]orem [Ii]psum|LOREM IPSUM|\?\?\?/g;

/** Prompts of the template, and notes that authors leave for themselves. */
export function findPrompts({ tree, blocks, placeOf }: LintedEdition): Diagnostic[] {
  const found = blocks.flatMap(({ text, at }) =>
    [...text.matchAll(marks)].map(({ 0: mark, index }) =>
      warning('lint/prompt', `“${mark}” is left in the text`, 'finish the text', at(index)),
    ),
  );
  visit(tree, (node) => {
    if (!('name' in node) || node.name !== 'Prompt') return;
    const message = `a prompt is left: “${cleanLine(plainText(node), 60)}”`;
    found.push(warning('lint/prompt', message, 'replace it with what it asks for, or remove it', placeOf(node)));
  });
  return found;
}
