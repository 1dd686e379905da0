// All tags, by letter order, with how many posts each has.
import type { Metadata } from 'next';
import { pageHead } from '@/app/views/page-head';
import { tagWords } from '@/components/blog/tag-words';
import { EmptyState } from '@/components/ui/empty-state';
import { PageTitle } from '@/components/ui/page-title';
import { compare } from '@/lib/base/compare';
import { tagPath, toUrl } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';
import { site } from '@/lib/site';

export async function generateMetadata(): Promise<Metadata> {
  return pageHead({
    title: 'Tags',
    description: 'What posts are about.',
    path: '/tags/',
  });
}

export default async function TagsPage() {
  const tags = [...(await getContent()).tags.values()].sort((a, b) => compare(a.slug, b.slug));
  return (
    <div className="frame">
      <PageTitle title="Tags">
        <p>What posts are about. Each tag has a page and feeds of its own.</p>
      </PageTitle>
      {tags.length === 0 && <EmptyState contribute={site.repository.url} />}
      <ul className="catalogue">
        {tags.map(({ slug, name, posts: { length, 0: latest } }) => (
          <li key={slug}>
            <h2 className="title" dir="auto">
              <a href={toUrl(tagPath(slug))}>{tagWords(name)}</a>
            </h2>
            <p className="text-muted" dir="auto">
              {length === 1 ? 'One post' : `${length} posts`}
              {latest && `; the latest is “${latest.title}”`}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
