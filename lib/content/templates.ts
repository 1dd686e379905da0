// The code host's form for a new entry, which begins with the template of its kind.
import { newFileHref } from '@/lib/base/urls';
import type { EntryKind } from '@/lib/kinds/index';

/**
 * The address of the form that adds an entry.
 *
 * @param projects ids to choose from: the form begins with all of them, where the template names projects.
 */
export function addEntryHref(
  { template }: Pick<EntryKind, 'template'>,
  { projects = [] }: { projects?: readonly string[] } = {},
): string {
  const list = projects.map((id) => `  - ${id}\n`).join('');
  const text = list === '' ? template.text : template.text.replace('  - the-project\n', list);
  return newFileHref(template.file, text);
}
