// The code host's form for a new entry, which begins with the template of its kind.
import { newFileHref } from '@/lib/base/urls';
import { adopter } from '@/lib/kinds/adopter/kind';
import { ecosystem } from '@/lib/kinds/ecosystem/kind';
import { event } from '@/lib/kinds/event/kind';
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

/** As {@link addEntryHref}, for pages that do not use it yet. */
export const addAdopterHref = (projects: readonly string[]) => addEntryHref(adopter, { projects });
export const addEcosystemHref = () => addEntryHref(ecosystem);
export const addEventHref = () => addEntryHref(event);
