// Entries: one small YAML file each, whose name is its id.
import type { z } from 'zod';
import { compare } from '@/lib/base/compare';
import { type Diagnostic, error, inFile, isDiagnostic, warning } from '@/lib/base/diagnostic';
import { idPattern } from '@/lib/base/entry-id';
import { mapLimited } from '@/lib/base/map-limited';
import { validateWritten } from '@/lib/content/cut-text';
import { type ContentFile, displayPath, listFiles, readText } from '@/lib/content/files';
import type { ReadMemory } from '@/lib/content/read-memory';
import { type LocatedData, parseYaml } from '@/lib/content/yaml';
import type { Entry, EntryBase } from '@/lib/kinds/kind';

/** An entry with the places of its values, for problems that show only in comparison with other entries. */
export interface LoadedEntry<E extends EntryBase = EntryBase> {
  readonly entry: E;
  readonly located: LocatedData;
  /** What is wrong with it, although it can be read. */
  readonly problems: readonly Diagnostic[];
}

/** What came of a file. */
export type ReadEntry<E extends EntryBase> = LoadedEntry<E> | { readonly problems: readonly Diagnostic[] };

/** The entries of one folder, sorted by id. */
export interface LoadedEntries<E extends EntryBase = EntryBase> {
  readonly loaded: readonly LoadedEntry<E>[];
  /** Files in the folder that are not entries: logos and portraits. */
  readonly files: readonly ContentFile[];
  /** All files in the folder. */
  readonly allFiles: readonly ContentFile[];
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads `dir/folder/*.yaml`.
 *
 * @param kind what an entry is called in codes: `event`.
 * @param pictures endings of files that may be next to the entries: `['svg', 'png']`.
 */
export async function loadEntries<Schema extends z.ZodObject>(
  dir: string,
  folder: string,
  kind: string,
  schema: Schema,
  memory: ReadMemory,
  pictures: readonly string[] = [],
): Promise<LoadedEntries<Entry<z.output<Schema>>>> {
  const { files: allFiles, problems } = await listFiles(dir, folder);
  const sources: ContentFile[] = [];
  const files: ContentFile[] = [];
  const isSection = allFiles.some(({ path }) => /^[^/]+\/_index(?:\.[a-z-]+)?\.(?:md|markdown|html)$/.test(path));
  for (const file of allFiles) {
    const name = file.path.slice(folder.length + 1);
    const problem = isSection ? explainSection(name, folder, pictures) : explainName(name, folder, pictures);
    if (problem) problems.push(inFile(problem, displayPath(dir, file.path)));
    else if (name.endsWith('.yaml')) sources.push(file);
    else files.push(file);
  }
  const read = await mapLimited(sources, 32, (file) => loadEntry(dir, file, kind, schema, memory));
  const loaded = read.flatMap((result) => ('entry' in result ? [result] : []));
  problems.push(...read.flatMap((result) => result.problems));
  return { loaded: loaded.sort((a, b) => compare(a.entry.id, b.entry.id)), files, allFiles, problems };
}

/** The same of a folder that is also a section of a Hugo site: what belongs to that is not published here. */
function explainSection(name: string, folder: string, pictures: readonly string[]): Diagnostic | undefined {
  if (!explainName(name, folder, pictures)) return undefined;
  const message = `"${name}" is in a section of a Hugo site, so it is not published here`;
  return warning('file/type', message, `keep only entries in ${folder}/, each in a .yaml file`);
}

/** What is wrong with the name of a file in a folder of entries. */
function explainName(name: string, folder: string, pictures: readonly string[]): Diagnostic | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (name.includes('/')) {
    return error('entry/folder', `"${name}" is in a subfolder`, `move it to ${folder}/`);
  }
  if (pictures.includes(ending)) return undefined;
  if (ending === 'yml') {
    return error(
      'entry/ending',
      'the extension of an entry must be .yaml',
      `rename it to ${name.replace(/yml$/i, 'yaml')}`,
    );
  }
  if (ending !== 'yaml') {
    const fix = 'move it elsewhere; the extension of an entry is .yaml';
    return error('file/type', `"${name}" does not belong in ${folder}/`, fix);
  }
  if (name.endsWith('.yaml') && idPattern.test(name.slice(0, -5))) return undefined;
  return error('entry/id', `"${name}" is not a valid file name for an entry`, `rename it to ${suggestName(name)}`);
}

/** Reads one YAML file by a schema, unless `memory` knows what came of it. */
export function loadEntry<Schema extends z.ZodObject>(
  dir: string,
  { path, version }: Pick<ContentFile, 'path' | 'version'>,
  kind: string,
  schema: Schema,
  memory: ReadMemory,
): Promise<ReadEntry<Entry<z.output<Schema>>>> {
  return memory.recall(path, version, async () => {
    const shownFile = displayPath(dir, path);
    const text = await readText(dir, path);
    if (isDiagnostic(text)) return { problems: [text] };
    const located = parseYaml(text, 1);
    if (Array.isArray(located)) return { problems: located.map((diagnostic) => inFile(diagnostic, shownFile)) };
    const result = validateWritten(schema, located, kind, shownFile);
    if (!('entry' in result)) return result;
    const id = path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
    return { entry: { ...result.entry, id, file: path, shownFile }, located, problems: result.problems };
  });
}

/** An id has one form only, so that no two differ by case or Unicode form alone. */
function suggestName(name: string): string {
  const plain = name.slice(0, -5).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain.replace(/[^a-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'a-name'}.yaml`;
}
