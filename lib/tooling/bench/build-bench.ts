// `npm run bench -- --posts N`: measures a build, and compares it with a minimal site of the same framework and posts.
import { appendFile, lstat, readdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { exit, type Program, type Terminal, UsageError } from '@/lib/base/cli/command';
import { parseCount, parseOptionsAlone, suggest } from '@/lib/base/cli/options';
import { nextCli, ownCommand } from '@/lib/build/run';
import { contentDir } from '@/lib/content/files';
import { writeBareTemplate } from '@/lib/tooling/bench/bare-template';
import { type Scratch, withScratch } from '@/lib/tooling/bench/builds';
import { type MadeContent, makePosts } from '@/lib/tooling/bench/make-posts';
import { type Measurement, measureBuild } from '@/lib/tooling/bench/measure';
import { toTable } from '@/lib/tooling/bench/table';

const usage = `--posts N [--content DIR] [--only ours|bare|plain] [--json]
    Builds N posts, made by repeating those of a content folder. “ours” is this site: without a cache (cold), then after an
    edit to one post, with the cache that hosts keep (warm). “bare” is a template with the same MDX library and nothing
    else. “plain” is a template that does not parse Markdown.
  --posts N      how many posts, 1 to 100000
  --content DIR  the folder with the posts to repeat (default: CONTENT_DIR, or else content)
  --only WHICH   builds ours, bare or plain alone
  --json         prints the figures as JSON: seconds and bytes`;

const names = ['ours', 'bare', 'plain'] as const;

/** What one build took. */
interface Built extends Measurement {
  readonly name: `${(typeof names)[number]}, ${'cold' | 'warm'}`;
  readonly posts: number;
  /** Of its output, without the cache. */
  readonly outputBytes: number;
  readonly outputFiles: number;
}

/** Builds the site and the templates. */
export const buildBench: Program = {
  name: 'posts',
  usage,
  async run(args, terminal) {
    const { posts, from, sites, json } = parseOptions(args);
    return withScratch(async (scratch) => {
      const content = join(scratch.dir, 'content');
      const made = await makePosts(from, content, posts);
      terminal.err(`Made ${made.posts} posts from ${made.sources}, ${Math.round(made.bytes / made.posts)} bytes each.`);
      const built: Built[] = [];
      for (const site of sites) {
        if (site !== 'ours') {
          built.push(await build(await templateSite(site, scratch, made), posts, terminal));
          continue;
        }
        built.push(await build(ourSite('cold', scratch), posts, terminal));
        await editFirstPost(content);
        await keepCacheAlone(scratch.distDir);
        built.push(await build(ourSite('warm', scratch), posts, terminal));
      }
      terminal.out(json ? JSON.stringify(built, null, 2) : toText(built));
      return exit.done;
    });
  },
};

function parseOptions(args: readonly string[]) {
  const { posts, content, only, json } = parseOptionsAlone('bench', args, {
    posts: { takes: 'value', example: '1000' },
    content: { takes: 'value', example: '../website/content/en' },
    only: { takes: 'value', example: 'ours' },
    json: { takes: 'nothing' },
  });
  const sites = only === undefined ? names : names.filter((name) => name === only);
  if (sites.length === 0) throw new UsageError(`--only does not take “${only}”. ${suggest(only ?? '', names)}`);
  return {
    posts: parseCount('--posts', posts, 100_000),
    from: content === undefined ? contentDir() : resolve(content),
    sites,
    json,
  };
}

/** Adds a sentence to the first post, so that what was made from it is out of date, and nothing else. */
async function editFirstPost(content: string): Promise<void> {
  const blog = join(content, 'blog');
  const [first] = (await readdir(blog, { recursive: true })).filter((file) => /index\.mdx?$/.test(file)).sort();
  if (first) await appendFile(join(blog, first), '\n\nOne more sentence.\n');
}

/** Hosts keep the cache between builds, and nothing else. */
async function keepCacheAlone(dist: string): Promise<void> {
  for (const name of await readdir(dist)) {
    if (name !== 'cache') await rm(join(dist, name), { recursive: true });
  }
}

/** A site, and how it is built. */
interface Site {
  readonly name: Built['name'];
  readonly args: readonly string[];
  /** Absolute, as its output is. */
  readonly cwd: string;
  readonly dist: string;
  readonly env: Readonly<Record<string, string>>;
}

function ourSite(state: 'cold' | 'warm', { dir, distDir }: Scratch): Site {
  const env = { CONTENT_DIR: join(dir, 'content'), NEWS_DIST_DIR: distDir };
  const cwd = resolve('.');
  return { name: `ours, ${state}`, args: ownCommand('lib/build/main.ts'), cwd, dist: resolve(distDir), env };
}

async function templateSite(name: 'bare' | 'plain', { dir }: Scratch, { components }: MadeContent): Promise<Site> {
  const cwd = join(dir, name);
  await writeBareTemplate(cwd, relative(cwd, resolve('.')), name === 'bare' ? components : undefined);
  const env = { CONTENT_DIR: join(dir, 'content') };
  return { name: `${name}, cold`, args: [nextCli, 'build'], cwd, dist: join(cwd, '.next'), env };
}

async function build({ name, args, cwd, dist, env }: Site, posts: number, { err, signal }: Terminal): Promise<Built> {
  const onLine = (line: string) => err(`${name}: ${line}`);
  const options = { cwd, env: { ...plainEnv(), ...env }, signal, onLine };
  return { name, posts, ...(await measureBuild(args, options)), ...(await measureOutput(dist)) };
}

/** The environment without what would make builds differ from each other. */
function plainEnv(): Record<string, string | undefined> {
  const ours = /^(?:NEWS_|VERCEL|BASE_PATH$|SITE_URL$|CONTENT_DIR$|NODE_ENV$|NODE_OPTIONS$)/;
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: '1' };
}

