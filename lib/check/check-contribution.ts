// Checks the answers of a form for a new entry as `npm run check` would check its file.
import { z } from 'zod';
import { type Diagnostic, errorsOf } from '@/lib/base/diagnostic';
import type { CheckContext } from '@/lib/check/bodies';
import { checkEntryMarkdown } from '@/lib/check/entries';
import { checkText } from '@/lib/check/texts';
import { checkAmong } from '@/lib/content/check-among';
import { type Community, entriesOf } from '@/lib/content/community';
import { type AnsweredEntry, type EntryFile, entryFromAnswers } from '@/lib/content/entry-from-answers';
import { byFolder, type EntryKind } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';

/** What a new entry is compared with: what readers may see, so that nothing else is revealed. */
export interface ContributionContext {
  readonly community: Community;
  /** Every path of the site that content may link to. */
  readonly paths: ReadonlySet<string>;
  readonly now: Date;
}

/** What is wrong with an answer. */
export interface AnswerProblem {
  /** The field; undefined for what is about several. */
  readonly field: string | undefined;
  /** Of the check: `event/order`. */
  readonly code: string;
  readonly isMissing: boolean;
  /** Whether another entry has the same. */
  readonly isTwice: boolean;
  /** What is wrong and what to do, in English. */
  readonly message: string;
  readonly fix: string;
}

/** What came of the answers. */
export interface Contribution {
  readonly file: EntryFile;
  /** Undefined where it could not be read. */
  readonly entry: EntryBase | undefined;
  /** What has to be corrected: empty where the entry is complete. */
  readonly problems: readonly AnswerProblem[];
  /** Entries that may be the same one, the most similar first. */
  readonly similar: readonly EntryBase[];
}

/**
 * Checks answers.
 *
 * @param answers by the names of fields.
 */
export function checkContribution(
  kind: EntryKind,
  answers: ReadonlyMap<string, string>,
  { community, paths, now }: ContributionContext,
): Contribution {
  const files = new Set(entriesOf(community, kind).map(({ file }) => file));
  const answered = entryFromAnswers(kind, answers, {
    now,
    projects: community.projects,
    suffix: /^\d{4}-\d{2}-\d{2}/.exec(answers.get('start') ?? '')?.[0] ?? now.toISOString().slice(0, 10),
    isTaken: (path) => files.has(path),
  });
  const { id, path, text } = answered;
  const entry = 'entry' in answered ? answered.entry : undefined;
  const found = 'entry' in answered ? findProblems(kind, answered, community, paths) : answered.problems;
  const texts = checkText(text, `content/${path}`);
  const same = findSame(kind, answers, answered, community);
  const similar = entriesOf(community, kind).filter(
    (each) =>
      same.includes(each) ||
      found.some(({ message, fix }) => `${message} ${fix}`.split(/[\s,"]+/).includes(each.shownFile)),
  );
  return {
    file: { id, path, text },
    entry,
    problems: errorsOf([...found, ...texts]).map((problem) => toProblem(problem, text)),
    similar,
  };
}

/** What is wrong with an entry that its schema accepts: next to the others, and in its Markdown. */
function findProblems(
  kind: EntryKind,
  { entry, located }: Extract<AnsweredEntry, { entry: EntryBase }>,
  community: Community,
  paths: ReadonlySet<string>,
): Diagnostic[] {
  // Of two that are the same, the second by the names of their files is reported.
  const own = { ...entry, file: `${kind.folder}/~` };
  const ids = {
    project: community.projects.map(({ id }) => id),
    person: community.people.map(({ id }) => id),
  };
  const among = checkAmong({ kind, entries: [...entriesOf(community, kind), own] }, ids, (each, path) => ({
    file: each.shownFile,
    ...(each === own && path ? located?.placeOf(path) : {}),
  }));
  const context: CheckContext = { paths, ids: byFolder(() => new Set<string>()), suggest: () => undefined };
  const markdown = checkEntryMarkdown(kind, entry, located, context);
  return [...among, ...markdown].filter(({ file }) => file === entry.shownFile);
}

/** Entries that have in common with the answers what only one may have, also while other answers are missing. */
function findSame(
  kind: EntryKind,
  answers: ReadonlyMap<string, string>,
  { written }: AnsweredEntry,
  community: Community,
): EntryBase[] {
  const valid = Object.entries(written).filter(([name, value]) => z.safeParse(kind.schema.shape[name], value).success);
  const { data } = kind.schema.safeParse({ ...kind.recipe.sample, ...Object.fromEntries(valid) });
  if (!data) return [];
  const own = kind.unique({ ...data, id: '', file: '', shownFile: '' });
  const given = Object.entries(own).filter(([field]) => answers.has(field) && valid.some(([name]) => name === field));
  return entriesOf(community, kind).filter((entry) => {
    const unique = kind.unique(entry);
    return given.some(([field, value]) => unique[field] === value);
  });
}

/** A diagnostic of a file, at the field whose lines it is on. @param text of the file. */
export function toProblem({ line, code, message, fix }: Diagnostic, text: string): AnswerProblem {
  const keys = text
    .split('\n')
    .slice(0, line)
    .flatMap((each) => /^(\w[\w-]*):/.exec(each)?.[1] ?? []);
  const missing = /^"([\w-]+)" is missing$/.exec(message)?.[1];
  const field = missing ?? keys.at(-1);
  // A time needs a zone: what is missing is the zone.
  const needsZone = code === 'event/zone' && field !== 'zone';
  return {
    field: needsZone ? 'zone' : field,
    code,
    isMissing: needsZone || code.endsWith('/missing-field'),
    isTwice: code.endsWith('/twice'),
    message: message.replace(/^"[\w.-]+": /, ''),
    fix,
  };
}
