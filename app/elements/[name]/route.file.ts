// The pages' own scripts.

import { notFound } from 'next/navigation';
import { staticParams } from '@/app/static-params';
import { getOwnScripts } from '@/lib/build/elements';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(async () =>
  Object.values(await getOwnScripts()).map(({ name }) => ({ name })),
);

export async function GET(_: Request, { params }: RouteContext<'/elements/[name]'>) {
  const { name } = await params;
  const script = Object.values(await getOwnScripts()).find((each) => each.name === name);
  if (!script) notFound();
  return new Response(script.code, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
