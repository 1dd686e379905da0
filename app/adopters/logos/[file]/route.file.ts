// Logos of adopters, as their entries name them.

import { getEntryPictures, serveEntryPicture } from '@/app/serve-entry-picture';
import { staticParams } from '@/app/static-params';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(async () =>
  (await getEntryPictures('adopters')).map(({ name }) => ({ file: name })),
);

export async function GET(_: Request, { params }: RouteContext<'/adopters/logos/[file]'>) {
  const { file } = await params;
  return serveEntryPicture('adopters', file);
}
