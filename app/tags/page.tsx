// All tags, by letter order, with how many posts each has.
import type { Metadata } from 'next';
import { pageHead } from '@/app/views/page-head';
import { EmptyState } from '@/components/ui/empty-state';
import { PageTitle } from '@/components/ui/page-title';
import { getContent } from '@/lib/content/content';
import { compare } from '@/lib/content/problems';
import { site } from '@/lib/site';
import { tagPath, toUrl } from '@/lib/urls';

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
      <ul className="columns-1 sm:columns-2 lg:columns-3">
        {tags.map(({ slug, name, posts }) => (
          <li key={slug}>
            <a href={toUrl(tagPath(slug))} className="inline-flex min-h-11 items-center" dir="auto">
              {name}
            </a>{' '}
            <span className="tabular text-muted">{posts.length}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
