// `npm run bench -- --posts N`: what a build of the site takes, beside two floors: the same framework on the same posts, with the
// same MDX library and nothing else, and without any Markdown.
import { appendFile, readdir, rm } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { exit, type Program, UsageError } from '@/lib/base/cli/command';
import { parseCount, parseOptionsAlone, suggest } from '@/lib/base/cli/options';
import { nextCli, ownCommand } from '@/lib/build/run';
import { contentDir } from '@/lib/content/files';
import { writeBareTemplate } from '@/lib/tooling/bench/bare-template';
import { type MadeContent, makePosts } from '@/lib/tooling/bench/make-posts';
import { type Measurement, measureFolder, measureNode } from '@/lib/tooling/bench/measure';
import { type Scratch, withScratch } from '@/lib/tooling/bench/scratch';
import { toMegabytes, toTable } from '@/lib/tooling/bench/table';

/** Above this part of one processor, others disturb a measurement. */
const busyShare = 0.1;

const usage = `--posts N [--content DIR] [--only ours|bare|plain] [--cold] [--pictures first|every] [--json]
    Builds of N posts, made by repeating those of a content folder: ours from nothing (cold), then after an edit of one post
    with the cache that hosts keep (warm); bare, a template with the same MDX library and nothing else; plain, one without any Markdown.
  --posts N         how many posts, 1 to 100000
  --content DIR     the folder whose blog/ the posts are taken from (default: CONTENT_DIR, else content)
  --only WHICH      builds ours, bare or plain alone
  --cold            leaves our second build out
  --pictures WHICH  first: only the first copy of a post has its pictures (default; the templates show none)
                    every: each copy has them, and ours serves every one in all its sizes
  --json            prints the figures as JSON: seconds and bytes`;

/** What one site's build took. */
interface Built extends Omit<Measurement, 'code' | 'lastLines'> {
  readonly name: 'ours' | 'bare' | 'plain';
  /** Warm: with the cache of the build before it, and one post edited since. */
  readonly state: 'cold' | 'warm';
  readonly posts: number;
  /** Of its dist folder, without the cache. */
  readonly outputBytes: number;
  readonly outputFiles: number;
  /** Until the content was checked, in seconds; ours only. */
  readonly checkSeconds?: number | undefined;
}

const names: readonly Built['name'][] = ['ours', 'bare', 'plain'];

interface Options {
  readonly posts: number;
  /** Absolute. */
  readonly content: string;
  readonly sites: readonly Built['name'][];
  readonly cold: boolean;
  readonly pictures: 'first' | 'every';
  readonly json: boolean;
}

/** Builds the site and the bare template on many posts, and compares. */
export const buildBench: Program = {
  name: 'posts',
  usage,
  async run(args, { out, signal }) {
    const options = parseOptions(args);
    const root = process.cwd();
    return withScratch(root, async (scratch) => {
      const content = join(scratch.dir, 'content');
      const made = await makePosts(options.content, content, options.posts, options.pictures);
      say(`${made.posts} posts made from ${made.sources}, ${Math.round(made.bytes / made.posts)} bytes each`);
      const built: Built[] = [];
      for (const name of options.sites) {
        // Templates keep nothing of a post from one build to the next.
        const states = options.cold || name !== 'ours' ? (['cold'] as const) : (['cold', 'warm'] as const);
        for (const state of states) {
          if (state === 'warm') {
            await editOnePost(content);
            await keepCacheAlone(join(root, scratch.distDir));
          }
          built.push(
            await (name === 'ours'
              ? buildOurs(state, root, scratch, content, made, signal)
              : buildTemplate(name, state, root, scratch, content, made, signal)),
          );
        }
      }
      out(options.json ? toJson(options, made, built) : toText(built));
      return exit.done;
    });
  },
};

const pictureChoices = ['first', 'every'] as const;

