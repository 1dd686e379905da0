// Files whose names differ only by capital letters or by the form of accents: on many disks they are the same file.
import { addressKey } from '@/lib/base/address';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { type ContentFile, displayPath } from '@/lib/content/files';

/** Checks that no two files of a content folder have the same path, apart from case and Unicode form. */
export function checkSameNames(dir: string, files: readonly ContentFile[]): Diagnostic[] {
  const first = new Map<string, string>();
  return files.flatMap(({ path }) => {
    const other = first.get(addressKey(path));
    if (other === undefined) first.set(addressKey(path), path);
    if (other === undefined) return [];
    const message = `on many disks this is the same file as ${displayPath(dir, other)}`;
    return [error('file/same-name', message, 'rename one of the two', { file: displayPath(dir, path) })];
  });
}
