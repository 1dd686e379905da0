// A section of a page, named by its heading.
import type { ComponentProps, ReactNode } from 'react';

interface SectionProps extends Omit<ComponentProps<'section'>, 'title'> {
  /** The id of the heading. */
  readonly id: string;
  readonly title: ReactNode;
  /** Where the heading links to, ready for the page. */
  readonly url?: string;
  /** Whether there is no extra space above it. */
  readonly flush?: boolean;
}

export function Section({ id, title, url, flush = false, children, ...attributes }: SectionProps) {
  return (
    <section aria-labelledby={id} className={flush ? undefined : 'section'} {...attributes}>
      <h2 id={id} className="section-title">
        {url === undefined ? title : <a href={url}>{title}</a>}
      </h2>
      {children}
    </section>
  );
}
