// `npm run bench -- --lighthouse`: what Lighthouse says of the pages that most readers open, on a phone with a slow network.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type Bench, BenchError, readFlags } from '@/lib/tooling/bench/bench';
import { toTable } from '@/lib/tooling/bench/table';
import { withBuild, withServer } from '@/lib/tooling/bench/with-build';
import { findBrowser } from '@/lib/tooling/testing/browser';

/** The last that runs on Node 20. Too large a tree to install with every clone: npx has it from the registry when it is asked for. */
const lighthouse = 'lighthouse@12.8.2';

const pages = ['/', '/blog/2022/03/february-update/', '/events/', '/releases/'];
const runs = 3;

const usage = `--lighthouse [--built] [--json]
    Lighthouse's four scores, the largest paint and the layout shift of five pages, as a phone on a slow network has them
    (its own throttling), against next start: the median of three runs. Exit code 1 where a score is not 100.
    Needs the package registry, and a Chromium (PLAYWRIGHT_CHROMIUM names one).
  --built           serves what npm run build has made, and builds nothing
  --json            prints the figures as JSON, with what was found wanting`;

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const report = z.object({
  categories: z.object(
    Object.fromEntries(categories.map((name) => [name, z.object({ score: z.number().nullable() })])) as Record<
      (typeof categories)[number],
      z.ZodObject<{ score: z.ZodNullable<z.ZodNumber> }>
    >,
  ),
  audits: z.record(
    z.string(),
    z.object({
      title: z.string(),
      score: z.number().nullable(),
      scoreDisplayMode: z.string(),
      numericValue: z.number().optional(),
    }),
  ),
});

interface Row {
  readonly path: string;
  /** 0 to 100, in the order of `categories`. */
  readonly scores: readonly number[];
  /** Milliseconds. */
  readonly largestPaint: number;
  /** Cumulative layout shift, without a unit. */
  readonly layoutShift: number;
  /** Audits that some run did not pass. */
  readonly wanting: readonly string[];
}

/** Serves the site, and has Lighthouse look at it. */
export const lighthouseBench: Bench = {
  flag: '--lighthouse',
  usage,
  async run(args, signal) {
    const { built, json } = readFlags(args, ['lighthouse', 'built', 'json']);
    const browser = findBrowser()?.path;
    if (!browser) throw new BenchError('there is no Chromium (fix: name one in PLAYWRIGHT_CHROMIUM)');
    const rows = await withBuild(built, signal, (distDir) =>
      withServer(distDir, signal, async (home) => {
        const done: Row[] = [];
        for (const path of pages) {
          console.error(`bench: ${path}`);
          const reports: z.output<typeof report>[] = [];
          for (let run = 0; run < runs; run++) reports.push(await look(home + path, browser, signal));
          done.push(toRow(path, reports));
        }
        return done;
      }),
    );
    console.log(json ? JSON.stringify(rows, null, 2) : toText(rows));
    return rows.some(({ scores }) => scores.some((score) => score < 100)) ? 1 : 0;
  },
};

async function look(url: string, browser: string, signal: AbortSignal): Promise<z.output<typeof report>> {
  const dir = await mkdtemp(join(tmpdir(), 'news-lighthouse-'));
  try {
    const out = join(dir, 'report.json');
    const flags = ['--headless=new', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
    await promisify(execFile)(
      'npx',
      [
        ...['--yes', lighthouse, url, '--quiet', '--output=json', `--output-path=${out}`],
        ...[`--only-categories=${categories.join(',')}`, `--chrome-flags=${flags.join(' ')}`],
      ],
      // Outside the project, so that npx looks at nobody's node_modules.
      { cwd: dir, env: { ...process.env, CHROME_PATH: browser }, signal, timeout: 180_000, maxBuffer: 1e8 },
    );
    return report.parse(JSON.parse(await readFile(out, 'utf8')));
  } catch (error) {
    signal.throwIfAborted();
    throw new BenchError(`${lighthouse} could not look at ${url}: ${(error as Error).message.slice(0, 2000)}`);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function toRow(path: string, reports: readonly z.output<typeof report>[]): Row {
  const value = (id: string) => median(reports.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN));
  const failed = reports.flatMap(({ audits }) =>
    Object.entries(audits)
      .filter(([, { score, scoreDisplayMode }]) => scoreDisplayMode === 'binary' && score !== null && score < 1)
      .map(([id, { title }]) => `${id}: ${title}`),
  );
  return {
    path,
    scores: categories.map((name) =>
      Math.round(100 * median(reports.map(({ categories: found }) => found[name].score ?? 0))),
    ),
    largestPaint: value('largest-contentful-paint'),
    layoutShift: value('cumulative-layout-shift'),
    wanting: [...new Set(failed)],
  };
}

/** The middle one of an odd number of values. */
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function toText(rows: readonly Row[]): string {
  const table = toTable([
    ['page', 'performance', 'accessibility', 'best practices', 'SEO', 'largest paint', 'layout shift'],
    ...rows.map(({ path, scores, largestPaint, layoutShift }) => [
      path,
      ...scores.map(String),
      `${(largestPaint / 1000).toFixed(2)} s`,
      layoutShift.toFixed(3),
    ]),
  ]);
  const wanting = rows.flatMap(({ path, wanting: list }) => list.map((each) => `${path} ${each}`));
  return [table, ...wanting].join('\n');
}
