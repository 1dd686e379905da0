// The process of `npm run bench`.
import { runMain, runProgram } from '@/lib/base/cli/run';
import { benchCommand } from '@/lib/tooling/bench/command';

await runMain((args, terminal) => runProgram(benchCommand, args, terminal), { stopsItself: true });
