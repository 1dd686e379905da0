// Finds files that look like content but are not published: in folders with a misspelled name, and in the folders of posts.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path/posix';
import { distance } from 'fastest-levenshtein';
import { compare } from '@/lib/base/compare';
import { type Diagnostic, error, inFile, isDiagnostic, warning } from '@/lib/base/diagnostic';
import { mapLimited } from '@/lib/base/map-limited';
import { communityFiles, communityFolders } from '@/lib/content/community';
import { displayPath, explainLeftover, listFiles, readText } from '@/lib/content/files';
import { parseFrontMatter } from '@/lib/content/front-matter';
import type { LoadedContent } from '@/lib/content/load';
import { formatOf } from '@/lib/content/post-files';
import { ledgerFolder } from '@/lib/content/published';
import { allKinds, kinds } from '@/lib/kinds/index';
import { reportFor } from '@/lib/mdx/body';

/** Folders of the content folder that are read: for pages, for `news draft`, and for the check itself. */
const folders = ['blog', ...communityFolders, 'templates', ledgerFolder];

/** Other words for a folder: what Hugo's themes call the blog, and the kinds in the singular. */
const otherNames = new Map([
  ['post', 'blog'],
  ['posts', 'blog'],
  ...kinds.map(({ name, folder }): [string, string] => [name, folder]),
]);

/**
 * Checks what is directly in a content folder. Names like those of its own folders and files are slips: an error where posts
 * or entries would be lost, else a warning. Other names belong to other programs, such as the sections of a Hugo site.
 */
export async function checkTopLevel(dir: string): Promise<Diagnostic[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const visible = entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => compare(a.name, b.name));
  const found = await mapLimited(visible, 8, async (entry) => {
    if (entry.isFile()) return checkTopFile(dir, entry.name);
    if (!entry.isDirectory() || folders.includes(entry.name)) return undefined;
    return checkFolder(dir, entry.name);
  });
  return found.filter((diagnostic) => diagnostic !== undefined);
}

async function checkFolder(dir: string, name: string): Promise<Diagnostic | undefined> {
  const { files } = await listFiles(dir, name);
  const isYear = /^\d{4}$/.test(name);
  const wanted = isYear ? 'blog' : (otherNames.get(name.toLowerCase()) ?? nearName(name, folders));
  const inner = name === 'content' && files.find(({ path }) => folders.includes(path.split('/')[1] ?? ''));
  const isContent = ({ path }: { path: string }) =>
    wanted === 'blog' ? formatOf(path.toLowerCase()) : /\.ya?ml$/i.test(path);
  const lost =
    (inner || files.find((file) => wanted && isContent(file))) ?? files.find(({ path }) => path.endsWith('.mdx'));
  const [first = lost] = files;
  if (first && allKinds.some(({ folder }) => folder === name)) {
    const message = `the site has no section "${name}", so nothing in ${name}/ is published`;
    const fix = `add "${name}: {}" to the sections in lib/site.ts, or delete the folder`;
    return warning('file/no-section', message, fix, { file: displayPath(dir, first.path) });
  }
  if (!first || !(wanted || lost)) return undefined;
  const where = { file: displayPath(dir, (lost ?? first).path) };
  const message = `"${name}/" is not a folder that this site reads, so nothing in it is published`;
  const place = isYear ? `blog/${name}` : wanted;
  const fix = place
    ? `move its files to ${place}/`
    : inner
      ? 'move its folders up one level'
      : 'move posts to blog/YYYY/MM/';
  // A Hugo site has sections besides its blog, in Markdown.
  const isSection = lost && formatOf(lost.path) === 'md' && !isYear && existsSync(join(dir, 'blog'));
  return (lost && !isSection ? error : warning)('file/unknown-folder', message, fix, where);
}

function checkTopFile(dir: string, name: string): Diagnostic | undefined {
  const file = displayPath(dir, name);
  const leftover = explainLeftover(name);
  if (leftover) return inFile(leftover, file);
  if (communityFiles.some((known) => known === name)) return undefined;
  const [, stem = '', ending = ''] = /^(.*?)\.([a-z]+)$/i.exec(name) ?? [];
  const message = `"${name}" is not a file that this site reads, so nothing in it is published`;
  if (ending.toLowerCase() === 'mdx') {
    return error('file/unknown-folder', message, 'move the post to blog/YYYY/MM/', { file });
  }
  if (!/^(?:ya?ml|json|toml)$/i.test(ending)) return undefined;
  const single = nearName(`${stem}.yaml`, communityFiles);
  const folder = otherNames.get(stem.toLowerCase()) ?? nearName(stem, communityFolders);
  if (!single && !folder) return undefined;
  const fix = single ? `rename it to ${single}` : `put each entry in its own file in ${folder}/`;
  return error('file/unknown-folder', message, fix, { file });
}

