// What editions contain: their facts in numbers, the people they thank, what they say of projects in every edition.
import type { ReactNode } from 'react';
import { words } from '@/lib/base/words';

interface PlainFact {
  /** `2 releases` */
  readonly text: string;
  readonly url: string;
}

/** The content of an edition in numbers, on one line; each part links to its place. */
export function PlainFacts({ facts }: { facts: readonly PlainFact[] }) {
  if (facts.length === 0) return null;
  return (
    <ul className="plain-facts" aria-label={words.edition.facts}>
      {facts.map(({ text, url }) => (
        <li key={url}>
          <a href={url}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

interface ThanksProps {
  readonly people: readonly { readonly name: string; readonly url: string | undefined }[];
  readonly anchor?: string;
}

/** The people whom an edition thanks. */
export function Thanks({ people, anchor }: ThanksProps) {
  return (
    <ul id={anchor} className="thanks">
      {people.map(({ name, url }) => (
        <li key={name} dir="auto">
          {url ? <a href={url}>{name}</a> : name}
        </li>
      ))}
    </ul>
  );
}

export interface FactView {
  readonly icon: string | undefined;
  readonly title: string;
  readonly about: ReactNode;
}

/** What the community says about its projects in every edition. */
export function ProjectFacts({ facts }: { facts: readonly FactView[] }) {
  return (
    <ul className="facts">
      {facts.map(({ icon, title, about }) => (
        <li key={title}>
          {icon && <span aria-hidden="true">{icon}</span>}
          <div>
            <bdi>
              <strong>{title}</strong> {about}
            </bdi>
          </div>
        </li>
      ))}
    </ul>
  );
}
