// All tags in alphabetical order, with how many posts each has.
import { pageHead } from '@/app/views/cards';
import { tagWords } from '@/components/blog/post-header';
import { EmptyState, PageTitle } from '@/components/ui/page-parts';
import { compare } from '@/lib/base/compare';
import { tagPath, toUrl } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';

export const generateMetadata = () =>
  pageHead({ title: 'Tags', description: 'All tags, and how many posts each has.', path: '/tags/' });

export default async function TagsPage() {
  const tags = [...(await getContent()).tags.values()].sort((a, b) => compare(a.slug, b.slug));
  return (
    <div className="frame">
      <PageTitle title="Tags">
        <p>What posts are about. Each tag has its own page and feeds.</p>
      </PageTitle>
      {tags.length === 0 && <EmptyState />}
      <ul className="catalogue">
        {tags.map(({ slug, name, posts: { length, 0: latest } }) => (
          <li key={slug}>
            <h2 className="title" dir="auto">
              <a href={toUrl(tagPath(slug))}>{tagWords(name)}</a>
            </h2>
            <p className="text-muted" dir="auto">
              {length === 1 ? 'One post' : `${length} posts`}
              {latest && `. Latest: “${latest.title}”`}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
