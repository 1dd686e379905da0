// Loads all posts and reports all of their problems.
import { basename } from 'node:path/posix';
import {
  explainTooLong,
  isReservedSlug,
  type PostAddress,
  parsePostPath,
  pathFromDate,
  pathFromFile,
} from '@/lib/base/address';
import { compare } from '@/lib/base/compare';
import { type Diagnostic, error, errorsOf, inFile, isDiagnostic, warning } from '@/lib/base/diagnostic';
import { globMatcher } from '@/lib/base/glob';
import { mapLimited } from '@/lib/base/map-limited';
import type { ServedFile } from '@/lib/base/served-file';
import { blogPagePath } from '@/lib/base/urls';
import { uniqueAuthors } from '@/lib/content/authors';
import { validateWritten } from '@/lib/content/cut-text';
import { type ContentFile, displayPath, listFiles, readText, toServedFile } from '@/lib/content/files';
import { parseFrontMatter } from '@/lib/content/front-matter';
import { findPlacedEntries, type PlacedEntry } from '@/lib/content/placed-entries';
import { findDuplicateAddresses, linkReferences } from '@/lib/content/post-addresses';
import { type PreparedFields, prepareFields } from '@/lib/content/post-fields';
import { explainUnused, findPosts, formatOf, isAboutFolder, type PostSource } from '@/lib/content/post-files';
import type { BodyContext, Coverage, Post, Section } from '@/lib/content/posts';
import { ReadMemory } from '@/lib/content/read-memory';
import { type PostFields, postSchema, sectionSchema } from '@/lib/content/schema';
import { shareFiles } from '@/lib/content/shared-files';
import type { LocatedData } from '@/lib/content/yaml';
import { byFolder, kinds } from '@/lib/kinds/index';

/**
 * Reads every post below `dir/blog`.
 *
 * @param memory what was read before; without, every file is read.
 * @returns the posts, newest first, hidden ones included, with every problem of every file.
 */
export async function loadPosts(dir: string, memory = new ReadMemory()) {
  const { files, problems } = await listFiles(dir, 'blog');
  const found = findPosts(files, dir);
  const read = await mapLimited(found.sources, 32, (source) =>
    memory.recall(source.file.path, versionOf(source), () => readPost(dir, source)),
  );
  const section = await readSection(dir, files);
  const loaded = read.flatMap((result) => ('post' in result ? [result] : []));
  const sharing = shareFiles(loaded, files, dir);
  const linked = linkReferences(sharing.posts);
  /** Where each value of a post's front matter is in its file. */
  const places: ReadonlyMap<Post, LocatedData> = new Map(
    loaded.map(({ located }, index) => [linked[index] as Post, located]),
  );
  return {
    posts: linked.toSorted((a, b) => b.date.getTime() - a.date.getTime() || compare(a.url, b.url)),
    places,
    /** What `blog/_index.md` says of the list of posts. */
    section: section?.section,
    /** Every file that was found, posts and others, sorted by path. */
    files,
    problems: [
      ...problems,
      ...(section?.problems ?? []),
      ...found.problems,
      ...found.shared.flatMap(({ path }) => (sharing.used.has(path) ? [] : [explainUnused(displayPath(dir, path))])),
      ...read.flatMap((result) => result.problems),
      ...findDuplicateAddresses(linked, places),
    ],
  };
}

/** What came of a post's file. */
type ReadPost = { readonly problems: readonly Diagnostic[] } | LoadedPost;

interface LoadedPost {
  readonly post: Post;
  /** What its front matter calls its picture, the first choice first. */
  readonly images: readonly string[];
  readonly located: LocatedData;
  /** What is wrong with the front matter, although it can be read. */
  readonly problems: readonly Diagnostic[];
}

/** Changes with everything that a post is made of. */
function versionOf({ file, media, texts }: PostSource): string {
  return [file, ...media, ...texts].map(({ path, version }) => `${path} ${version}`).join('\n');
}

