// The process of `npm start` and `npm run serve`.
import { runMain, runProgram } from '@/lib/base/cli/run';
import { startCommand } from '@/lib/build/command';

await runMain((args, terminal) => runProgram(startCommand, args, terminal));
