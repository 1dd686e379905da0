// Asks a person at the terminal. The only importer of @clack/prompts.
import { confirm, isCancel, multiselect, select, text } from '@clack/prompts';

/** A person who answers questions. */
export type Asker = ReturnType<typeof terminalAsker>;

interface LineOptions {
  /** Shown while nothing is typed. Enter does not accept it. */
  readonly example?: string | undefined;
  readonly initial?: string | undefined;
  /** Why an answer is not valid. */
  readonly problem: (answer: string) => string | undefined;
}

/** The person pressed Ctrl-C or Escape. */
export class Cancelled extends Error {}

/** Asks at the terminal of this process. */
export function terminalAsker(signal: AbortSignal) {
  const settle = <T>(answer: T): Exclude<T, symbol> => {
    if (isCancel(answer)) throw new Cancelled();
    return answer as Exclude<T, symbol>;
  };
  // Each question gets a signal of its own: the library never removes its listener.
  const own = () => AbortSignal.any([signal]);
  const toOptions = (choices: readonly string[]) => choices.map((value) => ({ value, label: value }));
  return {
    /** The answer is empty if it was skipped. */
    line: async (message: string, { example, initial, problem }: LineOptions): Promise<string> =>
      settle(
        await text({
          message,
          signal: own(),
          ...(example && { placeholder: `for example: ${example}` }),
          ...(initial !== undefined && { initialValue: initial }),
          defaultValue: '',
          validate: (answer) => problem(answer ?? ''),
        }),
      ),
    one: async (message: string, choices: readonly string[], initial?: string): Promise<string> =>
      settle(
        await select({
          message,
          signal: own(),
          options: toOptions(choices),
          ...(initial !== undefined && { initialValue: initial }),
        }),
      ),
    several: async (message: string, choices: readonly string[]): Promise<readonly string[]> =>
      settle(await multiselect({ message, signal: own(), options: toOptions(choices), required: true })),
    yes: async (message: string, initial: boolean): Promise<boolean> =>
      settle(await confirm({ message, signal: own(), initialValue: initial })),
  };
}