function parseOptions(args: readonly string[]): Options {
  const given = parseOptionsAlone('bench', args, {
    posts: { takes: 'value', example: '1000' },
    content: { takes: 'value', example: '../website/content/en' },
    only: { takes: 'value', example: 'ours' },
    cold: { takes: 'nothing' },
    pictures: { takes: 'value', example: 'every' },
    json: { takes: 'nothing' },
  });
  const { posts, content, only, cold = false, pictures = 'first', json = false } = given;
  return {
    posts: parseCount('--posts', posts, 100_000),
    content: content === undefined ? contentDir() : resolve(content),
    sites: only === undefined ? names : [oneOf('--only', only, names)],
    cold,
    pictures: oneOf('--pictures', pictures, pictureChoices),
    json,
  };
}

/** @throws {UsageError} where what was given for an option is none of its values. */
function oneOf<T extends string>(option: string, given: string, values: readonly T[]): T {
  const value = values.find((each) => each === given);
  if (value === undefined) throw new UsageError(`${option} does not take “${given}”. ${suggest(given, values)}`);
  return value;
}

/** Adds a sentence to the first post: what was made of it is out of date, and nothing else is. */
async function editOnePost(content: string): Promise<void> {
  const blog = join(content, 'blog');
  const files = (await readdir(blog, { recursive: true })).filter((file) => /index\.mdx?$/.test(file)).sort();
  if (files[0]) await appendFile(join(blog, files[0]), '\n\nOne more sentence.\n');
}

/** Hosts keep the cache between builds, and nothing else. */
async function keepCacheAlone(dist: string): Promise<void> {
  for (const name of await readdir(dist)) {
    if (name !== 'cache') await rm(join(dist, name), { recursive: true });
  }
}

async function buildOurs(
  state: Built['state'],
  root: string,
  { distDir }: Scratch,
  content: string,
  { posts }: MadeContent,
  signal: AbortSignal,
): Promise<Built> {
  let checkSeconds: number | undefined;
  const measured = await measureNode(ownCommand('lib/build/main.ts'), {
    cwd: root,
    env: { ...plainEnv(), CONTENT_DIR: content, NEWS_DIST_DIR: distDir },
    signal,
    onLine: (line, seconds) => {
      if (line.startsWith('Content checked')) checkSeconds = seconds;
      sayLine(`ours, ${state}`, line);
    },
  });
  return toBuilt('ours', state, posts, measured, join(root, distDir), checkSeconds);
}

async function buildTemplate(
  name: 'bare' | 'plain',
  state: Built['state'],
  root: string,
  scratch: Scratch,
  content: string,
  { posts, components }: MadeContent,
  signal: AbortSignal,
): Promise<Built> {
  const dir = join(scratch.dir, name);
  await writeBareTemplate(dir, relative(dir, root), name === 'bare' ? components : undefined);
  const measured = await measureNode([nextCli, 'build'], {
    cwd: dir,
    env: { ...plainEnv(), CONTENT_DIR: content },
    signal,
    onLine: (line) => sayLine(`${name}, ${state}`, line),
  });
  return toBuilt(name, state, posts, measured, join(dir, '.next'));
}

async function toBuilt(
  name: Built['name'],
  state: Built['state'],
  posts: number,
  { code, lastLines, ...figures }: Measurement,
  dist: string,
  checkSeconds?: number,
): Promise<Built> {
  if (code !== 0) throw new Error(`${name}, ${state}, could not be built (exit ${code}):\n${lastLines.join('\n')}`);
  const { bytes, files } = await measureFolder(dist, ['cache']);
  say(`${name}, ${state}, took ${figures.seconds.toFixed(1)} s`);
  const { seconds, othersSeconds = 0 } = figures;
  if (othersSeconds > seconds * busyShare) {
    const share = Math.round((100 * othersSeconds) / (seconds * availableParallelism()));
    say(`other programs took ${share} % of the machine meanwhile: the time is too long, repeat it when they are done`);
  }
  return { name, state, posts, ...figures, outputBytes: bytes, outputFiles: files, checkSeconds };
}

