// The people: who writes, maintains, speaks and contributes.
import type { Metadata } from 'next';
import { withPictures } from '@/app/views/entry-views';
import { pageHead } from '@/app/views/page-head';
import { PersonCard } from '@/components/people/person-card';
import { CorrectionNote } from '@/components/ui/correction-note';
import { PageTitle } from '@/components/ui/page-title';
import { compare } from '@/lib/base/compare';
import { personPath, toUrl } from '@/lib/base/urls';
import { type Content, findPerson } from '@/lib/content/content';
import { getContent } from '@/lib/content/queries';
import { person } from '@/lib/kinds/person/kind';
import { site } from '@/lib/site';

export async function generateMetadata(): Promise<Metadata> {
  return pageHead({
    title: 'People',
    description: 'Who writes, maintains, speaks and contributes.',
    path: '/people/',
  });
}

export default async function PeoplePage() {
  const content = await getContent();
  const sorted = [...content.community.people].sort((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()));
  const people = await withPictures(person, sorted, content);
  return (
    <div className="frame">
      <PageTitle title="People">
        <p>Who writes, maintains, speaks and contributes.</p>
      </PageTitle>
      {people.length === 0 && <p className="invite">Nobody is listed yet.</p>}
      <ul className="people">
        {people.map((each) => (
          <li key={each.id}>
            <PersonCard person={each} rank={2} />
          </li>
        ))}
      </ul>
      <Writers list={toWriters(content)} />
      <CorrectionNote issuesUrl={site.repository.issuesUrl} what="yourself" />
    </div>
  );
}

interface Writer {
  readonly name: string;
  /** Of those who have a page. */
  readonly url: string | undefined;
  readonly posts: number;
}

/** Who has written posts, those who wrote most first. */
function toWriters(content: Content): Writer[] {
  const writers = new Map<string, Writer>();
  for (const author of content.posts.flatMap(({ authors }) => authors)) {
    const known = findPerson(content, author);
    const name = known?.name ?? author;
    const posts = (writers.get(name)?.posts ?? 0) + 1;
    writers.set(name, { name, url: known && toUrl(personPath(known.id)), posts });
  }
  return [...writers.values()].sort((a, b) => b.posts - a.posts || compare(a.name.toLowerCase(), b.name.toLowerCase()));
}

function Writers({ list }: { list: readonly Writer[] }) {
  if (list.length === 0) return null;
  return (
    <section aria-labelledby="site-writers" className="section">
      <h2 id="site-writers" className="section-title">
        Who writes
      </h2>
      <ul className="columns-1 sm:columns-2 lg:columns-3">
        {list.map(({ name, url, posts }) => (
          <li key={name} className="inline-flex min-h-11 w-full items-center gap-2">
            {url ? (
              <a href={url} className="inline-flex min-h-11 items-center" dir="auto">
                {name}
              </a>
            ) : (
              <span dir="auto">{name}</span>
            )}
            <span className="tabular text-muted">{posts === 1 ? '1 post' : `${posts} posts`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
