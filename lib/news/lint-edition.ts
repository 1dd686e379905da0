// `news lint-edition POST`: final checks for the editor before an edition is published.
import { type Command, exit, type Terminal } from '@/lib/base/cli/command';
import { parseOptions } from '@/lib/base/cli/options';
import { ContentError, type Diagnostic, errorsOf, formatDiagnostic, sortDiagnostics } from '@/lib/base/diagnostic';
import { countedInFigures } from '@/lib/base/english';
import { checkText, readNamedPost } from '@/lib/news/arguments';
import { findDaysOfOtherMonths, findTimesWithoutZone, findWrongWeekdays } from '@/lib/news/lint-edition/dates';
import { type LintedEdition, readEdition } from '@/lib/news/lint-edition/edition';
import {
  findMissingBreaking,
  findMixedTimes,
  findMoved,
  findUnlisted,
  findUnmentioned,
} from '@/lib/news/lint-edition/lists';
import { findBadLinks, findEmptyComponents, findEmptySections } from '@/lib/news/lint-edition/structure';
import { findNoHeadline, findOtherWe, findPrompts, findThankedTwice } from '@/lib/news/lint-edition/wording';

const flags = { strict: { takes: 'nothing' }, json: { takes: 'nothing' } } as const;

export const lintEdition: Command = {
  name: 'lint-edition',
  summary: 'reviews an edition: what is unfinished, inconsistent, or worth another look',
  usage: `
usage: npm run news -- lint-edition POST [--strict] [--json]

Reads an edition as a careful reader would, and reports what to check again: a missing headline, prompts left in the
text, empty sections, entries that are listed but not placed, or mentioned but not listed, past and upcoming events in one
list, wrong weekdays, times without a zone, days of another month, links to URL shorteners, links that track readers,
people thanked twice, releases without their breaking changes, and "we" for two different groups. To find errors, use
"npm run check".

  POST       the edition: its file, its folder or its address
  --strict   exit with 1 if anything is reported
  --json     print JSON

examples:
  npm run news -- lint-edition content/blog/2022/03/february-update/index.mdx
  npm run news -- lint-edition /blog/2022/03/february-update/ --strict

exit codes: 0 done · 1 the post cannot be read, or, with --strict, something was reported · 2 invalid command line
`,
  run,
};

/** The rules. */
export const rules: readonly ((edition: LintedEdition) => Diagnostic[])[] = [
  findNoHeadline,
  findPrompts,
  findEmptySections,
  findEmptyComponents,
  findMixedTimes,
  findMoved,
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

/** The order of properties in JSON, on which programs that compare it rely. */
const jsonKeys = ['file', 'problems', 'severity', 'code', 'line', 'column', 'message', 'fix'];

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, words } = parseOptions('lint-edition', args, flags);
  const { post, content } = await readNamedPost(words, terminal);
  const file = post.shownFile;
  await checkText(post);
  const edition = readEdition(post, content);
  const errors = errorsOf(content.problems).filter((problem) => problem.file === file);
  if (errors.length > 0) throw new ContentError(errors);
  const problems = sortDiagnostics(rules.flatMap((rule) => rule(edition)));
  if (values.json) terminal.out(JSON.stringify({ file, problems }, jsonKeys, 2));
  else {
    for (const problem of problems) terminal.out(formatDiagnostic(problem));
    const count = problems.length === 0 ? 'Nothing' : countedInFigures(problems.length, 'place');
    terminal.err(`${count} to look at again in ${file}.`);
    if (problems.length === 0 && post.draft) terminal.err('Remove "draft: true" to publish it.');
  }
  return values.strict && problems.length > 0 ? exit.failed : exit.done;
}
