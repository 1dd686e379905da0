// All tags in alphabetical order, with how many posts each has. Where there are many, the most used are first.

import { pageHead } from '@/app/views/cards';
import { tagWords } from '@/components/blog/post-header';
import { LetterGroups } from '@/components/ui/letter-groups';
import { EmptyState, PageTitle, Section } from '@/components/ui/page-parts';
import { compare } from '@/lib/base/compare';
import { groupByLetter } from '@/lib/base/letters';
import { sectionTexts } from '@/lib/base/sections';
import { tagPath, toUrl } from '@/lib/base/urls';
import { plural, words } from '@/lib/base/words';
import { getContent } from '@/lib/content/queries';
import type { Tag } from '@/lib/content/tags';

const { title, lead, description } = sectionTexts.tags;

export const generateMetadata = () => pageHead({ title, description, path: '/tags/' });

export default async function TagsPage() {
  const { tags } = await getContent();
  const inOrder = [...tags.values()].sort((a, b) => compare(a.slug, b.slug));
  const groups = groupByLetter(inOrder, ({ slug }) => slug);
  return (
    <div className="frame">
      <PageTitle title={title}>
        <p>{lead}</p>
      </PageTitle>
      {tags.size === 0 && <EmptyState />}
      {groups ? (
        <>
          <Section id="site-most-used" title={words.tags.mostUsed} flush>
            <TagLinks tags={[...tags.values()].slice(0, mostUsed)} />
          </Section>
          <LetterGroups label={words.tags.byLetter} groups={groups}>
            {(items) => <TagLinks tags={items} />}
          </LetterGroups>
        </>
      ) : (
        <Catalogue tags={inOrder} />
      )}
    </div>
  );
}

/** How many tags are shown as the most used. */
const mostUsed = 24;

function Catalogue({ tags }: { tags: readonly Tag[] }) {
  return (
    <ul className="catalogue">
      {tags.map(({ slug, name, posts: { length, 0: latest } }) => (
        <li key={slug}>
          <h2 className="title" dir="auto">
            <a href={toUrl(tagPath(slug))}>{tagWords(name)}</a>
          </h2>
          <p className="text-muted" dir="auto">
            {plural(words.tags.count, length)}
            {latest && words.space + words.tags.latest(latest.title)}
          </p>
        </li>
      ))}
    </ul>
  );
}

function TagLinks({ tags }: { tags: readonly Tag[] }) {
  return (
    <ul className="name-list">
      {tags.map(({ slug, name, posts: { length } }) => (
        <li key={slug}>
          <a href={toUrl(tagPath(slug))} dir="auto">
            {tagWords(name)}
          </a>{' '}
          <span className="tabular text-muted">{plural(words.post.count, length)}</span>
        </li>
      ))}
    </ul>
  );
}
