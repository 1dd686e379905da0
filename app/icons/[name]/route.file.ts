// The icons of the web manifest.
import { fileRoute } from '@/app/param-route';
import { serveFile } from '@/app/serve';
import { cardColors } from '@/app/views/cards';
import { drawIcon, iconSvg, icons } from '@/lib/output/design/icon';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const { generateStaticParams, GET } = fileRoute({
  list: () => icons.map(({ name }) => ({ name: name as string })),
  find: ({ name }) => icons.find((icon) => icon.name === name),
  respond({ purpose, size }) {
    const svg = iconSvg(cardColors().accent ?? '', purpose);
    return serveFile(drawIcon(svg, size), 'image/png', 'public, max-age=86400');
  },
});
