// The `<main>` of each page, passed from the processes that render it to the search index, each once.

/** Content that can be requested before it exists. */
export class MainContent {
  readonly #ready = new Map<string, string>();
  readonly #waiting = new Map<string, { resolve(main: string): void; reject(error: Error): void }>();
  #failure: Error | undefined;

  /** @param path the address of a page. */
  put(path: string, main: string): void {
    const waiting = this.#waiting.get(path);
    this.#waiting.delete(path);
    if (waiting) waiting.resolve(main);
    else this.#ready.set(path, main);
  }

  /** Waits for the content of a page and removes it. @throws {Error} the one given to `fail`, where it never comes. */
  async take(path: string): Promise<string> {
    const main = this.#ready.get(path);
    this.#ready.delete(path);
    if (main !== undefined) return main;
    if (this.#failure) throw this.#failure;
    return new Promise((resolve, reject) => this.#waiting.set(path, { resolve, reject }));
  }

  /** Nothing more will come: rejects what is waited for now and later. */
  fail(error: Error): void {
    this.#failure = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
