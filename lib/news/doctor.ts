// `news doctor`: which steps of docs/going-live.md are done, as far as the repository shows it.
import { type Command, exit } from '@/lib/base/cli/command';
import { parseOptionsAlone } from '@/lib/base/cli/options';
import { openRepository } from '@/lib/news/doctor/repository';
import type { Problem, Step, StepResult } from '@/lib/news/doctor/step';
import { steps } from '@/lib/news/doctor/steps';

/** A step with its number, as `--json` prints it. */
interface NumberedResult extends Pick<Step, 'title' | 'todo'>, StepResult {
  readonly number: number;
  /** `unseen`: nothing that can be seen is left, and something else has to be looked at. */
  readonly state: 'done' | 'left' | 'unseen';
}

const marks = { done: '✓', left: '✗', unseen: '?' } as const;

export const doctor: Command = {
  name: 'doctor',
  summary: 'shows which steps on the way to a public site are done, and which one is next',
  usage: `
usage: npm run news -- doctor [--json]

Goes through the steps of docs/going-live.md and shows what is left to do in each: ✓ done, ✗ something is left,
? cannot be seen from the repository. It changes nothing, and sends nothing to other servers.

  --json    prints the steps as JSON

examples:
  npm run news -- doctor
  npm run -s news -- doctor --json

exit codes: 0 nothing that can be seen is left · 1 something is left · 2 invalid command line
`,
  async run(args, terminal) {
    const { json } = parseOptionsAlone('doctor', args, { json: { takes: 'nothing' } });
    const repository = await openRepository(terminal);
    const results = await Promise.all(
      steps.map(async ({ title, todo, check }, index) =>
        toNumbered(index + 1, { title, todo }, await check(repository)),
      ),
    );
    const next = results.find(({ state }) => state === 'left');
    if (json) terminal.out(JSON.stringify({ steps: results, next: next?.number ?? null }, null, 2));
    else for (const line of [...results.flatMap(toLines), '', sayNext(next)]) terminal.out(line);
    return next ? exit.failed : exit.done;
  },
};

function toNumbered(number: number, step: Pick<Step, 'title' | 'todo'>, result: StepResult): NumberedResult {
  const state = result.problems.length > 0 ? 'left' : result.unseen === undefined ? 'done' : 'unseen';
  return { number, ...step, state, ...result };
}

function toLines({ number, title, state, problems, unseen }: NumberedResult): string[] {
  const about = unseen === undefined ? [] : [`Cannot be seen from here: ${unseen}`];
  const details = [...problems.map(formatProblem), ...about].map((line) => `       ${line}`);
  return [`${marks[state]} ${String(number).padStart(2)}. ${title}`, ...details];
}

function formatProblem({ place, message, fix }: Problem): string {
  return `${place && `${place}: `}${message} (fix: ${fix})`;
}

function sayNext(next: NumberedResult | undefined): string {
  if (!next) return 'Nothing that can be seen from here is left to do. See docs/going-live.md for the rest.';
  return `Next: step ${next.number}. ${next.todo} See docs/going-live.md.`;
}
