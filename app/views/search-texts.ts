// The text of everything that can be found, rendered as for feeds: for the search index of `npm run dev`, which has no built pages.
import { toHtml } from 'hast-util-to-html';
import { publishedAt, renderPlain, toEntry } from '@/app/views/feed-entries';
import { now } from '@/lib/base/clock';
import { type SearchSource, toSearchSources } from '@/lib/build/search-entries';
import { type SearchText, toParagraph } from '@/lib/build/search-index';
import { entryPages } from '@/lib/content/community';
import type { Content } from '@/lib/content/content';

export async function getSearchTexts(content: Content): Promise<SearchText[]> {
  const instant = now();
  const texts = new Map<string, () => Promise<string> | string>([
    ...content.posts.map((post) => [post.url, async () => toHtml(await renderPlain(post, content))] as const),
    ...entryPages(content.community).map(
      ({ url, kind, entry }) =>
        [url, () => toEntry(kind, entry, publishedAt(kind, entry, content) ?? instant, content).html] as const,
    ),
  ]);
  const textOf = (source: SearchSource) =>
    'text' in source ? toParagraph(source.text) : (texts.get(source.path)?.() ?? '');
  return Promise.all(toSearchSources(content, instant).map(async (entry) => ({ entry, html: await textOf(entry) })));
}
