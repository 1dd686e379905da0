// Headings with nothing below them, and components that show nothing.
import { visit } from 'unist-util-visit';
import type { Coverage } from '@/lib/content/posts';
import { specOf } from '@/lib/mdx/vocabulary';
import type { Edition, Finding } from '@/lib/news/lint-edition/edition';

/** A heading that is followed by another of its rank or a higher one, or by the end. */
export function findEmptySections({ tree, placeOf }: Edition): Finding[] {
  return tree.children.flatMap((node, index): Finding[] => {
    if (node.type !== 'heading') return [];
    const next = tree.children[index + 1];
    if (next && !(next.type === 'heading' && next.depth <= node.depth)) return [];
    const fix = 'write the section, or remove its heading';
    return [{ ...placeOf(node), rule: 'empty-section', message: 'nothing stands below this heading', fix }];
  });
}

/** `<Adopters />` in an edition that names no adopter. */
export function findEmptyComponents({ tree, post, placements, content, placeOf }: Edition): Finding[] {
  const findings: Finding[] = [];
  const meetings = new Set(
    content.community.events.filter(({ kind }) => kind === 'meeting' || kind === 'bug-scrub').map(({ id }) => id),
  );
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const kind = node.name ? specOf(node.name)?.places : undefined;
    if (!kind) return;
    const rest = post.coverage[kind satisfies keyof Coverage].filter((id) => {
      if (placements.single.has(`${kind}/${id}`)) return false;
      if (node.name === 'Meetings') return meetings.has(id);
      return node.name !== 'Events' || !placements.groups.has('Meetings') || !meetings.has(id);
    });
    if (rest.length > 0) return;
    const message = `<${node.name} /> shows nothing: the front matter names nothing that is not placed already`;
    const fix = `remove it, or add to "${kind}:"`;
    findings.push({ ...placeOf(node), rule: 'empty-component', message, fix });
  });
  return findings;
}
