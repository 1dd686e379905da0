// All pages, for search engines (https://www.sitemaps.org/protocol.html).
import { toXmlText } from '@/lib/output/feeds/xml-text';

/** A page in the sitemap. */
export interface SitemapPage {
  /** Absolute. */
  readonly href: string;
  /** When its content last changed; undefined where that is unknown. Never the time of the build. */
  readonly changed?: Date | undefined;
  /** Absolute addresses of its pictures. */
  readonly pictures?: readonly string[];
}

/** How many pages one file may have. */
export const sitemapLimit = 50_000;

/** Splits pages among as many files as they need, at least one. */
export function toSitemapFiles(pages: readonly SitemapPage[], limit = sitemapLimit): SitemapPage[][] {
  const count = Math.max(1, Math.ceil(pages.length / limit));
  return Array.from({ length: count }, (_, index) => pages.slice(index * limit, (index + 1) * limit));
}

/** A file of pages. */
export function renderSitemap(pages: readonly SitemapPage[]): string {
  const urls = pages.map(({ href, changed, pictures = [] }) =>
    [
      `<url><loc>${escaped(href)}</loc>`,
      changed ? `<lastmod>${changed.toISOString()}</lastmod>` : '',
      ...pictures.map((picture) => `<image:image><image:loc>${escaped(picture)}</image:loc></image:image>`),
      '</url>',
    ].join(''),
  );
  const names =
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${names}>\n${urls.join('\n')}\n</urlset>\n`;
}

/** The file that names the files of pages. */
export function renderSitemapIndex(hrefs: readonly string[]): string {
  const list = hrefs.map((href) => `<sitemap><loc>${escaped(href)}</loc></sitemap>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${list}\n</sitemapindex>\n`;
}

function escaped(text: string): string {
  return toXmlText(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
