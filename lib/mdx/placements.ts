// What of an edition its text places itself, so that the page can place the rest and nothing named is lost.
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { CoveredKind } from '@/lib/content/coverage';
import { specOf } from '@/lib/mdx/vocabulary';

/** What a body places. */
export interface Placements {
  /** Entries placed one by one, as `kind/id`. */
  readonly single: Set<string>;
  /** Components of which one places all the rest of a kind: `Events`. */
  readonly groups: Set<string>;
}

/** Notes what a body places, for the components that place the rest. */
export function remarkPlacements(placements: Placements) {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      const spec = node.name ? specOf(node.name) : undefined;
      if (!spec || !node.name) return;
      if (spec.places) placements.groups.add(node.name);
      for (const attribute of node.attributes) {
        if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
        const holds = spec.attributes[attribute.name]?.holds;
        if (holds && isKind(holds)) placements.single.add(`${holds}/${attribute.value}`);
      }
    });
  };
}

function isKind(holds: string): holds is CoveredKind {
  return (
    holds === 'releases' || holds === 'events' || holds === 'adopters' || holds === 'ecosystem' || holds === 'people'
  );
}
