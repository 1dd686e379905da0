// Pictures that entries name, as the routes of logos and of people's pictures serve them.
import { readFile } from 'node:fs/promises';
import { notFound } from 'next/navigation';
import { serveFile } from '@/app/serve-file';
import type { ServedFile } from '@/lib/base/served-file';
import { getContent } from '@/lib/content/queries';

/** The pictures that entries of one folder name. */
export async function getEntryPictures(folder: 'adopters' | 'people'): Promise<ServedFile[]> {
  const { community } = await getContent();
  return [...community.pictures].filter(([path]) => path.startsWith(`${folder}/`)).map(([, file]) => file);
}

/** The answer with one of them. @param segment its name, as the framework hands it on: sometimes still encoded. */
export async function serveEntryPicture(folder: 'adopters' | 'people', segment: string): Promise<Response> {
  const pictures = await getEntryPictures(folder);
  // Decoding would fail at a name such as `100%.svg` that is decoded already.
  const picture =
    pictures.find(({ name }) => name === segment) ?? pictures.find(({ name }) => encodeURIComponent(name) === segment);
  if (!picture) notFound();
  return serveFile(await readFile(picture.absolute), picture.type, 'public, max-age=86400');
}
