// The entries of each kind as data, for whoever wants to build on them.

import { notFound } from 'next/navigation';
import { serveJson } from '@/app/serve';
import { staticParams } from '@/app/static-params';
import { entriesOf } from '@/lib/content/community';
import { getContent } from '@/lib/content/queries';
import { kindIn } from '@/lib/kinds/index';
import { exportKinds, toExport } from '@/lib/output/data/exports';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(() => exportKinds.map((folder) => ({ name: `${folder}.json` })));

export async function GET(_: Request, { params }: RouteContext<'/data/[name]'>) {
  const { name } = await params;
  const kind = kindIn(name.replace(/\.json$/, ''));
  if (!kind?.isData) notFound();
  return serveJson(toExport(kind, entriesOf((await getContent()).community, kind)));
}
