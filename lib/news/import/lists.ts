// Lists of a Hugo site whose items become entries: one entry per item, however many lists have it.
import { parse } from 'yaml';
import { type Diagnostic, error, warning } from '@/lib/base/diagnostic';
import { toId } from '@/lib/base/entry-id';
import type { EntryBase, ImportSource } from '@/lib/kinds/kind';
import { cleanLine, htmlToText } from '@/lib/news/collect/clean';

/** A list of the site. */
export interface ListFile {
  readonly file: string;
  readonly text: string;
}

/** An item of a list, ready to be written. Items with the same name or address are one. */
export interface ImportedEntry {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly projects: string[];
  /** Its picture below `static/img/`. */
  readonly picture: string | undefined;
  /** What differs from the list, a line each. */
  readonly changes: string[];
}

/** What was read, and a diagnostic for each item that cannot be imported. */
export interface ReadLists {
  readonly entries: readonly ImportedEntry[];
  readonly left: readonly Diagnostic[];
}

/**
 * Reads the lists of a kind.
 *
 * @param projects the projects of this site.
 */
export function readLists(
  files: readonly ListFile[],
  lists: ImportSource<EntryBase>,
  projects: readonly { readonly id: string; readonly name: string }[],
): ReadLists {
  const entries: ImportedEntry[] = [];
  const left: Diagnostic[] = [];
  for (const { file, text } of files) {
    let list: ReturnType<typeof lists.parse>;
    try {
      list = lists.parse(parse(text, { maxAliasCount: 0 }) ?? {});
    } catch {
      left.push(error('import/list', 'it is not valid YAML', 'correct it, and run this again', { file }));
      continue;
    }
    const wanted = toId(list?.project ?? '');
    const project = projects.find(({ id, name }) => [id, toId(name)].includes(wanted));
    if (!list || !project) {
      const message = `there is no project "${wanted}" in projects.yaml`;
      left.push(error('import/list', message, 'add it there, and run this again', { file }));
      continue;
    }
    for (const { name: written = '', url: address = '', picture = '' } of list.entries) {
      const name = cleanLine(htmlToText(written));
      const url = address.replace(/^http:/i, 'https:');
      const id = toId(name);
      if (!id || !URL.canParse(url) || !url.startsWith('https:')) {
        const message = `"${name}" has no name or no web address`;
        left.push(warning('import/item', message, 'correct it, and run this again', { file }));
        continue;
      }
      const known = entries.find((each) => each.id === id || lists.isSame({ name, url }, each));
      if (known) {
        if (known.name !== name)
          known.changes.push(`${file}: "${name}" is "${known.name}", which has the same address`);
        if (!known.projects.includes(project.id)) known.projects.push(project.id);
        continue;
      }
      const changes: string[] = [];
      if (name !== written) changes.push(`${file}: "${written}" is written "${name}"`);
      if (url !== address) changes.push(`${file}: the address of "${name}" begins with https:`);
      const isPath = /^[\w./-]+$/.test(picture);
      entries.push({ id, name, url, projects: [project.id], picture: isPath ? picture : undefined, changes });
    }
  }
  return { entries, left };
}
