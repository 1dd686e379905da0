// The blocks of a body that contain text, and what of their source is text: not code, HTML, addresses or escaped characters.
import type { Nodes, Parents, Root } from 'mdast';
import { walkMarkdown } from '@/lib/mdx/walk';

/** A paragraph, heading, cell or the like, with its source. */
export interface TextBlock {
  readonly node: Parents;
  /** The node before and the node after it. */
  readonly before: Nodes | undefined;
  readonly after: Nodes | undefined;
  /** Where its source begins in the body. UTF-16 code units, as all offsets. */
  readonly start: number;
  readonly source: string;
  /** The source with a placeholder for each character that is not text. Line breaks remain. */
  readonly text: string;
}

/** A private-use character (Unicode, section 23.5) in place of what is not text. */
const placeholder = '\ue000';

const blockTypes: ReadonlySet<string> = new Set([
  ...['paragraph', 'heading', 'tableCell', 'descriptionTerm', 'descriptionDetails'],
]);

/** All blocks of a body that contain text, in order. Those that a shortcode made have no source. */
export function textBlocksOf(tree: Root, body: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  walkMarkdown(tree, (node, index = 0, parent) => {
    const isBlock = blockTypes.has(node.type) || isElementOfText(node);
    if (!isBlock || !('children' in node)) return undefined;
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return 'skip';
    const source = body.slice(start, end);
    const [before, after] = [parent?.children[index - 1], parent?.children[index + 1]];
    blocks.push({ node, before, after, start, source, text: textIn(node, source, start) });
    return 'skip';
  });
  return blocks;
}

/** Whether a node is an element with text on its own line: `<Details>text</Details>`. */
function isElementOfText(node: Nodes): boolean {
  return node.type === 'mdxJsxFlowElement' && node.children.some((child: Nodes) => child.type === 'text');
}

function textIn(block: Nodes, source: string, start: number): string {
  const parts: string[] = [];
  let at = 0;
  const add = (to: number, isText: boolean) => {
    if (to <= at) return;
    const part = source.slice(at, to);
    parts.push(isText ? part.replace(notText, hide) : hide(part));
    at = to;
  };
  walkMarkdown(block, (node) => {
    // The text of a bare address is its address.
    if (node.type === 'link' && source[(node.position?.start.offset ?? 0) - start] !== '[') return 'skip';
    if (node.type !== 'text' || !node.position) return undefined;
    add((node.position.start.offset ?? 0) - start, false);
    add((node.position.end.offset ?? 0) - start, true);
    return undefined;
  });
  add(source.length, false);
  return parts.join('');
}

/** Escaped characters and entities; shortcodes, which Markdown files may have within text. */
const notText = /\\[!-/:-@[-`{-~]|&#?\w{1,31};|\{\{[<%][^{}]*[>%]\}\}/g;

function hide(source: string): string {
  return source.replace(/[^\n]/g, placeholder);
}
