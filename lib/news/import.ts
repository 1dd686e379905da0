// `news import hugo`: brings the posts, the adopters and the redirects of a Hugo site into content/.
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { mediaEndings, mediaType } from '@/lib/base/media';
import { knownPaths } from '@/lib/check/paths';
import { type Community, loadCommunity } from '@/lib/content/community';
import { loadPosts } from '@/lib/content/posts';
import { type Command, exit, type Terminal, UsageError } from '@/lib/news/command';
import { parseFlags } from '@/lib/news/flags';
import { readAdopters, toAdopterText } from '@/lib/news/import/adopters';
import { addAliases, readRedirects } from '@/lib/news/import/redirects';
import { FileExistsError, writeWhole } from '@/lib/news/write-whole';

const usage = `usage: npm run news -- import hugo DIR [--dry-run]

Brings a Hugo site in. DIR is its checkout: posts come from content/en/blog or content/blog and are copied as they are;
adopters come from data/adopters/*.yaml, one entry each, with logos from static/img; lines of static/_redirects that lead
to a post become its aliases. A file that is there already and differs is told of and stays. A second run changes nothing.
Check what came with "npm run check".

  --dry-run   prints what it would do, and writes nothing

examples:
  npm run news -- import hugo ../website --dry-run
  npm run news -- import hugo ../website

exit codes: 0 all is there (with --dry-run: could be)
            1 something was left: a file that differs, or a folder without write permission
            2 called wrongly: DIR is no Hugo site
            130 stopped with Ctrl-C; what is written is whole`;

/** As a shell reports a program that Ctrl-C ended. */
const interrupted = 130;

interface Planned {
  /** Below the content folder. */
  readonly path: string;
  readonly content: () => Promise<Uint8Array | string>;
  /** What is otherwise than in the site, a line each. */
  readonly changes?: readonly string[];
}

export const importSite: Command = {
  name: 'import',
  summary: 'brings a Hugo site in: posts, adopters and redirects',
  usage,
  async run(args, terminal) {
    const { values, words } = parseFlags('import', args, { 'dry-run': { takes: 'nothing' } });
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
    const adopters = await planAdopters(site, community, left);
    return write([...moved, ...adopters], { dir, left, dryRun: values['dry-run'] === true }, terminal);
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

async function planAdopters(site: string, community: Community, left: string[]): Promise<Planned[]> {
  const folder = join(site, 'data', 'adopters');
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.ya?ml$/.test(name)).sort();
  if (names.length === 0) return [];
  const lists = await Promise.all(
    names.map(async (name) => ({ file: `data/adopters/${name}`, text: await readFile(join(folder, name), 'utf8') })),
  );
  const read = readAdopters(lists, community.projects);
  left.push(...read.left);
  const planned: Planned[] = [];
  const withoutLogo: string[] = [];
  for (const adopter of read.adopters) {
    const logo = await findLogo(site, adopter.logo);
    if (adopter.logo !== undefined && !logo)
      withoutLogo.push(`static/img/${adopter.logo}: there is no such logo, up to 50 kB`);
    const name = logo && `${adopter.id}${extname(logo).toLowerCase()}`;
    if (logo && name) planned.push({ path: `adopters/${name}`, content: () => readFile(logo) });
    planned.push({
      path: `adopters/${adopter.id}.yaml`,
      content: async () => toAdopterText(adopter, name),
      changes: adopter.changes,
    });
  }
  const hasLogos = await firstFolder([join(site, 'static', 'img')]);
  if (hasLogos) left.push(...withoutLogo);
  else if (withoutLogo.length > 0)
    left.push(`static/img: there is none, so ${withoutLogo.length} adopters come without their logos`);
  return planned;
}

/** A logo as entries may have it. Links are not followed: they could lead anywhere. */
async function findLogo(site: string, logo: string | undefined): Promise<string | undefined> {
  if (logo === undefined || logo.split('/').includes('..') || !/\.(?:svg|png|webp)$/i.test(logo)) return undefined;
  const path = join(site, 'static', 'img', logo);
  const found = await lstat(path).catch(() => undefined);
  return found?.isFile() && found.size <= 50_000 ? path : undefined;
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
      return interrupted;
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
