// The process of `npm run check`.
import { runMain, runProgram } from '@/lib/base/cli/run';
import { makeCheck } from '@/lib/check/command';

await runMain((args, terminal) => runProgram(makeCheck(), args, terminal));
