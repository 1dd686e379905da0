// Inspects the bodies of all posts that have changed, on every core if there are many. Parsing time cannot be predicted,
// so each is parsed in a process that can be killed.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { cacheDir, pruneCache } from '@/lib/base/build-cache';
import { bundleOf } from '@/lib/base/bundle.mjs';
import { error } from '@/lib/base/diagnostic';
import { LimitedWorker } from '@/lib/base/limited-worker';
import { mapLimited } from '@/lib/base/map-limited';
import { type TaskLimit, TaskLimitError } from '@/lib/base/worker-process';
import type { BodyJob } from '@/lib/check/body-job';
import type { BodyWorker } from '@/lib/check/body-worker';
import type { Post } from '@/lib/content/posts';
import { compiledKey, inspectionKey, readJson } from '@/lib/mdx/body-cache';
import type { Inspection } from '@/lib/mdx/inspect';
import type { Picture } from '@/lib/mdx/picture';

/** Does a job in another process. Where that ends, the next job is done in a new one. */
export type DoBodyJob = (job: BodyJob) => Promise<Inspection>;

/** What a build needs besides the inspections. */
export interface BodyBuild {
  /** The pictures next to a post, by name; undefined for one whose page is not built. */
  readonly picturesOf: (post: Post) => Promise<ReadonlyMap<string, Picture> | undefined>;
  /** Each uses a process of the build, within {@link buildLimit}. Without, processes are started. */
  readonly processes?: readonly DoBodyJob[] | undefined;
}

/** Fewer jobs are done in one process. */
const fewest = 48;

/** How long a body may take to inspect. An ordinary one takes a hundredth of it. */
const limit: TaskLimit = { processor: 5, clock: 300 };

/** How long it may take in a build, which compiles it as well. */
export const buildLimit: TaskLimit = { processor: 8, clock: 300 };

/** An author who writes with a preview saves again within that time. Milliseconds. */
const idle = 600_000;

const workers = Array.from(
  { length: Math.min(availableParallelism(), 8) },
  () =>
    new LimitedWorker<BodyWorker>(
      async () => (await bundleOf('lib/check/body-worker.ts')) ?? join(import.meta.dirname, 'body-worker.ts'),
      limit,
      { idle },
    ),
);

const ownProcesses = workers.map(
  (worker): DoBodyJob =>
    (job) =>
      worker.run('inspect', job),
);

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
  const processes = build?.processes ?? ownProcesses.slice(0, open.length < fewest ? 1 : undefined);
  await Promise.all(processes.map((work) => doJobs(work, open, results)));
  if (build) await pruneCache(cacheDir('bodies'), used);
  return results;
}

/** Takes jobs from a list until it is empty. */
async function doJobs(work: DoBodyJob, open: BodyJob[], results: Inspection[]): Promise<void> {
  for (let job = open.shift(); job; job = open.shift()) results[job.index] = await work(job).catch(explainFailure);
}

function explainFailure(thrown: Error): Inspection {
  const what = thrown instanceof TaskLimitError ? 'is too slow to parse' : 'cannot be parsed';
  const message = `this text ${what}: ${thrown.message}`;
  const fix = 'find the slow part by removing others, and simplify its markers, brackets, tags, lists or tables';
  const nothing = { references: [], placements: [], matches: [], ids: [] };
  return { isRenderable: false, diagnostics: [error('body/costly', message, fix)], ...nothing };
}
