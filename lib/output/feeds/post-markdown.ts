// A post as Markdown, for programs that read text: components as text, addresses absolute.
import type { ElementContent } from 'hast';
import { element } from '@/lib/base/html';
import { toMarkdown } from '@/lib/output/feeds/html-to-markdown';
import { toXmlText } from '@/lib/output/feeds/xml-text';
import type { PostFacts } from '@/lib/output/post-facts';

/**
 * The title as a heading, a line with day and authors, the text, and its address.
 *
 * @param href the post's address, absolute.
 * @param nodes its content as plain HTML: see `toPlainNodes`.
 */
export function renderPostMarkdown(
  { title, description, published, authors }: PostFacts,
  href: string,
  nodes: readonly ElementContent[],
): string {
  const by = authors.length > 0 ? ` by ${authors.map(({ name }) => name).join(', ')}` : '';
  const text = toMarkdown([
    element('h1', {}, title),
    element('p', {}, description),
    element('p', {}, `${published.toISOString().slice(0, 10)}${by}`),
    ...nodes,
  ]);
  return toXmlText(`${text}\n\nSource: <${href}>\n`);
}
