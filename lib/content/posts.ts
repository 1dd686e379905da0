// The posts: read and validated once, visible ones sorted newest first.
import { dirname } from 'node:path/posix';
import {
  addressKey,
  isReservedSlug,
  type PostAddress,
  parsePostPath,
  pathFromDate,
  pathFromFile,
} from '@/lib/base/address';
import { compare } from '@/lib/base/compare';
import { type Diagnostic, inFile, type Place } from '@/lib/base/diagnostic';
import { globPattern } from '@/lib/base/glob';
import { mapLimited } from '@/lib/base/map-limited';
import { mediaEndings, mediaType } from '@/lib/base/media';
import type { ServedFile } from '@/lib/base/served-file';
import { archivePath, blogPagePath } from '@/lib/base/urls';
import type { BodyContext } from '@/lib/content/body-context';
import { absolutePath, type ContentFile, displayPath, listFiles, readText } from '@/lib/content/files';
import { parseFrontMatter } from '@/lib/content/front-matter';
import type { ReadMemory } from '@/lib/content/read-memory';
import { type PostFields, postSchema, sectionSchema } from '@/lib/content/schema';
import { sections } from '@/lib/content/sections';
import { validate } from '@/lib/content/validate';
import type { LocatedData } from '@/lib/content/yaml';
import { byFolder, type Folder, kinds } from '@/lib/kinds/index';
import { site } from '@/lib/site';

/** What a monthly update covers: ids of entries, and names of people to thank. */
export interface Coverage extends Readonly<Record<Folder, readonly string[]>> {
  /** The month, `2022-02`. */
  readonly period: string | undefined;
  readonly contributors: readonly string[];
  /** Posts of the month, by address. */
  readonly posts: readonly string[];
  /** What the editor left out on purpose: ids, `kind/id`, addresses of posts, names. */
  readonly omit: readonly string[];
}

/** A post as it was written, with its address. */
export interface Post
  extends PostAddress,
    Omit<
      PostFields,
      | keyof Coverage
      | ('url' | 'slug' | 'author' | 'authors' | 'tags' | 'aliases' | 'draft' | 'evergreen' | 'resources')
      | ('categories' | 'images' | 'params' | 'keywords' | 'weight' | 'type' | 'layout' | 'menu' | 'toc' | 'summary')
    > {
  /** The file's path below the content folder. */
  readonly file: string;
  /** The file's path as the author knows it, for messages. */
  readonly shownFile: string;
  readonly format: 'md' | 'mdx';
  /** What a monthly update covers. */
  readonly coverage: Coverage;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  readonly draft: boolean;
  readonly evergreen: boolean;
  /** Its page shows no list of contents. */
  readonly withoutContents?: boolean;
  /** The text after the front matter. */
  readonly body: string;
  /** The 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
  /** What its shortcodes ask for. */
  readonly context?: BodyContext | undefined;
  /** What lies beside it. Empty for a post that is a single file. */
  readonly files: readonly ServedFile[];
}

/** When a post's content last changed: at its date, in substance (`lastmod`), or by a correction. */
export function changedAt({ date, lastmod, corrections = [] }: Pick<Post, 'date' | 'lastmod' | 'corrections'>): Date {
  const times = [date, lastmod ?? date, ...corrections.map((correction) => correction.date)];
  return new Date(Math.max(...times.map((time) => time.getTime())));
}

/** Posts, and all that is wrong with those that could not be read. */
export interface LoadedPosts {
  readonly posts: readonly Post[];
  /** Where each value of a post's front matter stands. */
  readonly places: ReadonlyMap<Post, LocatedData>;
  readonly problems: readonly Diagnostic[];
  /** Every file that was found, posts and others, sorted by path. */
  readonly files: readonly ContentFile[];
  /** What `blog/_index.md` says of the list of posts. */
  readonly section?: Section | undefined;
}

/** The list of posts, as Hugo's `_index.md` has it. */
export interface Section {
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Its text, in the form of a post at the list's address, so that it is checked and drawn as posts are. */
  readonly page: Post;
}

