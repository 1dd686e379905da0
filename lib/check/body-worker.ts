// A process that inspects and compiles bodies: see body-work.ts.
import { doTasks } from '@/lib/base/worker-process';
import { type BodyJob, doBodyJobs } from '@/lib/check/body-job';

const worker = { inspect: (jobs: readonly BodyJob[]) => doBodyJobs(jobs) };

export type BodyWorker = typeof worker;

doTasks(worker);
