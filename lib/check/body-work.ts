// Inspects the bodies of all posts: on every core where there are many, and only those that have changed.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { cacheDir, pruneCache } from '@/lib/base/build-cache';
import { bundleOf } from '@/lib/base/bundle.mjs';
import { mapLimited } from '@/lib/base/map-limited';
import { WorkerProcess } from '@/lib/base/worker-process';
import type { BodyDone, BodyJob } from '@/lib/check/body-job';
import type { BodyWorker } from '@/lib/check/body-worker';
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
  const done = build?.processes ? await doIn(build.processes, open) : await doAll(open);
  for (const { index, inspection } of done) results[index] = inspection;
  if (build) await pruneCache(cacheDir('bodies'), used);
  return results;
}

async function doAll(jobs: readonly BodyJob[]): Promise<readonly BodyDone[]> {
  if (jobs.length < fewest) return (await import('@/lib/check/body-job')).doBodyJobs(jobs);
  const script = (await bundleOf('lib/check/body-worker.ts')) ?? join(import.meta.dirname, 'body-worker.ts');
  const processes = Math.min(availableParallelism(), 8);
  const workers = Array.from({ length: processes }, () => new WorkerProcess<BodyWorker>(script));
  try {
    return await doIn(
      workers.map((worker) => (taken) => worker.run('inspect', taken)),
      jobs,
    );
  } finally {
    for (const worker of workers) worker.close();
  }
}

/** Gives each process the next few jobs until there are none left. */
async function doIn(
  processes: NonNullable<BodyBuild['processes']>,
  jobs: readonly BodyJob[],
): Promise<readonly BodyDone[]> {
  const done: BodyDone[] = [];
  let next = 0;
  await Promise.all(
    processes.map(async (work) => {
      while (next < jobs.length) {
        const taken = jobs.slice(next, next + batch);
        next += batch;
        done.push(...(await work(taken)));
      }
    }),
  );
  return done;
}
