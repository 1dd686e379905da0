// `news import hugo`: brings the posts, the redirects and the lists of a Hugo site into content/.
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { type Command, exit, type Terminal, UsageError } from '@/lib/base/cli/command';
import { parseOptions } from '@/lib/base/cli/options';
import { mediaEndings, mediaType } from '@/lib/base/media';
import { listed } from '@/lib/base/words';
import { FileExistsError, writeWhole } from '@/lib/base/write-whole';
import { knownPaths } from '@/lib/check/paths';
import type { Community } from '@/lib/content/community';
import { loadCommunity } from '@/lib/content/load-community';
import { loadPosts } from '@/lib/content/load-posts';
import type { PictureField } from '@/lib/kinds/kind';
import { type ListedKind, listedKinds } from '@/lib/news/collect/lists';
import { toEntryText } from '@/lib/news/entry-text';
import { readLists } from '@/lib/news/import/lists';
import { addAliases, readRedirects } from '@/lib/news/import/redirects';

/** Where a Hugo site has the pictures of what its lists name. */
const pictureFolder = 'static/img';

function describeLists({ kind, lists }: ListedKind): string {
  const pictures = kind.pictures ? `, with ${kind.pictures.field}s from ${pictureFolder}` : '';
  return `${kind.label.many} come from ${lists.folder}/*.yaml, one entry each${pictures};`;
}

const usage = `usage: npm run news -- import hugo DIR [--dry-run]

Brings a Hugo site in. DIR is its checkout: posts come from content/en/blog or content/blog and are copied as they are;
${listedKinds.map(describeLists).join('\n')}
lines of static/_redirects that lead to a post become its aliases. A file that is there already and differs is reported and
stays. A second run changes nothing. Check what came with "npm run check".

  --dry-run   prints what it would do, and writes nothing

examples:
  npm run news -- import hugo ../website --dry-run
  npm run news -- import hugo ../website

exit codes: 0 all is there (with --dry-run: could be)
            1 something was left: a file that differs, or a folder without write permission
            2 called wrongly: DIR is no Hugo site
            130 stopped with Ctrl-C; what is written is whole`;

interface Planned {
  /** Below the content folder. */
  readonly path: string;
  readonly content: () => Promise<Uint8Array | string>;
  /** What is otherwise than in the site, a line each. */
  readonly changes?: readonly string[];
}

export const importSite: Command = {
  name: 'import',
  summary: `brings a Hugo site in: ${listed(['posts', ...listedKinds.map(({ kind }) => kind.label.many), 'redirects'])}`,
  usage,
  async run(args, terminal) {
    const { values, words } = parseOptions('import', args, { 'dry-run': { takes: 'nothing' } });
    const [kind, folder, more] = words;
    if (kind !== 'hugo' || folder === undefined || more !== undefined) {
      throw new UsageError('From where? For example: npm run news -- import hugo ../website');
    }
    const site = resolve(terminal.cwd, folder);
    const blog = await firstFolder([join(site, 'content', 'en', 'blog'), join(site, 'content', 'blog')]);
    if (!blog) throw new UsageError(`“${folder}” is no Hugo site: it has neither content/en/blog nor content/blog.`);
    const dir = resolve(terminal.root, terminal.env.CONTENT_DIR || 'content');
    const left: string[] = [];
    const { community } = await loadCommunity(dir);
    const posts = await planPosts(blog, left);
    const moved = await planRedirects(posts, { site, blog, community }, left);
    const entries: Planned[] = [];
    for (const each of listedKinds) entries.push(...(await planLists(each, { site, blog, community }, left)));
    return write([...moved, ...entries], { dir, left, dryRun: values['dry-run'] === true }, terminal);
  },
};

