// The report of an import: the detected generator, the result for each post, the changes, and what to review.

import { compare } from '@/lib/base/compare';
import { type Diagnostic, formatDiagnostic, sortDiagnostics } from '@/lib/base/diagnostic';
import { countedInFigures as count, listed } from '@/lib/base/english';
import { groupBy } from '@/lib/base/group-by';
import type { SitePlan } from '@/lib/news/import/plan-site';
import type { Written } from '@/lib/news/import/write-plan';

/** What was imported, and how. */
export interface ImportReport {
  /** As people call the generator. */
  readonly generator: string;
  /** What showed it: a file, or `--from`. */
  readonly by: string;
  readonly places: readonly string[];
  readonly plan: SitePlan;
  readonly written: Written;
  readonly guess: string | undefined;
  /** Other entries, by their kind: `adopters`. */
  readonly lists: Readonly<Record<string, number>>;
  readonly isDryRun: boolean;
}

/** How many diagnostics of one code are shown one by one. */
const shownOfEach = 5;

/** The report as text. */
export function toText(report: ImportReport, isVerbose: boolean): string {
  const { generator, by, places, plan, written, isDryRun, lists } = report;
  const sections: string[][] = [
    [
      `${generator}, by ${by}. Posts in ${places.length > 0 ? listed(places.map((place) => place || 'the folder itself')) : 'no folder'}.`,
    ],
    exampleOf(plan),
    changesOf(report).map((line) => `- ${line}`),
    group(plan.left, isVerbose, 'Left out:'),
    group(
      [...(report.guess ? [guessNote(report.guess)] : []), ...plan.notes, ...written.problems],
      isVerbose,
      'To check:',
    ),
  ];
  const verb = isDryRun ? 'would be written' : 'written';
  const more = Object.entries(lists).map(([kind, number]) => `${number} ${kind}`);
  const files = `${count(written.written, 'file')} ${verb}, ${written.same} already exist unchanged, ${written.refused} already exist and differ.`;
  const translations =
    plan.translations > 0
      ? ` ${count(plan.translations, 'translation')} not imported; their addresses redirect to the original posts.`
      : '';
  const total = `${count(plan.posts.length + plan.left.length, 'post')} found, ${plan.posts.length} taken, ${plan.left.length} left out.${translations}`;
  return [
    ...sections.filter((section) => section.length > 0).map((lines) => lines.join('\n')),
    `${[...more, files].join('; ')}\n${total}`,
  ].join('\n\n');
}

/** The old address of the newest post, to be compared with the old site. */
function exampleOf({ posts }: SitePlan): string[] {
  const [newest] = [...posts].sort((a, b) => compare(b.post.date.text, a.post.date.text));
  return newest ? [`For example, ${newest.post.oldAddress} becomes ${newest.post.address} and redirects to it.`] : [];
}

function guessNote(guess: string): Diagnostic {
  return {
    ...{ file: '', line: 1, column: 1, severity: 'warning', code: 'import/guess' },
    message: `the old addresses are guessed: ${guess}`,
    fix: 'compare the one above with the old site; if it differs, give their form with --permalink /blog/:year/:month/:day/:slug/',
  };
}

/** What was changed, summed by kind. */
export function sumChanges({ posts }: SitePlan): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { changes, aliases, files } of posts) {
    const all = {
      ...changes,
      'old addresses that redirect to their posts': aliases.length,
      'files next to posts': files.length - 1,
    };
    for (const [name, number] of Object.entries(all)) if (number > 0) sums[name] = (sums[name] ?? 0) + number;
  }
  return sums;
}

function changesOf({ plan }: ImportReport): string[] {
  const lines = Object.entries(sumChanges(plan)).map(([name, number]) => `${number} ${name}`);
  const people =
    plan.people.length > 0
      ? [`${count(plan.people.length, 'person', 'people')} in people/, from the list of authors`]
      : [];
  const keys = new Map<string, number>();
  for (const key of plan.posts.flatMap(({ params }) => params)) keys.set(key, (keys.get(key) ?? 0) + 1);
  const kept = [...keys].map(([key, number]) => `${key} (${number})`).sort();
  return [
    ...lines,
    ...people,
    ...pagesOf(plan),
    ...(kept.length > 0 ? [`kept under "params:", because this site does not use them: ${kept.join(', ')}`] : []),
  ];
}

/** Texts that describe a folder: this site makes its own lists. */
function pagesOf({ folderPages }: SitePlan): string[] {
  const names = [...groupBy(folderPages, (name) => name)].map(([name, { length }]) => `${name} (${length})`).sort();
  return names.length > 0 ? [`not imported, because they describe folders: ${names.join(', ')}`] : [];
}

/** Diagnostics of each code, the first ones one by one. */
function group(diagnostics: readonly Diagnostic[], isVerbose: boolean, title: string): string[] {
  if (diagnostics.length === 0) return [];
  const lines = [...groupBy(sortDiagnostics(diagnostics), ({ code }) => code)].flatMap(([code, all]) => {
    const isLeft = code === 'import/left-out';
    const shown = isVerbose || isLeft ? all : all.slice(0, shownOfEach);
    const rest = all.length - shown.length;
    return [...shown.map(formatLine), ...(rest > 0 ? [`${code}: ${rest} more (--verbose shows them)`] : [])];
  });
  return [title, ...lines];
}

function formatLine(diagnostic: Diagnostic): string {
  return diagnostic.file === ''
    ? `${diagnostic.code}: ${diagnostic.message} (fix: ${diagnostic.fix})`
    : formatDiagnostic(diagnostic);
}

/** The report as JSON, for other programs. */
export function toJson(report: ImportReport): string {
  const { generator, by, places, plan, written, guess, lists, isDryRun } = report;
  const posts = plan.posts.map(({ post, files, aliases }) => ({
    ...{ file: post.file, title: post.title, date: post.date.text, oldAddress: post.oldAddress, address: post.address },
    ...{ aliases, files: files.map(({ path }) => path) },
  }));
  return JSON.stringify(
    {
      ...{ generator, by, places, dryRun: isDryRun, addressesAreGuessed: guess !== undefined },
      ...{ found: posts.length + plan.left.length, taken: posts.length, leftOut: plan.left.length },
      ...{
        translations: plan.translations,
        folderPages: plan.folderPages,
        lists,
        changes: sumChanges(plan),
        files: { written: written.written, same: written.same, refused: written.refused },
      },
      ...{ posts, left: plan.left, lookAt: [...plan.notes, ...written.problems] },
    },
    null,
    2,
  );
}
