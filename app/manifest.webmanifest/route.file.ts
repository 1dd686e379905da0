// The web manifest: how phones show the site on a home screen.
import { serveText } from '@/app/serve';
import { cardColors } from '@/app/views/cards';
import { toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { icons } from '@/lib/output/design/icon';
import { site } from '@/lib/site';

export const dynamic = 'force-static';

export function GET() {
  const { paper } = cardColors();
  const manifest = {
    name: site.name,
    short_name: site.shortName,
    description: site.description,
    lang: site.lang,
    dir: words.direction,
    start_url: toUrl('/'),
    scope: toUrl('/'),
    display: 'minimal-ui',
    background_color: paper,
    theme_color: paper,
    icons: [
      { src: toUrl('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      ...icons.map(({ name, size, purpose }) => ({
        src: toUrl(`/icons/${name}`),
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose,
      })),
    ],
  };
  return serveText(`${JSON.stringify(manifest, null, 2)}\n`, 'application/manifest+json');
}
