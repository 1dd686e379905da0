// Walks syntax trees. The usual library names a function anew at every node, which took a fifth of a body's time.
import type { Nodes as Html, Parents as HtmlParent } from 'hast';
import type { Nodes as Markdown, Parents as MarkdownParent } from 'mdast';

/** Called with each node, its parent's before its children's. @returns 'skip' to pass over what stands in it. */
type Visitor<Node, Parent> = (node: Node, index: number | undefined, parent: Parent | undefined) => unknown;

/** Walks a tree of HTML. A visitor may put another node in the place of the one that it was called with. */
export function walkHtml(tree: Html, visitor: Visitor<Html, HtmlParent>): void {
  walk(tree, visitor as Visitor<Branch, Branch>, undefined, undefined);
}

/** Walks a tree of Markdown. */
export function walkMarkdown(tree: Markdown, visitor: Visitor<Markdown, MarkdownParent>): void {
  walk(tree, visitor as Visitor<Branch, Branch>, undefined, undefined);
}

interface Branch {
  readonly type: string;
  readonly children?: readonly Branch[];
}

function walk(
  node: Branch,
  visitor: Visitor<Branch, Branch>,
  index: number | undefined,
  parent: Branch | undefined,
): void {
  if (visitor(node, index, parent) === 'skip' || !node.children) return;
  for (let at = 0; at < node.children.length; at += 1) walk(node.children[at] as Branch, visitor, at, node);
}
