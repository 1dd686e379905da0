// Social pictures by what is drawn on them: each is made when it is first asked for, by one at a time, and then kept.
import { join } from 'node:path';
import { cacheDir, keepFile, readKept } from '@/lib/base/build-cache';
import { type CardColors, type CardFacts, cardKey, cardType } from '@/lib/output/cards/card-facts';

/** How a picture is made where none is kept: `drawCard`. */
export type Draw = (
  facts: CardFacts,
  colors: CardColors,
  readPicture?: () => Promise<Buffer | undefined>,
) => Promise<Buffer<ArrayBuffer>>;

/** How many are drawn at the same time: each takes some 30 MB while it is. The others wait; they are finitely many. */
const parallel = 2;

/** Keeps pictures, and sees to it that a crowd costs no more than one. */
export class CardStore {
  readonly #draw: Draw;
  readonly #dir: string;
  readonly #underway = new Map<string, Promise<Buffer<ArrayBuffer>>>();
  readonly #waiting: (() => void)[] = [];
  #drawing = 0;

  /** @param dir where they are kept. One that cannot be written is no error: they are drawn again then. */
  constructor(draw: Draw, dir = cacheDir('cards')) {
    this.#draw = draw;
    this.#dir = dir;
  }

  /** A picture. Whoever asks for one that is being drawn waits for that one. @throws {Error} if it cannot be drawn. */
  get(
    facts: CardFacts,
    colors: CardColors,
    readPicture?: () => Promise<Buffer | undefined>,
  ): Promise<Buffer<ArrayBuffer>> {
    const key = cardKey(facts, colors);
    const known = this.#underway.get(key);
    if (known) return known;
    const made = this.#keptOrDrawn(`${key}.${cardType(facts).ending}`, facts, colors, readPicture).finally(() =>
      this.#underway.delete(key),
    );
    this.#underway.set(key, made);
    return made;
  }

  async #keptOrDrawn(name: string, ...asked: Parameters<Draw>): Promise<Buffer<ArrayBuffer>> {
    const path = join(this.#dir, name);
    const kept = readKept(path);
    if (kept && isWhole(kept)) return Buffer.from(kept);
    await this.#turn();
    try {
      const drawn = await this.#draw(...asked);
      keepFile(path, drawn);
      return drawn;
    } finally {
      this.#drawing -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    while (this.#drawing >= parallel) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#drawing += 1;
  }
}

/** Whether a file ends as a PNG (ISO 15948, 11.2.5) or a JPEG (ITU-T T.81, B.1.1.3) does: one that was cut short does not. */
function isWhole(bytes: Buffer): boolean {
  return bytes.subarray(-8, -4).toString('latin1') === 'IEND' || bytes.subarray(-2).equals(Buffer.from([0xff, 0xd9]));
}
