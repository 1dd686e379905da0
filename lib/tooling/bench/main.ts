// `npm run bench`: measures the site. Chooses the bench by its option; each bench is a file of its own.
import { type Bench, BenchError, UsageError } from '@/lib/tooling/bench/bench';
import { buildBench } from '@/lib/tooling/bench/build-bench';
import { devBench } from '@/lib/tooling/bench/dev-bench';
import { serveBench } from '@/lib/tooling/bench/serve-bench';
import { weightBench } from '@/lib/tooling/bench/weight-bench';

/** The first whose option is there is run: `--dev` takes `--posts` too. */
const benches: readonly Bench[] = [devBench, buildBench, weightBench, serveBench];

const help = `Measures the site. Figures go to stdout, progress to stderr.\n\n${benches.map(({ usage }) => usage).join('\n\n')}`;

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help);
    return 0;
  }
  const stop = new AbortController();
  let stoppedBy: NodeJS.Signals | undefined;
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      stoppedBy ??= name;
      stop.abort();
    });
  }
  try {
    const bench = benches.find(({ flag }) => args.some((arg) => arg === flag || arg.startsWith(`${flag}=`)));
    if (!bench) throw new UsageError(`say what to measure: ${benches.map(({ flag }) => flag).join(', ')}`);
    return await bench.run(args, stop.signal);
  } catch (error) {
    if (stoppedBy) return stoppedBy === 'SIGINT' ? 130 : 143;
    if (error instanceof UsageError) {
      console.error(`bench: ${error.message} (npm run bench -- --help says more)`);
      return 2;
    }
    if (!(error instanceof BenchError)) throw error;
    console.error(`bench: ${error.message}`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
