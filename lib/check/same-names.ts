// Files whose names differ by capital letters or by the form of accents only: on many disks they are one file.

import { addressKey } from '@/lib/base/address';
import type { Diagnostic } from '@/lib/base/diagnostic';
import { type ContentFile, displayPath } from '@/lib/content/files';

/** A problem for each file of a content folder whose path another file has, but for case or Unicode form. */
export function checkSameNames(dir: string, files: readonly ContentFile[]): Diagnostic[] {
  const first = new Map<string, string>();
  const problems: Diagnostic[] = [];
  for (const { path } of files) {
    const key = addressKey(path);
    const other = first.get(key);
    if (other === undefined) first.set(key, path);
    else {
      problems.push({
        file: displayPath(dir, path),
        line: 1,
        column: 1,
        severity: 'error',
        code: 'file/same-name',
        message: `on many disks this is the same file as ${displayPath(dir, other)}`,
        fix: 'give one of the two another name',
      });
    }
  }
  return problems;
}
