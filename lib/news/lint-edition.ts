// `news lint-edition FILE`: the editor's last look.

import { type Command, exit, type Terminal, UsageError } from '@/lib/base/cli/command';
import { parseOptions } from '@/lib/base/cli/options';
import { ContentError, type Diagnostic, errorsOf, formatDiagnostic, sortDiagnostics } from '@/lib/base/diagnostic';
import { loadContent } from '@/lib/content/load';
import { findMissingBreaking } from '@/lib/news/lint-edition/breaking';
import { findDaysOfOtherMonths, findTimesWithoutZone, findWrongWeekdays } from '@/lib/news/lint-edition/dates';
import { type Finding, type LintedEdition, readEdition } from '@/lib/news/lint-edition/edition';
import { findBadLinks } from '@/lib/news/lint-edition/links';
import { findUnlisted, findUnmentioned } from '@/lib/news/lint-edition/mentions';
import { findPrompts } from '@/lib/news/lint-edition/prompts';
import { findEmptyComponents, findEmptySections } from '@/lib/news/lint-edition/sections';
import { findThankedTwice } from '@/lib/news/lint-edition/thanks';
import { findOtherWe } from '@/lib/news/lint-edition/we';
import { contentFolder, findNamedPost } from '@/lib/news/place';

const flags = { strict: { takes: 'nothing' }, json: { takes: 'nothing' } } as const;

export const lintEdition: Command = {
  name: 'lint-edition',
  summary: 'the last look at an edition: what is left to write, what contradicts itself, what to think about again',
  usage: `
usage: npm run news -- lint-edition FILE [--strict] [--json]

Reads an edition as a careful reader would, and says what to look at again: place, reason and remedy. It finds prompts left in
the text, empty sections, names in the lists that the text never mentions and the reverse, wrong weekdays, times without
a zone, days of another month, links that are shorteners or carry tracking, people thanked twice, releases without their
breaking changes, "we" for two different groups. What is plainly wrong is found by "npm run check".

  FILE       the edition: its file, its folder or its address
  --strict   end with 1 where anything is found
  --json     as data

examples:
  npm run news -- lint-edition content/blog/2022/03/february-update/index.mdx
  npm run news -- lint-edition /blog/2022/03/february-update/ --strict

exit codes: 0 looked at · 1 with --strict: something was found; or the file cannot be read · 2 called wrongly
`,
  run,
};

/** The rules, each from an edition to what it found. */
export const rules: readonly ((edition: LintedEdition) => Finding[])[] = [
  findPrompts,
  findEmptySections,
  findEmptyComponents,
  findUnmentioned,
  findUnlisted,
  findWrongWeekdays,
  findDaysOfOtherMonths,
  findTimesWithoutZone,
  findBadLinks,
  findThankedTwice,
  findMissingBreaking,
  findOtherWe,
];

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, words } = parseOptions('lint-edition', args, flags);
  const [file, ...more] = words;
  if (file === undefined) throw new UsageError('Which edition? Name its file.');
  if (more.length > 0) throw new UsageError(`One edition at a time: “${more.join(' ')}” is too much.`);
  const content = await loadContent(contentFolder(terminal));
  const post = findNamedPost(content, file, terminal);
  let edition: LintedEdition;
  try {
    edition = readEdition(post, content);
  } catch {
    throw new Error(`The text of ${post.shownFile} cannot be read. See why with: npm run check -- ${post.shownFile}`);
  }
  const errors = errorsOf(content.problems).filter((problem) => problem.file === post.shownFile);
  if (errors.length > 0) throw new ContentError(errors);
  const problems = sortDiagnostics(
    rules.flatMap((rule) => rule(edition)).map((finding) => toProblem(finding, post.shownFile)),
  );
  if (values.json) terminal.out(JSON.stringify({ file: post.shownFile, problems }, null, 2));
  else for (const problem of problems) terminal.out(formatDiagnostic(problem));
  if (!values.json) {
    const count = ['Nothing', 'One place'][problems.length] ?? `${problems.length} places`;
    terminal.err(`${count} to look at again in ${post.shownFile}.`);
    if (problems.length === 0 && post.draft) terminal.err('Remove "draft: true" to publish it.');
  }
  return values.strict && problems.length > 0 ? exit.failed : exit.done;
}

function toProblem({ rule, ...finding }: Finding, file: string): Diagnostic {
  return { file, severity: 'warning', code: `lint/${rule}`, ...finding };
}
