// The head of every page: title, canonical address, social card, times and tags, its own feeds.
import type { Metadata } from 'next';
import { localeOf } from '@/lib/base/language';
import { toHref, toUrl } from '@/lib/base/urls';
import { cardSize } from '@/lib/output/cards/card-facts';
import { feedFormats } from '@/lib/output/feeds/feed';
import { toXmlLine } from '@/lib/output/feeds/xml-text';
import { authorHref, type PostFacts } from '@/lib/output/post-facts';
import { given } from '@/lib/output/seo/json-ld';
import { site } from '@/lib/site';

/** A page, as far as its head is concerned. */
export interface PageFacts {
  /** Undefined for the front page, whose title is the name of the site. */
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Its path on the site. */
  readonly path: string;
  /** BCP 47, where it is not the site's. */
  readonly lang?: string | undefined;
  /** Its social card, of the size `cardSize`. */
  readonly card?: { readonly href: string; readonly alt: string } | undefined;
  /** Where the page has feeds of its own: the path to which their names are added, and what they are about. */
  readonly feeds?: { readonly folder: string; readonly title: string } | undefined;
  /** For a post. */
  readonly article?: Pick<PostFacts, 'published' | 'updated' | 'authors' | 'tags'> | undefined;
}

/** The head of a page. Titles and descriptions are not cut: those who show them know how much space there is. */
export function pageMetadata(page: PageFacts): Metadata {
  const title = page.title === undefined ? undefined : toXmlLine(page.title);
  const description = toXmlLine(page.description ?? site.description);
  const href = toHref(page.path);
  const { card: image, article } = page;
  const images = image && [{ url: image.href, ...cardSize, alt: toXmlLine(image.alt) }];
  const card = { title: title ?? site.name, description, ...(images ? { images } : {}) };
  const shared = { ...card, url: href, siteName: site.name, locale: toLocale(page.lang ?? site.lang) };
  return {
    ...(title === undefined ? {} : { title }),
    description,
    alternates: {
      canonical: href,
      ...(page.feeds ? { types: toTypes(page.feeds) } : {}),
    },
    ...(article
      ? {
          authors: article.authors.map((author) => ({ name: author.name, ...given({ url: authorHref(author) }) })),
          openGraph: {
            ...shared,
            type: 'article' as const,
            publishedTime: article.published.toISOString(),
            modifiedTime: article.updated.toISOString(),
            authors: article.authors.map((author) => authorHref(author) ?? author.name),
            tags: [...article.tags],
          },
        }
      : { openGraph: { ...shared, type: 'website' as const } }),
    // X takes the picture from Open Graph; `images` is empty so that the framework does not repeat it.
    twitter: { title: card.title, description, images: [], card: image ? 'summary_large_image' : 'summary' },
  };
}

/** A language as Open Graph writes it, with its region and without its script: `pt_BR`, `zh_CN` for `zh-Hans-CN`. */
function toLocale(lang: string): string {
  const { language, region } = localeOf(lang);
  return region ? `${language}_${region}` : language;
}

function toTypes({ folder, title }: { folder: string; title: string }) {
  return Object.fromEntries(
    Object.values(feedFormats).map((format) => [
      format.type,
      [{ url: toUrl(folder + format.name), title: `${title} (${format.title})` }],
    ]),
  );
}
