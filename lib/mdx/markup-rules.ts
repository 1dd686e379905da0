// Finds Markdown that loses text or is shown as source: tables, footnotes, reference links, marks and code blocks.
import type { Root } from 'mdast';
import type { Diagnostic } from '@/lib/base/diagnostic';
import type { Format } from '@/lib/mdx/body';
import { checkBoxes, checkFence, checkMarks } from '@/lib/mdx/mark-rules';
import { indexPlaces } from '@/lib/mdx/places';
import { checkFootnotes, checkNames, definitionsOf } from '@/lib/mdx/reference-rules';
import { checkTable, checkTableLines } from '@/lib/mdx/table-rules';
import { checkTemplates, checkTemplatesOf } from '@/lib/mdx/template-rules';
import { textBlocksOf } from '@/lib/mdx/text-blocks';
import { walkMarkdown } from '@/lib/mdx/walk';

/**
 * Checks the Markdown of a body. Text that is lost is an error in MDX and a warning in Markdown, which may have moved in from
 * elsewhere; what is shown with its marks is a warning. Places are in the body.
 */
export function checkMarkup(tree: Root, body: string, format: Format): Diagnostic[] {
  const found: (Diagnostic | undefined)[] = [];
  const placeAt = indexPlaces(body);
  walkMarkdown(tree, (node) => {
    if (node.type === 'table') found.push(...checkTable(node, body, format));
    else if (node.type === 'code') found.push(checkFence(node, body));
    else if (format === 'md') found.push(...checkTemplatesOf(node, body, placeAt));
  });
  const definitions = definitionsOf(tree);
  found.push(...checkFootnotes(tree, definitions, format));
  for (const block of textBlocksOf(tree, body)) {
    found.push(...checkTableLines(block, placeAt), ...checkMarks(block, body, placeAt));
    found.push(...checkNames(block, definitions, placeAt));
    found.push(...(format === 'md' ? checkTemplates(block, placeAt) : checkBoxes(block, placeAt)));
  }
  return found.filter((diagnostic) => diagnostic !== undefined);
}
