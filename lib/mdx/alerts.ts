// Converts GitHub's alerts, `> [!NOTE]`, to callouts: https://docs.github.com/en/get-started/writing-on-github (Alerts).
import type { Root } from 'mdast';
import { walkMarkdown } from '@/lib/mdx/walk';

const marker = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i;

/** Turns block quotes that begin with an alert's marker into `callout` elements with a `kind`. */
export function remarkAlerts() {
  return (tree: Root): void => {
    walkMarkdown(tree, (quote) => {
      if (quote.type !== 'blockquote') return;
      const [paragraph] = quote.children;
      if (paragraph?.type !== 'paragraph') return;
      const [first] = paragraph.children;
      if (first?.type !== 'text') return;
      const kind = marker.exec(first.value)?.[1]?.toLowerCase();
      if (!kind) return;
      first.value = first.value.replace(marker, '');
      if (first.value === '') paragraph.children.shift();
      if (paragraph.children[0]?.type === 'break') paragraph.children.shift();
      if (paragraph.children.length === 0) quote.children.shift();
      quote.data = { hName: 'callout', hProperties: { kind } };
    });
  };
}
