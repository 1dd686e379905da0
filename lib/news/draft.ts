// `news draft YYYY-MM`: gathers a month into an edition, or adds to the edition that is there.
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathFromDate } from '@/lib/base/address';
import { type Command, exit, type Terminal, UsageError } from '@/lib/base/cli/command';
import { parseOptions } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { compare } from '@/lib/base/compare';
import { parseInstant } from '@/lib/base/dates';
import { type Diagnostic, errorsOf, formatDiagnostic, inFile, sortDiagnostics } from '@/lib/base/diagnostic';
import { monthAfter, type Span } from '@/lib/base/month';
import { listed } from '@/lib/base/words';
import { lookupIn } from '@/lib/content/community';
import { absolutePath, displayPath, findFile, readText } from '@/lib/content/files';
import { parseFrontMatter } from '@/lib/content/front-matter';
import { type LoadedContent, loadContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { postSchema } from '@/lib/content/schema';
import { validate } from '@/lib/content/validate';
import { editionKinds } from '@/lib/kinds/index';
import {
  type Additions,
  addToFrontMatter,
  decide,
  type EditionLists,
  fillFrontMatter,
  isNothing,
  type ListKey,
  type Lists,
  listKeys,
  mapLists,
} from '@/lib/news/draft/front-matter';
import { findUndated, gatherMonth, type MonthFacts } from '@/lib/news/draft/gather';
import { readGitDates } from '@/lib/news/draft/git-dates';
import { toNames } from '@/lib/news/draft/names';
import { escapeMdx, fillTemplate, TemplateError } from '@/lib/news/draft/template';
import { parseDay, parseMonth, toSpan } from '@/lib/news/month';
import { contentFolder } from '@/lib/news/place';
import { writeWhole } from '@/lib/news/write-whole';

const templatePath = 'templates/monthly-update.mdx';

const gathered = listed([...editionKinds.map(({ label }) => label.many), 'posts', 'contributors']);

const flags = {
  since: { takes: 'value', example: '2022-01-28' },
  until: { takes: 'value', example: '2022-03-02' },
  'dry-run': { takes: 'nothing' },
  stdout: { takes: 'nothing' },
} as const;

export const draft: Command = {
  name: 'draft',
  summary: 'gathers a month into an edition, or adds to the edition that is there',
  usage: `
usage: npm run news -- draft YYYY-MM [--since DAY] [--until DAY] [--dry-run] [--stdout]

Writes content/blog/…/index.mdx with all that the small files in content/ know of the month:
${gathered}.
Of events it also takes those of the five weeks after it. What only a person can write is left as <Prompt>. Where the month
has an edition already, it only adds: ids that are new join the lists in the front matter; nothing else changes. What you
take out of a list stays out and is noted in "omit:". It needs no network.

  --since DAY, --until DAY   other days than those of the month, the first and last included
  --dry-run                  say what would be done, and write nothing
  --stdout                   print the edition, and write nothing

examples:
  npm run news -- draft 2022-02
  npm run news -- draft 2022-02 --dry-run
  npm run news -- draft 2022-02 --since 2022-01-15     January had no edition

exit codes: 0 done · 1 it could not be done, and nothing was changed · 2 called wrongly
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, words } = parseOptions('draft', args, flags);
  const [month, ...more] = words;
  if (month === undefined) throw new UsageError('Which month? For example: npm run news -- draft 2022-02');
  if (more.length > 0) throw new UsageError(`One month at a time: “${more.join(' ')}” is too much.`);
  const span = toSpan(parseMonth(month), {
    since: values.since && parseDay('--since', values.since),
    until: values.until && parseDay('--until', values.until),
  });
  const dir = contentFolder(terminal);
  const content = await loadContent(dir);
  const edition = await findEdition(content, span.period);
  if ('problems' in edition) {
    for (const problem of edition.problems) terminal.err(formatDiagnostic(problem));
    terminal.err('Nothing was changed.');
    return exit.failed;
  }
  const git = await readGitDates(dir, findUndated(content, span), terminal.signal);
  if (git.note) terminal.err(git.note);
  const facts = gatherMonth(content, span, git.addedOn);
  sayWhatIsMissing(content, span, facts, terminal);
  const gathered = toLists(facts);
  const result = edition.post
    ? await addTo(dir, edition.post, gathered)
    : await makeNew(dir, content, span, facts, gathered);
  if ('problems' in result) {
    for (const problem of result.problems) terminal.err(formatDiagnostic(problem));
    terminal.err('Nothing was changed.');
    return exit.failed;
  }
  if (values.stdout) {
    terminal.out(result.text.replace(/\n$/, ''));
    return exit.done;
  }
  const shown = displayPath(dir, result.path);
  const nothing = edition.post !== undefined && isNothing(result.additions);
  if (!nothing && !values['dry-run']) {
    const replace = edition.post !== undefined;
    await writeWhole(absolutePath(dir, result.path), result.text, { replace, signal: terminal.signal });
  }
  report(shown, result, { isNew: edition.post === undefined, nothing, dry: values['dry-run'] === true }, terminal);
  return exit.done;
}

/** The edition of a month: the post with its `period`. A file that should be one and cannot be read is a problem. */
async function findEdition(
  { posts, problems, places }: LoadedContent,
  period: string,
): Promise<{ post: Post | undefined } | { problems: Diagnostic[] }> {
  const found = posts.filter(({ coverage }) => coverage.period === period);
  const [post, second] = found;
  if (post && second) {
    const place = places.get(second)?.placeOf(['period']) ?? { line: 1, column: 1 };
    const message = `${post.shownFile} covers ${period} as well`;
    const fix = 'keep "period:" in one of the two';
    return { problems: [{ file: second.shownFile, ...place, severity: 'error', code: 'draft/two', message, fix }] };
  }
  if (post) return { post };
  // A broken file tells no period; one that mentions the month could be the edition, and would then be made twice.
  const readable = new Set(posts.map(({ shownFile }) => shownFile));
  const broken = problems.filter(
    ({ file, severity }) => severity === 'error' && /\.mdx?$/.test(file) && !readable.has(file),
  );
  const suspects = new Map<string, boolean>();
  for (const { file } of broken) {
    if (suspects.has(file)) continue;
    const text = await readFile(resolve(file), 'latin1').catch(() => '');
    suspects.set(file, new RegExp(`^\\s*period:\\s*["']?${period}`, 'm').test(text));
  }
  const mine = broken.filter(({ file }) => suspects.get(file));
  return mine.length > 0 ? { problems: mine } : { post: undefined };
}

interface Outcome {
  /** Below the content folder. */
  readonly path: string;
  readonly text: string;
  readonly additions: Additions;
}

async function addTo(dir: string, post: Post, gathered: Lists): Promise<Outcome | { problems: Diagnostic[] }> {
  const source = await readFile(absolutePath(dir, post.file), 'utf8');
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const closer = lines.indexOf('---', 1);
  const yaml = lines.slice(1, closer).join('\n');
  const drafted: { readonly [Key in ListKey]?: readonly string[] | undefined } = post.drafted ?? {};
  const current: EditionLists = {
    lists: post.coverage,
    drafted: mapLists((key) => drafted[key] ?? []),
    omit: post.coverage.omit,
  };
  const additions = decide(current, gathered);
  if (isNothing(additions)) return { path: post.file, text: source, additions };
  let extended: string;
  try {
    extended = addToFrontMatter(yaml, additions);
  } catch (error) {
    const message = (error as Error).message;
    const fix = 'write each list with one entry a line, as in CONTRIBUTING.md';
    return { problems: [problemAt(post.shownFile, 'draft/form', message, fix)] };
  }
  // Everything but the lines between the two `---` is carried over byte by byte.
  const newline = /\r\n?|\n/.exec(source)?.[0] ?? '\n';
  const start = source.indexOf('---') + 3 + newline.length;
  const end = start + yaml.split('\n').join(newline).length;
  if (source.slice(start, end) !== yaml.split('\n').join(newline)) {
    const message = 'its lines end in different ways';
    return { problems: [problemAt(post.shownFile, 'draft/form', message, 'save it with one kind of line end')] };
  }
  const text = source.slice(0, start) + extended.split('\n').join(newline) + source.slice(end);
  return { path: post.file, text, additions };
}

async function makeNew(
  dir: string,
  content: LoadedContent,
  span: Span,
  facts: MonthFacts,
  gathered: Lists,
): Promise<Outcome | { problems: Diagnostic[] }> {
  const file = displayPath(dir, templatePath);
  if (!(await findFile(dir, templatePath))) {
    const fix = 'bring it back from the repository’s history: it is the form of every edition';
    return { problems: [problemAt(file, 'template/missing', 'there is no such file', fix)] };
  }
  const template = await readText(dir, templatePath);
  if (typeof template !== 'string') return { problems: [template] };
  const split = parseFrontMatter(template);
  if (Array.isArray(split)) return { problems: split.map((diagnostic) => inFile(diagnostic, file)) };
  const date = `${monthAfter(span.period)}-01`;
  const { community, posts } = content;
  const lookup = lookupIn(community, now());
  const names = toNames(facts, { community, lookup, span, date, previous: previousOf(posts, span.period) });
  const additions: Additions = { added: gathered, gone: [] };
  let text: string;
  try {
    const plain = (value: string) => value;
    const yaml = template
      .split('\n')
      .slice(1, split.bodyLine - 2)
      .join('\n');
    const filled = fillFrontMatter(yaml, (value, offset) => {
      const firstLine = 2 + yaml.slice(0, offset).split('\n').length - 1;
      return fillTemplate(value, names, { toSafe: plain, file, firstLine });
    });
    const body = fillTemplate(split.body, names, { toSafe: escapeMdx, file, firstLine: split.bodyLine });
    text = `---\n${addToFrontMatter(`${filled}\nperiod: ${span.period}`, additions)}\n---\n${body}`;
  } catch (error) {
    if (error instanceof TemplateError) return { problems: [error.problem] };
    throw error;
  }
  // What the template makes must itself be a post.
  const made = parseFrontMatter(text);
  if (Array.isArray(made)) return { problems: made.map((diagnostic) => inFile(diagnostic, file)) };
  const result = validate(postSchema, made.frontMatter, 'post', file);
  if ('problems' in result) return { problems: result.problems };
  const address = pathFromDate(parseInstant(date) as Date, result.entry.slug ?? result.entry.title);
  const path = `${address.slice(1)}index.mdx`;
  const taken = await stat(join(dir, path)).catch(() => undefined);
  const neighbour = content.posts.find(({ url }) => url === address);
  if (taken || neighbour) {
    const message = `the address ${address} is taken by a post that does not say "period: ${span.period}"`;
    const shown = neighbour?.shownFile ?? displayPath(dir, path);
    return { problems: [problemAt(shown, 'draft/taken', message, 'add the period there, or move the post')] };
  }
  return { path, text, additions };
}

/** The newest edition of an earlier month that readers know. */
function previousOf(posts: readonly Post[], period: string): Post | undefined {
  return posts
    .filter(({ draft, coverage }) => !draft && coverage.period !== undefined && coverage.period < period)
    .sort((a, b) => compare(b.coverage.period ?? '', a.coverage.period ?? ''))[0];
}

function toLists({ entries, posts, contributors }: MonthFacts): Lists {
  return mapLists((key) => {
    if (key === 'posts') return posts.map(({ url }) => url);
    if (key === 'contributors') return contributors.map(({ name }) => name);
    return entries.find(({ kind }) => kind.folder === key)?.all.map(({ id }) => id) ?? [];
  });
}

function sayWhatIsMissing(
  { community, problems }: LoadedContent,
  span: Span,
  facts: MonthFacts,
  terminal: Terminal,
): void {
  // An entry that cannot be read would be missed without a word.
  for (const problem of sortDiagnostics(errorsOf(problems))) {
    if (problem.file.endsWith('.yaml')) terminal.err(formatDiagnostic(problem));
  }
  const undated = community.releases.filter(({ date }) => !date);
  if (undated.length > 0) {
    terminal.err(`Left out, because they have no “date”: ${undated.map(({ id }) => id).join(', ')}.`);
  }
  if (facts.contributors.length === 0) {
    const broken = problems.some(({ file }) => file.endsWith(`contributors/${span.period}.yaml`));
    if (broken) {
      terminal.err(
        `contributors/${span.period}.yaml cannot be read, so nobody is thanked by name yet. Correct it and draft again.`,
      );
    } else {
      terminal.err(`There is no contributors/${span.period}.yaml, so nobody is thanked by name yet. It is written by:`);
      terminal.err(`  npm run news -- collect contributors --month ${span.period}`);
    }
  }
}

function report(
  shown: string,
  { additions }: Outcome,
  { isNew, nothing, dry }: { isNew: boolean; nothing: boolean; dry: boolean },
  terminal: Terminal,
): void {
  if (nothing) {
    terminal.out(`${shown}: nothing new.`);
    return;
  }
  const verb = isNew ? (dry ? 'would be written' : 'written') : dry ? 'would be added to' : 'added to';
  terminal.out(`${shown}: ${verb}.`);
  for (const key of listKeys) {
    const ids = additions.added[key];
    if (ids.length > 0) terminal.out(`  ${key} (${ids.length}): ${ids.join(', ')}`);
  }
  if (additions.gone.length > 0) terminal.out(`  omit (${additions.gone.length}): ${additions.gone.join(', ')}`);
  if (isNew && !dry) {
    terminal.out('');
    terminal.out(
      'Next: answer each <Prompt> in the file and remove it (npm run dev shows the edition as you write), then',
    );
    terminal.out(`  npm run news -- lint-edition ${shown}`);
  } else if (!isNew && !dry) {
    terminal.out('The text is as you left it. What it does not place stands in “Also this month” at its end.');
  }
}

function problemAt(file: string, code: string, message: string, fix: string): Diagnostic {
  return { file, line: 1, column: 1, severity: 'error', code, message, fix };
}
