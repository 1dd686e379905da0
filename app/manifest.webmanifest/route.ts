// What a phone shows of the site on its home screen.
import { serveText } from '@/app/serve-text';
import { site } from '@/lib/site';
import { toUrl } from '@/lib/urls';

export const dynamic = 'force-static';

export function GET() {
  const manifest = {
    name: site.name,
    short_name: site.shortName,
    description: site.description,
    lang: site.lang,
    start_url: toUrl('/'),
    scope: toUrl('/'),
    display: 'minimal-ui',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    icons: [{ src: toUrl('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' }],
  };
  return serveText(`${JSON.stringify(manifest, null, 2)}\n`, 'application/manifest+json');
}
