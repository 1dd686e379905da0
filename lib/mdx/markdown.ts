// Markdown in the fields of entries, to React, HTML or plain text. Without HTML, components and pictures.
import type { Element, ElementContent, Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { toString as textOf } from 'hast-util-to-string';
import type { ReactElement } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { footnoteOptions } from '@/lib/mdx/footnotes';
import { rehypeLinks } from '@/lib/mdx/links';
import { parsePlain } from '@/lib/mdx/syntax';
import { walkElements } from '@/lib/mdx/walk';

const toHtml = unified().use(remarkRehype, footnoteOptions).use(keepSafe).use(rehypeLinks).freeze();

const trees = new Map<string, Root>();

/** So many characters of Markdown are kept as trees: far more than a large community has, and a bound where anybody sends some. */
const mostKept = 4_000_000;
let kept = 0;

/** Markdown of several paragraphs, as React. */
export function renderMarkdown(markdown: string): ReactElement {
  return toJsxRuntime(markdownTree(markdown), { Fragment, jsx, jsxs }) as ReactElement;
}

/** Markdown of one line, as React without a paragraph around it. */
export function renderInline(markdown: string): ReactElement {
  const { children } = markdownTree(markdown);
  const only = children.filter((node): node is Element => node.type === 'element');
  const inner: ElementContent[] | undefined =
    only.length === 1 && only[0]?.tagName === 'p' ? only[0].children : undefined;
  return toJsxRuntime({ type: 'root', children: inner ?? children }, { Fragment, jsx, jsxs }) as ReactElement;
}

/** Markdown as plain text, with an empty line between paragraphs. */
export function toPlainText(markdown: string): string {
  return markdownTree(markdown)
    .children.map((node) => (node.type === 'element' ? textOf(node) : ''))
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

/** Markdown as a tree of HTML. It is shared: only change a copy. */
export function markdownTree(markdown: string): Root {
  let tree = trees.get(markdown);
  if (!tree) {
    tree = toHtml.runSync(parsePlain(markdown));
    kept += markdown.length;
    if (kept > mostKept) {
      trees.clear();
      kept = markdown.length;
    }
    trees.set(markdown, tree);
  }
  return tree;
}

/** Links lead only to `https:`, `mailto:` and paths; pictures become their alt text. */
function keepSafe() {
  return (tree: Root): void => {
    walkElements(tree, (element, index, parent) => {
      const { href } = element.properties;
      if (element.tagName === 'a' && typeof href === 'string' && !/^(?:https:\/\/|mailto:|[/#])/i.test(href))
        delete element.properties.href;
      if (element.tagName === 'img' && parent && index !== undefined) {
        parent.children[index] = { type: 'text', value: String(element.properties.alt ?? '') };
      }
    });
  };
}
