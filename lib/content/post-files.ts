// Which files are posts, and which belong to one.
import { basename, dirname } from 'node:path/posix';
import { type Diagnostic, error, warning } from '@/lib/base/diagnostic';
import { mediaEndings, mediaType } from '@/lib/base/media';
import { type ContentFile, displayPath } from '@/lib/content/files';

/** A post's file, and the files of its folder. */
export interface PostSource {
  readonly file: ContentFile;
  readonly format: 'md' | 'mdx';
  /** The post's folder, where it has one of its own. */
  readonly folder?: string;
  /** Files that the site serves. */
  readonly media: ContentFile[];
  /** Texts of a Markdown post, which its shortcode `readfile` shows; they are not served. */
  readonly texts: ContentFile[];
}

/** The format of a post's file, by its ending; undefined for other files. */
export function formatOf(path: string): 'md' | 'mdx' | undefined {
  return path.endsWith('.mdx') ? 'mdx' : path.endsWith('.md') ? 'md' : undefined;
}

/** Sorts files into posts and what belongs to them. A folder with `index.md(x)` owns everything below it. */
export function findPosts(
  files: readonly ContentFile[],
  dir: string,
): { sources: PostSource[]; problems: Diagnostic[] } {
  const { bundles, problems } = findBundles(files, dir);
  const sources: PostSource[] = [...bundles.values()];
  for (const file of files) {
    const name = basename(file.path);
    const bundle = ownerOf(file.path, bundles);
    const format = formatOf(file.path);
    if (/^_index(\.[a-z-]+)?\.mdx?$/i.test(name) || bundle?.file === file) continue;
    if (bundle && mediaType(name)) bundle.media.push(file);
    else if (bundle && /^index\.mdx?$/.test(name)) continue;
    else if (bundle?.format === 'md' && /\.(?:md|txt|ya?ml|json|toml|sh)$/i.test(name)) bundle.texts.push(file);
    else if (!bundle && format) sources.push({ file, format, media: [], texts: [] });
    else problems.push(explainStray(name, bundle, displayPath(dir, file.path)));
  }
  return { sources, problems };
}

/** Posts with a folder of their own, by folder. */
function findBundles(
  files: readonly ContentFile[],
  dir: string,
): { bundles: Map<string, PostSource>; problems: Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const bundles = new Map<string, PostSource>();
  for (const file of files) {
    const format = formatOf(file.path);
    const folder = dirname(file.path);
    if (!format || !/\/index\.mdx?$/.test(file.path)) continue;
    if (bundles.has(folder)) {
      const message = 'this folder has both index.md and index.mdx';
      problems.push(error('post/two-files', message, 'keep one of the two', { file: displayPath(dir, file.path) }));
    } else if (folder !== 'blog') bundles.set(folder, { file, format, folder, media: [], texts: [] });
  }
  for (const [folder, { file }] of bundles) {
    const period = /^blog\/\d{4}(\/\d{2})?$/.exec(folder);
    if (!period) continue;
    const message = `this file makes the whole ${period[1] ? 'month' : 'year'} one post: no post in ${folder}/ would be published`;
    const fix = `give the post a name of its own, such as ${folder}${period[1] ? '' : '/01'}/overview.${formatOf(file.path)}`;
    problems.push(error('post/owns-period', message, fix, { file: displayPath(dir, file.path) }));
    bundles.delete(folder);
  }
  for (const [folder, { file }] of bundles) {
    const outer = ownerOf(folder, bundles);
    if (!outer) continue;
    const message = `this post is in the folder of another post, ${outer.file.path}`;
    problems.push(error('post/inside-post', message, 'move it out', { file: displayPath(dir, file.path) }));
    bundles.delete(folder);
  }
  return { bundles, problems };
}

/** What is wrong with a file that is neither a post nor part of one. */
function explainStray(name: string, bundle: PostSource | undefined, file: string): Diagnostic {
  if (bundle?.format === 'md' && /\.(?:mp4|m4v|mov|webm|ogv)$/i.test(name)) {
    // It moved in with its post, which is shown without it.
    const fix = 'upload it to a video host, and link to it there';
    return warning('file/video', `"${name}" is not served, and the post is shown without it`, fix, { file });
  }
  const format = formatOf(name.toLowerCase()) ?? (/\.markdown$/i.test(name) ? 'md' : undefined);
  if (bundle && format) {
    const message = `this file is in the folder of another post, ${bundle.file.path}, and is not published`;
    return error('post/inside-post', message, 'move it out if it is a post', { file });
  }
  if (bundle) {
    const fix = `remove it: only ${mediaEndings} may be next to a post`;
    return error('file/type', `"${name}" cannot be served`, fix, { file });
  }
  if (mediaType(name)) {
    const fix = 'put it into the folder of a post, next to its index.mdx';
    return error('file/stray', 'this file is not in the folder of a post', fix, { file });
  }
  const fix = `rename it to ${name.replace(/\.\w+$/, `.${format}`)}`;
  if (format) return error('file/type', `"${name}" is not a post: its ending must be .${format}`, fix, { file });
  return error('file/type', `"${name}" is not a post`, 'remove it: posts end in .md or .mdx', { file });
}

/** The post whose folder a file is in. Of folders in one another, the outermost. */
function ownerOf(path: string, bundles: ReadonlyMap<string, PostSource>): PostSource | undefined {
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
    const bundle = bundles.get(path.slice(0, end));
    if (bundle) return bundle;
  }
  return undefined;
}
