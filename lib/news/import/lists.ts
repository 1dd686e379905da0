// Lists that a Hugo site has of what are entries here: one entry for each thing, however many lists name it.
import { parse } from 'yaml';
import { toId } from '@/lib/base/entry-id';
import type { EntryBase, ImportSource } from '@/lib/kinds/kind';
import { cleanLine, htmlToText } from '@/lib/news/collect/clean';

/** A list as the site has it. */
export interface ListFile {
  readonly file: string;
  readonly text: string;
}

/** A thing of a list, ready to be written. Two of one name or one address are the same. */
export interface ImportedEntry {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly projects: string[];
  /** Its picture below `static/img/`. */
  readonly picture: string | undefined;
  /** What is written otherwise than in the list, a line each. */
  readonly changes: string[];
}

/** What was read, with a line for each thing that was left. */
export interface ReadLists {
  readonly entries: readonly ImportedEntry[];
  readonly left: readonly string[];
}

/**
 * Reads the lists of a kind.
 *
 * @param projects the projects of this site, by the names that lists may use.
 */
export function readLists(
  files: readonly ListFile[],
  lists: ImportSource<EntryBase>,
  projects: readonly { readonly id: string; readonly name: string }[],
): ReadLists {
  const entries: ImportedEntry[] = [];
  const left: string[] = [];
  for (const { file, text } of files) {
    let list: ReturnType<typeof lists.parse>;
    try {
      list = lists.parse(parse(text, { maxAliasCount: 0 }) ?? {});
    } catch {
      left.push(`${file}: this is no YAML`);
      continue;
    }
    const wanted = toId(list?.project ?? '');
    const project = projects.find(({ id, name }) => [id, toId(name)].includes(wanted));
    if (!list || !project) {
      left.push(`${file}: projects.yaml has no project "${wanted}" (fix: add it there, and run this again)`);
      continue;
    }
    for (const { name: written = '', url: address = '', picture = '' } of list.entries) {
      const name = cleanLine(htmlToText(written));
      const url = address.replace(/^http:/i, 'https:');
      const id = toId(name);
      if (!id || !URL.canParse(url) || !url.startsWith('https:')) {
        left.push(`${file}: "${name}" has no name or no web address`);
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
