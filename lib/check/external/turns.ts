// Turns: one request at a time at a host, several hosts at once, and none before the time that a host has named.
import { sleep } from '@/lib/base/sleep';

/** How turns are taken. Times in milliseconds. */
export interface TurnSettings {
  /** How many hosts are asked at once. */
  readonly hosts: number;
  /** Between two requests to one host. */
  readonly pause: number;
  /** How long a host is waited for at most that asks to be left alone. */
  readonly longestWait: number;
  readonly signal: AbortSignal;
  /** The time, in milliseconds since 1970. */
  readonly time: () => number;
}

/** A host wants to be left alone for longer than we wait. */
export class LeftAlone extends Error {
  override readonly name = 'LeftAlone';
}

/** Hands out turns. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #closedUntil = new Map<string, number>();
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(private readonly settings: TurnSettings) {
    this.#free = settings.hosts;
  }

  /** A host is not asked before a time, in milliseconds since 1970. */
  close(host: string, until: number): void {
    this.#closedUntil.set(host, Math.max(until, this.#closedUntil.get(host) ?? 0));
  }

  /**
   * Does something when its turn at the host has come.
   *
   * @throws {LeftAlone} where the host asks for more patience than we have; the signal's reason where it is aborted.
   */
  take<T>(host: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(host);
    const turn = (async () => {
      if (before) {
        await before.catch(() => undefined);
        await sleep(this.settings.pause, this.settings.signal);
      }
      await this.#waitFor(host);
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

  async #waitFor(host: string): Promise<void> {
    const { time, longestWait, signal } = this.settings;
    const until = this.#closedUntil.get(host) ?? 0;
    const wait = until - time();
    if (wait > longestWait) {
      const named = new Date(until).toISOString().slice(0, 16).replace('T', ' ');
      throw new LeftAlone(`${host} asks to be left alone until ${named} UTC`);
    }
    if (wait > 0) await sleep(wait, signal);
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
