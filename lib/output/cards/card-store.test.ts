import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { CardFacts } from '@/lib/output/cards/card-facts';
import { BusyError, CardStore } from '@/lib/output/cards/card-store';

const colors = { paper: '#ffffff' };
const facts = (title: string): CardFacts => ({ title, figure: { kind: 'shapes', seed: title, shapes: [] } });

/** What ends as a PNG does. */
const picture = () => Buffer.from('pixelsIEND1234', 'latin1');

const folder = () => mkdtemp(join(tmpdir(), 'cards-'));

describe('CardStore', () => {
  it('renders once for simultaneous requests, and not again once a card is cached', async () => {
    const dir = await folder();
    const draw = vi.fn(async () => picture());
    const store = new CardStore(draw, dir);
    await Promise.all(Array.from({ length: 50 }, () => store.get(facts('a'), colors)));
    expect(draw).toHaveBeenCalledTimes(1);
    expect(await new CardStore(draw, dir).get(facts('a'), colors)).toEqual(picture());
    expect(draw).toHaveBeenCalledTimes(1);
    expect(await readdir(dir)).toHaveLength(1);
    await store.get(facts('b'), colors);
    await store.get(facts('a'), { paper: '#000000' });
    expect(draw).toHaveBeenCalledTimes(3);
  });

  it('renders two at a time, however many are requested', async () => {
    let [now, most] = [0, 0];
    const store = new CardStore(
      async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 2));
        now -= 1;
        return picture();
      },
      await folder(),
    );
    await Promise.all(Array.from({ length: 20 }, (_, index) => store.get(facts(String(index)), colors)));
    expect(most).toBe(2);
    expect(now).toBe(0);
  });

  it('works if the cache cannot be written, and if a cached file is cut short', async () => {
    const dir = await folder();
    const file = join(dir, 'no-folder');
    await writeFile(file, '');
    expect(await new CardStore(async () => picture(), file).get(facts('a'), colors)).toEqual(picture());
    await new CardStore(async () => picture(), dir).get(facts('a'), colors);
    const [name = ''] = (await readdir(dir)).filter((each) => each.endsWith('.png'));
    await writeFile(join(dir, name), 'pix');
    expect(await new CardStore(async () => picture(), dir).get(facts('a'), colors)).toEqual(picture());
  });

  it('keeps the most recently used cards in memory if the cache cannot be written', async () => {
    const file = join(await folder(), 'no-folder');
    await writeFile(file, '');
    const large = Buffer.concat([Buffer.alloc(12_000_000), picture()]);
    const draw = vi.fn(async () => large);
    const store = new CardStore(draw, file);
    for (const title of ['a', 'b', 'a', 'c', 'a']) await store.get(facts(title), colors);
    expect(draw).toHaveBeenCalledTimes(3);
    await store.get(facts('b'), colors);
    expect(draw).toHaveBeenCalledTimes(4);
  });

  it('rejects requests that would wait too long, but not for cards that are cached or being rendered', async () => {
    let finish = () => {};
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const dir = await folder();
    const draw = vi.fn(async () => {
      await gate;
      return picture();
    });
    await new CardStore(async () => picture(), dir).get(facts('kept'), colors);
    const store = new CardStore(draw, dir);
    const ask = (index: number) => store.get(facts(String(index)), colors);
    const asked = Array.from({ length: 26 }, (_, index) => ask(index));
    await expect(ask(26)).rejects.toThrow(BusyError);
    expect(await store.get(facts('kept'), colors)).toEqual(picture());
    const shared = ask(25);
    finish();
    expect(await Promise.all([...asked, shared])).toHaveLength(27);
    expect(await ask(26)).toEqual(picture());
    expect(draw).toHaveBeenCalledTimes(27);
  });

  it('tries again after a failure, and continues with the next card', async () => {
    let fails = true;
    const store = new CardStore(
      async () => {
        if (fails) throw new Error('no');
        return picture();
      },
      await folder(),
    );
    const asked = ['a', 'b', 'c'].map((title) => store.get(facts(title), colors));
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    fails = false;
    expect(await store.get(facts('a'), colors)).toEqual(picture());
  });
});
