// A post as Markdown, for programs that read text: components as text, addresses absolute.
import type { ElementContent } from 'hast';
import { toDateTime } from '@/lib/base/dates';
import { element } from '@/lib/base/html';
import { words } from '@/lib/base/words';
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
  { title, kicker, description, published, authors }: PostFacts,
  href: string,
  nodes: readonly ElementContent[],
): string {
  const day = toDateTime(published);
  const names = authors.map(({ name }) => name).join(words.comma);
  const text = toMarkdown([
    element('h1', {}, title),
    element('p', {}, kicker),
    element('p', {}, description),
    element('p', {}, names === '' ? day : words.feeds.dayAndAuthors(day, names)),
    ...nodes,
  ]);
  return toXmlText(`${text}\n\n${words.labelled(words.feeds.source, `<${href}>`)}\n`);
}
