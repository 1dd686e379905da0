// Images that entries name: the routes of logos and of people's pictures.
import { notFound } from 'next/navigation';
import { staticParams } from '@/app/param-route';
import { serveFile } from '@/app/serve';
import type { ServedFile } from '@/lib/base/served-file';
import { getContent } from '@/lib/content/queries';
import { kinds } from '@/lib/kinds/index';
import { readServed } from '@/lib/output/pictures/read-served';

/** What the route of the images that entries name exports. @param field the field that names them: `logo`. */
export function entryPictureRoute(field: string) {
  return {
    generateStaticParams: staticParams(async () => (await getPictures(field)).map(({ name }) => ({ file: name }))),

    async GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
      const pictures = await getPictures(field);
      // The framework passes the name, sometimes still encoded. Decoding would fail for a name such as `100%.svg`.
      const { file: segment } = await params;
      const picture =
        pictures.find(({ name }) => name === segment) ??
        pictures.find(({ name }) => encodeURIComponent(name) === segment);
      if (!picture) notFound();
      return serveFile(await readServed(picture), picture.type, 'public, max-age=86400');
    },
  };
}

async function getPictures(field: string): Promise<ServedFile[]> {
  const { community } = await getContent();
  const folders = kinds.filter(({ pictures }) => pictures?.field === field).map(({ folder }) => folder);
  return [...community.pictures]
    .filter(([path]) => folders.some((folder) => path.startsWith(`${folder}/`)))
    .map(([, file]) => file);
}
