// Structured data of posts, releases, the way to a page, and the site itself (schema.org).
import { toXmlLine } from '@/lib/feeds/xml-text';
import type { JsonLdNode } from '@/lib/seo/event-json-ld';
import type { PageFacts } from '@/lib/seo/page-metadata';
import { site } from '@/lib/site';
import { toHref } from '@/lib/urls';

/** A page that is a post. */
export type PostFacts = PageFacts &
  Required<Pick<PageFacts, 'title' | 'article'>> & {
    readonly title: string;
    /** The featured one, as a path below the site's root that is ready for a page. */
    readonly picture?: { readonly src: string } | undefined;
  };

const publisher = { '@type': 'Organization', name: site.name, url: toHref('/') };

/** A schema.org `BlogPosting`. */
export function postJsonLd({ title, description, path, lang, picture, article }: PostFacts): JsonLdNode {
  const href = toHref(path);
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: toXmlLine(title),
    description: description === undefined ? undefined : toXmlLine(description),
    url: href,
    mainEntityOfPage: href,
    inLanguage: lang ?? site.lang,
    datePublished: article?.published.toISOString(),
    dateModified: article?.updated.toISOString(),
    image: picture && new URL(picture.src, href).href,
    keywords: article && article.tags.length > 0 ? article.tags.map(toXmlLine) : undefined,
    author: article?.authors.map((author) => ({
      '@type': 'Person',
      name: toXmlLine(author.name),
      url: author.path && toHref(author.path),
    })),
    publisher,
    license: site.contentLicence.url,
  };
}

/** A schema.org `BreadcrumbList`: the way from the front page to this one. */
export function breadcrumbJsonLd(way: readonly { readonly title: string; readonly path: string }[]): JsonLdNode {
  const whole = [{ title: site.name, path: '/' }, ...way];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: whole.map(({ title, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: toXmlLine(title),
      item: toHref(path),
    })),
  };
}

/** A schema.org `Organization`: who publishes the site, and where else it is found. */
export function organizationJsonLd(): JsonLdNode {
  return {
    '@context': 'https://schema.org',
    ...publisher,
    '@type': 'Organization',
    description: site.description,
    logo: toHref('/favicon.svg'),
    sameAs: site.channels.map(({ url }) => url),
  };
}

/** What of a release is told to machines. */
export interface ReleaseFacts {
  readonly project: string;
  readonly version: string;
  readonly path: string;
  /** A day or a month, as it was written. */
  readonly date: string | undefined;
  readonly notesUrl: string | undefined;
  /** Plain text. */
  readonly highlights: readonly string[];
}

/** A schema.org `SoftwareApplication` in one version. */
export function releaseJsonLd({ project, version, path, date, notesUrl, highlights }: ReleaseFacts): JsonLdNode {
  return {
    '@context': 'https://schema.org',
    '@type': 'SoftwareApplication',
    name: toXmlLine(project),
    softwareVersion: version,
    applicationCategory: 'DeveloperApplication',
    url: toHref(path),
    datePublished: date,
    releaseNotes: notesUrl ?? (highlights.length > 0 ? highlights.map(toXmlLine).join(' ') : undefined),
  };
}
