// The process of `npm run build`.
import { runMain, runProgram } from '@/lib/base/cli/run';
import { buildCommand } from '@/lib/build/command';

await runMain((args, terminal) => runProgram(buildCommand, args, terminal));
