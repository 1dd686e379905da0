// The process of `npm run dev`.
import { runMain, runProgram } from '@/lib/base/cli/run';
import { devCommand } from '@/lib/build/dev-command';

await runMain((args, terminal) => runProgram(devCommand, args, terminal));
