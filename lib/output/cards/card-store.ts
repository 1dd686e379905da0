// Social cards by their content: each is rendered on the first request and then cached.
import { join } from 'node:path';
import { cacheDir, keepFile, readKept } from '@/lib/base/build-cache';
import { type CardColors, type CardFacts, cardKey, cardType } from '@/lib/output/cards/card-facts';

/** Renders a card that is not kept: `drawCard`. */
export type RenderCard = (
  facts: CardFacts,
  colors: CardColors,
  readPicture?: () => Promise<Buffer | undefined>,
) => Promise<Buffer<ArrayBuffer>>;

/** How many are rendered at the same time; each takes some 30 MB meanwhile. */
const parallel = 2;

/** How many may wait for their turn: the last of them for some ten seconds. */
const mostWaiting = 24;

/** How many bytes of cards are kept in memory where the disk cannot be written: some 500 cards. */
const mostBytes = 32_000_000;

/** So many cards wait to be rendered that another one would wait too long. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

/** Keeps cards, and renders each once for all who ask at the same time. */
export class CardStore {
  readonly #render: RenderCard;
  readonly #dir: string;
  readonly #underway = new Map<string, Promise<Buffer<ArrayBuffer>>>();
  readonly #waiting: (() => void)[] = [];
  /** What cannot be written, the latest used last. */
  readonly #memory = new Map<string, Buffer<ArrayBuffer>>();
  #bytes = 0;
  #rendering = 0;

  /** @param dir where they are kept. Where it cannot be written, they are kept in memory. */
  constructor(render: RenderCard, dir = cacheDir('cards')) {
    this.#render = render;
    this.#dir = dir;
  }

  /**
   * A card, as PNG or JPEG (`cardType`).
   *
   * @throws {BusyError} if too many wait to be rendered.
   * @throws {Error} if it cannot be rendered.
   */
  get(...card: Parameters<RenderCard>): Promise<Buffer<ArrayBuffer>> {
    const [facts, colors] = card;
    const key = cardKey(facts, colors);
    const made =
      this.#underway.get(key) ??
      this.#keptOrRendered(`${key}.${cardType(facts).ending}`, card).finally(() => this.#underway.delete(key));
    this.#underway.set(key, made);
    return made;
  }

  async #keptOrRendered(name: string, card: Parameters<RenderCard>): Promise<Buffer<ArrayBuffer>> {
    const path = join(this.#dir, name);
    const kept = this.#remembered(name) ?? readKept(path);
    if (kept && isWhole(kept)) return Buffer.from(kept);
    if (this.#waiting.length >= mostWaiting) throw new BusyError(`${mostWaiting} cards wait to be rendered`);
    await this.#turn();
    try {
      const rendered = await this.#render(...card);
      if (!keepFile(path, rendered)) this.#remember(name, rendered);
      return rendered;
    } finally {
      this.#rendering -= 1;
      this.#waiting.shift()?.();
    }
  }

  #remembered(name: string): Buffer<ArrayBuffer> | undefined {
    const card = this.#memory.get(name);
    if (!card) return undefined;
    this.#memory.delete(name);
    this.#memory.set(name, card);
    return card;
  }

  #remember(name: string, card: Buffer<ArrayBuffer>): void {
    this.#memory.set(name, card);
    this.#bytes += card.length;
    for (const [oldest, { length }] of this.#memory) {
      if (this.#bytes <= mostBytes) return;
      this.#memory.delete(oldest);
      this.#bytes -= length;
    }
  }

  async #turn(): Promise<void> {
    while (this.#rendering >= parallel) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#rendering += 1;
  }
}

/** Whether a file ends as a PNG (ISO 15948, 11.2.5) or a JPEG (ITU-T T.81, B.1.1.3) does: one that was cut short does not. */
function isWhole(bytes: Buffer): boolean {
  return bytes.subarray(-8, -4).toString('latin1') === 'IEND' || bytes.subarray(-2).equals(Buffer.from([0xff, 0xd9]));
}
