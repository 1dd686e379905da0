// Reads the posts of a site by the rules of its generator: front matter, title and date.
import { basename, dirname, extname } from 'node:path/posix';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import { mapLimited } from '@/lib/base/map-limited';
import type { Checkout } from '@/lib/news/import/checkout';
import { dateInPath, readDate, type SourceDate, splitDatedName } from '@/lib/news/import/dates';
import { fieldOf, readSourceText, textOf } from '@/lib/news/import/front-matter';
import type { PostFile, ReadPost, SiteRules } from '@/lib/news/import/generators/generator';
import { bareOf, isIndex, isUnread, syntaxOf } from '@/lib/news/import/generators/post-files';

/** What came of reading posts. */
export interface ReadResult {
  readonly posts: readonly ReadPost[];
  /** Posts that are left out, each with the reason. */
  readonly left: readonly Diagnostic[];
  /** What a person should look at. */
  readonly notes: readonly Diagnostic[];
}

/** Reads all posts of a site. */
export async function readPosts(checkout: Checkout, rules: SiteRules): Promise<ReadResult> {
  const notes: Diagnostic[] = [];
  const read = await mapLimited(rules.files, 8, (file) => readPost(checkout, rules, file, notes));
  return {
    posts: read.flatMap((each) => ('date' in each ? [each] : [])),
    left: read.flatMap((each) => ('code' in each ? [each] : [])),
    notes,
  };
}

/** A post that is left out. @param reason a sentence without a full stop. @param fix what would let it in. */
export function leaveOut(file: string, reason: string, fix = 'do nothing if this is right'): Diagnostic {
  return warning('import/left-out', reason, fix, { file });
}

async function readPost(
  checkout: Checkout,
  rules: SiteRules,
  post: PostFile,
  notes: Diagnostic[],
): Promise<ReadPost | Diagnostic> {
  const { file, root } = post;
  const ending = syntaxOf(file);
  const syntax = ending === 'markdown' ? (rules.markdownAs ?? ending) : ending;
  if (!syntax || isUnread(file)) {
    return leaveOut(file, `files that end in ${extname(file)} cannot be imported`, 'convert it to Markdown first');
  }
  const text = await checkout.text(file);
  if (text === undefined) return leaveOut(file, 'it is larger than 4 MB, or cannot be read', 'split it');
  const split = (rules.readText ?? readSourceText)(text.replace(/^\uFEFF/, ''), file);
  const { bodyLine, trouble } = split;
  const data = { ...rules.defaults?.(file), ...split.data };
  if (trouble !== undefined) {
    notes.push(
      warning(
        'import/front-matter',
        `${trouble}; the parts that could be read are kept`,
        'correct it in the new file',
        { file },
      ),
    );
  }
  const bare = bareOf(file);
  const datedName = basename(bare);
  const { name, date: nameDate } = splitDatedName(datedName);
  const reason = rules.leaveOut?.({ file, data, body: split.body, datedName });
  if (reason !== undefined) return leaveOut(file, reason);
  const date = await dateOf(checkout, rules, file, data, nameDate, notes);
  if (!date) {
    const history = await checkout.historyOf();
    const fix =
      history === 'shallow'
        ? 'fetch the whole history (git fetch --unshallow), or add a date to its front matter'
        : 'add a date to its front matter';
    return leaveOut(file, 'it has no date in its front matter, its file name or its Git history', fix);
  }
  const title = textOf(data, 'title', 'titleOnlyInHead');
  // A heading that is the title is not shown twice.
  const { heading, rest } = splitHeading(split.body);
  const isTitle = title === undefined || heading?.toLowerCase() === title.toLowerCase();
  const body = isTitle ? rest : split.body;
  const folder = isIndex(basename(file)) && dirname(file) !== root ? dirname(file) : undefined;
  return {
    ...{ file, root, syntax, data, body, bodyLine, date, nameDate, datedName },
    ...(post.lang === undefined ? {} : { lang: post.lang }),
    ...(folder === undefined ? {} : { folder }),
    name: name === '' ? datedName : name,
    path: bare.slice(root === '' ? 0 : root.length + 1),
    title: title ?? heading ?? toTitle(name === '' ? datedName : name),
    hasTitle: title !== undefined,
  };
}

/** Keys that hold the day of publication, in the order in which they count. */
const dateKeys = [
  ...['date', 'date.created', 'pubDate', 'pubDatetime', 'publishDate', 'published', 'publishedAt', 'published_at'],
  ...['published_date', 'publish_date', 'publishedDate', 'datePublished', 'date_published', 'publicationDate'],
  ...['created', 'createdAt', 'created_at', 'creation_date', 'postDate', 'extra.date', 'params.date'],
];

async function dateOf(
  checkout: Checkout,
  rules: SiteRules,
  file: string,
  data: Readonly<Record<string, unknown>>,
  nameDate: SourceDate | undefined,
  notes: Diagnostic[],
): Promise<SourceDate | undefined> {
  if (rules.isNameDateFirst && nameDate) return nameDate;
  let wrong: string | undefined;
  for (const key of dateKeys) {
    const written = fieldOf(data, key);
    const date = readDate(written, rules.zone);
    if (date) return date;
    if (wrong === undefined && typeof written === 'string' && /\d/.test(written)) wrong = written;
  }
  const note = (source: string, date: SourceDate) => {
    const found = wrong === undefined ? 'it has no date in its front matter' : `its date "${wrong}" does not exist`;
    const message = `${found}; ${date.text.slice(0, 10)} is taken from ${source}`;
    notes.push(warning('import/date', message, 'correct it in the new file if it is wrong', { file }));
    return date;
  };
  if (nameDate) return wrong === undefined ? nameDate : note("the file's name", nameDate);
  const inPath = dateInPath(bareOf(file));
  if (inPath) return wrong === undefined ? inPath : note('its folders', inPath);
  const committed = readDate(await checkout.firstCommit(file));
  return committed && note('the history of its file', committed);
}

/** What may be before the first heading of a text: comments and imports. */
const beforeHeading = /^(?:\s*<!--[\s\S]*?-->|\s*import\s[^\n]*\n)*\s*/;

/** The first heading of a text, if nothing but comments is before it; and the text without it, on the same lines. */
function splitHeading(body: string): { readonly heading?: string; readonly rest: string } {
  const before = beforeHeading.exec(body)?.[0] ?? '';
  const start = body.slice(before.length);
  const atx = /^#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\{[^}]*\})?(?=\n|$)/.exec(start);
  const found = atx ?? /^(\S[^\n]*)\n=+[ \t]*(?=\n|$)/.exec(start);
  const heading = found?.[1]
    ?.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .trim();
  if (!found || !heading) return { rest: body };
  return { heading, rest: before + found[0].replace(/[^\n]/g, '') + start.slice(found[0].length) };
}

/** `a-new_release` as a title: `A new release`. */
function toTitle(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words === '' ? 'Untitled' : words.charAt(0).toUpperCase() + words.slice(1);
}
