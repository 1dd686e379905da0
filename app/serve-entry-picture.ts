// Images that entries name: the routes of logos, and of the pictures of people and links.
import { notFound } from 'next/navigation';
import { staticParams } from '@/app/param-route';
import { serveFile } from '@/app/serve';
import type { ServedFile } from '@/lib/base/served-file';
import { getContent } from '@/lib/content/queries';
import type { Folder } from '@/lib/kinds/index';
import { readServed } from '@/lib/output/pictures/read-served';

/** What the route of the images that entries of a kind name exports. @param folder the kind's: `adopters`. */
export function entryPictureRoute(folder: Folder) {
  return {
    generateStaticParams: staticParams(async () => (await getPictures(folder)).map(({ name }) => ({ file: name }))),

    async GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
      const pictures = await getPictures(folder);
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

async function getPictures(folder: Folder): Promise<ServedFile[]> {
  const { community } = await getContent();
  return [...community.pictures].filter(([path]) => path.startsWith(`${folder}/`)).map(([, file]) => file);
}
