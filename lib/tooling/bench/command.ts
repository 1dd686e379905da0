// `npm run bench`: measures the site. The first option selects the bench; each has its own file.
import { type Program, UsageError } from '@/lib/base/cli/command';
import { unknownOption, wordsBeforeDashes } from '@/lib/base/cli/options';
import { buildBench } from '@/lib/tooling/bench/build-bench';
import { devBench } from '@/lib/tooling/bench/dev-bench';
import { serveBench } from '@/lib/tooling/bench/serve-bench';
import { weightBench } from '@/lib/tooling/bench/weight-bench';

/** Each is chosen by the option of its name; the first one given counts: `--dev` has an option `--posts`, too. */
const benches: readonly Program[] = [devBench, buildBench, weightBench, serveBench];

const usage = `usage: npm run bench -- --dev|--posts N|--weight|--serve [OPTION…]

Measures the site. Figures go to stdout, progress to stderr.

${benches.map((bench) => bench.usage).join('\n\n')}

examples:
  npm run bench -- --posts 1000 --only ours
  npm run -s bench -- --weight --built --json > weight.json

exit codes: 0 measured · 1 a limit is exceeded, or the measurement failed · 2 invalid command line · 130 stopped by Ctrl-C`;

export const benchCommand: Program = {
  name: 'bench',
  usage,
  async run(args, terminal) {
    const words = wordsBeforeDashes(args);
    const bench = benches.find(({ name }) => words.some((word) => word.split('=')[0] === `--${name}`));
    if (bench) return bench.run(args, terminal);
    const names = benches.map(({ name }) => name);
    const [first] = words;
    if (first?.startsWith('-')) throw new UsageError(unknownOption('bench', first, names));
    throw new UsageError(`What do you want to measure? (${names.map((name) => `--${name}`).join(', ')})`);
  },
};
