// What the community says about its projects in every edition.
import type { ReactNode } from 'react';

export interface FactView {
  readonly icon: string | undefined;
  readonly title: string;
  readonly about: ReactNode;
}

export function ProjectFacts({ facts }: { facts: readonly FactView[] }) {
  return (
    <ul className="facts">
      {facts.map(({ icon, title, about }) => (
        <li key={title}>
          {icon && <span aria-hidden="true">{icon}</span>}
          <div>
            <strong>{title}</strong> {about}
          </div>
        </li>
      ))}
    </ul>
  );
}
