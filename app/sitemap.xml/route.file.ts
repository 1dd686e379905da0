// All pages for search engines; above 50,000 pages, the list of the files that list them.
import { serveText } from '@/app/serve';
import { sitemapPages } from '@/app/views/sitemap-pages';
import { sitemapPath, toHref } from '@/lib/base/urls';
import { renderSitemap, renderSitemapIndex, toSitemapFiles } from '@/lib/output/seo/sitemap';

export const dynamic = 'force-static';

export async function GET() {
  const files = toSitemapFiles(await sitemapPages());
  const text =
    files.length === 1
      ? renderSitemap(files[0] ?? [])
      : renderSitemapIndex(files.map((_, index) => toHref(sitemapPath(index + 1))));
  return serveText(text, 'application/xml');
}
