// Events, releases, adopters and the ecosystem as data, for whoever wants to build on them.

import { notFound } from 'next/navigation';
import { serveJson } from '@/app/serve-json';
import { staticParams } from '@/app/static-params';
import { getContent } from '@/lib/content/queries';
import { exportKinds, toExport } from '@/lib/output/data/exports';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(() => exportKinds.map((kind) => ({ name: `${kind}.json` })));

export async function GET(_: Request, { params }: RouteContext<'/data/[name]'>) {
  const { name } = await params;
  const kind = exportKinds.find((candidate) => name === `${candidate}.json`);
  if (!kind) notFound();
  const { community } = await getContent();
  return serveJson(toExport(kind, community[kind]));
}
