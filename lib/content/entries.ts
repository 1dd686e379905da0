// Entries: one small YAML file each, whose name is its id.
import type { z } from 'zod';
import { compare } from '@/lib/base/compare';
import { type Diagnostic, inFile } from '@/lib/base/diagnostic';
import { mapLimited } from '@/lib/base/map-limited';
import { type ContentFile, displayPath, listFiles, readText } from '@/lib/content/files';
import type { ReadMemory } from '@/lib/content/read-memory';
import { validate } from '@/lib/content/validate';
import { type LocatedData, parseYaml } from '@/lib/content/yaml';
import type { Entry, EntryBase } from '@/lib/kinds/kind';

/** An entry together with the places of its values, for problems that show only beside other entries. */
export interface LoadedEntry<E extends EntryBase = EntryBase> {
  readonly entry: E;
  readonly located: LocatedData;
}

/** The entries of one folder, sorted by id. */
export interface LoadedEntries<E extends EntryBase = EntryBase> {
  readonly loaded: readonly LoadedEntry<E>[];
  /** Files in the folder that are no entries: logos and pictures. */
  readonly files: readonly ContentFile[];
  /** All files in the folder. */
  readonly allFiles: readonly ContentFile[];
  readonly problems: readonly Diagnostic[];
}

const idPattern = /^[a-z0-9][a-z0-9._-]*$/;

/**
 * Reads `dir/folder/*.yaml`.
 *
 * @param kind what an entry is called in problems: `event`.
 * @param pictures endings of files that may lie beside the entries: `['svg', 'png']`.
 * @param memory what was read before; without, every file is read.
 */
export async function loadEntries<Schema extends z.ZodObject>(
  dir: string,
  folder: string,
  kind: string,
  schema: Schema,
  pictures: readonly string[] = [],
  memory?: ReadMemory,
): Promise<LoadedEntries<Entry<z.output<Schema>>>> {
  const { files, problems: walkProblems } = await listFiles(dir, folder);
  const problems: Diagnostic[] = [...walkProblems];
  const sources: ContentFile[] = [];
  const beside: ContentFile[] = [];
  for (const file of files) {
    const name = file.path.slice(folder.length + 1);
    const refuse = (code: string, message: string, fix: string) =>
      problems.push({ file: displayPath(dir, file.path), line: 1, column: 1, severity: 'error', code, message, fix });
    const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
    if (name.includes('/'))
      refuse('entry/folder', `"${name}" lies in a folder of its own`, `put it directly into ${folder}/`);
    else if (pictures.includes(ending)) beside.push(file);
    else if (ending === 'yml')
      refuse('entry/ending', 'entries end in .yaml', `rename it to ${name.replace(/yml$/i, 'yaml')}`);
    else if (ending !== 'yaml')
      refuse('file/type', `"${name}" is no ${kind}`, `entries end in .yaml; remove anything else`);
    else if (idPattern.test(name.slice(0, -5))) sources.push(file);
    else refuse('entry/id', `"${name}" is no file name of an entry`, `rename it to ${suggestName(name)}`);
  }
  const read = await mapLimited(sources, 32, (file) => loadEntry(dir, file, kind, schema, memory));
  const loaded = read.flatMap((result) => ('entry' in result ? [result] : []));
  problems.push(...read.flatMap((result) => ('problems' in result ? result.problems : [])));
  return { loaded: loaded.sort((a, b) => compare(a.entry.id, b.entry.id)), files: beside, allFiles: files, problems };
}

/** What came of an entry's file. */
type ReadEntry<Schema extends z.ZodObject> = LoadedEntry<Entry<z.output<Schema>>> | { problems: Diagnostic[] };

/** Reads one YAML file by a schema, where `memory` does not hold what came of it. */
export function loadEntry<Schema extends z.ZodObject>(
  dir: string,
  { path, version }: Pick<ContentFile, 'path' | 'version'>,
  kind: string,
  schema: Schema,
  memory?: ReadMemory,
): Promise<ReadEntry<Schema>> {
  const read = () => readEntry(dir, path, kind, schema);
  return memory ? memory.recall(path, version, read) : read();
}

async function readEntry<Schema extends z.ZodObject>(
  dir: string,
  path: string,
  kind: string,
  schema: Schema,
): Promise<ReadEntry<Schema>> {
  const shownFile = displayPath(dir, path);
  const text = await readText(dir, path);
  if (typeof text !== 'string') return { problems: [text] };
  const located = parseYaml(text, 1);
  if (Array.isArray(located)) return { problems: located.map((diagnostic) => inFile(diagnostic, shownFile)) };
  const result = validate(schema, located, kind, shownFile);
  if ('problems' in result) return result;
  const id = path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
  return { entry: { ...result.entry, id, file: path, shownFile }, located };
}

/** Small letters, digits, dots and hyphens: one form only, so that two ids cannot differ by case or Unicode form alone. */
function suggestName(name: string): string {
  const plain = name.slice(0, -5).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain.replace(/[^a-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'a-name'}.yaml`;
}
