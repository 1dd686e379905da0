// A person: picture or monogram, name, roles.
import type { ReactNode } from 'react';
import { Image } from '@/components/ui/pictures';
import type { PersonView } from '@/lib/kinds/person/kind';

/** A person with their picture, measured in pixels. */
export type PersonWithPicture = PersonView & {
  readonly picture?: { readonly src: string; readonly width: number; readonly height: number } | undefined;
};

interface PersonCardProps {
  readonly view: PersonWithPicture;
  readonly rank?: 2 | 3 | 4;
  readonly anchor?: string | undefined;
  readonly children?: ReactNode;
}

export function PersonCard({ view: person, rank = 3, anchor, children }: PersonCardProps) {
  const Heading = `h${rank}` as const;
  return (
    <article id={anchor} className="person">
      <Portrait person={person} />
      <div className="min-w-0">
        <Heading className="title" dir="auto">
          <a href={person.url}>{person.title}</a>
        </Heading>
        <PersonFacts person={person} />
        {children && (
          <div className="event-text" dir="auto">
            {children}
          </div>
        )}
      </div>
    </article>
  );
}

/** Roles and affiliation, a line each. */
export function PersonFacts({ person }: { person: PersonView }) {
  return (
    <>
      {person.roles.map((role) => (
        <p key={role} className="event-when">
          {role}
        </p>
      ))}
      {person.affiliation && <p className="event-when">{person.affiliation}</p>}
    </>
  );
}

/** The picture, or a monogram for a person without one. */
export function Portrait({ person }: { person: PersonWithPicture }) {
  const { picture, title } = person;
  if (picture) return <Image picture={picture} alt="" className="portrait" />;
  return (
    <span className="portrait monogram" aria-hidden="true">
      {monogram(title)}
    </span>
  );
}

/** The first letters of the first and the last part of a name. */
export function monogram(name: string): string {
  const parts = name.split(/[\s-]+/).filter(Boolean);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part && Array.from(part)[0]);
  return letters.filter(Boolean).join('').toUpperCase();
}
