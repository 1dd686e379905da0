// `news draft YYYY-MM`: drafts the edition of a month, or adds what is new to an existing one.
import { type Command, exit, type Terminal } from '@/lib/base/cli/command';
import { parseOptions } from '@/lib/base/cli/options';
import { ContentError, errorsOf, formatDiagnostic, sortDiagnostics } from '@/lib/base/diagnostic';
import { listed } from '@/lib/base/english';
import type { Span } from '@/lib/base/month';
import { writeWhole } from '@/lib/base/write-whole';
import { absolutePath, displayPath } from '@/lib/content/files';
import { type LoadedContent, loadContent } from '@/lib/content/load';
import { editionKinds } from '@/lib/kinds/index';
import { contentFolder, onlyWord, parseDay, parseMonth, toSpan } from '@/lib/news/arguments';
import {
  addToEdition,
  type DraftedFile,
  findEdition,
  makeEdition,
  missingSections,
} from '@/lib/news/draft/edition-file';
import { isNothing, listKeys, mapLists } from '@/lib/news/draft/front-matter';
import { findUndated, gatherMonth, type MonthFacts } from '@/lib/news/draft/gather';
import { readGitDates } from '@/lib/news/draft/git-dates';
import { proposeRecurring } from '@/lib/news/draft/recurring';

const gathered = listed([...editionKinds.map(({ label }) => label.many), 'posts', 'contributors']);

const flags = {
  since: { takes: 'value', example: '2022-01-28' },
  until: { takes: 'value', example: '2022-03-02' },
  ahead: { takes: 'value', example: '2022-05-20' },
  'add-sections': { takes: 'nothing' },
  'dry-run': { takes: 'nothing' },
  stdout: { takes: 'nothing' },
} as const;

