// A process that inspects and compiles bodies: see body-work.ts.
import { doTasks } from '@/lib/base/worker-process';
import { type BodyJob, doBodyJob } from '@/lib/check/body-job';

const worker = { inspect: (job: BodyJob) => doBodyJob(job) };

export type BodyWorker = typeof worker;

doTasks(worker);
