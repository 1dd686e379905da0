// A process that inspects and compiles bodies: see body-work.ts. It ends when its parent disconnects.
import { type BodyJob, doBodyJob } from '@/lib/check/body-job';

process.on('message', async (jobs: readonly BodyJob[]) => {
  for (const job of jobs) process.send?.(await doBodyJob(job));
  process.send?.('idle');
});
