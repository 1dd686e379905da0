// All posts as data: what they are and where, with their text a link away.
import { serveJson } from '@/app/serve-json';
import { toAuthors } from '@/app/views/feed-entries';
import { getContent } from '@/lib/content/content';
import { changedAt } from '@/lib/content/posts';
import { site } from '@/lib/site';
import { dataPath, markdownPath, toHref } from '@/lib/urls';

export const dynamic = 'force-static';

export async function GET() {
  const content = await getContent();
  return serveJson({
    title: `${site.name}: posts`,
    href: toHref(dataPath('posts')),
    licence: site.contentLicence.url,
    entries: content.posts.map((post) => ({
      href: toHref(post.url),
      markdown: toHref(markdownPath(post.url)),
      title: post.title,
      description: post.description,
      date: post.date.toISOString(),
      updated: changedAt(post).toISOString(),
      lang: post.lang ?? site.lang,
      authors: toAuthors(post, content).map(({ name, path }) => ({ name, href: path && toHref(path) })),
      tags: post.tags,
      period: post.coverage.period,
    })),
  });
}
