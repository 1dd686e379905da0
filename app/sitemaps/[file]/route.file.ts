// The parts of a sitemap of more than 50,000 pages.

import { notFound } from 'next/navigation';
import { serveText } from '@/app/serve';
import { staticParams } from '@/app/static-params';
import { sitemapPages } from '@/app/views/sitemap-pages';
import { renderSitemap, toSitemapFiles } from '@/lib/output/seo/sitemap';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(async () => {
  const files = toSitemapFiles(await sitemapPages());
  return files.length === 1 ? [] : files.map((_, index) => ({ file: `${index + 1}.xml` }));
});

export async function GET(_: Request, { params }: RouteContext<'/sitemaps/[file]'>) {
  const pages = toSitemapFiles(await sitemapPages())[Number.parseInt((await params).file, 10) - 1];
  if (!pages) notFound();
  return serveText(renderSitemap(pages), 'application/xml');
}
