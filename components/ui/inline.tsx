// Parts of a line: links to other sites, days, names.
import { createElement, Fragment, type ReactNode } from 'react';
import { toDateTime, toDay } from '@/lib/base/dates';
import { toUrl } from '@/lib/base/urls';
import { listParts } from '@/lib/base/words';
import type { SentenceOfTwo, Sentence as SentenceWords } from '@/lib/base/words/words';

interface ExternalLinkProps {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
}

type SentenceProps =
  | { readonly words: SentenceWords; readonly children: ReactNode }
  | { readonly words: SentenceOfTwo; readonly children: readonly [first: ReactNode, second: ReactNode] };

/** A sentence of the interface around a link, a date or names; or around two of these, in the order of the words' parameters. */
export function Sentence({ words, children }: SentenceProps) {
  const [first, second] = Array.isArray(children) ? children : [children];
  return createElement(Fragment, null, ...words<ReactNode>(first, second));
}

/** A link to another site. */
export function ExternalLink({ href, className, children }: ExternalLinkProps) {
  return (
    <a href={href} rel="external" className={className}>
      {children}
    </a>
  );
}

/** A link that lib/site.ts names: to a page of this site by its path, or to another site. */
export function SiteLink({ href, children }: ExternalLinkProps) {
  return href.startsWith('/') ? (
    <a href={toUrl(href)}>{children}</a>
  ) : (
    <ExternalLink href={href}>{children}</ExternalLink>
  );
}

/** A link to the code host's editor for the file behind a page. Search engines do not follow it. */
export function EditLink({ href, className, children }: ExternalLinkProps) {
  return (
    <a href={href} rel="external nofollow" className={className}>
      {children}
    </a>
  );
}

/** @param date an instant; its day in UTC is shown. */
export function Day({ date, className }: { date: Date; className?: string }) {
  return (
    <time dateTime={toDateTime(date)} className={className}>
      {toDay(date)}
    </time>
  );
}

interface NameListProps {
  readonly people: readonly {
    readonly name: string;
    readonly url: string | undefined;
    readonly affiliation?: string | undefined;
  }[];
  /** The `rel` of the links to them. */
  readonly rel?: string;
}

/** Names in a sentence, as the language joins them: `A, B and C`. */
export function NameList({ people, rel }: NameListProps) {
  const names = people.map(({ name, url, affiliation }) => (
    <bdi key={name}>
      {url ? (
        <a href={url} rel={rel}>
          {name}
        </a>
      ) : (
        name
      )}
      {affiliation && ` (${affiliation})`}
    </bdi>
  ));
  return listParts<ReactNode>(names);
}
