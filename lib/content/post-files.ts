// Decides which files are posts, and which belong to a post.
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
  return path.endsWith('.mdx') ? 'mdx' : /\.(?:md|markdown)$/.test(path) ? 'md' : undefined;
}

/**
 * Sorts files into posts and what belongs to them. A folder with `index.md(x)` owns everything below it.
 *
 * @returns also the pictures that are in no post's folder, which posts may share.
 */
export function findPosts(
  files: readonly ContentFile[],
  dir: string,
): { sources: PostSource[]; shared: ContentFile[]; problems: Diagnostic[] } {
  const { bundles, problems } = findBundles(files, dir);
  const shared: ContentFile[] = [];
  const sources: PostSource[] = [...bundles.values()];
  for (const file of files) {
    const name = basename(file.path);
    const bundle = ownerOf(file.path, bundles);
    const format = formatOf(file.path);
    if (/^_index(\.[a-z-]+)?\.(?:mdx?|markdown)$/i.test(name) || bundle?.file === file) continue;
    if (bundle && mediaType(name)) bundle.media.push(file);
    else if (bundle && /^index\.(?:mdx?|markdown)$/.test(name)) continue;
    else if (bundle?.format === 'md' && /\.(?:md|markdown|txt|ya?ml|json|toml|sh)$/i.test(name))
      bundle.texts.push(file);
    else if (!bundle && format) sources.push({ file, format, media: [], texts: [] });
    else if (!bundle && mediaType(name)) shared.push(file);
    else problems.push(explainStray(name, bundle, displayPath(dir, file.path)));
  }
  return { sources, shared, problems };
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
    if (!format || !/\/index\.(?:mdx?|markdown)$/.test(file.path)) continue;
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
    const message = `this post is in the folder of another post, ${outer.file.path}, and is not published`;
    const report = outer.format === 'md' ? warning : error;
    problems.push(
      report('post/inside-post', message, 'move it to another folder', { file: displayPath(dir, file.path) }),
    );
    bundles.delete(folder);
  }
  return { bundles, problems };
}

/** A picture in no post's folder that no post uses. */
export function explainUnused(file: string): Diagnostic {
  const fix = 'move it to the folder of a post that shows it, or remove it';
  return warning(
    'file/stray',
    'this file is not in the folder of a post and no post uses it, so it is not published',
    fix,
    {
      file,
    },
  );
}

/** Texts about a folder, for those who write in it, by their names: README.md, OWNERS. */
export function isAboutFolder(path: string): boolean {
  const about =
    /^(?:readme|contributing|changelog|licen[cs]e|notice|code[-_]?of[-_]?conduct|security|(?:code)?owners|maintainers)\b/i;
  return about.test(basename(path));
}

/** What is wrong with a file that is neither a post nor part of one. Nothing of it is served. */
function explainStray(name: string, bundle: PostSource | undefined, file: string): Diagnostic {
  if (/\.(?:mp4|m4v|mov|webm|ogv)$/i.test(name)) {
    // It moved in with its post, which is shown without it.
    const fix = 'upload it to a video host, and link to it there';
    return warning('file/video', `"${name}" is not published, so the post is shown without it`, fix, { file });
  }
  const format = formatOf(name.toLowerCase());
  if (bundle && format && !isAboutFolder(name)) {
    const message = `this file is in the folder of another post, ${bundle.file.path}, and is not published`;
    return error('post/inside-post', message, 'move it to another folder if it is a post', { file });
  }
  if (!bundle && format) {
    const fix = `rename it to ${name.replace(/\.\w+$/, `.${format}`)}`;
    return error('file/type', `"${name}" is not a post: its extension must be .${format}`, fix, { file });
  }
  if (/\.(?:rst|adoc|asciidoc|org|html?|txt|pandoc|ipynb)$/i.test(name)) {
    const fix = 'rewrite it as Markdown, in a file that ends in .md, if it is a post';
    return warning('file/type', `"${name}" is not Markdown, so it is not published`, fix, { file });
  }
  const fix = `move it out of blog/: only posts and the ${mediaEndings} files next to them are published`;
  return warning('file/type', `files like "${name}" are not published`, fix, { file });
}

/** The post whose folder a file is in. Of folders in one another, the outermost. */
function ownerOf(path: string, bundles: ReadonlyMap<string, PostSource>): PostSource | undefined {
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
    const bundle = bundles.get(path.slice(0, end));
    if (bundle) return bundle;
  }
  return undefined;
}
