// The file of a month's edition: found, extended, or made from the template.
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathFromDate } from '@/lib/base/address';
import { compare } from '@/lib/base/compare';
import { parseInstant } from '@/lib/base/dates';
import { ContentError, error, errorsOf, inFile } from '@/lib/base/diagnostic';
import { lookAhead, monthAfter, plusDays, type Span } from '@/lib/base/month';
import { absolutePath, displayPath, findFile, readText } from '@/lib/content/files';
import { parseFrontMatter, type SplitText } from '@/lib/content/front-matter';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { postSchema } from '@/lib/content/schema';
import { validate } from '@/lib/content/validate';
import {
  type Additions,
  addToFrontMatter,
  decide,
  fillFrontMatter,
  isNothing,
  type ListKey,
  type Lists,
  listKeys,
  mapLists,
} from '@/lib/news/draft/front-matter';
import type { MonthFacts } from '@/lib/news/draft/gather';
import { toNames } from '@/lib/news/draft/names';
import { factsIn, sectionsFor, withoutPlace } from '@/lib/news/draft/sections';
import { escapeMdx, fillTemplate } from '@/lib/news/draft/template';

const templatePath = 'templates/monthly-update.mdx';

/** The file of an edition, before it is written. */
export interface DraftedFile {
  /** Below the content folder. */
  readonly path: string;
  readonly text: string;
  readonly additions: Additions;
}

/**
 * The edition of a month: the post with its `period`.
 *
 * @throws {ContentError} if there are two, or if an unreadable file could be the edition.
 */
export async function findEdition(
  { posts, problems, places }: LoadedContent,
  period: string,
): Promise<Post | undefined> {
  const [post, second] = posts.filter(({ coverage }) => coverage.period === period);
  if (post && second) {
    const place = { file: second.shownFile, ...places.get(second)?.placeOf(['period']) };
    const fix = 'keep "period:" in one of the two';
    throw new ContentError([error('draft/two', `${post.shownFile} also covers ${period}`, fix, place)]);
  }
  if (post) return post;
  // The period of an unreadable file is unknown; if it mentions the month, a second edition could be made by mistake.
  const readable = new Set(posts.map(({ shownFile }) => shownFile));
  const broken = errorsOf(problems).filter(({ file }) => /\.(?:mdx?|markdown)$/.test(file) && !readable.has(file));
  const texts = await Promise.all(broken.map(({ file }) => readFile(resolve(file), 'latin1').catch(() => '')));
  const mention = new RegExp(`^\\s*period:\\s*["']?${period}`, 'm');
  const suspects = broken.filter((_, index) => mention.test(texts[index] ?? ''));
  if (suspects.length > 0) throw new ContentError(suspects);
  return undefined;
}

/**
 * Adds to the lists of an edition. Everything but the lines of the front matter is kept byte by byte.
 *
 * @throws {ContentError} if its front matter has a form that cannot be extended.
 */
export async function addToEdition(dir: string, post: Post, lists: Lists): Promise<DraftedFile> {
  const source = await readFile(absolutePath(dir, post.file), 'utf8');
  const before: { readonly [Key in ListKey]?: readonly string[] | undefined } = post.drafted ?? {};
  const { coverage } = post;
  const drafted = mapLists((key) => before[key] ?? []);
  const additions = decide(coverage, drafted, coverage.omit, lists);
  if (isNothing(additions)) return { path: post.file, text: source, additions };
  const refuse = (message: string, fix: string) =>
    new ContentError([error('draft/form', message, fix, { file: post.shownFile })]);
  const [, opener = '', yaml = ''] =
    /^(\uFEFF?---(?:\r\n?|\n))([\s\S]*?)(?:\r\n?|\n)---(?=[\r\n]|$)/.exec(source) ?? [];
  const newline = /\r\n?|\n/.exec(source)?.[0] ?? '\n';
  if (/[\r\n]/.test(yaml.replaceAll(newline, ''))) {
    throw refuse('its line endings are mixed', 'use the same line ending on every line');
  }
  try {
    const extended = addToFrontMatter(yaml.replaceAll(newline, '\n'), additions).replaceAll('\n', newline);
    return { path: post.file, text: opener + extended + source.slice(opener.length + yaml.length), additions };
  } catch (thrown) {
    throw refuse((thrown as Error).message, 'write each list with one entry per line, as in CONTRIBUTING.md');
  }
}

