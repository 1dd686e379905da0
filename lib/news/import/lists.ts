// Converts lists of a Hugo site to entries: one entry per item, even if several lists contain it.
import { lstat, readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { parse } from 'yaml';
import { type Diagnostic, error, warning } from '@/lib/base/diagnostic';
import { toId } from '@/lib/base/entry-id';
import type { Community } from '@/lib/content/community';
import { toEntryText } from '@/lib/content/entry-text';
import type { PictureField } from '@/lib/kinds/kind';
import { cleanLine, htmlToText } from '@/lib/news/collect/clean';
import type { ListedKind } from '@/lib/news/collect/lists';

/** The folder of the pictures that lists of a Hugo site name. */
export const pictureFolder = 'static/img';

/** A site that is imported. */
export interface HugoSite {
  /** The folder of its checkout. Absolute. */
  readonly site: string;
  /** What this site has. */
  readonly community: Community;
  /** What cannot be imported, and why. Each step adds to it. */
  readonly left: Diagnostic[];
}

/** A file to write. */
export interface Planned {
  /** Below the content folder. */
  readonly path: string;
  readonly content: () => Promise<Uint8Array | string>;
  /** What differs from the site, a line each. */
  readonly changes?: readonly string[];
}

/** An item of the lists. Items with the same name or address are one. */
interface Item {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly projects: string[];
  /** Its picture below `static/img/`. */
  readonly picture: string | undefined;
  readonly changes: string[];
}

/** The entries of a kind from lists of the site, with their pictures. */
export async function planLists({ kind, lists }: ListedKind, source: HugoSite): Promise<Planned[]> {
  const { site, left } = source;
  const folder = join(site, lists.folder);
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.ya?ml$/.test(name)).sort();
  const items: Item[] = [];
  for (const name of names) {
    readList(await readFile(join(folder, name), 'utf8'), `${lists.folder}/${name}`, lists, items, source);
  }
  const { pictures } = kind;
  const planned: Planned[] = [];
  const missing: Diagnostic[] = [];
  for (const { id, name, url, projects, picture: wanted, changes } of items) {
    const picture = pictures && wanted && (await findPicture(join(site, pictureFolder), wanted, pictures));
    if (pictures && wanted && !picture) {
      const fix = `add a ${pictures.field} (${pictures.endings.join(', ')}) of up to ${pictures.largest / 1_000} kB`;
      const file = `${pictureFolder}/${wanted}`;
      missing.push(warning('import/picture', `there is no usable ${pictures.field}`, fix, { file }));
    }
    const file = picture ? `${id}${extname(picture).toLowerCase()}` : undefined;
    if (picture) planned.push({ path: `${kind.folder}/${file}`, content: () => readFile(picture) });
    const fields = lists.toFields({ name, url, picture: file }, projects);
    const content = async () => toEntryText(kind.name, fields);
    planned.push({ path: `${kind.folder}/${id}.yaml`, content, changes });
  }
  const hasPictures = await lstat(join(site, pictureFolder)).catch(() => undefined);
  if (hasPictures?.isDirectory()) left.push(...missing);
  else if (pictures && missing.length > 0) {
    const message = `there is no such folder: ${missing.length} ${kind.label.many} have no ${pictures.field}`;
    left.push(warning('import/picture', message, 'import from a complete checkout', { file: pictureFolder }));
  }
  return planned;
}

/** A picture that entries may have. Links are not followed: they could lead anywhere. */
async function findPicture(folder: string, name: string, { endings, largest }: PictureField) {
  if (name.split('/').includes('..') || !endings.includes(extname(name).slice(1).toLowerCase())) return undefined;
  const path = join(folder, name);
  const found = await lstat(path).catch(() => undefined);
  return found?.isFile() && found.size <= largest ? path : undefined;
}

function readList(
  text: string,
  file: string,
  lists: ListedKind['lists'],
  items: Item[],
  { community, left }: HugoSite,
): void {
  let list: ReturnType<typeof lists.parse>;
  try {
    list = lists.parse(parse(text, { maxAliasCount: 0 }) ?? {});
  } catch {
    left.push(error('import/list', 'it is not valid YAML', 'correct it, and run this command again', { file }));
    return;
  }
  const wanted = toId(list?.project ?? '');
  const project = community.projects.find(({ id, name }) => [id, toId(name)].includes(wanted));
  if (!list || !project) {
    const message = `there is no project "${wanted}" in projects.yaml`;
    left.push(error('import/list', message, 'add it there, and run this command again', { file }));
    return;
  }
  for (const { name: written = '', url: address = '', picture = '' } of list.entries) {
    const name = cleanLine(htmlToText(written));
    const url = address.replace(/^http:/i, 'https:');
    const id = toId(name);
    if (!id || !URL.canParse(url) || !url.startsWith('https:')) {
      const message = `"${name}" has no name or no URL`;
      left.push(warning('import/item', message, 'correct it, and run this command again', { file }));
      continue;
    }
    const known = items.find((each) => each.id === id || lists.isSame({ name, url }, each));
    if (known) {
      if (known.name !== name) known.changes.push(`${file}: "${name}" is "${known.name}", which has the same URL`);
      if (!known.projects.includes(project.id)) known.projects.push(project.id);
      continue;
    }
    const changes: string[] = [];
    if (name !== written) changes.push(`${file}: "${written}" is written "${name}"`);
    if (url !== address) changes.push(`${file}: the URL of "${name}" now begins with https:`);
    const isPath = /^[\w./-]+$/.test(picture);
    items.push({ id, name, url, projects: [project.id], picture: isPath ? picture : undefined, changes });
  }
}
