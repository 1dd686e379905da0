// Makes many posts by repeating a few, each with its own address, title and folder, for benches that need a large site.
import { copyFile, cp, link, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { visit } from 'unist-util-visit';
import { stringify } from 'yaml';
import { ContentError, errorsOf } from '@/lib/base/diagnostic';
import { readText } from '@/lib/content/files';
import { parseFrontMatter } from '@/lib/content/front-matter';
import { loadPosts } from '@/lib/content/load-posts';
import type { Post } from '@/lib/content/posts';
import { parseBody } from '@/lib/mdx/syntax';

/** A post to repeat. */
export interface SourcePost extends Pick<Post, 'url' | 'slug' | 'format' | 'body' | 'aliases'> {
  /** As it was written. */
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** The files next to it. */
  readonly files: readonly Pick<Post['files'][number], 'name' | 'absolute'>[];
}

/** One of many. */
export interface MadePost {
  /** Its path below the content folder, `blog/2014/01/slug-1/index.md`. */
  readonly file: string;
  readonly text: string;
  readonly files: SourcePost['files'];
}

/** What was written. */
export interface MadeContent {
  readonly posts: number;
  /** Of the posts' texts, front matter included. Bytes. */
  readonly bytes: number;
  /** How many posts are repeated. */
  readonly sources: number;
  /** Names of the components that the posts use, sorted. */
  readonly components: readonly string[];
}

/** Not copied: the posts, and the ledger of addresses, which the new posts do not have. */
const replaced: ReadonlySet<string> = new Set(['blog', 'published']);

/**
 * Writes a content folder with many posts made from those of another, and a copy of everything else.
 *
 * @param from the content folder to take posts from. Drafts are left out.
 * @param to the content folder to write; created if needed.
 * @throws {Error} where there is no post, or one has errors.
 */
export async function makePosts(from: string, to: string, count: number): Promise<MadeContent> {
  const sources = await readSources(from);
  let bytes = 0;
  for (let index = 0; index < count; index += 1) {
    const { file, text, files } = toMadePost(sources, index);
    const path = join(to, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    bytes += Buffer.byteLength(text);
    for (const { name, absolute } of files) {
      const target = join(dirname(path), name);
      await mkdir(dirname(target), { recursive: true });
      await link(absolute, target).catch(() => copyFile(absolute, target));
    }
  }
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (!replaced.has(entry.name)) await cp(join(from, entry.name), join(to, entry.name), { recursive: true });
  }
  return { posts: count, bytes, sources: sources.length, components: componentsOf(sources) };
}

/**
 * The post number `index` (from 0) of a few that are repeated in turn, spread evenly over the months of twelve years. It has
 * its own title, date and address, and no aliases. Links to a source lead to its first copy, which alone has the files; in the
 * others the site's icon replaces pictures, and elements that take no other picture are removed.
 */
export function toMadePost(sources: readonly SourcePost[], index: number): MadePost {
  const source = sources[index % sources.length] as SourcePost;
  const url = madeUrl(source, index);
  const isFirst = index < sources.length;
  const { aliases: _, slug: __, lastmod: ___, image, ...kept } = source.frontMatter;
  const [, , year, month] = url.split('/');
  const frontMatter = {
    ...kept,
    ...(image !== undefined && isFirst ? { image } : {}),
    title: `${String(source.frontMatter.title)} ${index + 1}`,
    date: `${year}-${month}-${String(1 + (index % 28)).padStart(2, '0')}`,
    url,
  };
  const linked = redirectLinks(source.body, sources);
  const body = isFirst ? linked : withoutPictures(linked, source);
  return {
    file: `${url.slice(1)}index.${source.format}`,
    // The last line makes each text unique, so that no cache by content makes a build seem fast.
    text: `---\n${stringify(frontMatter, { version: '1.2', lineWidth: 0 })}---\n${body}\n\nNumber ${index + 1}.\n`,
    files: isFirst ? source.files : [],
  };
}

/** `/blog/YYYY/MM/slug-N/`: each month gets a post before any gets its next. */
function madeUrl({ slug }: SourcePost, index: number): string {
  const month = index % (12 * 12);
  return `/blog/${2014 + Math.floor(month / 12)}/${String((month % 12) + 1).padStart(2, '0')}/${slug}-${index + 1}/`;
}

function redirectLinks(body: string, sources: readonly SourcePost[]): string {
  const made = new Map(
    sources.flatMap((source, index) => [source.url, ...source.aliases].map((path) => [path, madeUrl(source, index)])),
  );
  return body.replace(/\/blog\/[^\s()<>[\]"'#?]+/g, (path) => made.get(path.endsWith('/') ? path : `${path}/`) ?? path);
}

function withoutPictures(body: string, { files }: SourcePost): string {
  const spellings = files.flatMap(({ name }) => [`./${encodeURI(name)}`, encodeURI(name), `./${name}`, name]);
  return spellings.reduce(
    (text, spelling) => text.replaceAll(spelling, '/favicon.svg'),
    body
      .replace(/\{\{[<%]\s*\/?\s*(?:imgproc|gallery)\b[^}]*\}\}/g, '')
      .replace(/<\/?(?:Figure|Gallery)\b(?:"[^"]*"|[^>"])*>/g, ''),
  );
}

async function readSources(dir: string): Promise<SourcePost[]> {
  const { posts, problems } = await loadPosts(dir);
  const errors = errorsOf(problems);
  if (errors.length > 0) throw new ContentError(errors);
  const sources: SourcePost[] = [];
  for (const post of posts.filter(({ draft }) => !draft)) {
    const text = await readText(dir, post.file);
    const split = typeof text === 'string' ? parseFrontMatter(text) : [];
    if (!Array.isArray(split)) sources.push({ ...post, frontMatter: split.frontMatter.data });
  }
  if (sources.length === 0) throw new Error(`There is no post in “${join(dir, 'blog')}”.`);
  return sources;
}

function componentsOf(sources: readonly SourcePost[]): string[] {
  const names = new Set<string>();
  for (const { body, format } of sources) {
    visit(parseBody(body, format), (node) => {
      const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
      if (isElement && node.name && /^[A-Z]/.test(node.name)) names.add(node.name);
    });
  }
  return [...names].sort();
}
