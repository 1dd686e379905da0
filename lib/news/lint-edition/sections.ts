// Headings with nothing below them, and components that show nothing.
import { visit } from 'unist-util-visit';
import { namedOf } from '@/lib/edition/resolve';
import { entryComponents, specOf } from '@/lib/mdx/vocabulary';
import type { Finding, LintedEdition } from '@/lib/news/lint-edition/edition';

/** A heading that is followed by another of its rank or a higher one, or by the end. */
export function findEmptySections({ tree, placeOf }: LintedEdition): Finding[] {
  return tree.children.flatMap((node, index): Finding[] => {
    if (node.type !== 'heading') return [];
    const next = tree.children[index + 1];
    if (next && !(next.type === 'heading' && next.depth <= node.depth)) return [];
    const fix = 'write the section, or remove its heading';
    return [{ ...placeOf(node), rule: 'empty-section', message: 'nothing stands below this heading', fix }];
  });
}

/** `<Releases />` in an edition that names no release. */
export function findEmptyComponents({ tree, post, edition, placeOf }: LintedEdition): Finding[] {
  const findings: Finding[] = [];
  /** What a component shows, of a list of the front matter; undefined for a component that shows no list. */
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
    const message = `<${node.name} /> shows nothing: the front matter names nothing that is not placed already`;
    const fix = `remove it, or add to "${shown.list}:"`;
    findings.push({ ...placeOf(node), rule: 'empty-component', message, fix });
  });
  return findings;
}
