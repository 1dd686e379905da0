// Hidden characters that a body spells as HTML entities, such as `&#x202E;`; those that stand there as they are, texts.ts finds.
import type { Root } from 'mdast';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { findHiddenCharacters } from '@/lib/content/hidden-characters';
import { walkMarkdown } from '@/lib/mdx/walk';

/** A fault for each part of a body whose entities stand for a character that may not stand there. */
export function findHiddenText(tree: Root, body: string): Diagnostic[] {
  const faults: Diagnostic[] = [];
  if (!body.includes('&')) return faults;
  const look = (
    value: unknown,
    node: {
      position?:
        | { start: { line: number; column: number; offset?: number | undefined }; end: { offset?: number | undefined } }
        | undefined;
    },
  ) => {
    if (typeof value !== 'string') return;
    const [hidden] = findHiddenCharacters(value);
    if (!hidden || !node.position) return;
    const { start, end } = node.position;
    const written = body.slice(start.offset, end.offset);
    if (!written.includes('&') || findHiddenCharacters(written).length > 0) return;
    const message = `${hidden.message}, as an entity`;
    faults.push(error(hidden.code, message, 'remove the entity', { line: start.line, column: start.column }));
  };
  walkMarkdown(tree, (node) => {
    if (node.type === 'text') look(node.value, node);
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      for (const value of ['title' in node && node.title, 'alt' in node && node.alt]) look(value, node);
    }
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      // The parser gives no places of attributes: they are in the tag, up to what is in the element.
      const { position, children, attributes } = node;
      const end = children[0]?.position?.start ?? position?.end;
      const tag = position && end ? { position: { start: position.start, end } } : {};
      for (const attribute of attributes) look('value' in attribute ? attribute.value : undefined, tag);
    }
  });
  return faults;
}