async function planPosts(blog: string, left: string[]): Promise<Planned[]> {
  const entries = await readdir(blog, { recursive: true, withFileTypes: true });
  const planned: Planned[] = [];
  for (const entry of entries) {
    const absolute = join(entry.parentPath, entry.name);
    const path = relative(blog, absolute).replaceAll('\\', '/');
    if (path.split('/').some((part) => part.startsWith('.'))) continue;
    if (entry.isFile() && !mayLie(path))
      left.push(`blog/${path}: only ${mediaEndings} and texts may lie beside a post`);
    else if (entry.isFile()) planned.push({ path: `blog/${path}`, content: () => readFile(absolute) });
    else if (!entry.isDirectory()) left.push(`blog/${path}: this is neither a file nor a folder`);
  }
  return planned.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether the loader of posts takes such a file, as a post or beside one. */
function mayLie(path: string): boolean {
  return mediaType(path) !== undefined || /\.(?:mdx?|txt|ya?ml|json|toml|sh)$/i.test(path);
}

interface Source {
  readonly site: string;
  readonly blog: string;
  readonly community: Community;
}

/** Gives posts the old addresses that redirects of the site have for them. */
async function planRedirects(posts: Planned[], { site, blog, community }: Source, left: string[]): Promise<Planned[]> {
  const text = await readFile(join(site, 'static', '_redirects'), 'utf8').catch(() => '');
  if (!/\/blog\b/.test(text)) return posts;
  const { posts: targets } = await loadPosts(dirname(blog));
  const pages = knownPaths({ posts: targets, community }, { aliases: false });
  const { aliases, left: leftLines } = readRedirects(text, targets, pages);
  left.push(...leftLines);
  return Promise.all(
    posts.map(async (planned) => {
      const more = aliases.get(planned.path);
      if (!more) return planned;
      const changed = addAliases((await planned.content()).toString(), more);
      if (changed === undefined) {
        left.push(`${planned.path}: its front matter is written so that ${more.join(', ')} must be added by hand`);
        return planned;
      }
      return {
        ...planned,
        content: async () => changed,
        changes: more.map((alias) => `${planned.path}: ${alias} leads to it`),
      };
    }),
  );
}

/** Makes entries of the lists that the site has of a kind, with their pictures. */
async function planLists({ kind, lists }: ListedKind, { site, community }: Source, left: string[]): Promise<Planned[]> {
  const folder = join(site, lists.folder);
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.ya?ml$/.test(name)).sort();
  if (names.length === 0) return [];
  const files = await Promise.all(
    names.map(async (name) => ({ file: `${lists.folder}/${name}`, text: await readFile(join(folder, name), 'utf8') })),
  );
  const read = readLists(files, lists, community.projects);
  left.push(...read.left);
  const { pictures } = kind;
  const planned: Planned[] = [];
  const missing: string[] = [];
  for (const { id, name, url, projects, picture: wanted, changes } of read.entries) {
    const picture = pictures && wanted && (await findPicture(join(site, pictureFolder), wanted, pictures));
    if (pictures && wanted && !picture) {
      missing.push(
        `${pictureFolder}/${wanted}: there is no such ${pictures.field}, up to ${pictures.largest / 1_000} kB`,
      );
    }
    const file = picture ? `${id}${extname(picture).toLowerCase()}` : undefined;
    if (picture) planned.push({ path: `${kind.folder}/${file}`, content: () => readFile(picture) });
    const fields = lists.toFields({ name, url, picture: file }, projects);
    const content = async () => toEntryText(kind.name, fields);
    planned.push({ path: `${kind.folder}/${id}.yaml`, content, changes });
  }
  if (await firstFolder([join(site, pictureFolder)])) left.push(...missing);
  else if (pictures && missing.length > 0)
    left.push(
      `${pictureFolder}: there is none, so ${missing.length} ${kind.label.many} come without their ${pictures.field}s`,
    );
  return planned;
}

/** A picture as entries may have it. Links are not followed: they could lead anywhere. */
async function findPicture(
  folder: string,
  name: string,
  { endings, largest }: PictureField,
): Promise<string | undefined> {
  if (name.split('/').includes('..') || !endings.includes(extname(name).slice(1).toLowerCase())) return undefined;
  const path = join(folder, name);
  const found = await lstat(path).catch(() => undefined);
  return found?.isFile() && found.size <= largest ? path : undefined;
}

interface Work {
  readonly dir: string;
  readonly left: string[];
  readonly dryRun: boolean;
}

async function write(planned: readonly Planned[], { dir, left, dryRun }: Work, terminal: Terminal) {
  const changed: string[] = [];
  let taken = 0;
  let same = 0;
  let refused = 0;
  for (const [index, { path, content, changes = [] }] of planned.entries()) {
    if (terminal.signal.aborted) {
      terminal.err(`Stopped after ${taken} files, which are whole. Run it again to go on.`);
      return exit.stopped;
    }
    if (index > 0 && index % 100 === 0) terminal.err(`${index} of ${planned.length} files…`);
    const target = join(dir, path);
    const bytes = Buffer.from(await content());
    const there = await readFile(target).catch(() => undefined);
    if (there?.equals(bytes)) same += 1;
    else if (there) {
      refused += 1;
      left.push(`${path}: it is there already and differs`);
    } else {
      try {
        if (!dryRun) await writeWhole(target, bytes, { signal: terminal.signal });
        taken += 1;
        changed.push(...changes);
        terminal.out(`${dryRun ? 'would take' : 'took'} ${path}`);
      } catch (error) {
        if (terminal.signal.aborted) continue;
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
          terminal.err(`${basename(dir)} cannot be written to (fix: allow writing there). Nothing more is taken.`);
          return exit.failed;
        }
        if (!(error instanceof FileExistsError)) throw error;
        refused += 1;
        left.push(`${path}: something is there already`);
      }
    }
  }
  for (const line of changed) terminal.err(`changed ${line}`);
  for (const line of left) terminal.err(`left ${line}`);
  terminal.err(
    `${taken} files ${dryRun ? 'would be taken' : 'taken'}, ${same} there already, ${left.length} things left.`,
  );
  return refused > 0 ? exit.failed : exit.done;
}

async function firstFolder(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if ((await lstat(path).catch(() => undefined))?.isDirectory()) return path;
  return undefined;
}
