// A post as Markdown, for programs that read text: components as text, addresses absolute.
import type { ElementContent } from 'hast';
import { element } from '@/lib/base/html';
import { toMarkdown } from '@/lib/output/feeds/html-to-markdown';
import { toXmlText } from '@/lib/output/feeds/xml-text';

/** What is said of a post, and its content as plain HTML: see `toPlainNodes`. */
export interface PostText {
  readonly title: string;
  readonly summary: string | undefined;
  readonly published: Date;
  readonly authors: readonly { readonly name: string }[];
  /** Absolute. */
  readonly href: string;
  readonly nodes: readonly ElementContent[];
}

/** The title as a heading, a line with day and authors, the text, and its address. */
export function renderPostMarkdown({ title, nodes, summary, published, authors, href }: PostText): string {
  const by = authors.length > 0 ? ` by ${authors.map(({ name }) => name).join(', ')}` : '';
  const text = toMarkdown([
    element('h1', {}, title),
    element('p', {}, summary),
    element('p', {}, `${published.toISOString().slice(0, 10)}${by}`),
    ...nodes,
  ]);
  return toXmlText(`${text}\n\nSource: <${href}>\n`);
}
