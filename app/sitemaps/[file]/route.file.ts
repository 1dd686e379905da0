// The parts of a sitemap of more than 50,000 pages.
import { fileRoute } from '@/app/param-route';
import { serveText } from '@/app/serve';
import { sitemapPages } from '@/app/views/sitemap-pages';
import { renderSitemap, toSitemapFiles } from '@/lib/output/seo/sitemap';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const { generateStaticParams, GET } = fileRoute({
  async list() {
    const files = toSitemapFiles(await sitemapPages());
    return files.length === 1 ? [] : files.map((_, index) => ({ file: `${index + 1}.xml` }));
  },
  find: async ({ file }) => toSitemapFiles(await sitemapPages())[Number.parseInt(file, 10) - 1],
  respond: (pages) => serveText(renderSitemap(pages), 'application/xml'),
});
