// Structured data of posts, releases, the way to a page, and the site itself (schema.org).
import type { BlogPosting, BreadcrumbList, Organization, SoftwareApplication, WithContext } from 'schema-dts';
import { toHref } from '@/lib/base/urls';
import { toXmlLine } from '@/lib/output/feeds/xml-text';
import { authorHref, type PostFacts } from '@/lib/output/post-facts';
import type { JsonLdNode } from '@/lib/output/seo/event-json-ld';
import { given } from '@/lib/output/seo/json-ld';
import { site } from '@/lib/site';
import type { Site } from '@/lib/site-types';

const publisher = { '@type': 'Organization', name: site.name, url: toHref('/') } as const satisfies Organization;

/**
 * A schema.org `BlogPosting`. Where no author is named, the community is the author.
 *
 * @param picture the featured one, as a path below the site's root that is ready for a page.
 */
export function postJsonLd(
  post: PostFacts,
  picture?: string,
  { contentLicence }: Pick<Site, 'contentLicence'> = site,
): JsonLdNode {
  const { title, description, path, lang, tags } = post;
  const href = toHref(path);
  const authors = post.authors.map((author) => ({
    '@type': 'Person' as const,
    name: toXmlLine(author.name),
    ...given({
      url: authorHref(author),
      affiliation: author.affiliation && { '@type': 'Organization' as const, name: toXmlLine(author.affiliation) },
    }),
  }));
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: toXmlLine(title),
    ...given({ description: description && toXmlLine(description) }),
    url: href,
    mainEntityOfPage: href,
    inLanguage: lang ?? site.lang,
    datePublished: post.published.toISOString(),
    dateModified: post.updated.toISOString(),
    ...given({
      image: picture && new URL(picture, href).href,
      keywords: tags.length > 0 ? tags.map(toXmlLine) : undefined,
    }),
    author: authors.length > 0 ? authors : publisher,
    publisher,
    ...given({ license: contentLicence?.url }),
  } satisfies WithContext<BlogPosting>;
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
  } satisfies WithContext<BreadcrumbList>;
}

/** A schema.org `Organization`: who publishes the site, and where else it is found. */
export function organizationJsonLd(): JsonLdNode {
  return {
    '@context': 'https://schema.org',
    ...publisher,
    '@type': 'Organization',
    description: site.description,
    logo: toHref('/favicon.svg'),
    sameAs: site.channels.map(({ url }) => url).filter((url) => !url.startsWith('/')),
  } satisfies WithContext<Organization>;
}

/** What structured data says of a release. */
export interface ReleaseFacts {
  readonly project: string;
  readonly version: string;
  readonly path: string;
  /** A day or a month, as written: `2022-03`. */
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
    ...given({
      datePublished: date,
      releaseNotes: notesUrl ?? (highlights.length > 0 ? highlights.map(toXmlLine).join(' ') : undefined),
    }),
  } satisfies WithContext<SoftwareApplication>;
}
