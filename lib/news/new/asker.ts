// Asks a person at the terminal. The only importer of @clack/prompts.
import { autocomplete, confirm, isCancel, multiselect, select, text } from '@clack/prompts';

/** A person who answers questions. */
export type Asker = ReturnType<typeof terminalAsker>;

interface LineOptions {
  /** Shown while nothing is typed. Enter does not accept it. */
  readonly example?: string | undefined;
  readonly initial?: string | undefined;
  /** Why an answer is not valid. */
  readonly problem: (answer: string) => string | undefined;
}

/** As many choices as one looks through without searching. */
const fewChoices = 12;

/** The person pressed Ctrl-C or Escape. */
export class Cancelled extends Error {}

/** Asks at the terminal of this process. */
export function terminalAsker(signal: AbortSignal) {
  async function ask<O, T>(prompt: (options: O) => Promise<T>, options: O): Promise<Exclude<T, symbol>> {
    // Each question gets a signal of its own: the library never removes its listener.
    const answer = await prompt({ ...options, signal: AbortSignal.any([signal]) });
    if (isCancel(answer)) throw new Cancelled();
    return answer as Exclude<T, symbol>;
  }
  const toOptions = (choices: readonly string[]) => choices.map((value) => ({ value, label: value }));
  return {
    /** The answer is empty if it was skipped. */
    line: (message: string, { example, initial, problem }: LineOptions) =>
      ask(text, {
        message,
        ...(example && { placeholder: `for example: ${example}` }),
        ...(initial !== undefined && { initialValue: initial }),
        defaultValue: '',
        validate: (answer) => problem(answer ?? ''),
      }),
    /** Where there are many choices, the list is searched by typing. */
    one: (message: string, choices: readonly string[], initial?: string) =>
      ask(choices.length > fewChoices ? autocomplete<string> : select<string>, {
        message,
        options: toOptions(choices),
        maxItems: fewChoices,
        ...(initial !== undefined && { initialValue: initial }),
      }),
    several: (message: string, choices: readonly string[], required: boolean): Promise<readonly string[]> =>
      ask(multiselect<string>, { message, options: toOptions(choices), required }),
    yes: (message: string, initialValue: boolean) => ask(confirm, { message, initialValue }),
  };
}
