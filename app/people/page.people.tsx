// Everyone who has a file in `content/people`, and the authors of posts.

import { pageHead } from '@/app/views/cards';
import { withPictures } from '@/app/views/entry-views';
import { PersonCard, type PersonWithPicture } from '@/components/people/person-card';
import { LetterGroups } from '@/components/ui/letter-groups';
import { CorrectionNote, PageTitle, Section } from '@/components/ui/page-parts';
import { compare } from '@/lib/base/compare';
import { groupByLetter } from '@/lib/base/letters';
import { sectionTexts } from '@/lib/base/sections';
import { personPath, toUrl } from '@/lib/base/urls';
import { plural, words } from '@/lib/base/words';
import type { Content } from '@/lib/content/content';
import { getContent } from '@/lib/content/queries';
import { person } from '@/lib/kinds/person/kind';

const { title, lead, empty } = sectionTexts.people;

export const generateMetadata = () => pageHead({ title, description: lead, path: '/people/' });

export default async function PeoplePage() {
  const content = await getContent();
  const people = await withPictures(person, [...content.community.people].sort(byName), content);
  const groups = groupByLetter(people, ({ title }) => title);
  const authors = toAuthors(content);
  return (
    <div className="frame">
      <PageTitle title={title}>
        <p>{lead}</p>
      </PageTitle>
      {people.length === 0 && <p className="invite">{empty}</p>}
      {groups ? (
        <LetterGroups label={words.people.byLetter} groups={groups}>
          {(items) => <PeopleList people={items} rank={3} />}
        </LetterGroups>
      ) : (
        <PeopleList people={people} rank={2} />
      )}
      {authors.length > 0 && (
        <Section id="site-writers" title={words.people.authors}>
          <ul className="columns-1 lg:columns-3">
            {authors.map(({ name, url, posts }) => (
              <li key={name} className="inline-flex min-h-11 w-full items-center gap-2">
                {url ? (
                  <a href={url} className="inline-flex min-h-11 items-center" dir="auto">
                    {name}
                  </a>
                ) : (
                  <span dir="auto">{name}</span>
                )}
                <span className="tabular text-muted">{plural(words.post.count, posts)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <CorrectionNote words={words.corrections.own} />
    </div>
  );
}

function PeopleList({ people, rank }: { people: readonly PersonWithPicture[]; rank: 2 | 3 }) {
  return (
    <ul className="people">
      {people.map((each) => (
        <li key={each.id}>
          <PersonCard view={each} rank={rank} />
        </li>
      ))}
    </ul>
  );
}

interface Author {
  readonly name: string;
  /** Of their page here or elsewhere, as it is on the page. */
  readonly url: string | undefined;
  readonly posts: number;
}

/** The authors of posts, those with the most posts first. */
function toAuthors({ posts, lookup }: Content): Author[] {
  const authors = new Map<string, Author>();
  for (const author of posts.flatMap((post) => post.authors)) {
    const known = lookup.person(author.name);
    const name = known?.name ?? author.name;
    const before = authors.get(name);
    const url = known ? toUrl(personPath(known.id)) : (before?.url ?? author.href);
    authors.set(name, { name, url, posts: (before?.posts ?? 0) + 1 });
  }
  return [...authors.values()].sort((a, b) => b.posts - a.posts || byName(a, b));
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return compare(a.name.toLowerCase(), b.name.toLowerCase());
}
