// A section of a page, named by its heading.
import type { ReactNode } from 'react';

interface SectionProps {
  /** The id of the heading. */
  readonly id: string;
  readonly title: ReactNode;
  /** Where the heading links to, ready for the page. */
  readonly url?: string;
  /** Whether the section has no distance of its own to what is above it. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

export function Section({ id, title, url, flush = false, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className={flush ? undefined : 'section'}>
      <h2 id={id} className="section-title">
        {url === undefined ? title : <a href={url}>{title}</a>}
      </h2>
      {children}
    </section>
  );
}
