// What the `<main>` of pages holds, handed from who draws them to who makes the search index, each once.

/** Whoever asks waits until it is there. */
export class Mains {
  readonly #there = new Map<string, string>();
  readonly #waiting = new Map<string, { resolve(main: string): void; reject(error: Error): void }>();
  #failure: Error | undefined;

  /** @param path a page's address. */
  put(path: string, main: string): void {
    const waiting = this.#waiting.get(path);
    this.#waiting.delete(path);
    if (waiting) waiting.resolve(main);
    else this.#there.set(path, main);
  }

  /** Takes it out. @throws {Error} where it will not come any more. */
  async take(path: string): Promise<string> {
    const main = this.#there.get(path);
    this.#there.delete(path);
    if (main !== undefined) return main;
    if (this.#failure) throw this.#failure;
    return new Promise((resolve, reject) => this.#waiting.set(path, { resolve, reject }));
  }

  /** Nothing more will come: whoever waits, or asks for what is not there, hears of this. */
  fail(error: Error): void {
    this.#failure = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
