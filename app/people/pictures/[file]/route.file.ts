// Pictures of people, as their entries name them.

import { getEntryPictures, serveEntryPicture } from '@/app/serve-entry-picture';
import { staticParams } from '@/app/static-params';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(async () =>
  (await getEntryPictures('people')).map(({ name }) => ({ file: name })),
);

export async function GET(_: Request, { params }: RouteContext<'/people/pictures/[file]'>) {
  const { file } = await params;
  return serveEntryPicture('people', file);
}
