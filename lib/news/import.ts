// `news import hugo`: imports the posts, the redirects and the lists of a Hugo site into content/.
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Command, exit, type Terminal, UsageError } from '@/lib/base/cli/command';
import { parseOptions } from '@/lib/base/cli/options';
import { compare } from '@/lib/base/compare';
import { type Diagnostic, error, formatDiagnostic, warning } from '@/lib/base/diagnostic';
import { mediaEndings, mediaType } from '@/lib/base/media';
import { countedInFigures, listed } from '@/lib/base/words';
import { FileExistsError, writeWhole } from '@/lib/base/write-whole';
import { knownPaths } from '@/lib/check/paths';
import { loadCommunity } from '@/lib/content/load-community';
import { loadPosts } from '@/lib/content/load-posts';
import { contentFolder } from '@/lib/news/arguments';
import { type ListedKind, listedKinds } from '@/lib/news/collect/lists';
import { type HugoSite, type Planned, pictureFolder, planLists } from '@/lib/news/import/lists';
import { addAliases, readRedirects } from '@/lib/news/import/redirects';

function describeLists({ kind, lists }: ListedKind): string {
  const pictures = kind.pictures ? `, with ${kind.pictures.field}s from ${pictureFolder}` : '';
  return `- ${kind.label.many} from ${lists.folder}/*.yaml, one entry each${pictures};`;
}

const usage = `usage: npm run news -- import hugo DIR [--dry-run]

Imports a Hugo site from its checkout, DIR:

- posts from content/en/blog or content/blog, copied unchanged;
${listedKinds.map(describeLists).join('\n')}
- redirects to posts from static/_redirects, as aliases of the posts.

Existing files are never overwritten; files that differ are reported. A second run changes nothing. Check the result with
"npm run check".

  --dry-run   print what would be done, and write nothing

examples:
  npm run news -- import hugo ../website --dry-run
  npm run news -- import hugo ../website

exit codes: 0 done
            1 a file already exists and differs, or the content folder is not writable
            2 wrong usage, or DIR is not a Hugo site
            130 stopped with Ctrl-C; no file is half-written`;

export const importSite: Command = {
  name: 'import',
  summary: `imports a Hugo site: ${listed(['posts', ...listedKinds.map(({ kind }) => kind.label.many), 'redirects'])}`,
  usage,
  async run(args, terminal) {
    const { values, words } = parseOptions('import', args, { 'dry-run': { takes: 'nothing' } });
    const [kind, folder, more] = words;
    if (kind !== 'hugo' || folder === undefined || more !== undefined) {
      throw new UsageError('What do you want to import? For example: npm run news -- import hugo ../website');
    }
    const site = resolve(terminal.cwd, folder);
    const blog = await firstFolder([join(site, 'content', 'en', 'blog'), join(site, 'content', 'blog')]);
    if (!blog) throw new UsageError(`“${folder}” is not a Hugo site: it has neither content/en/blog nor content/blog.`);
    const dir = contentFolder(terminal);
    const { community } = await loadCommunity(dir);
    const source: HugoSite = { site, blog, community, left: [] };
    const planned = await planRedirects(await planPosts(source), source);
    for (const each of listedKinds) planned.push(...(await planLists(each, source)));
    return write(planned, source.left, dir, values['dry-run'] === true, terminal);
  },
};

async function planPosts({ blog, left }: HugoSite): Promise<Planned[]> {
  const entries = await readdir(blog, { recursive: true, withFileTypes: true });
  const planned: Planned[] = [];
  for (const entry of entries) {
    const absolute = join(entry.parentPath, entry.name);
    const path = relative(blog, absolute).replaceAll('\\', '/');
    if (path.split('/').some((part) => part.startsWith('.'))) continue;
    const file = `blog/${path}`;
    const isAllowed = mediaType(path) !== undefined || /\.(?:mdx?|txt|ya?ml|json|toml|sh)$/i.test(path);
    if (entry.isFile() && isAllowed) planned.push({ path: file, content: () => readFile(absolute) });
    else if (entry.isFile()) {
      const message = 'this type of file is not allowed next to a post';
      left.push(warning('import/type', message, `use ${mediaEndings}, or a text file`, { file }));
    } else if (!entry.isDirectory()) {
      left.push(warning('import/type', 'it is not a file', 'replace it with a file', { file }));
    }
  }
  return planned.sort((a, b) => compare(a.path, b.path));
}

/** Adds the addresses that redirect to a post to its aliases. */
async function planRedirects(posts: Planned[], { site, blog, community, left }: HugoSite): Promise<Planned[]> {
  const text = await readFile(join(site, 'static', '_redirects'), 'utf8').catch(() => '');
  if (!/\/blog\b/.test(text)) return posts;
  const { posts: targets } = await loadPosts(dirname(blog));
  const pages = knownPaths({ posts: targets, community }, { aliases: false });
  const aliases = readRedirects(text, targets, pages, left);
  return Promise.all(
    posts.map(async (planned) => {
      const more = aliases.get(planned.path);
      if (!more) return planned;
      const changed = addAliases((await planned.content()).toString(), more);
      if (changed === undefined) {
        const fix = `add ${more.join(', ')} to "aliases:" by hand`;
        left.push(warning('import/alias', 'its front matter cannot be extended', fix, { file: planned.path }));
        return planned;
      }
      return {
        ...planned,
        content: async () => changed,
        changes: more.map((alias) => `${planned.path}: ${alias} redirects to it`),
      };
    }),
  );
}

async function write(
  planned: readonly Planned[],
  left: Diagnostic[],
  dir: string,
  dryRun: boolean,
  terminal: Terminal,
): Promise<number> {
  const changed: string[] = [];
  let [taken, same, refused] = [0, 0, 0];
  for (const [index, { path, content, changes = [] }] of planned.entries()) {
    if (terminal.signal.aborted) {
      terminal.err(`Stopped after ${countedInFigures(taken, 'file')}. Run it again to continue.`);
      return exit.stopped;
    }
    if (index > 0 && index % 100 === 0) terminal.err(`${index} of ${planned.length} files…`);
    const target = join(dir, path);
    const bytes = Buffer.from(await content());
    const existing = await readFile(target).catch(() => undefined);
    if (existing?.equals(bytes)) {
      same += 1;
      continue;
    }
    try {
      if (existing) throw new FileExistsError(target);
      if (!dryRun) await writeWhole(target, bytes, { signal: terminal.signal });
      taken += 1;
      changed.push(...changes);
      terminal.out(`${dryRun ? 'would import' : 'imported'} ${path}`);
    } catch (thrown) {
      if (terminal.signal.aborted) continue;
      if (/^E(?:ACCES|PERM|ROFS)$/.test(String((thrown as NodeJS.ErrnoException).code))) {
        terminal.err(`The folder “${basename(dir)}” is not writable. Allow writing, and run this again.`);
        return exit.failed;
      }
      if (!(thrown instanceof FileExistsError)) throw thrown;
      refused += 1;
      left.push(error('import/exists', 'the file already exists, and differs', 'compare the two', { file: path }));
    }
  }
  for (const line of changed) terminal.err(`changed ${line}`);
  for (const diagnostic of left) terminal.err(formatDiagnostic(diagnostic));
  const done = `${countedInFigures(taken, 'file')} ${dryRun ? 'would be imported' : 'imported'}`;
  terminal.err(`${done}, ${same} unchanged, ${left.length} not imported.`);
  return refused > 0 ? exit.failed : exit.done;
}

async function firstFolder(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if ((await lstat(path).catch(() => undefined))?.isDirectory()) return path;
  return undefined;
}
