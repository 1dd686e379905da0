// `npm run bench -- --posts N`: what a build of the site takes, beside the bare template of the same framework on the same posts.
import { createRequire } from 'node:module';
import { availableParallelism, totalmem } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBareTemplate } from '@/lib/bench/bare-template';
import { type Bench, BenchError, parseCount, UsageError } from '@/lib/bench/bench';
import { type MadeContent, makePosts } from '@/lib/bench/make-posts';
import { type Measurement, measureFolder, measureNode } from '@/lib/bench/measure';
import { type Scratch, withScratch } from '@/lib/bench/scratch';
import { toMegabytes, toTable } from '@/lib/bench/table';
import { nextCli } from '@/lib/build/run';
import { contentDir } from '@/lib/content/files';

const require = createRequire(import.meta.url);

/** Above this part of one processor, others disturb a measurement. */
const busyShare = 0.1;

const usage = `--posts N [--content DIR] [--only ours|bare] [--pictures first|every] [--json]
    A cold build of N posts, made by repeating those of a content folder: ours, then the bare template.
  --posts N         how many posts, 1 to 100000
  --content DIR     the folder whose blog/ the posts are taken from (default: CONTENT_DIR, else content)
  --only WHICH      builds ours or bare alone
  --pictures WHICH  first: only the first copy of a post has its pictures (default; the bare template shows none)
                    every: each copy has them, and ours serves every one in all its sizes
  --json            prints the figures as JSON: seconds and bytes`;

/** What one site's build took. */
interface Built extends Omit<Measurement, 'code' | 'lastLines'> {
  readonly name: 'ours' | 'bare';
  readonly posts: number;
  /** Of its dist folder, without the cache. */
  readonly outputBytes: number;
  readonly outputFiles: number;
  /** Until the content was checked, in seconds; ours only. */
  readonly checkSeconds?: number | undefined;
}

interface Options {
  readonly posts: number;
  /** Absolute. */
  readonly content: string;
  readonly sites: readonly Built['name'][];
  readonly pictures: 'first' | 'every';
  readonly json: boolean;
}

/** Builds the site and the bare template on many posts, and compares. */
export const buildBench: Bench = {
  flag: '--posts',
  usage,
  async run(args, signal) {
    const options = parseOptions(args);
    const root = process.cwd();
    return withScratch(root, async (scratch) => {
      const content = join(scratch.dir, 'content');
      const made = await makePosts(options.content, content, options.posts, options.pictures);
      say(`${made.posts} posts made from ${made.sources}, ${Math.round(made.bytes / made.posts)} bytes each`);
      const built: Built[] = [];
      for (const site of options.sites) {
        built.push(
          await (site === 'ours'
            ? buildOurs(root, scratch, content, made, signal)
            : buildBare(root, scratch, content, made, signal)),
        );
      }
      console.log(options.json ? toJson(options, made, built) : toText(built));
      return 0;
    });
  },
};

function parseOptions(args: readonly string[]): Options {
  let values: { posts?: string; content?: string; only?: string; pictures?: string; json?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        posts: { type: 'string' },
        content: { type: 'string' },
        only: { type: 'string' },
        pictures: { type: 'string' },
        json: { type: 'boolean' },
      },
    }));
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0] ?? '');
  }
  const { posts, content, only, pictures = 'first', json = false } = values;
  if (only !== undefined && only !== 'ours' && only !== 'bare')
    throw new UsageError(`--only takes ours or bare, not "${only}"`);
  if (pictures !== 'first' && pictures !== 'every')
    throw new UsageError(`--pictures takes first or every, not "${pictures}"`);
  return {
    posts: parseCount('--posts', posts, 100_000),
    content: content === undefined ? contentDir() : resolve(content),
    sites: only ? [only] : ['ours', 'bare'],
    pictures,
    json,
  };
}

async function buildOurs(
  root: string,
  { distDir }: Scratch,
  content: string,
  { posts }: MadeContent,
  signal: AbortSignal,
): Promise<Built> {
  let checkSeconds: number | undefined;
  const measured = await measureNode([require.resolve('tsx/cli'), 'lib/build/main.ts'], {
    cwd: root,
    env: { ...plainEnv(), CONTENT_DIR: content, NEWS_DIST_DIR: distDir },
    signal,
    onLine: (line, seconds) => {
      if (line.startsWith('Content checked')) checkSeconds = seconds;
      sayLine('ours', line);
    },
  });
  return toBuilt('ours', posts, measured, join(root, distDir), checkSeconds);
}

async function buildBare(
  root: string,
  scratch: Scratch,
  content: string,
  { posts, components }: MadeContent,
  signal: AbortSignal,
): Promise<Built> {
  const dir = join(scratch.dir, 'bare');
  await writeBareTemplate(dir, relative(dir, root), components);
  const measured = await measureNode([nextCli, 'build'], {
    cwd: dir,
    env: { ...plainEnv(), CONTENT_DIR: content },
    signal,
    onLine: (line) => sayLine('bare', line),
  });
  return toBuilt('bare', posts, measured, join(dir, '.next'));
}

async function toBuilt(
  name: Built['name'],
  posts: number,
  { code, lastLines, ...figures }: Measurement,
  dist: string,
  checkSeconds?: number,
): Promise<Built> {
  if (code !== 0) throw new BenchError(`${name} could not be built (exit ${code}):\n${lastLines.join('\n')}`);
  const { bytes, files } = await measureFolder(dist, ['cache']);
  say(`${name} took ${figures.seconds.toFixed(1)} s`);
  const { seconds, othersSeconds = 0 } = figures;
  if (othersSeconds > seconds * busyShare) {
    const share = Math.round((100 * othersSeconds) / (seconds * availableParallelism()));
    say(`other programs took ${share} % of the machine meanwhile: the time is too long, repeat it when they are done`);
  }
  return { name, posts, ...figures, outputBytes: bytes, outputFiles: files, checkSeconds };
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
        site.name,
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
  const { ours, bare } = byName(built);
  if (ours && bare) {
    rows.push([
      'ours / bare',
      '',
      ratio(ours.seconds, bare.seconds),
      ratio(ours.seconds, bare.seconds),
      ratio(ours.cpuSeconds, bare.cpuSeconds),
      ratio(ours.peakBytes, bare.peakBytes),
      ratio(ours.largestBytes, bare.largestBytes),
      ratio(ours.outputBytes, bare.outputBytes),
      ratio(ours.outputFiles, bare.outputFiles),
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

function byName(built: readonly Built[]): { ours: Built | undefined; bare: Built | undefined } {
  return { ours: built.find(({ name }) => name === 'ours'), bare: built.find(({ name }) => name === 'bare') };
}

function toJson(options: Options, made: MadeContent, built: readonly Built[]): string {
  const { ours, bare } = byName(built);
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
    ...(ours && bare ? { secondsRatio: ours.seconds / bare.seconds } : {}),
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
