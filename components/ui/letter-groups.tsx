// A long list in groups by letter, with links to the letters.
import type { ReactNode } from 'react';
import type { LetterGroup } from '@/lib/base/letters';
import { words } from '@/lib/base/words';

interface LetterGroupsProps<T> {
  /** What the list is of, for those who hear the page: `Tags by letter`. */
  readonly label: string;
  readonly groups: readonly LetterGroup<T>[];
  /** The items of one letter. */
  readonly children: (items: readonly T[]) => ReactNode;
}

export function LetterGroups<T>({ label, groups, children }: LetterGroupsProps<T>) {
  return (
    <>
      <nav aria-label={label} className="letters">
        {groups.map(({ letter }) => (
          <a key={letter} href={`#${idOf(letter)}`}>
            {letter ?? words.page.otherLetters}
          </a>
        ))}
      </nav>
      {groups.map(({ letter, items }) => (
        <section key={letter} aria-labelledby={idOf(letter)} className="section">
          <h2 id={idOf(letter)} className="section-title">
            {letter ?? words.page.otherLetters}
          </h2>
          {children(items)}
        </section>
      ))}
    </>
  );
}

function idOf(letter = 'other'): string {
  return `site-letter-${letter === '0–9' ? 'digit' : letter.toLowerCase()}`;
}
