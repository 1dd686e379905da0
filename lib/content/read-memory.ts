// Remembers content that was read before, so that dev reads only changed files again.

interface Remembered {
  readonly version: string;
  readonly result: unknown;
}

/** Remembers from one round of reading to the next what came of each file. */
export class ReadMemory {
  #before = new Map<string, Remembered>();
  #now = new Map<string, Remembered>();
  readonly #readAnew = new Set<string>();

  /** The paths that were read in this round because they were new or had changed. */
  get readAnew(): ReadonlySet<string> {
    return this.#readAnew;
  }

  /** Begins a round. What the previous round did not read is forgotten, because its file is gone. */
  begin(): void {
    this.#before = this.#now;
    this.#now = new Map();
    this.#readAnew.clear();
  }

  /**
   * What came of a file, read only where its version is not the one remembered.
   *
   * @param path the file's, below the content folder. One path is always read in the same way.
   * @param version changes with everything that the result depends on.
   */
  async recall<T>(path: string, version: string, read: () => Promise<T>): Promise<T> {
    const kept = this.#before.get(path);
    if (kept?.version === version) {
      this.#now.set(path, kept);
      return kept.result as T;
    }
    this.#readAnew.add(path);
    const result = await read();
    this.#now.set(path, { version, result });
    return result;
  }
}
