// The text of everything that can be found, drawn as for feeds: for the index of `npm run dev`, which has no built pages.
import { toHtml } from 'hast-util-to-html';
import { announcedAt, drawPost, releasedAt, toEventEntry, toReleaseEntry } from '@/app/views/feed-entries';
import { now } from '@/lib/base/clock';
import { eventPath, releasePath } from '@/lib/base/urls';
import { type SearchSource, toSearchSources } from '@/lib/build/search-entries';
import { type SearchText, toParagraph } from '@/lib/build/search-index';
import type { Content } from '@/lib/content/content';

export async function getSearchTexts(content: Content): Promise<SearchText[]> {
  const instant = now();
  const texts = new Map<string, () => Promise<string> | string>([
    ...content.posts.map((post) => [post.url, async () => toHtml(await drawPost(post, content))] as const),
    ...content.community.events.map(
      (event) =>
        [eventPath(event.id), () => toEventEntry(event, announcedAt(event, content) ?? instant, content).html] as const,
    ),
    ...content.community.releases.map(
      (release) =>
        [
          releasePath(release.project, release.version),
          () => toReleaseEntry(release, releasedAt(release, content) ?? instant, content).html,
        ] as const,
    ),
  ]);
  const textOf = (source: SearchSource) =>
    'text' in source ? toParagraph(source.text) : (texts.get(source.path)?.() ?? '');
  return Promise.all(toSearchSources(content, instant).map(async (entry) => ({ entry, html: await textOf(entry) })));
}