/** One post's file, and the files that lie beside it. */
interface PostSource {
  readonly file: ContentFile;
  readonly format: 'md' | 'mdx';
  /** The post's folder, where it has one of its own. */
  readonly folder?: string;
  readonly beside: ContentFile[];
  /** Texts beside a Markdown post, which its shortcode `readfile` shows; they are not served. */
  readonly besideText: ContentFile[];
}

/**
 * Reads every post below `dir/blog`.
 *
 * @param memory what was read before; without, every file is read.
 * @returns the posts, newest first, hidden ones included, with every problem of every file.
 */
export async function loadPosts(dir: string, memory?: ReadMemory): Promise<LoadedPosts> {
  const listing = await listFiles(dir, 'blog');
  const { sources, problems } = groupFiles(listing.files, dir);
  const read = linkReferences(
    await mapLimited(sources, 32, (source) => {
      const readSource = () => readPost(dir, source);
      return memory ? memory.recall(source.file.path, versionOf(source), readSource) : readSource();
    }),
  );
  const section = await readSection(dir, listing.files);
  const places = new Map(read.flatMap((result) => ('post' in result ? [[result.post, result.located] as const] : [])));
  const posts = [...places.keys()];
  return {
    posts: posts.sort((a, b) => b.date.getTime() - a.date.getTime() || compare(a.url, b.url)),
    places,
    section: section && 'page' in section ? section : undefined,
    files: listing.files,
    problems: [
      ...listing.problems,
      ...(section && 'problems' in section ? section.problems : []),
      ...problems,
      ...read.flatMap((result) => ('problems' in result ? result.problems : [])),
      ...findDuplicates(posts, places),
    ],
  };
}

