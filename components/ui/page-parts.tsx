// The parts of pages: title, sections, notes, structured data.
import type { ComponentProps, ReactNode } from 'react';
import { ExternalLink, Sentence } from '@/components/ui/inline';
import { words } from '@/lib/base/words';
import type { Sentence as SentenceWords } from '@/lib/base/words/words';
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
        <strong>{words.empty.title}</strong>
      </p>
      <p>
        <Sentence words={words.empty.contributeHow}>
          <ExternalLink href={site.repository.url}>{words.empty.contribute}</ExternalLink>
        </Sentence>
      </p>
    </div>
  );
}

/** At the end of a list: how to correct what is in it. @param words of `words.corrections` */
export function CorrectionNote({ words: about }: { words: SentenceWords }) {
  return (
    <p className="section byline">
      <Sentence words={about}>
        <ExternalLink href={site.repository.issuesUrl}>{words.corrections.openIssue}</ExternalLink>
      </Sentence>
    </p>
  );
}

/** Structured data in a page: read by search engines, never executed. */
export function JsonLd({ data }: { data: Parameters<typeof toJsonLd>[0] }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: toJsonLd escapes what could close the element
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: toJsonLd(data) }} />;
}
