// `news import`: moves the blog of another generator's site into a content folder.
import { existsSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { type Command, exit, type Terminal, UsageError } from '@/lib/base/cli/command';
import { parseOptions, suggest } from '@/lib/base/cli/options';
import type { Diagnostic } from '@/lib/base/diagnostic';
import { listed } from '@/lib/base/english';
import { type LoadedContent, loadContent } from '@/lib/content/load';
import { contentFolder } from '@/lib/news/arguments';
import { listedKinds } from '@/lib/news/collect/lists';
import { PlanChecker } from '@/lib/news/import/check-plan';
import { Checkout } from '@/lib/news/import/checkout';
import { detectGenerator, generators } from '@/lib/news/import/generators/index';
import { type HugoSite, type Planned, planLists } from '@/lib/news/import/lists';
import {
  type ImportSource,
  type KeptAsText,
  planSite,
  readSite,
  refuse,
  type SitePlan,
} from '@/lib/news/import/plan-site';
import { type ImportReport, toJson, toText } from '@/lib/news/import/report';
import type { ConvertedBody } from '@/lib/news/import/source';
import { NotWritableError, writePlan } from '@/lib/news/import/write-plan';

const names = generators.map(({ name }) => name);

const usage = `usage: npm run news -- import DIR [--to FOLDER] [OPTIONS]

Imports the blog of another site into a content folder. DIR is a checkout of that site:
${listed(
  generators.map(({ label }) => label),
  'or',
)}.

Every post gets the address /blog/YYYY/MM/slug/; its old address, and redirects to it, become aliases. Front matter,
links between posts, and images are converted. From a Hugo site, ${listed(listedKinds.map(({ kind, lists }) => `${lists.folder}/*.yaml become ${kind.label.many}`))}.
Existing files are never overwritten, and a second run changes nothing. The network is not used.

  --to FOLDER          the content folder (default: CONTENT_DIR, or else content)
  --from GENERATOR     the site's generator: ${names.join(', ')} (default: detected)
  --posts FOLDER       where its posts are, below DIR
  --permalink PATTERN  the form of its addresses, if only its code defines them: /blog/:year/:month/:day/:slug/, with
                       :title, :filename (without date and extension) and :path (below the folder of posts)
  --dry-run            report what would be done, and write nothing
  --json               report as JSON
  --verbose            show every message, however many have the same code

examples:
  npm run news -- import ../website --to ../our-news --dry-run
  npm run news -- import ../website
  npm run news -- import ../website --posts src/content/blog --permalink /blog/:year/:month/:day/:filename/

“import hugo DIR” is the same as “import DIR --from hugo”.

exit codes: 0 done; posts may be skipped, each with its reason
            1 no post was imported, a file already exists and differs, or the content folder is not writable
            2 invalid command line, or no posts were found in DIR
            130 stopped with Ctrl-C; no file is left incomplete`;

const options = {
  to: { takes: 'value', example: 'content' },
  from: { takes: 'value', example: 'jekyll' },
  posts: { takes: 'value', example: 'src/content/blog' },
  permalink: { takes: 'value', example: '/blog/:year/:month/:slug/' },
  'dry-run': { takes: 'nothing' },
  json: { takes: 'nothing' },
  verbose: { takes: 'nothing' },
} as const;

export const importSite: Command = {
  name: 'import',
  summary: 'imports the blog of a Hugo, Jekyll, Docusaurus, Astro, Zola, Pelican or MkDocs site',
  usage,
  async run(args, terminal) {
    const { values, words } = parseOptions('import', args, options);
    // Before other generators could be imported, the first word was Hugo's name.
    const isOldForm = words[0] === 'hugo' && words.length === 2;
    const [folder, more] = isOldForm ? words.slice(1) : words;
    if (folder === undefined || more !== undefined) {
      throw new UsageError('What do you want to import? Give one folder: npm run news -- import ../website');
    }
    const from = values.from ?? (isOldForm ? 'hugo' : undefined);
    const dir = values.to === undefined ? contentFolder(terminal) : resolve(terminal.cwd, values.to);
    const found = await openSite(folder, from, terminal);
    const posts = values.posts === undefined ? undefined : postsFolder(found.checkout, values.posts, terminal);
    const rules = await found.generator.read(found.checkout, await posts);
    if (rules.files.length === 0) {
      const where = posts === undefined ? '' : ` in ${values.posts}`;
      throw new UsageError(
        `“${folder}” is a site of ${found.generator.label} (${found.by}), but no posts were found${where}. Give their folder, below “${folder}”, with --posts FOLDER.`,
      );
    }
    if (values.permalink !== undefined) checkPattern(values.permalink);
    const existing = await loadContent(dir);
    const source: ImportSource = {
      ...{ checkout: found.checkout, generator: found.generator, rules, permalink: values.permalink },
      ...{ existing, signal: terminal.signal },
    };
    try {
      const plan = await planWhole(source, dir, terminal);
      const lists = await planEntries(found.checkout, found.generator.name, existing);
      // What the list of posts is called here already stays.
      const section = plan.section && !existsSync(join(dir, plan.section.path)) ? [plan.section] : [];
      const planned = [...plan.posts.flatMap(({ files }) => files), ...plan.people, ...section, ...lists.planned];
      const isDryRun = values['dry-run'] === true;
      const progress = (text: string) => terminal.err(text);
      const written = await writePlan(planned, dir, { isDryRun, signal: terminal.signal, progress });
      const report: ImportReport = {
        ...{ generator: found.generator.label, by: found.by, places: rules.places, written, isDryRun },
        ...{ plan: { ...plan, notes: [...plan.notes, ...lists.left] }, lists: lists.counts },
        guess: values.permalink === undefined ? rules.guess : undefined,
      };
      terminal.out(values.json ? toJson(report) : toText(report, values.verbose === true));
      if (!values.json) terminal.err(nextStep(dir, isDryRun, terminal));
      return written.refused > 0 || plan.posts.length === 0 ? exit.failed : exit.done;
    } catch (thrown) {
      if (terminal.signal.aborted) {
        terminal.err('Stopped. No file was left incomplete. Run the command again to continue.');
        return exit.stopped;
      }
      if (!(thrown instanceof NotWritableError)) throw thrown;
      terminal.err(
        `The folder “${basename(dir)}” is not writable. Change its permissions, and run this command again.`,
      );
      return exit.failed;
    }
  },
};

/** Folders in which repositories of other things have their site. */
const innerFolders =
  'website site docs www web blog microsite homepage documentation hugo src pages docs/website docs/site apps/website apps/web apps/docs packages/website'.split(
    ' ',
  );

/** Opens a checkout, or the folder of its site within it. */
async function openSite(folder: string, from: string | undefined, { cwd }: Terminal) {
  const absolute = resolve(cwd, folder);
  if (!(await lstat(absolute).catch(() => undefined))?.isDirectory()) {
    throw new UsageError(`There is no folder “${folder}”.`);
  }
  const wanted = generators.find(({ name }) => name === from);
  if (from !== undefined && !wanted) throw new UsageError(`There is no generator “${from}”. ${suggest(from, names)}`);
  // Almost any folder can be taken for plain Markdown, so that comes last.
  const [plain = [], own = []] = [true, false].map((isPlain) =>
    (wanted ? [wanted] : generators).filter(({ name }) => (name === 'markdown') === isPlain),
  );
  for (const tried of [own, plain]) {
    for (const inner of ['', ...innerFolders]) {
      const checkout = new Checkout(join(absolute, inner));
      const detected = await detectGenerator(checkout, tried);
      if (detected) return { ...detected, checkout, by: inner === '' ? detected.file : `${inner}/${detected.file}` };
    }
  }
  if (wanted) return { checkout: new Checkout(absolute), generator: wanted, by: `--from ${wanted.name}` };
  throw new UsageError(`The generator of “${folder}” was not recognized. Give it with --from: ${names.join(', ')}.`);
}

/** The folder of posts, below the checkout. @throws {UsageError} if there is none. */
async function postsFolder(checkout: Checkout, written: string, { cwd }: Terminal): Promise<string> {
  for (const absolute of [resolve(checkout.folder, written), resolve(cwd, written)]) {
    const below = relative(checkout.folder, absolute).replaceAll('\\', '/');
    if (!below.startsWith('..') && (await checkout.hasFolder(below))) return below;
  }
  throw new UsageError(
    `--posts “${written}” is not a folder of the site. Give its path below “${basename(checkout.folder)}”.`,
  );
}

const places = ['year', 'short_year', 'month', 'i_month', 'day', 'i_day', 'slug', 'title', 'filename', 'name', 'path'];

/** @throws {UsageError} for a pattern that could not be the address of a post. */
function checkPattern(pattern: string): void {
  const unknown = [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name).find((name) => !places.includes(name));
  if (unknown !== undefined) throw new UsageError(`--permalink has no :${unknown}. ${suggest(unknown, places)}`);
  if (!pattern.startsWith('/')) throw new UsageError(`--permalink “${pattern}” must begin with a slash.`);
  if (!/:(?:slug|title|filename|name|path)/.test(pattern) && !/:(?:i_)?day/.test(pattern)) {
    throw new UsageError(
      `--permalink “${pattern}” gives all posts of a month one address. Add :slug, :title or :filename.`,
    );
  }
}

/** The most blocks of one post that are kept as text; a post with more is left out. */
const mostKept = 20;

/**
 * Plans a site so that the check finds no error in it: what it refuses in a body is kept as text, and a post that it
 * refuses all the same is left out.
 */
async function planWhole(source: ImportSource, dir: string, terminal: Terminal): Promise<SitePlan> {
  const site = await readSite(source);
  const refused = new Map<string, Diagnostic>();
  const asText = new Map<string, readonly KeptAsText[]>();
  const converted = new Map<string, ConvertedBody>();
  const checker = new PlanChecker(dir, terminal.signal);
  try {
    // Without a post, a link to it may be broken in another one; in the end, each is either right or left out.
    for (;;) {
      const plan = await planSite(source, site, { refused, asText, converted });
      const found = await checker.check(plan);
      if (found.size === 0) return plan;
      for (const [post, problem] of found) {
        const { file } = post.post;
        const kept = asText.get(file) ?? [];
        const line = problem.line - post.bodyLine + 1;
        if (
          line > 0 &&
          kept.length < mostKept &&
          problem.file.endsWith(post.files[0]?.path ?? '') &&
          kept.at(-1)?.line !== line
        ) {
          asText.set(file, [...kept, { line, reason: problem }]);
        } else {
          refused.set(file, refuse(file, problem));
          converted.clear();
        }
      }
    }
  } finally {
    await checker.close();
  }
}

/** Entries from lists of a Hugo site, such as adopters. */
async function planEntries(checkout: Checkout, generator: string, { community }: LoadedContent) {
  const left: Diagnostic[] = [];
  const planned: Planned[] = [];
  const counts: Record<string, number> = {};
  if (generator !== 'hugo') return { planned, left, counts };
  const site: HugoSite = { site: checkout.folder, community, left };
  for (const each of listedKinds) {
    const files = await planLists(each, site);
    planned.push(...files);
    const count = files.filter(({ path }) => path.endsWith('.yaml')).length;
    if (count > 0) counts[each.kind.folder] = count;
    left.push(...files.flatMap(({ changes = [] }) => changes.map(toNote)));
  }
  return { planned, left, counts };
}

/** A change to an item of a list, `file: what`. */
function toNote(change: string): Diagnostic {
  const [file = '', ...rest] = change.split(': ');
  const place = { file, line: 1, column: 1 };
  return {
    ...place,
    severity: 'warning',
    code: 'import/item-changed',
    message: rest.join(': '),
    fix: 'correct it in the new file if it is wrong',
  };
}

function nextStep(dir: string, isDryRun: boolean, { cwd, root }: Terminal): string {
  if (isDryRun) return 'Nothing was written. To import, run the command without --dry-run.';
  const shown = relative(cwd, dir) || '.';
  const content = dir === join(root, 'content') ? '' : ` -- --content ${shown}`;
  return `Check the result with “npm run check${content}”.`;
}
