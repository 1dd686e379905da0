// Fills in what a file that is there already lacks, in place of a second one for the same thing.
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { exit, type Terminal } from '@/lib/base/cli/command';
import type { OptionValues } from '@/lib/base/cli/options';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { writeWhole } from '@/lib/base/write-whole';
import { toYaml } from '@/lib/content/entry-text';
import { changesIn, type FieldChange, updateEntry } from '@/lib/content/update-entry';
import type { EntryBase } from '@/lib/kinds/kind';
import type { WrittenFields } from '@/lib/kinds/recipe';
import { checkPlanned } from '@/lib/news/check-planned';
import type { Asker } from '@/lib/news/new/asker';

/** An entry that is there, and what is known of it now. */
export interface Update {
  /** What its kind is called: `adopter`. */
  readonly name: string;
  readonly entry: Pick<EntryBase, 'file'>;
  readonly fields: WrittenFields;
  /** The content folder. Absolute. */
  readonly dir: string;
}

/** How it is answered whether to change it. */
interface Consent {
  /** The option `--update`. */
  readonly isGiven: OptionValues[string];
  /** Prints what would be written as JSON, and writes nothing. */
  readonly json: OptionValues[string];
  readonly asker: Asker | undefined;
}

/** Shows what would change, and changes it if that is wanted. @returns the exit code. */
export async function update(
  { name, entry, fields, dir }: Update,
  { isGiven, json, asker }: Consent,
  terminal: Terminal,
): Promise<number> {
  const path = join(dir, entry.file);
  const shown = relative(terminal.cwd, path);
  const before = await readFile(path, 'utf8');
  const changes = changesIn(before, fields);
  if (changes.length === 0 && isGiven && !json) {
    terminal.err(`${shown} has all of this.`);
    return exit.done;
  }
  if (changes.length > 0 && !json) for (const line of [`${shown}:`, ...changes.flatMap(linesOf)]) terminal.err(line);
  // To fill in something is proposed; to replace something has to be wanted.
  const onlyAdds = changes.every((change) => change.before === undefined || Array.isArray(change.before));
  const isWanted = isGiven || (changes.length > 0 && (await asker?.yes('Change this file?', onlyAdds)));
  if (!isWanted) {
    const toUpdate = changes.length > 0 ? 'To make these changes, add --update. ' : '';
    terminal.err(
      `${shown} already exists and was not changed. ${toUpdate}For another ${name}, choose another name with --id.`,
    );
    return exit.failed;
  }
  const planned = { path: entry.file, text: updateEntry(before, changes) };
  const problems = (await checkPlanned(dir, [planned])).get(planned.path) ?? [];
  for (const each of problems) terminal.err(formatDiagnostic(each));
  if (problems.length > 0) {
    terminal.err('Nothing was changed.');
    return exit.failed;
  }
  if (json) {
    const data = { kind: name, path: relative(terminal.root, path), fields, text: planned.text };
    terminal.out(JSON.stringify(data, null, 2));
    return exit.done;
  }
  await writeWhole(path, planned.text, { replace: true, signal: terminal.signal });
  terminal.out(shown);
  return exit.done;
}

/** The lines of a change, marked as in a diff; of a list, only what is new. */
function linesOf({ field, before, after }: FieldChange): string[] {
  const lines = (value: unknown, mark: string) =>
    toYaml({ [field]: value })
      .trimEnd()
      .replace(/^/gm, `  ${mark} `)
      .split('\n');
  if (Array.isArray(before) && Array.isArray(after)) return lines(after.slice(before.length), '+');
  return [...(before === undefined ? [] : lines(before, '-')), ...lines(after, '+')];
}