/**
 * Makes an edition from the template.
 *
 * @throws {ContentError} if the template is wrong, or its address is taken.
 */
export async function makeEdition(
  dir: string,
  content: LoadedContent,
  span: Span,
  facts: MonthFacts,
  lists: Lists,
): Promise<DraftedFile> {
  const { file, frontMatter, body } = await fillMonth(dir, content, span, facts);
  const date = dateOf(span);
  const { posts } = content;
  const additions: Additions = { added: lists, gone: [] };
  const text = `---\n${addToFrontMatter(`${frontMatter}\n${windowOf(span)}`, additions)}\n---\n${body}`;
  // What the template makes must itself be a valid post.
  const result = validate(postSchema, split(text, file).frontMatter, 'post', file);
  if ('problems' in result) throw new ContentError(result.problems);
  const address = pathFromDate(parseInstant(date) as Date, result.entry.slug ?? result.entry.title);
  const path = `${address.slice(1)}index.mdx`;
  const taken = posts.find(({ url }) => url === address);
  if (taken || (await stat(join(dir, path)).catch(() => undefined))) {
    const message = `the address ${address} belongs to a post without "period: ${span.period}"`;
    const at = taken?.shownFile ?? displayPath(dir, path);
    throw refusal('draft/taken', message, 'add the period there, or move the post', at);
  }
  return { path, text, additions };
}

/** The first day of the next month, on which an edition is published by default. */
function dateOf({ period }: Span): string {
  return `${monthAfter(period)}-01`;
}

function refusal(code: string, message: string, fix: string, file: string): ContentError {
  return new ContentError([error(code, message, fix, { file })]);
}

/**
 * The template, filled in with facts of a month.
 *
 * @throws {ContentError} if it is wrong.
 */
async function fillMonth(dir: string, { community, posts }: LoadedContent, span: Span, facts: MonthFacts) {
  const file = displayPath(dir, templatePath);
  if (!(await findFile(dir, templatePath))) {
    throw refusal(
      'template/missing',
      'there is no such file',
      'restore it from Git: new editions are made from it',
      file,
    );
  }
  const template = await readText(dir, templatePath);
  if (typeof template !== 'string') throw new ContentError([template]);
  const { body, bodyLine } = split(template, file);
  const names = toNames(facts, span, community, dateOf(span), previousOf(posts, span.period));
  const lines = template.split('\n');
  const frontMatter = fillFrontMatter(lines.slice(1, bodyLine - 2).join('\n'), (value, line) =>
    fillTemplate(value, names, { toSafe: (text) => text, file, firstLine: line + 1 }),
  );
  return { file, frontMatter, body: fillTemplate(body, names, { toSafe: escapeMdx, file, firstLine: bodyLine }) };
}

/**
 * The sections of the template for what an edition has no place for.
 *
 * @param lists what its text should place.
 * @throws {ContentError} if the template is wrong.
 */
export async function missingSections(
  dir: string,
  { content, span, facts }: { readonly content: LoadedContent; readonly span: Span; readonly facts: MonthFacts },
  post: Post,
  lists: Lists,
): Promise<string> {
  const unplaced = withoutPlace(post.body, lists);
  if (post.format === 'md' || listKeys.every((key) => unplaced[key].length === 0)) return '';
  const { body } = await fillMonth(dir, content, span, factsIn(facts, unplaced));
  return sectionsFor(post.body, body, unplaced);
}

/** The lines of the front matter that say which days an edition is about. */
function windowOf({ period, until, ahead }: Span): string {
  return `period: ${period}${ahead === plusDays(until, lookAhead) ? '' : `\nahead: ${ahead}`}`;
}

function split(text: string, file: string): SplitText {
  const parts = parseFrontMatter(text);
  if (Array.isArray(parts)) throw new ContentError(parts.map((problem) => inFile(problem, file)));
  return parts;
}

/** The newest public edition of an earlier month. */
function previousOf(posts: readonly Post[], period: string): Post | undefined {
  return posts
    .filter(({ draft, coverage }) => !draft && coverage.period !== undefined && coverage.period < period)
    .sort((a, b) => compare(b.coverage.period ?? '', a.coverage.period ?? ''))[0];
}
