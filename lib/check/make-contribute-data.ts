// Makes what the answers to forms are made from (contribute-data.ts), at build time and in dev.
import { serialize } from 'node:v8';
import { writeWhole } from '@/lib/base/write-whole';
import { type ContributeData, findIssueForms } from '@/lib/check/contribute-data';
import { knownPaths } from '@/lib/check/paths';
import type { Content } from '@/lib/content/content';
import { kinds } from '@/lib/kinds/index';
import { toEntryPicture } from '@/lib/output/pictures/pictures';

/** The data of content that readers may see. @throws {Error} if a picture cannot be read. */
export async function toContributeData({ community, postByUrl, positions }: Content): Promise<ContributeData> {
  const places = new Map<string, string>(
    kinds.flatMap(({ folder, pictures }) => (pictures ? [[folder, pictures.path] as const] : [])),
  );
  const pictures = await Promise.all(
    [...community.pictures].flatMap(([name, file]) => {
      const path = places.get(name.slice(0, name.indexOf('/')));
      return path === undefined ? [] : [toEntryPicture(file, path).then((picture) => [name, picture] as const)];
    }),
  );
  // What no list shows has a page, but is under no tag.
  const pages = [...postByUrl.values()].map((post) => (positions.has(post) ? post : { ...post, tags: [] }));
  return {
    community: { ...community, pictures: new Map() },
    paths: knownPaths({ posts: pages, community }),
    pictures: new Map(pictures),
    issueForms: findIssueForms(),
  };
}

/** Writes the data. Only the Node that wrote it, or a later one, reads it. */
export async function writeContributeData(path: string, content: Content): Promise<void> {
  await writeWhole(path, serialize(await toContributeData(content)), { replace: true });
}
