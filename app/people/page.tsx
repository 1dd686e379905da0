// The people: who writes, maintains, speaks and contributes.
import type { Metadata } from 'next';
import { toPersonView } from '@/app/views/community-views';
import { pageHead } from '@/app/views/page-head';
import { PersonCard } from '@/components/people/person-card';
import { CorrectionNote } from '@/components/ui/correction-note';
import { PageTitle } from '@/components/ui/page-title';
import { getContent } from '@/lib/content/content';
import { compare } from '@/lib/content/problems';
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
  const people = await Promise.all(sorted.map((person) => toPersonView(person, content)));
  return (
    <div className="frame">
      <PageTitle title="People">
        <p>Who writes, maintains, speaks and contributes.</p>
      </PageTitle>
      {people.length === 0 && <p className="invite">Nobody is listed yet.</p>}
      <ul className="people">
        {people.map((person) => (
          <li key={person.id}>
            <PersonCard person={person} rank={2} />
          </li>
        ))}
      </ul>
      <CorrectionNote issuesUrl={site.repository.issuesUrl} what="yourself" />
    </div>
  );
}