/** The one of some names that differs from another in case, in the order of its letters, or in one letter of four. */
function nearName(name: string, known: readonly string[]): string | undefined {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}.]/gu, '')
    .toLowerCase();
  const sorted = (text: string) => [...text].sort().join('');
  const most = Math.max(1, Math.floor(plain.length / 4));
  const near = known.filter((each) => sorted(each) === sorted(plain) || distance(plain, each) <= most);
  return near.sort((a, b) => distance(plain, a) - distance(plain, b))[0];
}

/** Checks texts in `blog/` that have the front matter of a post but are not published: they are in a post's folder, or called `_index`. */
export async function checkTextsOfPosts(
  dir: string,
  { files, posts }: Pick<LoadedContent, 'files' | 'posts'>,
  isWanted: (file: string) => boolean = () => true,
): Promise<Diagnostic[]> {
  const texts = files.filter(({ path }) => path.startsWith('blog/') && formatOf(path.toLowerCase()));
  const sources = new Map(posts.map((post) => [post.file, post]));
  const owners = new Map(
    posts.filter(({ file }) => /\/index\.md$/.test(file)).map((post) => [dirname(post.file), post]),
  );
  const suspects = texts.flatMap(({ path }): { path: string; owner?: string }[] => {
    const owner = foldersOf(path)
      .map((folder) => owners.get(folder))
      .find(Boolean);
    const isSection = /^_index\b/i.test(basename(path));
    // The loader reports a second index next to the first, an index in the folder of another post, and .mdx files there.
    if (sources.has(path) || /^index\.(?:mdx?|markdown)$/.test(basename(path)) || !isWanted(displayPath(dir, path)))
      return [];
    if (owner) return isSection || !/\.md$/i.test(path) || isShown(path, owner) ? [] : [{ path, owner: owner.file }];
    // A file that introduces a year or a month is not a post; one with a folder of its own is.
    const isAlone = !texts.some((other) => other.path !== path && other.path.startsWith(`${dirname(path)}/`));
    return isSection && isAlone && path.split('/').length > 4 ? [{ path }] : [];
  });
  const found = await mapLimited(suspects, 8, async ({ path, owner }) => {
    if (!(await looksLikePost(dir, path))) return [];
    const report = reportFor(formatOf(path.toLowerCase()) ?? 'md');
    const [message, fix] = owner
      ? [`this post is in the folder of another post, ${owner}, and is not published`, 'move it to another folder']
      : [
          'this file describes a folder, so its text is not published',
          `rename it to index.${formatOf(path.toLowerCase())} if it is a post`,
        ];
    return [report(owner ? 'post/inside-post' : 'post/section', message, fix, { file: displayPath(dir, path) })];
  });
  return found.flat();
}

/** The folders around a file, the outermost first. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Whether a post, or a text that it shows, names a file for the shortcode `readfile`. */
function isShown(path: string, { file, body, context }: LoadedContent['posts'][number]): boolean {
  const name = path.slice(dirname(file).length + 1).normalize('NFC');
  const shown = [body, ...Object.values(context?.texts ?? {})].flatMap(
    (text) => text.match(/\{\{[<%]\s*readfile[^}]*\}\}/gi) ?? [],
  );
  return shown.some((shortcode) => shortcode.normalize('NFC').includes(name));
}

/** Whether a text has a title and a date. Front matter that cannot be read is that of a post, too. */
async function looksLikePost(dir: string, path: string): Promise<boolean> {
  const text = await readText(dir, path);
  if (isDiagnostic(text)) return false;
  const split = parseFrontMatter(text);
  if (Array.isArray(split)) return !split.some(({ code }) => /^front-matter\/(?:missing|opener|unclosed)$/.test(code));
  return Object.hasOwn(split.frontMatter.data, 'title');
}