/** The environment without what would make one build differ from the other, or from the next. */
function plainEnv(): Record<string, string | undefined> {
  const ours = /^(?:NEWS_|VERCEL|BASE_PATH$|SITE_URL$|CONTENT_DIR$|NODE_ENV$|NODE_OPTIONS$)/;
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: '1' };
}

function toText(built: readonly Built[]): string {
  const [heading, ...rows] = [
    ['', 'posts', 'wall', 'a post', 'processor', 'peak memory', 'largest process', 'output', 'files'],
    ...built.flatMap((site) => [
      [
        `${site.name}, ${site.state}`,
        String(site.posts),
        ...times(site.seconds, site.posts),
        site.cpuSeconds === undefined ? 'not measured' : `${site.cpuSeconds.toFixed(1)} s`,
        toMegabytes(site.peakBytes),
        toMegabytes(site.largestBytes),
        toMegabytes(site.outputBytes),
        String(site.outputFiles),
      ],
      ...parts(site),
    ]),
  ];
  for (const { words, ours, floor } of comparisons(built)) {
    rows.push([
      words,
      '',
      ratio(ours.seconds, floor.seconds),
      ratio(ours.seconds, floor.seconds),
      ratio(ours.cpuSeconds, floor.cpuSeconds),
      ratio(ours.peakBytes, floor.peakBytes),
      ratio(ours.largestBytes, floor.largestBytes),
      ratio(ours.outputBytes, floor.outputBytes),
      ratio(ours.outputFiles, floor.outputFiles),
    ]);
  }
  return toTable([heading ?? [], ...rows]);
}

function parts({ name, posts, seconds, checkSeconds }: Built): string[][] {
  if (name !== 'ours') return [];
  const none = ['', '', '', '', ''];
  const unknown = ['not measured', ''];
  return [
    ['  its check', '', ...(checkSeconds === undefined ? unknown : times(checkSeconds, posts)), ...none],
    ['  its next build', '', ...(checkSeconds === undefined ? unknown : times(seconds - checkSeconds, posts)), ...none],
  ];
}

function times(seconds: number, posts: number): string[] {
  return [`${seconds.toFixed(1)} s`, `${((seconds * 1000) / posts).toFixed(1)} ms`];
}

function ratio(ours: number | undefined, bare: number | undefined): string {
  return ours === undefined || !bare ? '' : (ours / bare).toFixed(2);
}

/** What is held against what: a first build against one that compiles everything too, a later one against one that compiles nothing. */
function comparisons(built: readonly Built[]): { words: string; ours: Built; floor: Built }[] {
  const of = (name: Built['name'], state: Built['state']) =>
    built.find((site) => site.name === name && site.state === state);
  const pairs = [
    ['ours, cold / bare', of('ours', 'cold'), of('bare', 'cold')],
    ['ours, warm / plain', of('ours', 'warm'), of('plain', 'cold')],
  ] as const;
  return pairs.flatMap(([words, ours, floor]) => (ours && floor ? [{ words, ours, floor }] : []));
}

function toJson(options: Options, made: MadeContent, built: readonly Built[]): string {
  const figures = {
    machine: {
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      processors: availableParallelism(),
      memoryBytes: totalmem(),
    },
    posts: made.posts,
    sources: made.sources,
    sourceBytes: made.bytes,
    pictures: options.pictures,
    builds: built.map((site) => ({ ...site, millisecondsAPost: (site.seconds * 1000) / site.posts })),
    ratios: Object.fromEntries(
      comparisons(built).map(({ words, ours, floor }) => [words, { seconds: ours.seconds / floor.seconds }]),
    ),
  };
  return JSON.stringify(figures, null, 2);
}

function say(text: string): void {
  console.error(`bench: ${text}`);
}

/** Passes on what tells how far a build is. */
function sayLine(name: string, line: string): void {
  if (/^(?:Content checked|\s*[✓▲])|Generating static pages|Compiled/.test(line))
    console.error(`${name}: ${line.trim()}`);
}
