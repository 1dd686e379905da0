// A post as Markdown, for programs that read text: components as text, addresses absolute.
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { FeedItem } from '@/lib/feeds/feed';
import { toXmlText } from '@/lib/feeds/xml-text';

/** The title as a heading, a line with day, authors and address, then the text. */
export function renderPostMarkdown({ title, html, summary, published, authors, href }: FeedItem): string {
  const by = authors.length > 0 ? ` by ${authors.map(({ name }) => name).join(', ')}` : '';
  const head: Nodes = {
    type: 'root',
    children: [
      { type: 'element', tagName: 'h1', properties: {}, children: [{ type: 'text', value: title }] },
      ...(summary
        ? [
            {
              type: 'element' as const,
              tagName: 'p',
              properties: {},
              children: [{ type: 'text' as const, value: summary }],
            },
          ]
        : []),
      {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [{ type: 'text', value: `${published.toISOString().slice(0, 10)}${by}` }],
      },
    ],
  };
  const body = fromHtml(html, { fragment: true });
  const tree = toMdast({ type: 'root', children: [...head.children, ...body.children] });
  const text = toMarkdown(tree, { extensions: [gfmToMarkdown()], bullet: '-', fences: true });
  return toXmlText(`${text}\nSource: <${href}>\n`);
}
