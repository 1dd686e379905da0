// The icons that the web manifest names, drawn at build.

import { notFound } from 'next/navigation';
import { serveFile } from '@/app/serve';
import { staticParams } from '@/app/static-params';
import { cardColors } from '@/app/views/cards';
import { drawIcon, iconSvg, icons } from '@/lib/output/design/icon';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(() => icons.map(({ name }) => ({ name })));

export async function GET(_: Request, { params }: RouteContext<'/icons/[name]'>) {
  const { name } = await params;
  const icon = icons.find((each) => each.name === name);
  if (!icon) notFound();
  const svg = iconSvg(cardColors().accent ?? '', icon.purpose);
  return serveFile(drawIcon(svg, icon.size), 'image/png', 'public, max-age=86400');
}
