// Schedules requests: one at a time per host, several hosts at once, and none before the end of a host's rate limit.
import type { Patience } from '@/lib/base/http/patience';
import { sleep } from '@/lib/base/sleep';

/** How turns are taken. Times in milliseconds. */
interface TurnSettings {
  /** How many hosts are asked at once. */
  readonly hosts: number;
  /** Between two requests to one host. */
  readonly pause: number;
  readonly signal: AbortSignal;
  /** Knows the times that hosts have named. */
  readonly patience: Patience;
}

export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(private readonly settings: TurnSettings) {
    this.#free = settings.hosts;
  }

  /**
   * Runs a request when it is its turn at the host.
   *
   * @throws {ClosedError} where the host asks to wait longer than the limit; the signal's reason where it is aborted.
   */
  take<T>(host: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(host);
    const turn = (async () => {
      if (before) {
        await before.catch(() => undefined);
        await sleep(this.settings.pause, this.settings.signal);
      }
      await this.settings.patience.wait(host);
      await this.#enter();
      try {
        this.settings.signal.throwIfAborted();
        return await work();
      } finally {
        this.#leave();
      }
    })();
    this.#last.set(host, turn);
    return turn;
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((enter) => this.#waiting.push(enter));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
