// Inspects the bodies of all posts: on every core where there are many, and only those that have changed.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDir, pruneCache } from '@/lib/base/build-cache';
import { bundleOf } from '@/lib/base/bundle.mjs';
import { mapLimited } from '@/lib/base/map-limited';
import type { BodyDone, BodyJob } from '@/lib/check/body-job';
import type { Post } from '@/lib/content/posts';
import { compiledKey, inspectionKey, readJson } from '@/lib/mdx/body-cache';
import type { Inspection } from '@/lib/mdx/inspect';
import type { Picture } from '@/lib/mdx/picture';

/** What a build needs besides the inspections. */
export interface BodyBuild {
  /** The pictures next to a post, by name; undefined for one whose page is not built. */
  readonly picturesOf: (post: Post) => Promise<ReadonlyMap<string, Picture> | undefined>;
  /** Each does jobs in a process of the build. Without, processes are started where there are many jobs. */
  readonly processes?: readonly ((jobs: readonly BodyJob[]) => Promise<readonly BodyDone[]>)[] | undefined;
}

/** Fewer jobs are done before a process has started. */
const fewest = 48;

/** How many jobs a process gets at a time. */
const batch = 8;

/**
 * Inspects bodies.
 *
 * @param build compiles them as well, and fills the build's cache; without, nothing is written.
 * @returns the inspections, in the order of the posts.
 */
export async function inspectBodies(posts: readonly Post[], build?: BodyBuild): Promise<readonly Inspection[]> {
  const results: Inspection[] = new Array(posts.length);
  const used = new Set<string>();
  const open: BodyJob[] = [];
  await mapLimited([...posts.entries()], 16, async ([index, post]) => {
    const keepAs = inspectionKey(post);
    const kept = readJson(keepAs, (value): value is Inspection => 'isRenderable' in value && 'ids' in value);
    if (kept) results[index] = kept;
    const pictures = await build?.picturesOf(post);
    const compile = pictures && { keepAs: compiledKey(post, pictures), pictures: [...pictures] };
    used.add(keepAs);
    if (compile) used.add(compile.keepAs);
    const compiled = !compile || existsSync(join(cacheDir('bodies'), compile.keepAs));
    if (kept && (compiled || !kept.isRenderable)) return;
    const { body, format, context } = post;
    open.push({ index, body, format, context, keepAs: build && keepAs, compile: compiled ? undefined : compile });
  });
  const done = ({ index, inspection }: BodyDone) => {
    results[index] = inspection;
  };
  await (build?.processes ? doIn(build.processes, open, done) : doAll(open, done));
  if (build) await pruneCache(cacheDir('bodies'), used);
  return results;
}

async function doAll(jobs: readonly BodyJob[], done: (result: BodyDone) => void): Promise<void> {
  if (jobs.length < fewest) {
    const { doBodyJob } = await import('@/lib/check/body-job');
    for (const job of jobs) done(await doBodyJob(job));
    return;
  }
  const take = inTurn(jobs);
  const processes = Math.min(availableParallelism(), 8);
  const bundle = await bundleOf('lib/check/body-worker.ts');
  await Promise.all(Array.from({ length: processes }, () => runProcess(bundle, take, done)));
}

async function doIn(
  processes: NonNullable<BodyBuild['processes']>,
  jobs: readonly BodyJob[],
  done: (result: BodyDone) => void,
): Promise<void> {
  const take = inTurn(jobs);
  await Promise.all(
    processes.map(async (work) => {
      for (let taken = take(); taken.length > 0; taken = take()) for (const each of await work(taken)) done(each);
    }),
  );
}

/** Returns the next few jobs each time it is called, until there are none left. */
function inTurn(jobs: readonly BodyJob[]): () => readonly BodyJob[] {
  let next = 0;
  return () => {
    const taken = jobs.slice(next, next + batch);
    next += batch;
    return taken;
  };
}

/** Runs one process until there are no jobs left. */
function runProcess(
  bundle: string | undefined,
  take: () => readonly BodyJob[],
  done: (result: BodyDone) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = fork(bundle ?? fileURLToPath(new URL('./body-worker.ts', import.meta.url)), {
      // Most memory that a body takes is free again soon: more room for it saves time.
      execArgv: ['--max-semi-space-size=64', ...(bundle ? [] : ['--import', 'tsx'])],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const give = () => {
      const jobs = take();
      if (jobs.length > 0) worker.send([...jobs]);
      else worker.disconnect();
    };
    worker.on('message', (message: BodyDone | 'idle') => {
      if (message === 'idle') give();
      else done(message);
    });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a process that inspects bodies ended with ${code}`)),
    );
    give();
  });
}
