// Logos of adopters, as their entries name them.
import { readFile } from 'node:fs/promises';
import { notFound } from 'next/navigation';
import { serveFile } from '@/app/serve-file';
import { getContent } from '@/lib/content/content';

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  const { community } = await getContent();
  const paths = [...community.pictures.keys()].filter((path) => path.startsWith('adopters/'));
  return paths.map((path) => ({ file: path.slice('adopters/'.length) }));
}

export async function GET(_: Request, { params }: RouteContext<'/adopters/logos/[file]'>) {
  const { file } = await params;
  const { community } = await getContent();
  const picture = community.pictures.get(`adopters/${decodeURIComponent(file)}`);
  if (!picture) notFound();
  return serveFile(await readFile(picture.absolute), picture.type, 'public, max-age=86400');
}
