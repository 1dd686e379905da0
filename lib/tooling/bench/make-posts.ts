// Makes many posts out of a few, each with an address, a title and a folder of its own, for benches that need a large site.
import { copyFile, cp, link, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { visit } from 'unist-util-visit';
import { stringify } from 'yaml';
import { errorsOf, formatDiagnostic } from '@/lib/base/diagnostic';
import { readText } from '@/lib/content/files';
import { parseFrontMatter } from '@/lib/content/front-matter';
import { loadPosts, type Post } from '@/lib/content/posts';
import { parseBody } from '@/lib/mdx/syntax';

/** A post to make copies of: what the bench needs of a `Post`, and its front matter as it was written. */
export interface SourcePost extends Pick<Post, 'url' | 'slug' | 'format' | 'body' | 'aliases'> {
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** What lies beside it. */
  readonly files: readonly Pick<Post['files'][number], 'name' | 'absolute'>[];
}

/** One of many. */
export interface MadePost {
  /** Its path below the content folder, `blog/2014/01/slug-1/index.md`, which spells its address. */
  readonly file: string;
  readonly text: string;
  readonly files: SourcePost['files'];
}

/** What was written. */
export interface MadeContent {
  readonly posts: number;
  /** Of the posts' texts, front matter included. Bytes. */
  readonly bytes: number;
  /** How many posts they were made from. */
  readonly sources: number;
  /** Names of the components that the posts use, sorted. */
  readonly components: readonly string[];
}

/** Whether the pictures beside a post lie beside the first copy of it alone, or beside every copy. */
export type PictureMode = 'first' | 'every';

const firstYear = 2014;
const months = 12 * 12;

/** Not copied: the posts that are made instead, and the ledger of addresses, which those do not have. */
const replaced: ReadonlySet<string> = new Set(['blog', 'published']);

/** Shown in copies in place of a picture that does not lie beside them: one that the site has anyhow. */
const standIn = '/favicon.svg';

/**
 * Writes a content folder with many posts made from those of another; what lies beside `blog/` is copied as it is.
 *
 * @param from the content folder to take posts from. Drafts are left out.
 * @param to the content folder to write; made where it is not there.
 * @param count how many posts to write.
 * @throws {Error} where there is no post, or one that cannot be read.
 */
export async function makePosts(from: string, to: string, count: number, pictures: PictureMode): Promise<MadeContent> {
  const sources = await readSources(from);
  let bytes = 0;
  for (let index = 0; index < count; index += 1) {
    const { file, text, files } = toMadePost(sources, index, pictures);
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
 * The post number `index` (from 0) out of a few that are repeated in turn: with title, date and address of its own,
 * without aliases, spread evenly over the months of twelve years.
 *
 * Links to any of the sources lead to its first copy. Pictures that do not lie beside the copy are replaced by the
 * site's own icon where they are named, and the elements and Hugo's tags that take no other picture than one beside the post are taken out.
 */
export function toMadePost(sources: readonly SourcePost[], index: number, pictures: PictureMode): MadePost {
  const source = sources[index % sources.length];
  if (!source) throw new Error('There is no post to make copies of.');
  const url = madeUrl(source, index);
  const keepsPictures = pictures === 'every' || index < sources.length;
  const { aliases: _, slug: __, lastmod: ___, image, ...kept } = source.frontMatter;
  const [, , year, month] = url.split('/');
  const frontMatter = {
    ...kept,
    ...(image !== undefined && keepsPictures ? { image } : {}),
    title: `${String(source.frontMatter.title)} ${index + 1}`,
    date: `${year}-${month}-${String(1 + (index % 28)).padStart(2, '0')}`,
    url,
  };
  const linked = redirectLinks(source.body, sources);
  const body = keepsPictures ? linked : withoutPictures(linked, source);
  return {
    file: `${url.slice(1)}index.${source.format}`,
    // The last line makes each text unique, so that nothing which is kept by content is taken for fast.
    text: `---\n${stringify(frontMatter, { version: '1.2', lineWidth: 0 })}---\n${body}\n\nNumber ${index + 1}.\n`,
    files: keepsPictures ? source.files : [],
  };
}

/** `/blog/YYYY/MM/slug-N/`: each month gets a post before any gets its next. */
function madeUrl({ slug }: SourcePost, index: number): string {
  const month = index % months;
  const year = firstYear + Math.floor(month / 12);
  return `/blog/${year}/${String((month % 12) + 1).padStart(2, '0')}/${slug}-${index + 1}/`;
}

function redirectLinks(body: string, sources: readonly SourcePost[]): string {
  const made = new Map(
    sources.flatMap((source, index) => [source.url, ...source.aliases].map((path) => [path, madeUrl(source, index)])),
  );
  return body.replace(/\/blog\/[^\s()<>[\]"'#?]+/g, (path) => made.get(path.endsWith('/') ? path : `${path}/`) ?? path);
}

function withoutPictures(body: string, { files }: SourcePost): string {
  let result = body
    .replace(/\{\{[<%]\s*\/?\s*(?:imgproc|gallery)\b[^}]*\}\}/g, '')
    .replace(/<\/?(?:Figure|Gallery)\b(?:"[^"]*"|[^>"])*>/g, '');
  for (const { name } of files) {
    for (const spelling of new Set([`./${encodeURI(name)}`, encodeURI(name), `./${name}`, name])) {
      result = result.replaceAll(spelling, standIn);
    }
  }
  return result;
}

async function readSources(dir: string): Promise<SourcePost[]> {
  const { posts, problems } = await loadPosts(dir);
  const [error] = errorsOf(problems);
  if (error) throw new Error(`The posts cannot be read: ${formatDiagnostic(error)}`);
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
