// The process of `npm run export`.
import { runMain, runProgram } from '@/lib/base/cli/run';
import { exportCommand } from '@/lib/output/export/command';

await runMain((args, terminal) => runProgram(exportCommand, args, terminal));