async function measureOutput(dist: string): Promise<Pick<Built, 'outputBytes' | 'outputFiles'>> {
  let [outputBytes, outputFiles] = [0, 0];
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || relative(dist, path).startsWith('cache')) continue;
    outputBytes += (await lstat(path)).size;
    outputFiles += 1;
  }
  return { outputBytes, outputFiles };
}

/** What a build is compared with: a first one compiles everything, a later one nothing. */
const comparisons = [
  ['ours, cold', 'bare, cold'],
  ['ours, warm', 'plain, cold'],
] as const;

function toText(built: readonly Built[]): string {
  const find = (name: Built['name']) => built.find((each) => each.name === name);
  const row = (name: string, posts: number | '', cell: (key: Figure, unit: string, divisor?: number) => string) => ({
    '': name,
    posts,
    wall: cell('seconds', 's'),
    'a post': cell('seconds', 'ms', Number(posts) / 1000),
    processor: cell('cpuSeconds', 's'),
    'peak memory': cell('peakBytes', 'MB', 1e6),
    'largest process': cell('largestBytes', 'MB', 1e6),
    output: cell('outputBytes', 'MB', 1e6),
    files: cell('outputFiles', ''),
  });
  return toTable([
    ...built.map((site) =>
      row(site.name, site.posts, (key, unit, divisor = 1) => {
        const value = site[key];
        return value === undefined ? '?' : `${(value / divisor).toFixed(unit.endsWith('s') ? 1 : 0)} ${unit}`.trim();
      }),
    ),
    ...comparisons.flatMap(([name, other]) => {
      const [ours, floor] = [find(name), find(other)];
      if (!ours || !floor) return [];
      return [
        row(`${name} / ${other}`, '', (key) => ((ours[key] ?? Number.NaN) / (floor[key] ?? Number.NaN)).toFixed(2)),
      ];
    }),
  ]);
}

type Figure = 'seconds' | 'cpuSeconds' | 'peakBytes' | 'largestBytes' | 'outputBytes' | 'outputFiles';
