// The parts of pages: title, sections, notes, structured data.
import type { ComponentProps, ReactNode } from 'react';
import { ExternalLink } from '@/components/ui/inline';
import { toJsonLd } from '@/lib/output/seo/json-ld';
import { site } from '@/lib/site';

/** The title of a page, and what is below it. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="page-title">
      <h1 className="headline">{title}</h1>
      {children && <div>{children}</div>}
    </header>
  );
}

interface SectionProps extends Omit<ComponentProps<'section'>, 'title'> {
  /** The id of the heading. */
  readonly id: string;
  readonly title: ReactNode;
  /** Where the heading links to, ready for the page. */
  readonly url?: string;
  /** Whether there is no extra space above it. */
  readonly flush?: boolean;
}

/** A section of a page, named by its heading. */
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

/** What a list shows while it is empty: an invitation. */
export function EmptyState() {
  return (
    <div className="invite">
      <p className="text-lg text-ink">
        <strong>Nothing has been published yet.</strong>
      </p>
      <p>
        <ExternalLink href={site.repository.url}>Contribute the first post</ExternalLink>: all it takes is one file.
      </p>
    </div>
  );
}

/** @param what what can be corrected: `an organisation or a logo`. */
export function CorrectionNote({ what }: { what: string }) {
  return (
    <p className="section byline">
      To have {what} corrected or removed, <ExternalLink href={site.repository.issuesUrl}>open an issue</ExternalLink>{' '}
      or edit the file. You do not need to give a reason.
    </p>
  );
}

/** Structured data in a page: read by search engines, never executed. */
export function JsonLd({ data }: { data: Parameters<typeof toJsonLd>[0] }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: toJsonLd escapes what could close the element
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: toJsonLd(data) }} />;
}