/** Reads `blog/_index.md`. Those of folders below have no page of their own. */
async function readSection(
  dir: string,
  files: readonly ContentFile[],
): Promise<{ readonly section?: Section; readonly problems: readonly Diagnostic[] } | undefined> {
  const file = files.find(({ path }) => /^blog\/_index\.(?:mdx?|markdown)$/.test(path));
  if (!file) return undefined;
  const shownFile = displayPath(dir, file.path);
  const text = await readText(dir, file.path);
  if (isDiagnostic(text)) return { problems: [text] };
  // It may be a text alone; the two lines more are subtracted again.
  const bare = !/^(?:---|\+\+\+|\{)/.test(text);
  const split = parseFrontMatter(bare ? `---\n---\n${text}` : text);
  if (Array.isArray(split)) return { problems: split.map((diagnostic) => inFile(diagnostic, shownFile)) };
  const result = validateWritten(sectionSchema, split.frontMatter, 'section', shownFile);
  if (!('entry' in result)) return result;
  const { title, description } = result.entry;
  const page: Post = {
    ...{ url: blogPagePath(1), year: '', month: '', slug: '', title: title ?? '', date: new Date(0) },
    ...{ file: file.path, shownFile, format: formatOf(file.path) ?? 'md', coverage: toCoverage({}) },
    ...{ authors: [], tags: [], aliases: [], draft: false, evergreen: true, files: [] },
    ...{ body: split.body, bodyLine: split.bodyLine - (bare ? 2 : 0) },
  };
  return { section: { title, description, page }, problems: result.problems };
}

/** Fields without which, or with another value, a post must not be published. */
const essentialFields: ReadonlySet<string> = new Set(
  'title date url draft publishDate expiryDate withdrawn corrections'.split(' '),
);

/** Reads a post. @returns it with the places of its front matter, or all that is wrong with it. */
async function readPost(dir: string, source: PostSource): Promise<ReadPost> {
  const { file, format, folder } = source;
  const shownFile = displayPath(dir, file.path);
  const text = await readText(dir, file.path);
  if (isDiagnostic(text)) return { problems: [text] };
  const split = parseFrontMatter(text);
  if (Array.isArray(split))
    return { problems: split.map((diagnostic) => inFile(asUnpublished(diagnostic, file.path), shownFile)) };
  const { body, bodyLine } = split;
  const { located, params, problems: unusual } = prepareFields(split.frontMatter, file.path);
  const mayBeLeftOut = (field: string) => format === 'md' && !essentialFields.has(field);
  const result = validateWritten(postSchema, located, 'post', shownFile, mayBeLeftOut);
  const problems = [...unusual.map((diagnostic) => inFile(diagnostic, shownFile)), ...result.problems];
  if (!('entry' in result) || errorsOf(unusual).length > 0) return { problems };
  const fields = result.entry;
  const address = addressOf(fields, file.path, located);
  if (isDiagnostic(address)) return { problems: [...problems, inFile(address, shownFile)] };
  const media = source.media.map((each) => toServedFile(dir, each, each.path.slice((folder ?? '').length + 1)));
  const post: Post = {
    ...toPostFields(fields, media, format === 'mdx' ? findPlacedEntries(body) : []),
    ...address,
    ...(fields.image === undefined ? {} : { image: nameNextTo(fields.image, address.url) }),
    file: file.path,
    shownFile,
    format,
    aliases: [...new Set(fields.aliases)].filter((alias) => alias !== address.url),
    body,
    bodyLine,
    context: format === 'md' ? await contextOf(dir, source, body, params) : undefined,
    files: withResources(media, fields.resources ?? []),
  };
  return { post, images: fields.image === undefined ? (fields.images ?? []) : [fields.image], located, problems };
}

/** A README without front matter is not meant to be a post. */
function asUnpublished(diagnostic: Diagnostic, path: string): Diagnostic {
  if (diagnostic.code !== 'front-matter/missing' || !isAboutFolder(path)) return diagnostic;
  return warning(diagnostic.code, 'there is no front matter, so this is not published', 'move it out of blog/');
}

/** The name of a file next to a post that its front matter names so, or by the path that it is served at. */
function nameNextTo(written: string, url: string): string {
  const name = written.normalize('NFC');
  return name.startsWith(url) ? name.slice(url.length) : name;
}

/**
 * The fields of the front matter as a post has them: one name for each thing, and none of Hugo's that have no meaning here.
 *
 * @param placed what the text places: it counts as named.
 */
function toPostFields(fields: PostFields, media: readonly ServedFile[], placed: readonly PlacedEntry[]) {
  const { url, slug, author = [], authors = [], tags = [], aliases, draft, evergreen, resources, ...others } = fields;
  const { period, ahead, contributors, posts, omit, ...more } = others;
  const {
    categories = [],
    images,
    params,
    keywords,
    weight,
    type,
    layout,
    menu,
    toc,
    summary,
    headline,
    ...rest
  } = more;
  for (const kind of kinds) delete rest[kind.folder];
  const card = images?.map((name) => name.normalize('NFC')).find((name) => media.some((file) => file.name === name));
  return {
    ...rest,
    // The headline is what every list, feed and card shows first: the shorter title would take its place.
    ...(headline ? { title: headline, kicker: rest.title, linkTitle: undefined } : {}),
    ...(rest.image === undefined && card !== undefined ? { image: card } : {}),
    ...(rest.description === undefined && typeof summary === 'string' && summary ? { description: summary } : {}),
    ...(toc === false ? { withoutContents: true } : {}),
    ...{ coverage: toCoverage(fields, placed), draft: draft ?? false, evergreen: evergreen ?? false },
    authors: uniqueAuthors([...author, ...authors]),
    tags: [...new Set([...tags, ...categories])],
  };
}

/** What the front matter of a post says that it covers, with what its text places. */
export function toCoverage(fields: Partial<PostFields>, placed: readonly PlacedEntry[] = []): Coverage {
  const { period, ahead, contributors = [], posts = [], omit = [] } = fields;
  const fromText = byFolder(({ folder }) =>
    placed.flatMap((entry) => (entry.folder === folder && !fields[folder]?.includes(entry.id) ? [entry.id] : [])),
  );
  const entries = byFolder(({ folder }) => [...(fields[folder] ?? []), ...fromText[folder]]);
  return { period, ahead, ...entries, contributors, posts, omit, fromText };
}

/** What the body's shortcodes need; undefined where none needs anything. */
async function contextOf(
  dir: string,
  { folder, texts: sources }: PostSource,
  body: string,
  params: PreparedFields['params'],
): Promise<BodyContext | undefined> {
  if (!/\{\{[<%]\s*(?:param|readfile)\b/i.test(body)) return undefined;
  const values: Record<string, string> = {};
  for (const [name, value] of params) {
    if (['string', 'number', 'boolean'].includes(typeof value)) values[name] = String(value);
  }
  const texts: Record<string, string> = {};
  for (const file of sources) {
    const text = await readText(dir, file.path);
    // What the check reports of a text by itself is not reported as a text that is missing.
    const shown = isDiagnostic(text) && text.code === 'text/conflict' ? '' : text;
    if (typeof shown !== 'string' || folder === undefined) continue;
    texts[file.path.slice(folder.length + 1).normalize('NFC')] = shown;
  }
  return { params: values, texts };
}

/**
 * Gives files the titles and names that `resources:` has for them: for each file the first pattern that fits and has
 * one, `:counter` being how many files that pattern has fitted so far (Hugo, Page resources, Metadata).
 */
function withResources(files: readonly ServedFile[], resources: NonNullable<PostFields['resources']>): ServedFile[] {
  if (resources.length === 0) return [...files];
  const rules = resources.map(({ src, title, name, params }) => ({
    matches: globMatcher(src),
    title,
    name,
    byline: typeof params?.byline === 'string' ? params.byline : undefined,
    titles: 0,
    names: 0,
  }));
  return files.map((file) => {
    const fitting = rules.filter(({ matches }) => matches(file.name));
    const titled = fitting.find(({ title }) => title !== undefined);
    const called = fitting.find(({ name }) => name !== undefined);
    if (titled) titled.titles += 1;
    if (called) called.names += 1;
    const title = titled?.title?.replaceAll(':counter', String(titled.titles));
    const resource = called?.name?.normalize('NFC').replaceAll(':counter', String(called.names));
    // Docsy's name for who made a picture; other parameters are read by no template here.
    const byline = fitting.find((rule) => rule.byline !== undefined)?.byline;
    return { ...file, ...(title ? { title } : {}), ...(resource ? { resource } : {}), ...(byline ? { byline } : {}) };
  });
}

/** `url:`, else the file's path where it is an address, else date and slug, title or the name of the file. */
function addressOf(fields: PostFields, file: string, located: LocatedData): PostAddress | Diagnostic {
  const named = (slug: string) => pathFromDate(fields.date, slug);
  const fromTitle = named(fields.slug ?? fields.title);
  // Of a title without letters, or one that is too long, no address can be made.
  const isUsable = fields.slug !== undefined || (parsePostPath(fromTitle) && !explainTooLong(fromTitle));
  const path =
    fields.url ??
    pathFromFile(file) ??
    (isUsable ? fromTitle : named(basename(file.replace(/(?:\/index)?\.[a-z]+$/, ''))));
  const address = parsePostPath(path);
  if (address && !isReservedSlug(address.slug)) return address;
  const place = located.placeOf([fields.url ? 'url' : fields.slug ? 'slug' : 'title']);
  if (address) {
    const message = `an address cannot end in "${address.slug}", which means the folder itself`;
    return error('post/reserved', message, 'give the post another "url:"', place);
  }
  const message = `the address would be "${path}", which is not of the form /blog/YYYY/MM/slug/`;
  const fix = 'add "url: /blog/YYYY/MM/slug/" with letters, digits and hyphens in the slug';
  return error('post/address', message, fix, place);
}