/** Reads `blog/_index.md`. Those of folders below have no page of their own. */
async function readSection(
  dir: string,
  files: readonly ContentFile[],
): Promise<Section | { problems: Diagnostic[] } | undefined> {
  const file = files.find(({ path }) => /^blog\/_index\.mdx?$/.test(path));
  if (!file) return undefined;
  const shownFile = displayPath(dir, file.path);
  const text = await readText(dir, file.path);
  if (typeof text !== 'string') return { problems: [text] };
  // It may be a text alone; two lines more are counted off again.
  const bare = !/^(?:---|\+\+\+|\{)/.test(text);
  const split = parseFrontMatter(bare ? `---\n---\n${text}` : text);
  if (Array.isArray(split)) return { problems: split.map((diagnostic) => inFile(diagnostic, shownFile)) };
  const result = validate(sectionSchema, split.frontMatter, 'section', shownFile);
  if ('problems' in result) return result;
  const { title, description } = result.entry;
  const none: readonly string[] = [];
  const coverage: Coverage = {
    ...byFolder(() => none),
    ...{ period: undefined, contributors: none, posts: none, omit: none },
  };
  const page: Post = {
    ...{ url: blogPagePath(1), year: '', month: '', slug: '', title: title ?? '', date: new Date(0) },
    ...{ file: file.path, shownFile, format: formatOf(file.path) ?? 'md', coverage },
    ...{ authors: none, tags: none, aliases: none, draft: false, evergreen: true, files: [] },
    ...{ body: split.body, bodyLine: split.bodyLine - (bare ? 2 : 0) },
  };
  return { title, description, page };
}

/** What came of a post's file. */
type ReadPost = { readonly post: Post; readonly located: LocatedData } | { readonly problems: Diagnostic[] };

/** Changes with everything that a post is made of. */
function versionOf({ file, beside, besideText }: PostSource): string {
  return [file, ...beside, ...besideText].map(({ path, version }) => `${path} ${version}`).join('\n');
}

/** The same, in which posts whose shortcodes refer to others have the addresses of all that they name. */
function linkReferences(read: readonly ReadPost[]): ReadPost[] {
  const asking = /\{\{[<%]\s*(?:rel)?ref\s+(?:path\s*=\s*)?["`]?([^\s"`>%]+)/g;
  const posts = read.flatMap((result) => ('post' in result ? [result.post] : []));
  let byName: Map<string, string> | undefined;
  return read.map((result) => {
    if (!('post' in result) || result.post.format !== 'md' || !/\{\{[<%]\s*(?:rel)?ref\b/.test(result.post.body))
      return result;
    byName ??= namesOf(posts);
    const refs: Record<string, string> = {};
    for (const [, written = ''] of result.post.body.matchAll(asking)) {
      const [path = '', fragment] = written.split('#');
      const name = path.replace(/^(?:\.{0,2}\/)+/, '').replace(/\/?(?:index)?(?:\.mdx?)?\/?$/, '');
      const url = path === '' ? '' : (byName.get(name.toLowerCase()) ?? byName.get(`blog/${name}`.toLowerCase()));
      if (url !== undefined) refs[written] = fragment === undefined ? url : `${url}#${fragment}`;
    }
    return { ...result, post: { ...result.post, context: { ...result.post.context, refs } } };
  });
}

/** Posts by what `ref` may call them: their path, with and without the folders before it. */
function namesOf(posts: readonly Post[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { file, url } of posts) {
    const path = file.replace(/(?:\/index)?\.mdx?$/, '').toLowerCase();
    names.set(path, url);
    names.set(path.slice(path.lastIndexOf('/') + 1), url);
  }
  return names;
}

/** Sorts files into posts and what belongs to them. A folder with `index.md(x)` owns everything below it. */
function groupFiles(files: readonly ContentFile[], dir: string): { sources: PostSource[]; problems: Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const refuse = (file: ContentFile, code: string, message: string, fix: string) =>
    problems.push({ file: displayPath(dir, file.path), line: 1, column: 1, severity: 'error', code, message, fix });

  const bundles = new Map<string, PostSource>();
  for (const file of files) {
    const format = formatOf(file.path);
    if (!format || !/\/index\.mdx?$/.test(file.path)) continue;
    const folder = dirname(file.path);
    if (bundles.has(folder))
      refuse(file, 'post/two-files', 'this folder has both index.md and index.mdx', 'keep one of the two');
    else if (folder !== 'blog') bundles.set(folder, { file, format, folder, beside: [], besideText: [] });
  }

  for (const [folder, { file }] of bundles) {
    const outer = ownerOf(folder, bundles);
    if (!outer) continue;
    refuse(file, 'post/inside-post', `this post lies in the folder of another, ${outer.file.path}`, 'move it out');
    bundles.delete(folder);
  }

  const sources: PostSource[] = [...bundles.values()];
  for (const file of files) {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    if (/^_index(\.[a-z-]+)?\.mdx?$/i.test(name)) continue;
    const bundle = ownerOf(file.path, bundles);
    if (bundle?.file === file) continue;
    const format = formatOf(file.path);
    if (bundle && mediaType(name)) bundle.beside.push(file);
    else if (bundle && /^index\.mdx?$/.test(name)) continue;
    else if (bundle?.format === 'md' && /\.(?:md|txt|ya?ml|json|toml|sh)$/i.test(name)) bundle.besideText.push(file);
    else if (bundle?.format === 'md' && /\.(?:mp4|m4v|mov|webm|ogv)$/i.test(name)) {
      // It moved in with its post, which is shown without it.
      const message = `"${name}" is not served, and the post is shown without it`;
      const fix = 'put it where videos are served from, and link to it there';
      const shown = displayPath(dir, file.path);
      problems.push({ file: shown, line: 1, column: 1, severity: 'warning', code: 'file/video', message, fix });
    } else if (bundle)
      refuse(file, 'file/type', `"${name}" cannot be served`, `only ${mediaEndings} may lie beside a post; remove it`);
    else if (format) sources.push({ file, format, beside: [], besideText: [] });
    else if (mediaType(name))
      refuse(
        file,
        'file/stray',
        'this file belongs to no post',
        'put it into the folder of a post, beside its index.mdx',
      );
    else refuse(file, 'file/type', `"${name}" is no post`, 'a post ends in .md or .mdx; remove anything else');
  }
  return { sources, problems };
}

function formatOf(path: string): 'md' | 'mdx' | undefined {
  return path.endsWith('.mdx') ? 'mdx' : path.endsWith('.md') ? 'md' : undefined;
}

/** The outermost folder around a file that is a post's own. */
function ownerOf(path: string, bundles: ReadonlyMap<string, PostSource>): PostSource | undefined {
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
    const bundle = bundles.get(path.slice(0, end));
    if (bundle) return bundle;
  }
  return undefined;
}

