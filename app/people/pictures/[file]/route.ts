// Pictures of people, as their entries name them.
import { readFile } from 'node:fs/promises';
import { notFound } from 'next/navigation';
import { serveFile } from '@/app/serve-file';
import { getContent } from '@/lib/content/content';

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  const { community } = await getContent();
  const paths = [...community.pictures.keys()].filter((path) => path.startsWith('people/'));
  return paths.map((path) => ({ file: path.slice('people/'.length) }));
}

export async function GET(_: Request, { params }: RouteContext<'/people/pictures/[file]'>) {
  const { file } = await params;
  const { community } = await getContent();
  const picture = community.pictures.get(`people/${decodeURIComponent(file)}`);
  if (!picture) notFound();
  return serveFile(await readFile(picture.absolute), picture.type, 'public, max-age=86400');
}
