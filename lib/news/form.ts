// `news form`: GitHub issue forms for kinds of entries, from whose answers a workflow makes files.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, exit, type Terminal, UsageError } from '@/lib/base/cli/command';
import { parseOptions, suggest } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { writeWhole } from '@/lib/base/write-whole';
import { loadCommunity } from '@/lib/content/load-community';
import { type EntryKind, kindNamed, kinds } from '@/lib/kinds/index';
import type { RecipeContext } from '@/lib/kinds/recipe';
import { contentFolder, onlyWord } from '@/lib/news/arguments';
import { formFolder, toIssueForm } from '@/lib/news/form/issue-form';
import { site } from '@/lib/site';

const names = kinds.map(({ name }) => name);

export const form: Command = {
  name: 'form',
  summary: 'makes issue forms for kinds of entries, so that people can contribute without Git',
  usage: `
usage: npm run news -- form KIND [--write]
       npm run news -- form --write | --check

Prints a GitHub issue form for a kind of entry: with the questions of “news new”, the choices of the schema, the projects of
content/projects.yaml, and the time zones, those of “usualZones” in lib/site.ts first. When somebody sends it, a workflow
replies what to correct. When a maintainer adds the label "accepted", it makes a pull request from the answers.

  KIND      ${names.join(', ')}
  --write   Write the form to ${formFolder}/. Without a kind, every form that is there. Add a label of the
            kind's name to the repository.
  --check   Compare every form that is there with what would be written.

examples:
  npm run -s news -- form event
  npm run news -- form person --write
  npm run news -- form --write

exit codes: 0 done · 1 a form is not what would be written, or could not be written · 2 invalid command line`,
  async run(args, terminal) {
    const { values, words } = parseOptions('form', args, { write: { takes: 'nothing' }, check: { takes: 'nothing' } });
    if (values.check && (values.write || words.length > 0)) {
      throw new UsageError('--check compares every form: leave out everything else.');
    }
    if (words.length === 0 && (values.write || values.check)) {
      const changed = await findChanged(terminal);
      return values.check ? reportChanged(changed, terminal) : writeAll(changed, terminal);
    }
    const name = onlyWord(words, 'kind', `(${names.join(', ')})`);
    const kind = kindNamed(name);
    if (!kind) throw new UsageError(`“${name}” is not a kind of entry. ${suggest(name, names)}`);
    const text = toIssueForm(kind, await readContext(terminal));
    if (values.write) return writeAll([{ path: pathOf(kind), text }], terminal);
    terminal.out(text.trimEnd());
    return exit.done;
  },
};

interface Form {
  /** From the root. */
  readonly path: string;
  readonly text: string;
}

const pathOf = ({ name }: EntryKind) => `${formFolder}/${name}.yml`;

/** Zones are those of the settings, not of events: a form must not change with each event. */
async function readContext(terminal: Terminal): Promise<RecipeContext> {
  const { community } = await loadCommunity(contentFolder(terminal));
  return { now: now(), zones: site.usualZones ?? [], projects: community.projects, people: [] };
}

/** The forms that are there and have another text, with the text that they should have. */
async function findChanged(terminal: Terminal): Promise<Form[]> {
  const context = await readContext(terminal);
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const form = { path: pathOf(kind), text: toIssueForm(kind, context) };
      const written = await readFile(join(terminal.root, form.path), 'utf8').catch(() => undefined);
      return written === undefined || written === form.text ? [] : [form];
    }),
  );
  return found.flat();
}

function reportChanged(changed: readonly Form[], terminal: Terminal): number {
  for (const { path } of changed)
    terminal.err(`${path} is not what would be written. Run: npm run news -- form --write`);
  return changed.length === 0 ? exit.done : exit.failed;
}

async function writeAll(forms: readonly Form[], { root, signal, out }: Terminal): Promise<number> {
  for (const { path, text } of forms) {
    await writeWhole(join(root, path), text, { replace: true, signal });
    out(path);
  }
  return exit.done;
}