async function readPost(dir: string, source: PostSource): Promise<ReadPost> {
  const shownFile = displayPath(dir, source.file.path);
  const text = await readText(dir, source.file.path);
  if (typeof text !== 'string') return { problems: [text] };
  const split = parseFrontMatter(text);
  if (Array.isArray(split)) return { problems: split.map((diagnostic) => inFile(diagnostic, shownFile)) };

  const result = validate(postSchema, split.frontMatter, 'post', shownFile);
  if ('problems' in result) return result;
  const fields = result.entry;
  const address = addressOf(fields, source.file.path, split.frontMatter, shownFile);
  if ('problem' in address) return { problems: [address.problem] };

  const { url, slug, author, authors, tags, aliases, draft, evergreen, resources, ...others } = fields;
  const { period, contributors, posts, omit, ...more } = others;
  const { categories, images, params, keywords, weight, type, layout, menu, toc, summary, ...rest } = more;
  const named = byFolder((kind) => rest[kind.folder] ?? []);
  for (const kind of kinds) delete rest[kind.folder];
  const { folder } = source;
  const files = folder === undefined ? [] : source.beside.flatMap((file) => toPostFile(dir, folder, file));
  const card = images?.find((name) => files.some((file) => file.name === name));
  return {
    post: {
      ...rest,
      ...(rest.image === undefined && card !== undefined ? { image: card } : {}),
      ...(rest.description === undefined && typeof summary === 'string' && summary ? { description: summary } : {}),
      ...(toc === false ? { withoutContents: true } : {}),
      ...address,
      file: source.file.path,
      shownFile,
      format: source.format,
      coverage: {
        period,
        ...named,
        contributors: contributors ?? [],
        posts: posts ?? [],
        omit: omit ?? [],
      },
      authors: [...new Set([...(author ?? []), ...(authors ?? [])])],
      tags: [...new Set([...(tags ?? []), ...(categories ?? [])])],
      aliases: [...new Set(aliases ?? [])].filter((alias) => alias !== address.url),
      draft: draft ?? false,
      evergreen: evergreen ?? false,
      body: split.body,
      bodyLine: split.bodyLine,
      context: source.format === 'md' ? await contextOf(dir, source, split.body, fields) : undefined,
      files: withResources(files, resources ?? []),
    },
    located: split.frontMatter,
  };
}

/** What the body's shortcodes may ask for; undefined where it holds none that ask. */
async function contextOf(
  dir: string,
  { folder, besideText }: PostSource,
  body: string,
  { params = {}, title, description }: PostFields,
): Promise<BodyContext | undefined> {
  if (!/\{\{[<%]\s*(?:param|readfile)\b/i.test(body)) return undefined;
  const values: Record<string, string> = { title, ...(description ? { description } : {}) };
  for (const [name, value] of Object.entries(params)) {
    if (['string', 'number', 'boolean'].includes(typeof value)) values[name] = String(value);
  }
  const texts: Record<string, string> = {};
  for (const file of besideText) {
    const text = await readText(dir, file.path);
    if (typeof text === 'string' && folder !== undefined) texts[file.path.slice(folder.length + 1)] = text;
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
    pattern: globPattern(src),
    title,
    name,
    byline: typeof params?.byline === 'string' ? params.byline : undefined,
    titles: 0,
    names: 0,
  }));
  return files.map((file) => {
    const fitting = rules.filter(({ pattern }) => pattern.test(file.name));
    const titled = fitting.find(({ title }) => title !== undefined);
    const called = fitting.find(({ name }) => name !== undefined);
    if (titled) titled.titles += 1;
    if (called) called.names += 1;
    const title = titled?.title?.replaceAll(':counter', String(titled.titles));
    const resource = called?.name?.replaceAll(':counter', String(called.names));
    // Docsy's name for who made a picture; other parameters are read by no template here.
    const byline = fitting.find((rule) => rule.byline !== undefined)?.byline;
    return { ...file, ...(title ? { title } : {}), ...(resource ? { resource } : {}), ...(byline ? { byline } : {}) };
  });
}