export const draft: Command = {
  name: 'draft',
  summary: 'drafts the edition of a month, or adds what is new to an existing one',
  usage: `
usage: npm run news -- draft YYYY-MM [--since DAY] [--until DAY] [--ahead DAY] [--add-sections]
                                      [--dry-run] [--stdout]

Writes content/blog/…/index.mdx with everything that the files in content/ say about the month:
${gathered}.
Events of the five weeks after the month are included, or of more or fewer with --ahead, which is recorded as "ahead:". A <Prompt> marks what only a person can write. If the month already
has an edition, new ids are added to the lists in its front matter, and nothing else changes. What you remove from a list
stays removed, and is recorded in "omit:". For events of the month before that usually take place and have no date, it
prints the commands that add them. No network is needed.

  --since DAY, --until DAY   cover these days (inclusive) instead of the whole month
  --ahead DAY                include events until this day; everything else stays that of the month
  --add-sections             also put sections of the template for what the text of an edition has no place for at its end
  --dry-run                  print what would be done, and write nothing
  --stdout                   print the edition, and write nothing

examples:
  npm run news -- draft 2022-02
  npm run news -- draft 2022-02 --dry-run
  npm run news -- draft 2022-02 --since 2022-01-15     January had no edition
  npm run news -- draft 2022-03 --ahead 2022-05-20     the conference is in May

exit codes: 0 done · 1 failed; nothing was changed · 2 invalid command line
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await draftMonth(args, terminal);
    return exit.done;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    for (const problem of error.problems) terminal.err(formatDiagnostic(problem));
    terminal.err('Nothing was changed.');
    return exit.failed;
  }
}

/** @throws {ContentError} if the edition cannot be written. */
async function draftMonth(args: readonly string[], terminal: Terminal): Promise<void> {
  const { values, words } = parseOptions('draft', args, flags);
  const month = onlyWord(words, 'month', 'For example: npm run news -- draft 2022-02');
  const period = parseMonth(month);
  const { since, until, ahead } = mapDays(values);
  // Wrong days are reported before anything is read.
  toSpan(period, { since, until, ahead });
  const dir = contentFolder(terminal);
  const content = await loadContent(dir);
  const edition = await findEdition(content, period);
  const span = toSpan(period, { since, until, ahead: ahead ?? edition?.coverage.ahead });
  const git = await readGitDates(dir, findUndated(content, span), terminal.signal);
  if (git.note) terminal.err(git.note);
  const facts = gatherMonth(content, span, git.addedOn);
  reportMissing(content, span, facts, terminal);
  for (const line of proposeRecurring(content.community.events, span)) terminal.err(line);
  const lists = mapLists((key) => {
    if (key === 'posts') return facts.posts.map(({ url }) => url);
    if (key === 'contributors') return facts.contributors.map(({ name }) => name);
    return facts.entries.find(({ kind }) => kind.folder === key)?.all.map(({ id }) => id) ?? [];
  });
  const made = edition ? await addToEdition(dir, edition, lists) : await makeEdition(dir, content, span, facts, lists);
  const { added } = made.additions;
  const all = mapLists((key) => [...(edition?.coverage[key] ?? []), ...added[key]]);
  const wanted = values['add-sections'] ? all : added;
  const sections = edition ? await missingSections(dir, { content, span, facts }, edition, wanted) : '';
  const isPutIn = values['add-sections'] === true && sections !== '';
  const drafted = isPutIn ? { ...made, text: `${made.text.trimEnd()}\n\n${sections}\n` } : made;
  if (values.stdout) {
    terminal.out(drafted.text.replace(/\n$/, ''));
    return;
  }
  const isNew = edition === undefined;
  if (!values['dry-run'] && (isNew || isPutIn || !isNothing(drafted.additions))) {
    const path = absolutePath(dir, drafted.path);
    await writeWhole(path, drafted.text, { replace: !isNew, signal: terminal.signal });
  }
  if (edition && ahead && ahead !== edition.coverage.ahead) {
    terminal.err(
      `Write "ahead: ${ahead}" in its front matter, so that lint-edition and the next draft look as far ahead.`,
    );
  }
  const shown = displayPath(dir, drafted.path);
  report(shown, drafted, { isNew, dryRun: values['dry-run'] === true }, terminal);
  if (isPutIn && !values['dry-run'])
    terminal.out(`Sections were put at the end of ${shown}: move them where they belong.`);
  else if (sections) terminal.out(`${toPaste}\n\n${sections}`);
}

/** The days that are given. @throws {UsageError} for one that is no day. */
function mapDays(values: { readonly [Day in 'since' | 'until' | 'ahead']?: string | undefined }) {
  const dayOf = (day: keyof typeof values) => values[day] && parseDay(`--${day}`, values[day]);
  return { since: dayOf('since'), until: dayOf('until'), ahead: dayOf('ahead') };
}

/** Reports what the edition lacks because of missing or unreadable files. */
function reportMissing(
  { community, problems }: LoadedContent,
  span: Span,
  facts: MonthFacts,
  terminal: Terminal,
): void {
  for (const problem of sortDiagnostics(errorsOf(problems))) {
    if (problem.file.endsWith('.yaml')) terminal.err(formatDiagnostic(problem));
  }
  const undated = community.releases.filter(({ date }) => !date);
  if (undated.length > 0) {
    terminal.err(`Skipped, because they have no “date”: ${undated.map(({ id }) => id).join(', ')}.`);
  }
  if (facts.contributors.length > 0) return;
  const file = `contributors/${span.period}.yaml`;
  if (problems.some((problem) => problem.file.endsWith(file))) {
    terminal.err(`${file} cannot be read, so nobody is thanked by name yet. Correct it and run this command again.`);
  } else {
    terminal.err(`There is no ${file}, so nobody is thanked by name yet. To create it:`);
    terminal.err(`  npm run news -- collect contributors --month ${span.period}`);
  }
}

function report(
  shown: string,
  { additions: { added, gone } }: DraftedFile,
  { isNew, dryRun }: { isNew: boolean; dryRun: boolean },
  terminal: Terminal,
): void {
  if (!isNew && isNothing({ added, gone })) {
    terminal.out(`${shown}: nothing new.`);
    return;
  }
  const done = isNew ? 'written' : 'added to';
  terminal.out(`${shown}: ${dryRun ? `would be ${done}` : done}.`);
  for (const [key, ids] of [...listKeys.map((key) => [key, added[key]] as const), ['omit', gone] as const]) {
    if (ids.length > 0) terminal.out(`  ${key} (${ids.length}): ${ids.join(', ')}`);
  }
  if (!dryRun) terminal.out(isNew ? nextSteps(shown) : unchanged);
}

const unchanged = 'The text is unchanged. Entries that it does not place are shown at its end, in “Also this month”.';

const toPaste =
  'The text has no place for these yet. Paste this where it belongs, or run this command again with --add-sections:';

const nextSteps = (shown: string) => `
Next: answer each <Prompt> in the file and remove it ("npm run dev" shows the edition as you write), then
  npm run news -- lint-edition ${shown}`;
