// Headings with nothing below them, and components that show nothing.
import { visit } from 'unist-util-visit';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import { namedOf } from '@/lib/edition/resolve';
import { entryComponents, specOf } from '@/lib/mdx/vocabulary';
import type { LintedEdition } from '@/lib/news/lint-edition/edition';

/** A heading directly followed by another of the same or a higher rank, or by the end. */
export function findEmptySections({ tree, placeOf }: LintedEdition): Diagnostic[] {
  return tree.children.flatMap((node, index): Diagnostic[] => {
    if (node.type !== 'heading') return [];
    const next = tree.children[index + 1];
    if (next && !(next.type === 'heading' && next.depth <= node.depth)) return [];
    const fix = 'write the section, or remove its heading';
    return [warning('lint/empty-section', 'there is nothing below this heading', fix, placeOf(node))];
  });
}

/** `<Releases />` in an edition that names no release. */
export function findEmptyComponents({ tree, post, edition, placeOf }: LintedEdition): Diagnostic[] {
  const found: Diagnostic[] = [];
  /** The list that a component shows and how many of it; undefined for a component that shows no list. */
  const shownBy = (name: string): { list: string; count: number } | undefined => {
    const component = entryComponents.find((each) => each.name === name);
    if (component?.places === 'one') return undefined;
    if (component) {
      const { rest, part } = namedOf(edition, component.kind);
      return { list: component.kind.folder, count: (component.places === 'part' ? part : rest).length };
    }
    const list = specOf(name)?.places;
    return list && { list, count: post.coverage[list].length };
  };
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const shown = node.name ? shownBy(node.name) : undefined;
    if (!shown || shown.count > 0) return;
    const message = `<${node.name} /> shows nothing: all that the front matter names is already placed`;
    found.push(warning('lint/empty-component', message, `remove it, or add to "${shown.list}:"`, placeOf(node)));
  });
  return found;
}