function toPostFile(dir: string, folder: string, file: ContentFile): ServedFile[] {
  const type = mediaType(file.path);
  const name = file.path.slice(folder.length + 1);
  return type ? [{ name, type, absolute: absolutePath(dir, file.path), version: file.version, size: file.size }] : [];
}

/** `url:`, else the file's path where it spells an address, else date and slug or title. */
function addressOf(
  fields: PostFields,
  file: string,
  located: LocatedData,
  shownFile: string,
): PostAddress | { problem: Diagnostic } {
  const path = fields.url ?? pathFromFile(file) ?? pathFromDate(fields.date, fields.slug ?? fields.title);
  const address = parsePostPath(path);
  const place = located.placeOf([fields.url ? 'url' : fields.slug ? 'slug' : 'title']);
  if (address && isReservedSlug(address.slug)) {
    const message = `"${address.slug}" as the last part of an address means its folder`;
    const fix = 'give the post another "url:"';
    return { problem: { file: shownFile, ...place, severity: 'error', code: 'post/reserved', message, fix } };
  }
  if (address) return address;
  return {
    problem: {
      file: shownFile,
      ...place,
      severity: 'error',
      code: 'post/address',
      message: `the address would be "${path}", which is not of the form /blog/YYYY/MM/slug/`,
      fix: 'add "url: /blog/YYYY/MM/slug/" with letters, digits and hyphens in the slug',
    },
  };
}

/** Posts with one address, or whose addresses differ by capital letters only, or aliases that hide a post. */
function findDuplicates(posts: readonly Post[], places: ReadonlyMap<Post, LocatedData>): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const owners = new Map<string, Post>();
  for (const post of [...posts].sort((a, b) => compare(a.file, b.file))) {
    const key = addressKey(post.url);
    const first = owners.get(key);
    if (!first) owners.set(key, post);
    else
      problems.push(
        duplicate(
          post,
          placeIn(places.get(post), 'url'),
          `"${post.url}" is also the address of ${first.shownFile}`,
          'post/duplicate-address',
        ),
      );
  }
  const lists = listPaths(posts);
  const aliases = new Map<string, Post>();
  for (const post of posts) {
    for (const alias of post.aliases) {
      const key = addressKey(alias);
      const page = owners.get(key);
      const place = placeIn(places.get(post), 'aliases');
      const other = aliases.get(key);
      if (lists.has(key))
        problems.push(
          duplicate(post, place, `the alias "${alias}" is a page of the site itself`, 'post/alias-hides-page'),
        );
      else if (page)
        problems.push(
          duplicate(post, place, `the alias "${alias}" is the address of ${page.shownFile}`, 'post/alias-hides-page'),
        );
      else if (other && other !== post)
        problems.push(
          duplicate(post, place, `the alias "${alias}" is also one of ${other.shownFile}`, 'post/alias-twice'),
        );
      else aliases.set(key, post);
    }
  }
  return problems;
}

/** Where a field stands, or the beginning of the file where the post has none. */
function placeIn(located: LocatedData | undefined, field: string): Place {
  return located && Object.hasOwn(located.data, field) ? located.placeOf([field]) : { line: 1, column: 1 };
}

/** Pages that list posts, and the first pages of the other sections. */
function listPaths(posts: readonly Post[]): ReadonlySet<string> {
  const paths = new Set<string>(sections.map((section) => `/${section}/`));
  for (const { year, month } of posts) paths.add(archivePath(year)).add(archivePath(year, month));
  for (let page = 2; (page - 1) * site.postsPerPage < posts.length; page += 1) paths.add(blogPagePath(page));
  return paths;
}

function duplicate(post: Post, place: Place, message: string, code: string): Diagnostic {
  return {
    file: post.shownFile,
    ...place,
    severity: 'error',
    code,
    message,
    fix: 'give one of the two another address',
  };
}
