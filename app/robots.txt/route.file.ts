// What search engines may index: everything, but nothing of a preview.
import { serveText } from '@/app/serve';
import { toHref } from '@/lib/base/urls';
import { isPreview } from '@/lib/content/visibility';

export const dynamic = 'force-static';

export function GET() {
  const text = `User-agent: *\nDisallow:${isPreview() ? ' /' : ''}\n\nSitemap: ${toHref('/sitemap.xml')}\n`;
  return serveText(text, 'text/plain');
}
